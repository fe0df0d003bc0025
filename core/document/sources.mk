EXTRA_DIST += core/document/README.md
