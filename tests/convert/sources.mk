convert_tests = tests/convert/command_line.sh tests/convert/configuration.sh tests/convert/failures.sh \
	tests/convert/fence.sh tests/convert/manual.py
TESTS += $(convert_tests)
EXTRA_DIST += tests/convert/README.md tests/convert/lines.sh $(convert_tests)
