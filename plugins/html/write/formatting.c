/* strong, em and their kin around text. */
#include "config.h"

#include "formatting.h"

#include "differences.h"
#include "state.h"

#include <string.h>

void formatting_begin(HtmlWriter *writer, const LpNode *block) {
  formatting_end(writer);
  writer->formatting.block = block;
}

void formatting_end(HtmlWriter *writer) {
  Formatting *formatting = &writer->formatting;
  for (; formatting->open_count; formatting->open_count--)
    lp_markup_close(writer->markup);
  formatting->text_style = NULL;
}

static bool same_string(const char *a, const char *b) {
  return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_wrap(const Wrap *a, const Wrap *b) {
  return same_string(a->element, b->element) && same_string(a->language, b->language) &&
         same_string(a->direction, b->direction) && same_string(a->class_name, b->class_name);
}

static void want(Formatting *formatting, const char *element) {
  formatting->wanted[formatting->wanted_count++] = (Wrap){.element = element};
}

/* What text of that style wants around it, outermost first: at most 7 elements. */
static void find_wanted(HtmlWriter *writer, const LpStyle *style) {
  Formatting *formatting = &writer->formatting;
  const LpNode *block = formatting->block;
  if (style && formatting->text_style == style && formatting->wanted_block == block)
    return;
  formatting->text_style = style;
  formatting->wanted_block = block;
  formatting->wanted_count = 0;
  if (!style)
    return;
  Wrap span = {.element = "span",
               .language = element_new_language(writer, style),
               .direction = element_new_direction(writer, style)};
  Declarations declarations;
  differences_of_text(writer, style, block, &declarations);
  span.class_name = class_name(&writer->classes, &declarations);
  if (span.language || span.direction || span.class_name)
    formatting->wanted[formatting->wanted_count++] = span;
  if (differences_make_bold(writer, style, block))
    want(formatting, "strong");
  if (differences_make_italic(writer, style, block))
    want(formatting, "em");
  int32_t underline = lp_style_integer(style, LP_PROPERTY_UNDERLINE);
  /* A link is underlined anyway. */
  if (underline != LP_UNDERLINE_NONE && underline != LP_UNDERLINE_DOUBLE && !writer->elements.link)
    want(formatting, "u");
  if (lp_style_integer(style, LP_PROPERTY_STRIKE))
    want(formatting, "s");
  int32_t position = lp_style_integer(style, LP_PROPERTY_POSITION);
  if (position == LP_POSITION_SUPERSCRIPT)
    want(formatting, "sup");
  if (position == LP_POSITION_SUBSCRIPT)
    want(formatting, "sub");
}

void formatting_for(HtmlWriter *writer, const LpStyle *style) {
  Formatting *formatting = &writer->formatting;
  find_wanted(writer, style);
  size_t common = 0;
  while (common < formatting->open_count && common < formatting->wanted_count &&
         same_wrap(&formatting->open[common], &formatting->wanted[common]))
    common++;
  for (; formatting->open_count > common; formatting->open_count--)
    lp_markup_close(writer->markup);
  for (size_t i = common; i < formatting->wanted_count; i++) {
    const Wrap *wrap = &formatting->wanted[i];
    lp_markup_open(writer->markup, wrap->element);
    lp_markup_attribute(writer->markup, "lang", wrap->language);
    lp_markup_attribute(writer->markup, "dir", wrap->direction);
    lp_markup_attribute(writer->markup, "class", wrap->class_name);
    formatting->open[formatting->open_count++] = *wrap;
  }
}
