EXTRA_DIST += core/statement/README.md
libprogram_la_SOURCES += \
	core/statement/blanks.c \
	core/statement/captions.c \
	core/statement/compounds.c core/statement/compounds.h \
	core/statement/dates.c core/statement/dates.h \
	core/statement/flow.c core/statement/flow.h \
	core/statement/fold.c core/statement/fold.h \
	core/statement/front.c core/statement/front.h \
	core/statement/furniture.c core/statement/furniture.h \
	core/statement/house_place.c core/statement/house_place.h \
	core/statement/house_style.c \
	core/statement/house_table.c core/statement/house_table.h \
	core/statement/house_text.c core/statement/house_text.h \
	core/statement/items.c core/statement/items.h \
	core/statement/joint.c core/statement/joint.h \
	core/statement/language.c \
	core/statement/leaks.c \
	core/statement/match.c core/statement/match.h \
	core/statement/numbering.c \
	core/statement/page_parts.c \
	core/statement/passes.c core/statement/passes.h \
	core/statement/passing.h \
	core/statement/recognise.c \
	core/statement/references.c \
	core/statement/rejoin.c \
	core/statement/review.c \
	core/statement/script.c core/statement/script.h \
	core/statement/signatures.c \
	core/statement/stitch.c core/statement/stitch.h \
	core/statement/title.c \
	core/statement/words.c core/statement/words.h
