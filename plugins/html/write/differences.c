/* From properties to declarations. */
#include "config.h"

#include "differences.h"

#include "roles.h"
#include "state.h"

/* a / b, rounded to nearest; b is above 0. */
static int64_t divided(int64_t a, int64_t b) {
  return (a < 0 ? a - b / 2 : a + b / 2) / b;
}

int64_t rem_of_length(const HtmlWriter *writer, int32_t length_emu) {
  return divided((int64_t)length_emu * 1000000, (int64_t)writer->body_size_emu * writer->scale);
}

void declare_size(const HtmlWriter *writer, CssText *text, int32_t size_emu) {
  int64_t beyond = divided((int64_t)size_emu * 1000, writer->body_size_emu) - 1000;
  if (beyond == 0) {
    css_declare(text, "font-size:1rem");
    return;
  }
  long long amount = beyond < 0 ? -beyond : beyond;
  css_declare(text, "font-size:calc(1rem %c %lld.%03lldrem*var(--k))", beyond < 0 ? '-' : '+', amount / 1000,
              amount % 1000);
}

/* What a block's own style says, else its role's. */
static int32_t block_value(const HtmlWriter *writer, const LpNode *block, LpProperty property) {
  const LpStyle *style = block ? lp_node_style(block) : NULL;
  if (lp_style_has(style, property))
    return lp_style_integer(style, property);
  LpRole role = block ? role_of(block) : LP_ROLE_BODY;
  return lp_style_integer(lp_letterhead_style(writer->letterhead, role), property);
}

/* Whether a property is set and has another value than the base's; *value gets it. */
static bool differs(const LpStyle *style, LpProperty property, int32_t base, int32_t *value) {
  if (!lp_style_has(style, property))
    return false;
  *value = lp_style_integer(style, property);
  return *value != base;
}

/* WCAG 2.2, relative luminance, with 2 for the exponent: enough to tell which of black and white reads
 * better. */
static bool is_light(int32_t colour) {
  int64_t red = (colour >> 16) & 255, green = (colour >> 8) & 255, blue = colour & 255;
  return 2126 * red * red + 7152 * green * green + 722 * blue * blue > (int64_t)1790 * 255 * 255;
}

static void declare_ground(CssText *text, int32_t colour) {
  css_declare_colour(text, "background", colour);
  css_declare_colour(text, "color", is_light(colour) ? 0x000000 : 0xFFFFFF);
}

static void declare_family(CssText *text, const LpStyle *style) {
  const char *family = lp_style_string(style, LP_PROPERTY_FAMILY);
  char quoted[256];
  if (family && *family)
    css_declare(text, "font-family:%s,var(--serif)", css_string(family, quoted, sizeof quoted));
}

static void declare_case(CssText *text, int32_t case_) {
  if (case_ == LP_CASE_SMALL_CAPITALS)
    css_declare(text, "font-variant-caps:small-caps");
  else if (case_ == LP_CASE_CAPITALS)
    css_declare(text, "text-transform:uppercase");
  else
    css_declare(text, "font-variant-caps:normal;text-transform:none");
}

/* Properties of characters that blocks and text share. base: of a block, its role's style; NULL: style is
   that of text in block. */
static void characters(const HtmlWriter *writer, const LpStyle *style, const LpStyle *base,
                       const LpNode *block, Declarations *d) {
  int32_t value;
#define BASE(property) (base ? lp_style_integer(base, property) : block_value(writer, block, property))
  declare_family(&d->light, style);
  bool raised = lp_style_integer(style, LP_PROPERTY_POSITION) != LP_POSITION_BASELINE;
  if (!raised && differs(style, LP_PROPERTY_SIZE_EMU, BASE(LP_PROPERTY_SIZE_EMU), &value) && value > 0)
    declare_size(writer, &d->always, value);
  if (differs(style, LP_PROPERTY_CASE, BASE(LP_PROPERTY_CASE), &value))
    declare_case(&d->always, value);
  if (differs(style, LP_PROPERTY_TRACKING_EMU, BASE(LP_PROPERTY_TRACKING_EMU), &value))
    css_declare_length(&d->always, "letter-spacing", rem_of_length(writer, value), "rem");
  if (differs(style, LP_PROPERTY_COLOUR, BASE(LP_PROPERTY_COLOUR), &value))
    css_declare_colour(&d->light, "color", value);
#undef BASE
}

