EXTRA_DIST += tests/install/README.md tests/install/fresh tests/install/staged.sh
TESTS += tests/install/staged.sh

# The README's two commands in a bare Debian 12 and 13; as root.
.PHONY: check-fresh
check-fresh:
	$(srcdir)/tests/install/fresh $(abs_top_builddir)

# Installing relinks the libraries that other tests load: where tests run side by side, it comes when they are done.
tests/install/staged.log: $(filter-out tests/install/staged.log,$(TEST_LOGS))
