EXTRA_DIST += plugins/pdf/README.md

# font/ and paragraph/: text to lines, knowing nothing of documents, pages or PDF.
EXTRA_DIST += plugins/pdf/font/configuration.h plugins/pdf/paragraph/paragraph.h
