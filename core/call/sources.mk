EXTRA_DIST += core/call/README.md
libletterpress_la_SOURCES += core/call/call.c core/call/call.h
