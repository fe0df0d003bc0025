EXTRA_DIST += core/container/README.md
