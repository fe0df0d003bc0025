EXTRA_DIST += core/statement/README.md
