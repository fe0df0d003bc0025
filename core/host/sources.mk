EXTRA_DIST += core/host/README.md
libprogram_la_SOURCES += core/host/manifest.c core/host/manifest.h
