EXTRA_DIST += plugins/text/README.md
