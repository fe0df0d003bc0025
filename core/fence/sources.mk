EXTRA_DIST += core/fence/README.md
libprogram_la_SOURCES += core/fence/await.c core/fence/commit.c core/fence/commit.h core/fence/conduct.c \
	core/fence/conduct.h core/fence/outcome.c core/fence/outcome.h core/fence/shut.c core/fence/shut.h \
	core/fence/target.c core/fence/target.h core/fence/worker.c core/fence/worker.h core/fence/zygote.c \
	core/fence/zygote.h