static void alignment(const LpStyle *style, const LpStyle *base, Declarations *d) {
  static const char *const names[] = {"start", "end", "center", "justify"};
  int32_t usual = lp_style_integer(base, LP_PROPERTY_ALIGN);
  int32_t value;
  if (!differs(style, LP_PROPERTY_ALIGN, usual, &value) || value < LP_ALIGN_START || value > LP_ALIGN_JUSTIFY)
    return;
  /* On screen text is ragged: only what is neither start nor justified shows there. */
  bool paper_only = value == LP_ALIGN_JUSTIFY || (value == LP_ALIGN_START && usual == LP_ALIGN_JUSTIFY);
  css_declare(paper_only ? &d->print : &d->always, "text-align:%s", names[value]);
}

static void lengths(const HtmlWriter *writer, const LpStyle *style, const LpStyle *base, Declarations *d) {
  static const struct {
    LpProperty property;
    const char *name;
  } rows[] = {{LP_PROPERTY_INDENT_START_EMU, "margin-inline-start"},
              {LP_PROPERTY_INDENT_END_EMU, "margin-inline-end"},
              {LP_PROPERTY_INDENT_FIRST_EMU, "text-indent"},
              {LP_PROPERTY_SPACE_BEFORE_EMU, "margin-block-start"},
              {LP_PROPERTY_SPACE_AFTER_EMU, "margin-block-end"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    int32_t value;
    if (differs(style, rows[i].property, lp_style_integer(base, rows[i].property), &value))
      css_declare_length(&d->always, rows[i].name, rem_of_length(writer, value), "rem");
  }
}

static void breaks(const LpStyle *style, const LpStyle *base, Declarations *d) {
  int32_t value;
  if (differs(style, LP_PROPERTY_KEEP_WITH_NEXT, lp_style_integer(base, LP_PROPERTY_KEEP_WITH_NEXT), &value))
    css_declare(&d->print, "break-after:%s", value ? "avoid" : "auto");
  if (differs(style, LP_PROPERTY_KEEP_TOGETHER, lp_style_integer(base, LP_PROPERTY_KEEP_TOGETHER), &value))
    css_declare(&d->print, "break-inside:%s", value ? "avoid" : "auto");
  if (lp_style_integer(style, LP_PROPERTY_PAGE_BREAK_BEFORE))
    css_declare(&d->print, "break-before:page");
}

static void leading(const HtmlWriter *writer, const LpStyle *style, const LpStyle *base, Declarations *d) {
  int32_t value;
  int32_t size =
      lp_style_integer(lp_style_has(style, LP_PROPERTY_SIZE_EMU) ? style : base, LP_PROPERTY_SIZE_EMU);
  if (!differs(style, LP_PROPERTY_LEADING_EMU, lp_style_integer(base, LP_PROPERTY_LEADING_EMU), &value))
    return;
  if (size <= 0 || value <= 0)
    return;
  int64_t ratio = divided((int64_t)value * 1000000, (int64_t)size * writer->scale);
  css_declare(&d->always, "line-height:calc(%d.%03d*var(--l))", (int)(ratio / 1000), (int)(ratio % 1000));
}

static void ground_and_borders(const LpStyle *style, Declarations *d) {
  static const struct {
    LpProperty property;
    const char *name;
  } rows[] = {{LP_PROPERTY_BORDER_TOP_EMU, "border-block-start"},
              {LP_PROPERTY_BORDER_BOTTOM_EMU, "border-block-end"},
              {LP_PROPERTY_BORDER_START_EMU, "border-inline-start"},
              {LP_PROPERTY_BORDER_END_EMU, "border-inline-end"}};
  int32_t colour = lp_style_integer(style, LP_PROPERTY_BORDER_COLOUR);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (!lp_style_has(style, rows[i].property))
      continue;
    int32_t width = lp_style_integer(style, rows[i].property);
    if (width <= 0)
      css_declare(&d->always, "%s:0", rows[i].name);
    else if (colour == 0)
      css_declare(&d->always, "%s:max(1px,%d.%03dpt) solid", rows[i].name, width / LP_EMU_PER_POINT,
                  width % LP_EMU_PER_POINT * 10 / 127);
    else
      css_declare(&d->always, "%s:max(1px,%d.%03dpt) solid #%06X", rows[i].name, width / LP_EMU_PER_POINT,
                  width % LP_EMU_PER_POINT * 10 / 127, (unsigned)colour & 0xFFFFFFU);
  }
  if (lp_style_has(style, LP_PROPERTY_GROUND))
    declare_ground(&d->always, lp_style_integer(style, LP_PROPERTY_GROUND));
}

