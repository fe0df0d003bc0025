/* write/differences.h: what a style says beyond the role it belongs to, as declarations of CSS. */
#ifndef HTML_WRITE_DIFFERENCES_H
#define HTML_WRITE_DIFFERENCES_H

#include <letterpress/plugin.h>

#include "classes.h"

struct HtmlWriter;

/* Of a paragraph, heading or caption, beyond its role's style. */
void differences_of_block(const struct HtmlWriter *writer, const LpNode *block, Declarations *declarations);

/* Of a table, row, cell or box: ground and borders. */
void differences_of_box(const LpNode *box, Declarations *declarations);

/* Of text, beyond the block that it stands in; what strong, em, u, s, sup and sub say is not among it. */
void differences_of_text(const struct HtmlWriter *writer, const LpStyle *text, const LpNode *block,
                         Declarations *declarations);

/* Whether text is bold, or italic, where its block is not. */
bool differences_make_bold(const struct HtmlWriter *writer, const LpStyle *text, const LpNode *block);
bool differences_make_italic(const struct HtmlWriter *writer, const LpStyle *text, const LpNode *block);

/* A length in thousandths of 1rem. */
int64_t rem_of_length(const struct HtmlWriter *writer, int32_t length_emu);

/* font-size, which on screen keeps three quarters of the distance from body text: see stylesheet.h. */
void declare_size(const struct HtmlWriter *writer, CssText *text, int32_t size_emu);

#endif
