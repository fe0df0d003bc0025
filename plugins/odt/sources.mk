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
odt_la_LIBADD = libletterpress-container.la libletterpress.la $(GLIB_LIBS)
