EXTRA_DIST += core/batch/README.md
libprogram_la_SOURCES += core/batch/plan.c core/batch/plan.h core/batch/run.c core/batch/run.h
