EXTRA_DIST += core/letterhead/README.md
libletterpress_la_SOURCES += \
	core/letterhead/built_in.c \
	core/letterhead/check.c \
	core/letterhead/date.c core/letterhead/date.h \
	core/letterhead/definition.c core/letterhead/definition.h \
	core/letterhead/emblem.c core/letterhead/emblem.h \
	core/letterhead/emblem_file.c \
	core/letterhead/emblem_path.c core/letterhead/emblem_path.h \
	core/letterhead/key_values.c \
	core/letterhead/keys.c core/letterhead/keys.h \
	core/letterhead/known.c \
	core/letterhead/language.c \
	core/letterhead/localise.c core/letterhead/localise.h \
	core/letterhead/nearest.c \
	core/letterhead/placeholders.c core/letterhead/placeholders.h \
	core/letterhead/read.c core/letterhead/read.h \
	core/letterhead/resolve.c core/letterhead/resolve.h \
	core/letterhead/roles.c \
	core/letterhead/scripts.c \
	core/letterhead/values.c core/letterhead/values.h
libletterpress_la_LIBADD += -lm
nodist_libletterpress_la_SOURCES = core/letterhead/built_in_data.c
CLEANFILES += core/letterhead/built_in_data.c
EXTRA_DIST += core/letterhead/built_in.awk core/letterhead/bali-process.letterhead core/letterhead/emblem.svg

# The built-in keyfile as tables and as text, and its emblem: nothing of them is parsed at run time.
core/letterhead/built_in_data.c: core/letterhead/bali-process.letterhead core/letterhead/emblem.svg \
		core/letterhead/built_in.awk
	$(AM_V_GEN)$(MKDIR_P) core/letterhead && { \
	  echo '/* Made from bali-process.letterhead and emblem.svg by sources.mk. */' && \
	  echo '#include "letterhead/definition.h"' && \
	  LC_ALL=C $(AWK) -f $(srcdir)/core/letterhead/built_in.awk $(srcdir)/core/letterhead/bali-process.letterhead && \
	  for what in keyfile:bali-process.letterhead emblem:emblem.svg; do \
	    name=lp_built_in_$${what%%:*} && \
	    echo "const unsigned char $${name}_bytes[] = {" && \
	    od -A n -v -t u1 $(srcdir)/core/letterhead/$${what#*:} | $(SED) 's/[0-9][0-9]*/&,/g' && \
	    echo "0};" && echo "const size_t $${name}_size = sizeof $${name}_bytes - 1;" || exit 1; \
	  done; } >$@.part && mv $@.part $@
