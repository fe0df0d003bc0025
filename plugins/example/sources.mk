EXTRA_DIST += plugins/example/README.md
