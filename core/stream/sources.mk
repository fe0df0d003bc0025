EXTRA_DIST += core/stream/README.md
libletterpress_la_SOURCES += \
	core/stream/markup.c \
	core/stream/open.h \
	core/stream/sink.c \
	core/stream/source.c
