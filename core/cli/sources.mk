EXTRA_DIST += core/cli/README.md