void differences_of_block(const HtmlWriter *writer, const LpNode *block, Declarations *d) {
  declarations_clear(d);
  const LpStyle *style = lp_node_style(block);
  if (!style)
    return;
  const LpStyle *base = lp_letterhead_style(writer->letterhead, role_of(block));
  const LpNode *parent = role_parent(block);
  LpKind kind = parent ? lp_node_kind(parent) : LP_KIND_NONE;
  characters(writer, style, base, NULL, d);
  int32_t value;
  if (differs(style, LP_PROPERTY_WEIGHT, lp_style_integer(base, LP_PROPERTY_WEIGHT), &value))
    css_declare(&d->always, "font-weight:%d", value);
  if (differs(style, LP_PROPERTY_ITALIC, lp_style_integer(base, LP_PROPERTY_ITALIC), &value))
    css_declare(&d->always, "font-style:%s", value ? "italic" : "normal");
  leading(writer, style, base, d);
  alignment(style, base, d);
  /* Lists indent by nesting, notes by their number, cells by their padding. */
  if (kind != LP_KIND_LIST_ITEM && kind != LP_KIND_NOTE && kind != LP_KIND_CELL)
    lengths(writer, style, base, d);
  breaks(style, base, d);
  ground_and_borders(style, d);
}

void differences_of_box(const LpNode *box, Declarations *d) {
  declarations_clear(d);
  const LpStyle *style = lp_node_style(box);
  if (!style)
    return;
  ground_and_borders(style, d);
  if (lp_node_kind(box) != LP_KIND_CELL)
    return;
  int32_t vertical = lp_style_integer(style, LP_PROPERTY_VERTICAL_ALIGN);
  if (vertical == 1 || vertical == 2)
    css_declare(&d->always, "vertical-align:%s", vertical == 1 ? "middle" : "bottom");
  int32_t mode = lp_style_integer(style, LP_PROPERTY_WRITING_MODE);
  if (mode == 1)
    css_declare(&d->always, "writing-mode:vertical-rl");
  if (mode == 2)
    css_declare(&d->always, "writing-mode:sideways-lr");
}

enum { BOLD = 600 };

bool differences_make_bold(const HtmlWriter *writer, const LpStyle *text, const LpNode *block) {
  return lp_style_integer(text, LP_PROPERTY_WEIGHT) >= BOLD &&
         block_value(writer, block, LP_PROPERTY_WEIGHT) < BOLD;
}

bool differences_make_italic(const HtmlWriter *writer, const LpStyle *text, const LpNode *block) {
  return lp_style_integer(text, LP_PROPERTY_ITALIC) && !block_value(writer, block, LP_PROPERTY_ITALIC);
}

void differences_of_text(const HtmlWriter *writer, const LpStyle *text, const LpNode *block,
                         Declarations *d) {
  declarations_clear(d);
  int32_t value;
  characters(writer, text, NULL, block, d);
  if (differs(text, LP_PROPERTY_WEIGHT, block_value(writer, block, LP_PROPERTY_WEIGHT), &value) &&
      value < BOLD)
    css_declare(&d->always, "font-weight:%d", value);
  if (differs(text, LP_PROPERTY_ITALIC, block_value(writer, block, LP_PROPERTY_ITALIC), &value) && !value)
    css_declare(&d->always, "font-style:normal");
  if (lp_style_integer(text, LP_PROPERTY_UNDERLINE) == LP_UNDERLINE_DOUBLE)
    css_declare(&d->always, "text-decoration:underline double");
  if (lp_style_has(text, LP_PROPERTY_BACKGROUND))
    declare_ground(&d->always, lp_style_integer(text, LP_PROPERTY_BACKGROUND));
}
