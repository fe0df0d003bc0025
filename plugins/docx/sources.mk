EXTRA_DIST += plugins/docx/README.md
