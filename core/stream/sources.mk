EXTRA_DIST += core/stream/README.md
