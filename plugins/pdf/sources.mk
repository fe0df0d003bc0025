EXTRA_DIST += plugins/pdf/README.md

# font/ and paragraph/: text to lines, knowing nothing of documents, pages or PDF.
noinst_LTLIBRARIES += libpdfparagraph.la
libpdfparagraph_la_SOURCES = \
	plugins/pdf/font/configuration.c plugins/pdf/font/configuration.h plugins/pdf/font/state.h \
	plugins/pdf/font/coverage.c plugins/pdf/font/coverage.h \
	plugins/pdf/font/face.c plugins/pdf/font/face.h \
	plugins/pdf/font/families.c plugins/pdf/font/families.h \
	plugins/pdf/font/installed.c plugins/pdf/font/installed.h \
	plugins/pdf/paragraph/breaks.c plugins/pdf/paragraph/breaks.h \
	plugins/pdf/paragraph/candidates.c plugins/pdf/paragraph/candidates.h \
	plugins/pdf/paragraph/cut.c plugins/pdf/paragraph/cut.h \
	plugins/pdf/paragraph/draw.c plugins/pdf/paragraph/paragraph.h \
	plugins/pdf/paragraph/fit.c plugins/pdf/paragraph/fit.h \
	plugins/pdf/paragraph/hang.c plugins/pdf/paragraph/hang.h \
	plugins/pdf/paragraph/hyphenate.c plugins/pdf/paragraph/hyphenate.h \
	plugins/pdf/paragraph/itemise.c plugins/pdf/paragraph/itemise.h \
	plugins/pdf/paragraph/justify.c plugins/pdf/paragraph/justify.h \
	plugins/pdf/paragraph/line.c plugins/pdf/paragraph/line.h \
	plugins/pdf/paragraph/ornaments.c plugins/pdf/paragraph/pieces.c plugins/pdf/paragraph/pieces.h \
	plugins/pdf/paragraph/patterns.c plugins/pdf/paragraph/patterns.h \
	plugins/pdf/paragraph/search.c plugins/pdf/paragraph/search.h \
	plugins/pdf/paragraph/shape.c plugins/pdf/paragraph/shape.h plugins/pdf/paragraph/setting.h \
	plugins/pdf/paragraph/states.c plugins/pdf/paragraph/states.h \
	plugins/pdf/paragraph/store.c plugins/pdf/paragraph/store.h \
	plugins/pdf/paragraph/tabs.c plugins/pdf/paragraph/tabs.h \
	plugins/pdf/paragraph/typeset.c
libpdfparagraph_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf
libpdfparagraph_la_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(GLIB_CFLAGS) $(ICU_CFLAGS)
libpdfparagraph_la_LIBADD = $(PDF_LIBS) $(GLIB_LIBS) -lm

# file/ and the records that draw/ fills for it: what cairo drew becomes an archival and accessible file.
EXTRA_DIST += plugins/pdf/draw/README.md plugins/pdf/file/README.md
noinst_LTLIBRARIES += libpdffile.la
libpdffile_la_SOURCES = \
	plugins/pdf/draw/markers.c plugins/pdf/draw/markers.h \
	plugins/pdf/draw/records.c plugins/pdf/draw/records.h \
	plugins/pdf/draw/tags.c plugins/pdf/draw/tags.h \
	plugins/pdf/file/attributes.c plugins/pdf/file/cairo_objects.c plugins/pdf/file/cairo_objects.h \
	plugins/pdf/file/content.c plugins/pdf/file/cross_reference.c plugins/pdf/file/cross_reference.h \
	plugins/pdf/file/fault.c plugins/pdf/file/fault.h \
	plugins/pdf/file/finish.c plugins/pdf/file/finish.h plugins/pdf/file/finisher.h \
	plugins/pdf/file/inflate.c plugins/pdf/file/inflate.h plugins/pdf/file/jpeg.c plugins/pdf/file/jpeg.h plugins/pdf/file/metadata.c \
	plugins/pdf/file/names.c plugins/pdf/file/navigation.c plugins/pdf/file/objects.c plugins/pdf/file/objects.h \
	plugins/pdf/file/overlays.c plugins/pdf/file/pages.c plugins/pdf/file/picture.c plugins/pdf/file/picture.h \
	plugins/pdf/file/png.c plugins/pdf/file/png.h plugins/pdf/file/png_decode.c plugins/pdf/file/rows.c \
	plugins/pdf/file/rows.h plugins/pdf/file/settle.c plugins/pdf/file/srgb_profile.c \
	plugins/pdf/file/srgb_profile.h plugins/pdf/file/structure.c plugins/pdf/file/syntax.c \
	plugins/pdf/file/syntax.h
