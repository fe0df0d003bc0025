/* The house's style: ONE computed style a node, by its role. What carries meaning in the draft's own style
   stays: bold, italic, underline, strike, position, small capitals, centred and end-aligned text, levels of
   indent, language, direction, shading. Fonts, sizes, colours and spacing are the letterhead's, unless the
   draft's are asked for. */
#include "config.h"

#include "statement/passing.h"

#include "statement/house_place.h"
#include "statement/house_table.h"
#include "statement/house_text.h"
#include "statement/joint.h"

#include <glib.h>
#include <letterpress/walk.h>
#include <string.h>

enum { HALF_INCH = LP_EMU_PER_INCH / 2, LEVELS_MOST = 6, ENDING_BYTES = 16 };

typedef struct Housing {
  LpPassing *passing;
  LpHouseText *text;
} Housing;

static const LpStyle *with(const Housing *housing, const LpStyle *style, LpProperty property, int32_t value) {
  return lp_style_with_integer(housing->passing->document, style, property, value);
}

/* ---- paragraphs ---- */

/* Title block and headings stand as the house sets them; elsewhere the middle and the end mean something. */
static int32_t align_of(const LpStyle *draft, const LpStyle *house, LpRole role) {
  int32_t house_align = lp_style_integer(house, LP_PROPERTY_ALIGN);
  if (role == LP_ROLE_TITLE || role == LP_ROLE_MEETING || role == LP_ROLE_DATE || role == LP_ROLE_EMBARGO ||
      role == LP_ROLE_HEADING_1 || role == LP_ROLE_HEADING_2 || role == LP_ROLE_HEADING_3 ||
      !lp_style_has(draft, LP_PROPERTY_ALIGN))
    return house_align;
  int32_t align = lp_style_integer(draft, LP_PROPERTY_ALIGN);
  bool means = align == LP_ALIGN_CENTRE || align == LP_ALIGN_END;
  return means || role == LP_ROLE_TABLE_CELL || role == LP_ROLE_TABLE_HEAD
             ? (align == LP_ALIGN_JUSTIFY ? LP_ALIGN_START : align)
             : house_align;
}

/* How many levels a draft's own indent comes to: half an inch each, as word processors step. */
static int32_t indent_levels(const LpStyle *draft) {
  int32_t indent = lp_style_integer(draft, LP_PROPERTY_INDENT_START_EMU);
  if (indent < HALF_INCH / 3)
    return 0;
  return CLAMP((indent + HALF_INCH / 2) / HALF_INCH, 1, LEVELS_MOST);
}

static bool has_tab(const LpNode *block) {
  for (const LpNode *node = lp_node_first_child(block); node; node = lp_node_next(node))
    if (lp_node_kind(node) == LP_KIND_TAB)
      return true;
  return false;
}

static const LpStyle *indented(const Housing *housing, const LpStyle *style, const LpNode *block,
                               const LpStyle *draft, const LpHousePlace *place) {
  int32_t step = lp_letterhead_integer(housing->passing->letterhead, LP_LETTERHEAD_LIST_LEVEL_INDENT);
  const LpStyle *quote = lp_letterhead_style(housing->passing->letterhead, LP_ROLE_QUOTE);
  int32_t start =
      step * place->list_depth + lp_style_integer(quote, LP_PROPERTY_INDENT_START_EMU) * place->quote_depth;
  int32_t first = place->is_item_start ? -step : 0;
  if (place->role == LP_ROLE_BODY && place->list_depth == 0)
    start += step * indent_levels(draft);
  bool hangs = lp_style_integer(draft, LP_PROPERTY_INDENT_FIRST_EMU) < 0 && has_tab(block);
  if (hangs && place->list_depth == 0) { /* a label, a tab and text: a list by hand */
    start = MAX(start, step);
    first = -step;
  }
  style = with(housing, style, LP_PROPERTY_INDENT_START_EMU, start);
  return with(housing, style, LP_PROPERTY_INDENT_FIRST_EMU, first);
}

