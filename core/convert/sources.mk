EXTRA_DIST += core/convert/README.md
