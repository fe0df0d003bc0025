EXTRA_DIST += core/account/README.md
