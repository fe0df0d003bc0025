EXTRA_DIST += plugins/pdf/README.md
