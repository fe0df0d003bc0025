EXTRA_DIST += plugins/text/README.md
dist_plugin_DATA += plugins/text/text.plugin plugins/text/text.diagnostics
plugin_LTLIBRARIES += text.la
text_la_SOURCES = \
	plugins/text/plugin.c \
	plugins/text/read.c plugins/text/read.h \
	plugins/text/read/comments.c plugins/text/read/comments.h \
	plugins/text/read/draft.c plugins/text/read/draft.h \
	plugins/text/read/encoding.c plugins/text/read/encoding.h \
	plugins/text/read/front_matter.c plugins/text/read/front_matter.h \
	plugins/text/read/inlines.c \
	plugins/text/read/lists.c plugins/text/read/lists.h \
	plugins/text/read/markdown.c plugins/text/read/markdown.h \
	plugins/text/read/marker.c plugins/text/read/marker.h \
	plugins/text/read/markup.c \
	plugins/text/read/notes.c plugins/text/read/notes.h \
	plugins/text/read/paragraphs.c plugins/text/read/paragraphs.h \
	plugins/text/read/sections.c plugins/text/read/sections.h \
	plugins/text/read/wrap.c plugins/text/read/wrap.h
text_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/text
text_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(MD4C_CFLAGS)
text_la_LDFLAGS = $(PLUGIN_LDFLAGS)
text_la_LIBADD = libletterpress.la $(GLIB_LIBS) $(MD4C_LIBS)
