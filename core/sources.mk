# libletterpress: the folders from account to letterhead add their files. The program: those from host on add theirs.
EXTRA_DIST += core/README.md core/core.diagnostics
lib_LTLIBRARIES += libletterpress.la
noinst_LTLIBRARIES += libprogram.la
libletterpress_la_SOURCES =
libletterpress_la_CPPFLAGS = $(CORE_CPPFLAGS)
libletterpress_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
libletterpress_la_LIBADD = $(GLIB_LIBS)
libletterpress_la_LDFLAGS = $(AM_LDFLAGS) -version-info $(LETTERPRESS_LT_VERSION) -no-undefined \
	-Wl,-Bsymbolic-functions -Wl,--version-script=core/libletterpress.map
libletterpress_la_DEPENDENCIES = core/libletterpress.map

libprogram_la_SOURCES =
libprogram_la_CPPFLAGS = $(CORE_CPPFLAGS)
libprogram_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
libprogram_la_LIBADD = libletterpress.la $(GLIB_LIBS)

pkgincludedir = $(includedir)/letterpress
pkginclude_HEADERS = \
	core/include/letterpress/account.h \
	core/include/letterpress/builder.h \
	core/include/letterpress/document.h \
	core/include/letterpress/kinds.h \
	core/include/letterpress/letterhead.h \
	core/include/letterpress/letterpress.h \
	core/include/letterpress/markup.h \
	core/include/letterpress/number.h \
	core/include/letterpress/plugin.h \
	core/include/letterpress/sink.h \
	core/include/letterpress/source.h \
	core/include/letterpress/style.h \
	core/include/letterpress/types.h \
	core/include/letterpress/walk.h
# lp_reading_*, lp_writing_* and lp_preparation_* of plugin.h: getters of the library; the host fills what they read.
pkgconfig_DATA += core/letterpress.pc

# Public symbols are those that an installed header declares; whatever else begins with lp_ is for the program and the
# unit tests alone.
core/libletterpress.map: $(pkginclude_HEADERS) core/version-script.awk
	$(AM_V_GEN)$(MKDIR_P) core && (cd $(srcdir) && $(AWK) -f core/version-script.awk $(pkginclude_HEADERS)) >$@.part && mv $@.part $@
CLEANFILES += core/libletterpress.map
EXTRA_DIST += core/version-script.awk
