#ifndef LP_PDF_PAGE_LOOKS_H
#define LP_PDF_PAGE_LOOKS_H

/* From the tree's computed styles to what the paragraph setter takes. */

#include "page/layout.h"

/* The look of characters: what the text's style sets, else the block's, else that of the letterhead's style
 * of the block's role. Either may be NULL. start, end and tag are 0. */
ParagraphSpan look_of_text(Layout *layout, const LpStyle *text, const LpStyle *block);

/* Rises of superscripts and subscripts, in thousandths of the size. */
enum { SUPERSCRIPT_RISE = 340, SUBSCRIPT_RISE = -140 };

/* Makes a look smaller and raises it, unless it is raised or lowered already. */
void look_raise(ParagraphSpan *look, int32_t rise);

/* The shape of a block but for its measure and tabs. */
ParagraphShape look_of_block(Layout *layout, const LpStyle *block);

/* The stops of the block's LP_PROPERTY_TABS, in order; an array of ParagraphTab, or NULL where there are
 * none. */
GArray *look_tabs(const LpStyle *block);

/* A property of a block: its own, else that of its role in the letterhead. */
int32_t look_integer(const Layout *layout, const LpStyle *block, LpProperty property);

/* Whether characters have a ground of their own, and its colour. */
bool look_background(const LpStyle *text, uint32_t *colour);

#endif
