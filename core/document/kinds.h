/* document/kinds.h: the table of kinds, for the builder, the editor and the walk. */
#ifndef LETTERPRESS_DOCUMENT_KINDS_H
#define LETTERPRESS_DOCUMENT_KINDS_H

#include <letterpress/kinds.h>

enum { LP_KIND_COUNT = LP_KIND_SPAN + 1, LP_ATTRIBUTE_COUNT = 64 };

/* The kind to open between a parent and a child that may not stand in it directly; LP_KIND_NONE: there is
 * none. */
LpKind lp_kind_bridge(LpKind parent, LpKind child);

/* Whether showing it by its fallback loses something that a reader of the output would miss. */
bool lp_kind_fallback_loses(LpKind kind);

/* Whether it stands in NOTES, wherever it is opened. */
bool lp_kind_stands_in_notes(LpKind kind);

#endif
