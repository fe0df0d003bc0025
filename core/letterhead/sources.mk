EXTRA_DIST += core/letterhead/README.md
