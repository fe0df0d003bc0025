EXTRA_DIST += tests/house/README.md
