EXTRA_DIST += plugins/pdf/README.md

# font/ and paragraph/: text to lines, knowing nothing of documents, pages or PDF.
EXTRA_DIST += plugins/pdf/font/configuration.h plugins/pdf/paragraph/paragraph.h

# file/ and the records that draw/ fills for it: what cairo drew becomes an archival and accessible file.
noinst_LTLIBRARIES += libpdffile.la
libpdffile_la_SOURCES = \
	plugins/pdf/draw/markers.c plugins/pdf/draw/markers.h \
	plugins/pdf/draw/records.c plugins/pdf/draw/records.h \
	plugins/pdf/draw/tags.c plugins/pdf/draw/tags.h \
	plugins/pdf/file/attributes.c plugins/pdf/file/cairo_objects.c plugins/pdf/file/cairo_objects.h \
	plugins/pdf/file/content.c plugins/pdf/file/fault.c plugins/pdf/file/fault.h \
	plugins/pdf/file/finish.c plugins/pdf/file/finish.h plugins/pdf/file/finisher.h \
	plugins/pdf/file/jpeg.c plugins/pdf/file/jpeg.h plugins/pdf/file/metadata.c \
	plugins/pdf/file/navigation.c plugins/pdf/file/objects.c plugins/pdf/file/objects.h \
	plugins/pdf/file/pages.c plugins/pdf/file/picture.c plugins/pdf/file/picture.h \
	plugins/pdf/file/png.c plugins/pdf/file/png.h plugins/pdf/file/png_decode.c plugins/pdf/file/rows.c \
	plugins/pdf/file/rows.h plugins/pdf/file/settle.c plugins/pdf/file/srgb_profile.c \
	plugins/pdf/file/srgb_profile.h plugins/pdf/file/structure.c plugins/pdf/file/syntax.c \
	plugins/pdf/file/syntax.h
libpdffile_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf
libpdffile_la_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(GLIB_CFLAGS) $(LIBPNG_CFLAGS) $(LIBDEFLATE_CFLAGS) $(ZLIB_CFLAGS)
libpdffile_la_LIBADD = $(PDF_LIBS) $(GLIB_LIBS) $(LIBPNG_LIBS) $(LIBDEFLATE_LIBS) $(ZLIB_LIBS)
