EXTRA_DIST += core/report/README.md
libprogram_la_SOURCES += core/report/finding.c core/report/finding.h core/report/json.c core/report/json.h \
	core/report/ndjson.c core/report/ndjson.h core/report/sentence.c core/report/sentence.h