libpdffile_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf
libpdffile_la_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(GLIB_CFLAGS) $(LIBPNG_CFLAGS) $(LIBDEFLATE_CFLAGS) $(ZLIB_CFLAGS)
libpdffile_la_LIBADD = $(PDF_LIBS) $(GLIB_LIBS) $(LIBPNG_LIBS) $(LIBDEFLATE_LIBS) $(ZLIB_LIBS)

# page/, draw/ and the order of all: the tree becomes pages.
EXTRA_DIST += plugins/pdf/page/README.md
noinst_LTLIBRARIES += libpdfpage.la
libpdfpage_la_SOURCES = \
	plugins/pdf/prepare.c plugins/pdf/prepare.h \
	plugins/pdf/surface.c plugins/pdf/surface.h \
	plugins/pdf/write.c plugins/pdf/write.h \
	plugins/pdf/draw/blocks.c plugins/pdf/draw/blocks.h \
	plugins/pdf/draw/emblem.c plugins/pdf/draw/emblem.h \
	plugins/pdf/draw/grid.c plugins/pdf/draw/grid.h \
	plugins/pdf/draw/letterhead.c plugins/pdf/draw/letterhead.h \
	plugins/pdf/draw/links.c plugins/pdf/draw/links.h \
	plugins/pdf/draw/page.c plugins/pdf/draw/page.h \
	plugins/pdf/draw/pen.c plugins/pdf/draw/pen.h \
	plugins/pdf/draw/text.c plugins/pdf/draw/text.h \
	plugins/pdf/page/boxes.c plugins/pdf/page/boxes.h \
	plugins/pdf/page/breaks.c plugins/pdf/page/breaks.h \
	plugins/pdf/page/characters.c plugins/pdf/page/characters.h \
	plugins/pdf/page/content.c plugins/pdf/page/content.h \
	plugins/pdf/page/figures.c plugins/pdf/page/footer.c \
	plugins/pdf/page/galley.c plugins/pdf/page/galley.h \
	plugins/pdf/page/grid.c plugins/pdf/page/grid.h plugins/pdf/page/grid_rows.c \
	plugins/pdf/page/head.h plugins/pdf/page/inlines.c \
	plugins/pdf/page/layout.c plugins/pdf/page/layout.h \
	plugins/pdf/page/lists.c \
	plugins/pdf/page/looks.c plugins/pdf/page/looks.h \
	plugins/pdf/page/mark.c plugins/pdf/page/masthead.c plugins/pdf/page/notes.c \
	plugins/pdf/page/pages.c plugins/pdf/page/pages.h \
	plugins/pdf/page/rule.c plugins/pdf/page/rule.h \
	plugins/pdf/page/set_text.c plugins/pdf/page/set_text.h \
	plugins/pdf/page/signatures.c plugins/pdf/page/table.c \
	plugins/pdf/page/table_widths.c plugins/pdf/page/table_widths.h \
	plugins/pdf/page/text.c plugins/pdf/page/text.h
libpdfpage_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf
libpdfpage_la_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(GLIB_CFLAGS)
libpdfpage_la_LIBADD = libpdfparagraph.la libpdffile.la libletterpress.la $(PDF_LIBS) $(GLIB_LIBS) -lm

plugin_LTLIBRARIES += pdf.la
pdf_la_SOURCES = plugins/pdf/plugin.c
pdf_la_CPPFLAGS = $(libpdfpage_la_CPPFLAGS)
pdf_la_CFLAGS = $(libpdfpage_la_CFLAGS)
pdf_la_LDFLAGS = $(PLUGIN_LDFLAGS)
pdf_la_LIBADD = libpdfpage.la
dist_plugin_DATA += plugins/pdf/pdf.plugin plugins/pdf/pdf.diagnostics
