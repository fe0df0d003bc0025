EXTRA_DIST += core/host/README.md core/host/core_codes.awk core/host/libraries
libprogram_la_SOURCES += core/host/catalogue.c core/host/catalogue.h core/host/choose.c core/host/choose.h \
	core/host/codes.c core/host/codes.h core/host/evidence.c core/host/evidence.h core/host/load.c core/host/load.h \
	core/host/manifest.c core/host/manifest.h core/host/options.c core/host/options.h core/host/zip_names.c \
	core/host/zip_names.h
nodist_libprogram_la_SOURCES = core/host/core_codes.c

# The codes of the core itself, as a table: explain needs no file.
core/host/core_codes.c: core/core.diagnostics core/host/core_codes.awk
	$(AM_V_GEN)$(MKDIR_P) core/host && \
	$(AWK) -f $(srcdir)/core/host/core_codes.awk $(srcdir)/core/core.diagnostics >$@.part && mv $@.part $@
CLEANFILES += core/host/core_codes.c
