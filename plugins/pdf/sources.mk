EXTRA_DIST += plugins/pdf/README.md

# font/ and paragraph/: text to lines, knowing nothing of documents, pages or PDF.
EXTRA_DIST += plugins/pdf/font/configuration.h plugins/pdf/paragraph/paragraph.h

# file/ and the records that draw/ fills for it: what cairo drew becomes an archival and accessible file.
noinst_LTLIBRARIES += libpdffile.la
libpdffile_la_SOURCES = \
	plugins/pdf/draw/markers.c plugins/pdf/draw/markers.h \
	plugins/pdf/draw/records.c plugins/pdf/draw/records.h \
	plugins/pdf/draw/tags.c plugins/pdf/draw/tags.h \
	plugins/pdf/file/finish.h
libpdffile_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf
libpdffile_la_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(GLIB_CFLAGS) $(LIBPNG_CFLAGS) $(LIBDEFLATE_CFLAGS)
libpdffile_la_LIBADD = $(PDF_LIBS) $(GLIB_LIBS) $(LIBPNG_LIBS) $(LIBDEFLATE_LIBS)
