EXTRA_DIST += core/account/README.md
libletterpress_la_SOURCES += \
	core/account/account.c core/account/account.h \
	core/account/diagnostics.c \
	core/account/ledger.c \
	core/account/limits.c core/account/limits.h \
	core/account/parse.c \
	core/account/state.h
