house_tests = tests/house/includes.py tests/house/sizes.py tests/house/names.py tests/house/banned.py \
	tests/house/headers.py tests/house/documentation.py tests/house/symbols.py \
	tests/house/start_up.sh
TESTS += $(house_tests)
EXTRA_DIST += tests/house/README.md tests/house/sources.py $(house_tests)

# For names.py: what a release holds.
.PHONY: list-distributed
list-distributed:
	@for file in $(DISTFILES); do echo "$$file"; done
