# Plugins that tests load. -rpath makes libtool build a shared object that is not installed.
TEST_PLUGIN_LDFLAGS = $(PLUGIN_LDFLAGS) -rpath /nowhere
check_LTLIBRARIES += tests/plugins/lines.la
tests_plugins_lines_la_SOURCES = tests/plugins/lines.c
tests_plugins_lines_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
tests_plugins_lines_la_LIBADD = libletterpress.la

check_LTLIBRARIES += tests/plugins/older.la
tests_plugins_older_la_SOURCES = tests/plugins/bad.c
tests_plugins_older_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=OLDER -DBAD_NAME='"older"'
tests_plugins_older_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/newer.la
tests_plugins_newer_la_SOURCES = tests/plugins/bad.c
tests_plugins_newer_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=NEWER -DBAD_NAME='"newer"'
tests_plugins_newer_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/minor.la
tests_plugins_minor_la_SOURCES = tests/plugins/bad.c
tests_plugins_minor_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=MINOR -DBAD_NAME='"minor"'
tests_plugins_minor_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/smaller.la
tests_plugins_smaller_la_SOURCES = tests/plugins/bad.c
tests_plugins_smaller_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=SMALLER -DBAD_NAME='"smaller"'
tests_plugins_smaller_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/larger.la
tests_plugins_larger_la_SOURCES = tests/plugins/bad.c
tests_plugins_larger_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=LARGER -DBAD_NAME='"larger"'
tests_plugins_larger_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/small-format.la
tests_plugins_small_format_la_SOURCES = tests/plugins/bad.c
tests_plugins_small_format_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=SMALL_FORMAT -DBAD_NAME='"small-format"'
tests_plugins_small_format_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/short-format.la
tests_plugins_short_format_la_SOURCES = tests/plugins/bad.c
tests_plugins_short_format_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=SHORT_FORMAT -DBAD_NAME='"short-format"'
tests_plugins_short_format_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/boast.la
tests_plugins_boast_la_SOURCES = tests/plugins/bad.c
tests_plugins_boast_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=BOAST -DBAD_NAME='"boast"'
tests_plugins_boast_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/nameless.la
tests_plugins_nameless_la_SOURCES = tests/plugins/bad.c
tests_plugins_nameless_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=NAMELESS -DBAD_NAME='"nameless"'
tests_plugins_nameless_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/missing.la
tests_plugins_missing_la_SOURCES = tests/plugins/bad.c
tests_plugins_missing_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=MISSING -DBAD_NAME='"missing"'
tests_plugins_missing_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/bad-option.la
tests_plugins_bad_option_la_SOURCES = tests/plugins/bad.c
tests_plugins_bad_option_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=BAD_OPTION -DBAD_NAME='"bad-option"'
tests_plugins_bad_option_la_LDFLAGS = $(TEST_PLUGIN_LDFLAGS)
check_LTLIBRARIES += tests/plugins/no-symbol.la
tests_plugins_no_symbol_la_SOURCES = tests/plugins/bad.c
tests_plugins_no_symbol_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=0 -DBAD_SYMBOL=another_plugin
tests_plugins_no_symbol_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath /nowhere
check_LTLIBRARIES += tests/plugins/unresolved.la
tests_plugins_unresolved_la_SOURCES = tests/plugins/bad.c
tests_plugins_unresolved_la_CPPFLAGS = $(AM_CPPFLAGS) -DBAD=UNRESOLVED -DBAD_NAME='"unresolved"'
tests_plugins_unresolved_la_LDFLAGS = $(SANITIZER_CFLAGS) -Wl,-z,lazy -module -avoid-version -shared -rpath /nowhere
EXTRA_DIST += tests/plugins/README.md tests/plugins/lines.plugin
