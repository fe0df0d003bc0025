#include "config.h"

#include "page/looks.h"

#include <string.h>

enum { SCRIPT_SIZE = 660 }; /* thousandths of the size */
enum { MOST_TABS = 64 };

void look_raise(ParagraphSpan *look, int32_t rise) {
  if (look->rise_emu != 0)
    return;
  look->rise_emu = (int32_t)((int64_t)look->size_emu * rise / 1000);
  look->size_emu = (int32_t)((int64_t)look->size_emu * SCRIPT_SIZE / 1000);
}

/* The style that says what a property is: the text's, the block's, or the role's in the letterhead. */
static const LpStyle *says(const Layout *layout, const LpStyle *text, const LpStyle *block,
                           LpProperty property) {
  if (lp_style_has(text, property))
    return text;
  if (lp_style_has(block, property))
    return block;
  const LpRole role = (LpRole)lp_style_integer(block, LP_PROPERTY_ROLE);
  return lp_letterhead_style(layout->letterhead, role);
}

static int32_t value(const Layout *layout, const LpStyle *text, const LpStyle *block, LpProperty property) {
  return lp_style_integer(says(layout, text, block, property), property);
}

int32_t look_integer(const Layout *layout, const LpStyle *block, LpProperty property) {
  return value(layout, NULL, block, property);
}

/* The list that holds just this family, kept for the document. */
static const char *const *family_list(Layout *layout, const char *family) {
  if (family == NULL)
    return NULL;
  const char **list = g_hash_table_lookup(layout->families, family);
  if (list == NULL) {
    list = g_new0(const char *, 2);
    list[0] = family;
    g_hash_table_insert(layout->families, g_strdup(family), list);
  }
  return list;
}

static uint32_t flags_of(const Layout *layout, const LpStyle *text, const LpStyle *block) {
  uint32_t flags = 0;
  const int32_t underline = value(layout, text, block, LP_PROPERTY_UNDERLINE);
  if (underline == LP_UNDERLINE_DOUBLE)
    flags |= PARAGRAPH_DOUBLE_UNDERLINE;
  else if (underline != LP_UNDERLINE_NONE)
    flags |= PARAGRAPH_UNDERLINE;
  if (value(layout, text, block, LP_PROPERTY_STRIKE))
    flags |= PARAGRAPH_STRIKE;
  return flags;
}

static ParagraphCase case_of(int32_t letter_case) {
  if (letter_case == LP_CASE_SMALL_CAPITALS)
    return PARAGRAPH_CASE_SMALL_CAPS;
  return letter_case == LP_CASE_CAPITALS ? PARAGRAPH_CASE_CAPITALS : PARAGRAPH_CASE_AS_IS;
}

ParagraphSpan look_of_text(Layout *layout, const LpStyle *text, const LpStyle *block) {
  const LpStyle *family = says(layout, text, block, LP_PROPERTY_FAMILY);
  const LpStyle *language = lp_style_has(text, LP_PROPERTY_LANGUAGE) ? text : block;
  ParagraphSpan span = {.families = family_list(layout, lp_style_string(family, LP_PROPERTY_FAMILY)),
                        .language = lp_style_string(language, LP_PROPERTY_LANGUAGE),
                        .size_emu = value(layout, text, block, LP_PROPERTY_SIZE_EMU),
                        .tracking_emu = value(layout, text, block, LP_PROPERTY_TRACKING_EMU),
                        .colour = (uint32_t)value(layout, text, block, LP_PROPERTY_COLOUR),
                        .flags = flags_of(layout, text, block),
                        .weight = (uint16_t)CLAMP(value(layout, text, block, LP_PROPERTY_WEIGHT), 100, 900),
                        .italic = value(layout, text, block, LP_PROPERTY_ITALIC) != 0,
                        .letter_case = case_of(value(layout, text, block, LP_PROPERTY_CASE))};
  if (span.size_emu <= 0)
    span.size_emu = 11 * LP_EMU_PER_POINT;
  const int32_t position = value(layout, text, block, LP_PROPERTY_POSITION);
  if (position != LP_POSITION_BASELINE)
    look_raise(&span, position == LP_POSITION_SUPERSCRIPT ? SUPERSCRIPT_RISE : SUBSCRIPT_RISE);
  return span;
}

