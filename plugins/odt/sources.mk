EXTRA_DIST += plugins/odt/README.md
