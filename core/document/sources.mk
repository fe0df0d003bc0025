EXTRA_DIST += core/document/README.md
libletterpress_la_SOURCES += \
	core/document/arena.c core/document/arena.h \
	core/document/builder.c \
	core/document/clean.c core/document/clean.h \
	core/document/document.c \
	core/document/edit.c core/document/edit.h \
	core/document/image.c \
	core/document/kinds.c core/document/kinds.h \
	core/document/node.c \
	core/document/number.c \
	core/document/properties.c \
	core/document/resource.c \
	core/document/style.c \
	core/document/tree.h \
	core/document/walk.c
