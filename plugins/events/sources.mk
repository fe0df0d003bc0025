EXTRA_DIST += plugins/events/README.md
