convert_tests = tests/convert/command_line.sh tests/convert/configuration.sh tests/convert/damaged.py tests/convert/failures.sh \
	tests/convert/fence.sh tests/convert/manual.py tests/convert/readers.sh tests/convert/finals.py \
	tests/convert/cut_sentences.py
TESTS += $(convert_tests)
EXTRA_DIST += tests/convert/README.md tests/convert/summary.txt tests/convert/lines.sh $(convert_tests)

# Writes the goldens anew. Read what changed before you commit it.
.PHONY: goldens
goldens: all
	GOLDENS=1; export GOLDENS; $(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/convert/readers.sh