ParagraphShape look_of_block(Layout *layout, const LpStyle *block) {
  ParagraphShape shape = {.align =
                              (ParagraphAlign)CLAMP(look_integer(layout, block, LP_PROPERTY_ALIGN), 0, 3),
                          .indent_start_emu = look_integer(layout, block, LP_PROPERTY_INDENT_START_EMU),
                          .indent_end_emu = look_integer(layout, block, LP_PROPERTY_INDENT_END_EMU),
                          .indent_first_emu = look_integer(layout, block, LP_PROPERTY_INDENT_FIRST_EMU),
                          .size_emu = look_integer(layout, block, LP_PROPERTY_SIZE_EMU),
                          .leading_emu = look_integer(layout, block, LP_PROPERTY_LEADING_EMU),
                          .language = lp_style_string(block, LP_PROPERTY_LANGUAGE),
                          .hyphenate = look_integer(layout, block, LP_PROPERTY_HYPHENATE) != 0,
                          .balance = look_integer(layout, block, LP_PROPERTY_BALANCE) != 0};
  if (shape.language == NULL)
    shape.language = layout->language;
  switch (lp_style_integer(block, LP_PROPERTY_DIRECTION)) {
  case LP_DIRECTION_LTR: shape.direction = PARAGRAPH_LEFT_TO_RIGHT; break;
  case LP_DIRECTION_RTL: shape.direction = PARAGRAPH_RIGHT_TO_LEFT; break;
  default: shape.direction = layout->right_to_left ? PARAGRAPH_RIGHT_TO_LEFT : PARAGRAPH_LEFT_TO_RIGHT;
  }
  if (shape.size_emu <= 0)
    shape.size_emu = 11 * LP_EMU_PER_POINT;
  if (shape.leading_emu <= 0)
    shape.leading_emu = shape.size_emu / 5 * 6;
  return shape;
}

/* One stop: "decimal 720000 .": its kind, its position, its leader. */
static bool parse_tab(const char *text, size_t n, ParagraphTab *tab) {
  static const char *const kinds[] = {"start", "centre", "end", "decimal"};
  char stop[64];
  if (n == 0 || n >= sizeof stop)
    return false;
  memcpy(stop, text, n);
  stop[n] = 0;
  char *rest = g_strstrip(stop);
  char *position = strchr(rest, ' ');
  if (position == NULL)
    return false;
  *position++ = 0;
  char *leader = strchr(position, ' ');
  if (leader != NULL)
    *leader++ = 0;
  int64_t emu;
  if (!lp_integer_parse(position, 0, G_MAXINT32, &emu))
    return false;
  *tab = (ParagraphTab){.position_emu = (int32_t)emu};
  for (int kind = 0; kind < 4; kind++)
    if (strcmp(rest, kinds[kind]) == 0)
      tab->kind = (ParagraphTabKind)kind;
  if (leader != NULL && *leader == '.')
    tab->leader = PARAGRAPH_LEADER_DOTS;
  if (leader != NULL && *leader == '-')
    tab->leader = PARAGRAPH_LEADER_DASHES;
  if (leader != NULL && *leader == '_')
    tab->leader = PARAGRAPH_LEADER_LINE;
  return true;
}

static gint by_position(gconstpointer a, gconstpointer b) {
  const int32_t left = ((const ParagraphTab *)a)->position_emu,
                right = ((const ParagraphTab *)b)->position_emu;
  return left < right ? -1 : left > right;
}

GArray *look_tabs(const LpStyle *block) {
  const char *text = lp_style_string(block, LP_PROPERTY_TABS);
  if (text == NULL)
    return NULL;
  GArray *tabs = g_array_new(FALSE, FALSE, sizeof(ParagraphTab));
  while (*text != 0 && tabs->len < MOST_TABS) {
    const size_t n = strcspn(text, ";");
    ParagraphTab tab;
    if (parse_tab(text, n, &tab))
      g_array_append_val(tabs, tab);
    text += n + (text[n] == ';');
  }
  g_array_sort(tabs, by_position);
  return tabs;
}

bool look_background(const LpStyle *text, uint32_t *colour) {
  if (!lp_style_has(text, LP_PROPERTY_BACKGROUND))
    return false;
  *colour = (uint32_t)lp_style_integer(text, LP_PROPERTY_BACKGROUND);
  return true;
}
