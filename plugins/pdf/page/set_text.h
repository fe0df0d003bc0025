#ifndef LP_PDF_PAGE_SET_TEXT_H
#define LP_PDF_PAGE_SET_TEXT_H

/* Texts of the letterhead itself: set in the style of a role, in a strip of the page. */

#include "page/head.h"

/* Where a text goes: a strip of the page, of the document's direction, and the side of it. */
typedef struct Strip {
  int32_t left_emu, width_emu;
  ParagraphAlign align;
} Strip;

/* How a text of a role is set. */
typedef struct RoleLook {
  ParagraphSpan span;
  ParagraphShape shape;
} RoleLook;

/* The look of a role, in a language (NULL: the document's); size_emu 0: the style's own. */
RoleLook role_look(Layout *layout, LpRole role, const char *language, int32_t size_emu);

/* Sets a text, broken where the strip ends. baseline: of its first line. element: its own, or NULL in an
 * artifact. */
SetText set_text(Layout *layout, const char *text, const RoleLook *look, const Strip *strip, int32_t baseline,
                 PdfElement *element);

/* Sets a text on one line: words that the strip has no room for give way to an ellipsis. */
SetText set_text_cut(Layout *layout, const char *text, const RoleLook *look, const Strip *strip,
                     int32_t baseline);

/* The width of a text on one line. */
int32_t text_width(Layout *layout, const char *text, const RoleLook *look);

/* A mark below the text of a page, in large pale capitals that fill the width; its middle lies at height 0.
 */
SetText mark_text(Layout *layout, const char *mark, int32_t width);

/* The height of a set text from its first baseline to its last. */
int32_t set_text_drop(const SetText *text);

#endif
