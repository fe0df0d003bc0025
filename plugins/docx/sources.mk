EXTRA_DIST += plugins/docx/README.md
dist_plugin_DATA += plugins/docx/docx.plugin plugins/docx/docx.diagnostics
plugin_LTLIBRARIES += docx.la
docx_la_SOURCES = plugins/docx/plugin.c
docx_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/docx
docx_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
docx_la_LDFLAGS = $(PLUGIN_LDFLAGS)
docx_la_LIBADD = libdocxread.la libletterpress-container.la libletterpress.la $(GLIB_LIBS)

# All but the exported constant, so that unit tests link it too.
noinst_LTLIBRARIES += libdocxread.la
libdocxread_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/docx
libdocxread_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
libdocxread_la_SOURCES = \
	plugins/docx/read.c plugins/docx/read.h \
	plugins/docx/read/alternate.c plugins/docx/read/alternate.h \
	plugins/docx/read/body.c plugins/docx/read/body.h \
	plugins/docx/read/comments.c plugins/docx/read/comments.h \
	plugins/docx/read/drawing.c plugins/docx/read/drawing.h \
	plugins/docx/read/effective.c plugins/docx/read/effective.h \
	plugins/docx/read/elements.c plugins/docx/read/elements.h \
	plugins/docx/read/fields.c plugins/docx/read/fields.h \
	plugins/docx/read/generic.c plugins/docx/read/generic.h \
	plugins/docx/read/grouping.c plugins/docx/read/grouping.h \
	plugins/docx/read/links.c plugins/docx/read/links.h \
	plugins/docx/read/namespaces.c plugins/docx/read/namespaces.h \
	plugins/docx/read/notes.c plugins/docx/read/notes.h \
	plugins/docx/read/numbering.c plugins/docx/read/numbering.h \
	plugins/docx/read/paragraph.c plugins/docx/read/paragraph.h \
	plugins/docx/read/paragraph_properties.c plugins/docx/read/paragraph_properties.h \
	plugins/docx/read/parts.c plugins/docx/read/parts.h \
	plugins/docx/read/properties.c plugins/docx/read/properties.h \
	plugins/docx/read/recognise.c plugins/docx/read/recognise.h \
	plugins/docx/read/relationships.c plugins/docx/read/relationships.h \
	plugins/docx/read/revisions.c plugins/docx/read/revisions.h \
	plugins/docx/read/run.c plugins/docx/read/run.h \
	plugins/docx/read/run_properties.c plugins/docx/read/run_properties.h \
	plugins/docx/read/sections.c plugins/docx/read/sections.h \
	plugins/docx/read/spans.c plugins/docx/read/spans.h \
	plugins/docx/read/styles.c plugins/docx/read/styles.h \
	plugins/docx/read/symbols.c plugins/docx/read/symbols.h \
	plugins/docx/read/table.c plugins/docx/read/table.h \
	plugins/docx/read/table_properties.c plugins/docx/read/table_properties.h \
	plugins/docx/read/textbox.c plugins/docx/read/textbox.h \
	plugins/docx/read/values.c plugins/docx/read/values.h \
	plugins/docx/read/wrappers.c plugins/docx/read/wrappers.h \
	plugins/docx/read/state.h
