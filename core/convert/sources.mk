EXTRA_DIST += core/convert/README.md
libprogram_la_SOURCES += core/convert/conversion.h core/convert/equipment.c core/convert/equipment.h \
	core/convert/letterheads.c core/convert/letterheads.h core/convert/settings.c core/convert/settings.h \
	core/convert/stages.c