/* "the following points:" stays with what follows. */
static bool announces(const LpNode *block) {
  const LpNode *last = lp_node_last_child(block);
  while (last && lp_node_kind(last) != LP_KIND_TEXT)
    last = lp_node_last_child(last);
  size_t n = 0;
  const char *text = last ? lp_node_text(last, &n) : "";
  while (n > 0 && g_ascii_isspace(text[n - 1]))
    n--;
  static const char *const colons[] = {":", "：", "៖"};
  for (size_t i = 0; i < G_N_ELEMENTS(colons); i++)
    if (n >= strlen(colons[i]) && memcmp(text + n - strlen(colons[i]), colons[i], strlen(colons[i])) == 0)
      return true;
  return false;
}

static bool begins_document(const LpNode *block) {
  while (block && !lp_node_previous(block))
    block = lp_node_parent(block);
  return !block;
}

static const LpStyle *spaced(const Housing *housing, const LpStyle *style, const LpNode *block,
                             const LpHousePlace *place) {
  const LpLetterhead *letterhead = housing->passing->letterhead;
  if (place->ends_list)
    style = with(housing, style, LP_PROPERTY_SPACE_AFTER_EMU,
                 MAX(lp_letterhead_integer(letterhead, LP_LETTERHEAD_LIST_LAST_SPACE_AFTER),
                     lp_style_integer(style, LP_PROPERTY_SPACE_AFTER_EMU)));
  if (place->role == LP_ROLE_TITLE && !begins_document(block)) /* of a second language */
    style = with(housing, style, LP_PROPERTY_SPACE_BEFORE_EMU,
                 2 * lp_style_integer(lp_letterhead_style(letterhead, LP_ROLE_HEADING_1),
                                      LP_PROPERTY_SPACE_BEFORE_EMU));
  /* the room below the block goes below its last line */
  const LpNode *next = lp_node_next(block);
  bool embargo_follows = place->role == LP_ROLE_DATE && next &&
                         lp_style_integer(lp_node_style(next), LP_PROPERTY_ROLE) == LP_ROLE_EMBARGO;
  if (embargo_follows)
    style =
        with(housing, style, LP_PROPERTY_SPACE_AFTER_EMU,
             lp_style_integer(lp_letterhead_style(letterhead, LP_ROLE_MEETING), LP_PROPERTY_SPACE_AFTER_EMU));
  if ((place->role == LP_ROLE_BODY || place->role == LP_ROLE_LIST) && announces(block))
    style = with(housing, style, LP_PROPERTY_KEEP_WITH_NEXT, 1);
  return style;
}

static const LpStyle *with_draft_marks(const Housing *housing, const LpStyle *style, const LpNode *block,
                                       const LpStyle *draft) {
  LpDocument *document = housing->passing->document;
  if (lp_style_integer(draft, LP_PROPERTY_PAGE_BREAK_BEFORE))
    style = with(housing, style, LP_PROPERTY_PAGE_BREAK_BEFORE, 1);
  if (lp_style_has(draft, LP_PROPERTY_GROUND))
    style = with(housing, style, LP_PROPERTY_GROUND, lp_style_integer(draft, LP_PROPERTY_GROUND));
  if (has_tab(block))
    style = lp_style_with_string(document, style, LP_PROPERTY_TABS, lp_style_string(draft, LP_PROPERTY_TABS));
  if (lp_style_integer(draft, LP_PROPERTY_DIRECTION) != LP_DIRECTION_AUTO)
    style = with(housing, style, LP_PROPERTY_DIRECTION, lp_style_integer(draft, LP_PROPERTY_DIRECTION));
  return style;
}

/* The draft's own style over the house's, but for the role and the language, which are ours. */
static const LpStyle *draft_over(const Housing *housing, const LpStyle *house, const LpStyle *draft) {
  LpDocument *document = housing->passing->document;
  const LpStyle *style = lp_style_over(document, house, draft);
  style = with(housing, style, LP_PROPERTY_ROLE, lp_style_integer(house, LP_PROPERTY_ROLE));
  return lp_style_with_string(document, style, LP_PROPERTY_LANGUAGE,
                              lp_style_string(house, LP_PROPERTY_LANGUAGE));
}

