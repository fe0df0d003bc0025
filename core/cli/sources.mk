EXTRA_DIST += core/cli/README.md
bin_PROGRAMS += letterpress
letterpress_SOURCES = core/cli/command.h core/cli/configuration.c core/cli/explain.c core/cli/formats.c core/cli/help.c \
	core/cli/letterhead.c core/cli/main.c core/cli/options.c core/cli/plugin.c
letterpress_CPPFLAGS = $(CORE_CPPFLAGS)
letterpress_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
letterpress_LDADD = libprogram.la libletterpress.la $(GLIB_LIBS)
dist_man_MANS += core/cli/letterpress.1
