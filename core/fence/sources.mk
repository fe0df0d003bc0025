EXTRA_DIST += core/fence/README.md
