EXTRA_DIST += plugins/events/README.md
dist_plugin_DATA += plugins/events/events.plugin plugins/events/events.diagnostics
plugin_LTLIBRARIES += events.la
events_la_SOURCES = \
	plugins/events/events.h \
	plugins/events/plugin.c \
	plugins/events/read/read.c \
	plugins/events/read/resources.c plugins/events/read/resources.h \
	plugins/events/write/json.c plugins/events/write/json.h \
	plugins/events/write/write.c
events_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/events
events_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(JANSSON_CFLAGS)
events_la_LDFLAGS = $(PLUGIN_LDFLAGS)
events_la_LIBADD = libletterpress.la $(GLIB_LIBS) $(JANSSON_LIBS)
