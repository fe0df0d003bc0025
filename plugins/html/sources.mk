EXTRA_DIST += plugins/html/README.md
plugin_LTLIBRARIES += html.la
dist_plugin_DATA += plugins/html/html.plugin plugins/html/html.diagnostics
html_la_CFLAGS = $(AM_CFLAGS)
html_la_LDFLAGS = $(PLUGIN_LDFLAGS)
html_la_LIBADD = libhtmlwrite.la libletterpress.la
html_la_SOURCES = plugins/html/plugin.c

# All but the exported constant, so that unit tests link it too.
noinst_LTLIBRARIES += libhtmlwrite.la
libhtmlwrite_la_CFLAGS = $(AM_CFLAGS)
libhtmlwrite_la_SOURCES = \
	plugins/html/write.c \
	plugins/html/write.h \
	plugins/html/write/blocks.c \
	plugins/html/write/blocks.h \
	plugins/html/write/classes.c \
	plugins/html/write/classes.h \
	plugins/html/write/css.c \
	plugins/html/write/css.h \
	plugins/html/write/differences.c \
	plugins/html/write/differences.h \
	plugins/html/write/elements.c \
	plugins/html/write/elements.h \
	plugins/html/write/fonts.c \
	plugins/html/write/fonts.h \
	plugins/html/write/formatting.c \
	plugins/html/write/formatting.h \
	plugins/html/write/images.c \
	plugins/html/write/images.h \
	plugins/html/write/inlines.c \
	plugins/html/write/inlines.h \
	plugins/html/write/letterhead.c \
	plugins/html/write/letterhead.h \
	plugins/html/write/lists.c \
	plugins/html/write/lists.h \
	plugins/html/write/notes.c \
	plugins/html/write/notes.h \
	plugins/html/write/page.c \
	plugins/html/write/page.h \
	plugins/html/write/print.c \
	plugins/html/write/print.h \
	plugins/html/write/revisions.c \
	plugins/html/write/revisions.h \
	plugins/html/write/roles.c \
	plugins/html/write/roles.h \
	plugins/html/write/rows.h \
	plugins/html/write/state.h \
	plugins/html/write/stylesheet.c \
	plugins/html/write/stylesheet.h \
	plugins/html/write/survey.c \
	plugins/html/write/survey.h \
	plugins/html/write/table.c \
	plugins/html/write/table.h
