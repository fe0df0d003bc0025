EXTRA_DIST += plugins/odt/README.md
dist_plugin_DATA += plugins/odt/odt.plugin plugins/odt/odt.diagnostics
plugin_LTLIBRARIES += odt.la
odt_la_SOURCES = \
	plugins/odt/plugin.c \
	plugins/odt/read.c plugins/odt/read.h \
	plugins/odt/read/changes.c plugins/odt/read/changes.h \
	plugins/odt/read/elements.c \
	plugins/odt/read/fields.c plugins/odt/read/fields.h \
	plugins/odt/read/frames.c plugins/odt/read/frames.h \
	plugins/odt/read/lists.c plugins/odt/read/lists.h \
	plugins/odt/read/metadata.c plugins/odt/read/metadata.h \
	plugins/odt/read/namespaces.c plugins/odt/read/namespaces.h \
	plugins/odt/read/notes.c plugins/odt/read/notes.h \
	plugins/odt/read/pages.c plugins/odt/read/pages.h \
	plugins/odt/read/paragraph.c plugins/odt/read/paragraph.h \
	plugins/odt/read/properties.c plugins/odt/read/properties.h \
	plugins/odt/read/state.h \
	plugins/odt/read/styles.c plugins/odt/read/styles.h \
	plugins/odt/read/table.c plugins/odt/read/table.h
odt_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/odt
odt_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
odt_la_LDFLAGS = $(PLUGIN_LDFLAGS)
odt_la_LIBADD = libodtwrite.la libletterpress-container.la libletterpress.la $(GLIB_LIBS)

# The writer without the exported constant, so that unit tests link it too.
noinst_LTLIBRARIES += libodtwrite.la
libodtwrite_la_CFLAGS = $(AM_CFLAGS)
libodtwrite_la_SOURCES = \
	plugins/odt/write.c \
	plugins/odt/write.h \
	plugins/odt/write/automatic.c \
	plugins/odt/write/automatic.h \
	plugins/odt/write/blocks.c \
	plugins/odt/write/changes.c \
	plugins/odt/write/changes.h \
	plugins/odt/write/content.c \
	plugins/odt/write/content.h \
	plugins/odt/write/flow.h \
	plugins/odt/write/fonts.c \
	plugins/odt/write/fonts.h \
	plugins/odt/write/grid.c \
	plugins/odt/write/grid.h \
	plugins/odt/write/letterhead.c \
	plugins/odt/write/letterhead.h \
	plugins/odt/write/links.c \
	plugins/odt/write/links.h \
	plugins/odt/write/lists.c \
	plugins/odt/write/lists.h \
	plugins/odt/write/notes.c \
	plugins/odt/write/notes.h \
	plugins/odt/write/package.c \
	plugins/odt/write/package.h \
	plugins/odt/write/page_layout.c \
	plugins/odt/write/page_layout.h \
	plugins/odt/write/paragraph.c \
	plugins/odt/write/paragraph.h \
	plugins/odt/write/pictures.c \
	plugins/odt/write/pictures.h \
	plugins/odt/write/properties.c \
	plugins/odt/write/properties.h \
	plugins/odt/write/roles.c \
	plugins/odt/write/roles.h \
	plugins/odt/write/rows.h \
	plugins/odt/write/running_title.c \
	plugins/odt/write/running_title.h \
	plugins/odt/write/signatures.c \
	plugins/odt/write/signatures.h \
	plugins/odt/write/state.c \
	plugins/odt/write/state.h \
	plugins/odt/write/styles.c \
	plugins/odt/write/styles.h \
	plugins/odt/write/table.c \
	plugins/odt/write/table.h \
	plugins/odt/write/text_box.c \
	plugins/odt/write/text_box.h \
	plugins/odt/write/xml_text.c \
	plugins/odt/write/xml_text.h \
	plugins/odt/write/watermark.c \
	plugins/odt/write/watermark.h
