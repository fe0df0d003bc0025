# Sourced before each test, and by hand (top_srcdir and top_builddir set) to run one as the suite does.
LETTERPRESS=${LETTERPRESS_WRAPPER:-$top_builddir/letterpress}
LETTERPRESS_PLUGIN_PATH=$top_builddir/plugins/here
export LETTERPRESS LETTERPRESS_PLUGIN_PATH

# Nothing of the person's own: no settings, no plugins, no colours, one language.
XDG_CONFIG_HOME=$top_builddir/tests/no-home XDG_DATA_HOME=$top_builddir/tests/no-home
LC_ALL=C.UTF-8 TZ=UTC
export XDG_CONFIG_HOME XDG_DATA_HOME LC_ALL TZ
unset LETTERPRESS_LETTERHEAD SOURCE_DATE_EPOCH NO_COLOR

# cmocka writes TAP; a warning of GLib about wrong use is a failure; fresh and freed memory is never nought by luck.
CMOCKA_MESSAGE_OUTPUT=TAP G_DEBUG=fatal-criticals MALLOC_PERTURB_=165
# Whole stacks, slow as they are: libraries keep no frame pointers, and a leak is known by who asked for the memory.
ASAN_OPTIONS=exitcode=99:fast_unwind_on_malloc=0:detect_stack_use_after_return=1:strict_string_checks=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}
LSAN_OPTIONS=suppressions=$top_srcdir/tests/lsan.supp:print_suppressions=0${LSAN_OPTIONS:+:$LSAN_OPTIONS}
UBSAN_OPTIONS=print_stacktrace=1:exitcode=99${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$top_srcdir/tests
export CMOCKA_MESSAGE_OUTPUT G_DEBUG MALLOC_PERTURB_ ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS PYTHONDONTWRITEBYTECODE PYTHONPATH