/* Lines of larger letters stand further apart, where the draft does not say how far. */
static const LpStyle *with_room(const Housing *housing, const LpStyle *style, const LpNode *block,
                                const LpStyle *house) {
  if (lp_style_has(lp_node_style(block), LP_PROPERTY_LEADING_EMU))
    return style;
  int32_t size = lp_style_integer(house, LP_PROPERTY_SIZE_EMU), largest = size;
  for (LpStep step = lp_walk_first(block); step.node; step = lp_walk_next(block, step))
    if (lp_node_kind(step.node) == LP_KIND_TEXT)
      largest = MAX(largest, lp_style_integer(lp_node_style(step.node), LP_PROPERTY_SIZE_EMU));
  int64_t leading = (int64_t)lp_style_integer(house, LP_PROPERTY_LEADING_EMU) * largest / MAX(size, 1);
  return with(housing, style, LP_PROPERTY_LEADING_EMU, (int32_t)MIN(leading, INT32_MAX));
}

static const LpStyle *paragraph_style(const Housing *housing, const LpNode *block) {
  const LpStyle *draft = lp_node_style(block);
  LpHousePlace place = lp_house_place(housing->passing, block);
  const char *language = lp_house_language(block, place.language);
  const LpStyle *house = strcmp(language, housing->passing->language) == 0
                             ? lp_letterhead_style(housing->passing->letterhead, place.role)
                             : lp_letterhead_style_in(housing->passing->letterhead, place.role, language);
  if (housing->passing->settings->keeps_style)
    return with_room(housing, draft_over(housing, house, draft), block, house);
  const LpStyle *style = indented(housing, house, block, draft, &place);
  style = with(housing, style, LP_PROPERTY_ALIGN, align_of(draft, house, place.role));
  style = spaced(housing, style, block, &place);
  return with_draft_marks(housing, style, block, draft);
}

/* ---- the pass ---- */

/* Items and lists are marked in the style of their first paragraph. */
static void style_around(const LpNode *block, LpNode *around, const LpStyle *style) {
  while (around && !lp_node_previous(block) &&
         (lp_node_kind(around) == LP_KIND_LIST_ITEM || lp_node_kind(around) == LP_KIND_LIST)) {
    lp_edit_set_style(around, style);
    block = around;
    around = lp_edit_parent(around);
  }
}

static void style_container(const Housing *housing, LpNode *node) {
  const LpStyle *draft = lp_node_style(node);
  const char *language = lp_style_string(draft, LP_PROPERTY_LANGUAGE);
  LpKind kind = lp_node_kind(node);
  if (kind == LP_KIND_TABLE || kind == LP_KIND_ROW_GROUP || kind == LP_KIND_ROW || kind == LP_KIND_CELL) {
    lp_edit_set_style(node, lp_house_cell_style(housing->passing, draft));
    return;
  }
  const LpStyle *style = language
                             ? lp_letterhead_style_in(housing->passing->letterhead, LP_ROLE_BODY, language)
                             : lp_letterhead_style(housing->passing->letterhead, LP_ROLE_BODY);
  lp_edit_set_style(node,
                    housing->passing->settings->keeps_style ? draft_over(housing, style, draft) : style);
}

void lp_pass_house_style(LpPassing *passing) {
  Housing housing = {.passing = passing, .text = lp_house_text_new(passing)};
  const LpNode *root = lp_document_root(passing->document);
  const LpStyle *base = NULL; /* of the block that the walk is in */
  lp_house_align_numbers(passing);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    LpNode *node = lp_edit_node(passing->document, step.node);
    LpKind kind = lp_node_kind(node);
    if (step.leaving)
      continue;
    if (lp_kind_is_block(kind) && lp_kind_takes_inlines(kind)) {
      base = paragraph_style(&housing, node);
      lp_edit_set_style(node, base);
      style_around(node, lp_edit_parent(node), base);
    } else if (lp_kind_is_block(kind)) {
      style_container(&housing, node);
    } else {
      lp_edit_set_style(node, lp_house_text_style(housing.text, node, base));
    }
  }
  lp_house_text_free(housing.text);
}
