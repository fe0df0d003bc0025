EXTRA_DIST += tests/README.md
