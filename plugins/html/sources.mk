EXTRA_DIST += plugins/html/README.md
