EXTRA_DIST += core/host/README.md
