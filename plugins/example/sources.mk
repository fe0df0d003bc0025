# Built out of tree by the tests, as third parties build it; shipped and installed as documentation.
exampledir = $(docdir)/example-plugin
dist_example_DATA = \
	plugins/example/Makefile \
	plugins/example/README.md \
	plugins/example/csv.c \
	plugins/example/csv.diagnostics \
	plugins/example/csv.h \
	plugins/example/csv.plugin \
	plugins/example/read.c \
	plugins/example/write.c
