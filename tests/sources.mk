# The suite: TESTS under automake's TAP driver, so that each case counts. Programs (cmocka) in tests/unit, scripts
# (.sh, .py) beside what they test; tests/README.md says how to write one.
TEST_EXTENSIONS = .sh .py
tap_driver = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(tap_driver)
SH_LOG_DRIVER = $(tap_driver)
SH_LOG_COMPILER = $(SHELL)
PY_LOG_DRIVER = $(tap_driver)
PY_LOG_COMPILER = $(PYTHON)
AM_TESTS_ENVIRONMENT = top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' CC='$(CC)' CXX='$(CXX)'; \
	export top_srcdir top_builddir CC CXX; . $(srcdir)/tests/environment.sh;

EXTRA_DIST += tests/README.md tests/environment.sh tests/tap.sh tests/tap.py tests/closing-line

# In the place of automake's own check-TESTS: all tests afresh, then the closing line, 'N passed, N failed', over the
# cases of all of them.
check-TESTS: check-tools $(check_PROGRAMS)
	@rm -f $(TEST_LOGS) $(TEST_LOGS:.log=.trs) $(TEST_SUITE_LOG)
	@$(MAKE) $(AM_MAKEFLAGS) $(TEST_SUITE_LOG); status=$$?; \
	$(SHELL) $(srcdir)/tests/closing-line $(TEST_LOGS) && exit $$status

.PHONY: check-tools
check-tools:
if !HAVE_CMOCKA
	@echo "make check needs cmocka: install libcmocka-dev and configure again" >&2; exit 1
endif
if !HAVE_PYTHON
	@echo "make check needs python3: install it and configure again" >&2; exit 1
endif

include $(srcdir)/tests/plugins/sources.mk
include $(srcdir)/tests/unit/sources.mk
include $(srcdir)/tests/convert/sources.mk
include $(srcdir)/tests/house/sources.mk
include $(srcdir)/tests/pdf/sources.mk
include $(srcdir)/tests/install/sources.mk
include $(srcdir)/tests/corpus/sources.mk
include $(srcdir)/tests/quality.mk
include $(srcdir)/tests/bench/sources.mk
