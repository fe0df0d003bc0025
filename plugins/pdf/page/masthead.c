#include "config.h"

#include "page/set_text.h"

/* Sizes that narrow pages take (LETTERHEAD.md 4 has them from the design of the house). */
enum {
  NARROW_MEASURE = 340 * LP_EMU_PER_POINT,
  NARROW_EMBLEM = 36 * LP_EMU_PER_POINT,
  NARROW_NAME = 19 * LP_EMU_PER_POINT,
  STACKED_MEASURE = 220 * LP_EMU_PER_POINT,
  SMALLEST_NAME = 18 * LP_EMU_PER_POINT,
  NAME_STEP = LP_EMU_PER_POINT / 2
};

/* With the tagline above the name, both stand higher than where the order is the other way round. */
enum { BEFORE_TAGLINE_UP = 23 * LP_EMU_PER_POINT / 2, BEFORE_NAME_UP = 2 * LP_EMU_PER_POINT };

static int32_t key(const Layout *layout, LpLetterheadKey name) {
  return lp_letterhead_integer(layout->letterhead, name);
}

static const char *string(const Layout *layout, LpLetterheadKey name) {
  return lp_letterhead_string(layout->letterhead, name);
}

static Rule rule_across(const Layout *layout, const PageFormat *format, int32_t top, int32_t thickness) {
  const uint32_t colour = (uint32_t)lp_letterhead_colour(layout->letterhead, LP_COLOUR_RULE, false);
  return (Rule){format->left_emu, top, format->measure_emu, thickness, colour};
}

/* The accent lies on the rule, at its start. */
static Rule accent_on(const Layout *layout, const Rule *rule, int32_t length, int32_t thickness) {
  length = MIN(length, rule->width_emu);
  const int32_t left = layout->right_to_left ? rule->left_emu + rule->width_emu - length : rule->left_emu;
  const uint32_t colour = (uint32_t)lp_letterhead_colour(layout->letterhead, LP_COLOUR_ACCENT, false);
  return (Rule){left, rule->top_emu + (rule->height_emu - thickness) / 2, length, thickness, colour};
}

/* A strip of the text's width that keeps a distance from its start. */
static Strip strip_from(const Layout *layout, const PageFormat *format, int32_t from_start,
                        ParagraphAlign align) {
  return (Strip){format->left_emu + (layout->right_to_left ? 0 : from_start),
                 format->measure_emu - from_start, align};
}

static int32_t at_start(const Layout *layout, const PageFormat *format, int32_t width) {
  return layout->right_to_left ? format->left_emu + format->measure_emu - width : format->left_emu;
}

/* The points that name and tagline move apart for their script. */
static int32_t spread_of(const Layout *layout, const char *name) {
  char script[5] = "Latn";
  for (size_t at = 0; name[at] != 0; at += g_utf8_skip[(guchar)name[at]]) {
    const GUnicodeScript found = g_unichar_get_script(g_utf8_get_char(name + at));
    if (found == G_UNICODE_SCRIPT_COMMON || found == G_UNICODE_SCRIPT_INHERITED)
      continue;
    const guint32 code = g_unicode_script_to_iso15924(found);
    for (int i = 0; i < 4; i++)
      script[i] = (char)(code >> (24 - 8 * i) & 0xFF);
    break;
  }
  const LpScriptGroup *group =
      lp_letterhead_script_for(layout->letterhead, script, string(layout, LP_LETTERHEAD_LANGUAGE));
  return lp_script_group_spread_emu(group);
}

/* The name on one line; else on two, balanced, down to the smallest size; else on three. Never squeezed. */
static SetText fit_name(Layout *layout, const PageFormat *format, const Strip *strip, PdfElement *element,
                        int32_t *leading) {
  const char *name = string(layout, LP_LETTERHEAD_NAME), *language = string(layout, LP_LETTERHEAD_LANGUAGE);
  RoleLook look =
      role_look(layout, LP_ROLE_NAME, language, format->measure_emu < NARROW_MEASURE ? NARROW_NAME : 0);
  SetText set = {0};
  for (int32_t size = look.span.size_emu;; size -= NAME_STEP) {
    look = role_look(layout, LP_ROLE_NAME, language, size);
    set = set_text(layout, name, &look, strip, 0, element);
    const bool fits = set.paragraph == NULL || (set.paragraph->line_count <= 2 && !set.paragraph->overfull);
    if (fits || size - NAME_STEP < SMALLEST_NAME)
      break;
    set_text_clear(&set);
  }
  *leading = look.shape.leading_emu;
  return set;
}

/* Gives name and tagline their baselines; returns by how much all below moves down. */
static int32_t place_lines(const Layout *layout, Head *head, int32_t leading, int32_t down) {
  const int32_t spread = spread_of(layout, string(layout, LP_LETTERHEAD_NAME)) / 2;
  const int32_t upper = key(layout, LP_LETTERHEAD_FIRST_NAME_BASELINE) + down;
  const int32_t lower = key(layout, LP_LETTERHEAD_FIRST_TAGLINE_BASELINE) + down;
  const int32_t name_drop = set_text_drop(&head->name), tagline_drop = set_text_drop(&head->tagline);
  if (head->tagline.paragraph == NULL) {
    const int32_t middle =
        head->emblem_size_emu > 0 && down == 0
            ? head->emblem_top_emu + head->emblem_size_emu / 2 + leading * 3 / 10 - name_drop / 2
            : upper;
    head->name.baseline_emu = middle;
    return MAX(name_drop - leading, 0);
  }
  if (key(layout, LP_LETTERHEAD_TAGLINE_BEFORE)) {
    head->tagline.baseline_emu = upper - BEFORE_TAGLINE_UP - spread;
    head->name.baseline_emu = lower - BEFORE_NAME_UP + spread + tagline_drop;
  } else {
    head->name.baseline_emu = upper - spread;
    head->tagline.baseline_emu = lower + spread + name_drop;
  }
  return name_drop + tagline_drop;
}

static PdfElement *element_for(Layout *layout, const char *text) {
  if (text == NULL || *text == 0)
    return NULL;
  PdfElement *element = pdf_element_new(layout->tags, pdf_tags_document(layout->tags), PDF_P);
  const char *language = string(layout, LP_LETTERHEAD_LANGUAGE);
  if (language != NULL && g_ascii_strcasecmp(language, layout->language) != 0)
    pdf_element_set_language(layout->tags, element, language);
  return element;
}

Head *masthead_new(Layout *layout, const PageFormat *format) {
  Head *head = g_new0(Head, 1);
  const bool centred = key(layout, LP_LETTERHEAD_FIRST_ALIGN) == LP_ALIGN_CENTRE;
  int32_t emblem = key(layout, LP_LETTERHEAD_EMBLEM_SIZE);
  if (format->measure_emu < NARROW_MEASURE)
    emblem = MIN(emblem, NARROW_EMBLEM);
  const bool stacked = emblem > 0 && (centred || format->measure_emu < STACKED_MEASURE);
  const int32_t gap = emblem > 0 ? emblem + key(layout, LP_LETTERHEAD_EMBLEM_GAP) : 0;
  head->emblem_size_emu = emblem;
  head->emblem_top_emu = key(layout, LP_LETTERHEAD_EMBLEM_TOP);
  head->emblem_left_emu =
      centred ? format->left_emu + (format->measure_emu - emblem) / 2 : at_start(layout, format, emblem);
  const Strip strip =
      strip_from(layout, format, stacked ? 0 : gap, centred ? PARAGRAPH_ALIGN_CENTRE : PARAGRAPH_ALIGN_START);
  const char *name = string(layout, LP_LETTERHEAD_NAME), *tagline = string(layout, LP_LETTERHEAD_TAGLINE);
  const bool before = key(layout, LP_LETTERHEAD_TAGLINE_BEFORE) != 0;
  head->tagline_first = before;
  const char *alternative = string(layout, LP_LETTERHEAD_EMBLEM_ALTERNATIVE);
  if (emblem > 0 && alternative != NULL && *alternative != 0) {
    head->emblem = pdf_element_new(layout->tags, pdf_tags_document(layout->tags), PDF_FIGURE);
    pdf_element_set_alternative(layout->tags, head->emblem, alternative);
  }
  PdfElement *first = element_for(layout, before ? tagline : name);
  PdfElement *second = element_for(layout, before ? name : tagline);
  head->classification = pdf_element_new(layout->tags, pdf_tags_document(layout->tags), PDF_P);
  int32_t leading = 0;
  head->name = fit_name(layout, format, &strip, before ? second : first, &leading);
  const RoleLook look = role_look(layout, LP_ROLE_TAGLINE, string(layout, LP_LETTERHEAD_LANGUAGE), 0);
  head->tagline = set_text(layout, tagline, &look, &strip, 0, before ? first : second);
  int32_t down = stacked ? gap : 0;
  down += place_lines(layout, head, leading, down);
  const int32_t top = key(layout, LP_LETTERHEAD_FIRST_RULE_TOP) + down;
  head->rule = rule_across(layout, format, top, key(layout, LP_LETTERHEAD_FIRST_RULE_THICKNESS));
  head->accent = accent_on(layout, &head->rule, key(layout, LP_LETTERHEAD_FIRST_ACCENT_LENGTH),
                           key(layout, LP_LETTERHEAD_FIRST_ACCENT_THICKNESS));
  head->text_top_emu = key(layout, LP_LETTERHEAD_FIRST_TEXT_TOP) + down;
  return head;
}

/* The running title stands at the end of the first line, as far as the name leaves it room. */
static SetText running_title(Layout *layout, const PageFormat *format, int32_t from_start, int32_t baseline) {
  enum { LEAST_GAP = 18 * LP_EMU_PER_POINT };
  const Strip strip = strip_from(layout, format, from_start + LEAST_GAP, PARAGRAPH_ALIGN_END);
  if (format->measure_emu < STACKED_MEASURE || strip.width_emu <= 0)
    return (SetText){0};
  const RoleLook look = role_look(layout, LP_ROLE_RUNNING_TITLE, NULL, 0);
  return set_text_cut(layout, string(layout, LP_LETTERHEAD_FOLLOWING_END), &look, &strip, baseline);
}

Head *running_head_new(Layout *layout, const PageFormat *format) {
  Head *head = g_new0(Head, 1);
  head->text_top_emu = key(layout, LP_LETTERHEAD_FOLLOWING_TEXT_TOP);
  if (!key(layout, LP_LETTERHEAD_FOLLOWING_SHOW))
    return head;
  const int32_t emblem =
      key(layout, LP_LETTERHEAD_EMBLEM_SIZE) > 0 ? key(layout, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE) : 0;
  const int32_t gap = emblem > 0 ? emblem + key(layout, LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP) : 0;
  head->emblem_size_emu = emblem;
  head->emblem_top_emu = key(layout, LP_LETTERHEAD_FOLLOWING_EMBLEM_TOP);
  head->emblem_left_emu = at_start(layout, format, emblem);
  const char *language = string(layout, LP_LETTERHEAD_LANGUAGE);
  const RoleLook name_look = role_look(layout, LP_ROLE_RUNNING_NAME, language, 0);
  const RoleLook tagline_look = role_look(layout, LP_ROLE_RUNNING_TAGLINE, language, 0);
  const char *name = string(layout, LP_LETTERHEAD_FOLLOWING_START);
  const char *second = string(layout, LP_LETTERHEAD_FOLLOWING_SECOND);
  const Strip strip = strip_from(layout, format, gap, PARAGRAPH_ALIGN_START);
  int32_t baseline = key(layout, LP_LETTERHEAD_FOLLOWING_BASELINE);
  if ((second == NULL || *second == 0) && emblem > 0)
    baseline = head->emblem_top_emu + emblem / 2 + name_look.span.size_emu / 3;
  head->name = set_text_cut(layout, name, &name_look, &strip, baseline);
  head->tagline = set_text_cut(layout, second, &tagline_look, &strip,
                               key(layout, LP_LETTERHEAD_FOLLOWING_SECOND_BASELINE));
  head->title = running_title(layout, format, gap + text_width(layout, name, &name_look), baseline);
  head->rule = rule_across(layout, format, key(layout, LP_LETTERHEAD_FOLLOWING_RULE_TOP),
                           key(layout, LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS));
  head->accent = accent_on(layout, &head->rule, key(layout, LP_LETTERHEAD_FOLLOWING_ACCENT_LENGTH),
                           key(layout, LP_LETTERHEAD_FOLLOWING_ACCENT_THICKNESS));
  return head;
}

void head_free(Head *head) {
  if (head == NULL)
    return;
  set_text_clear(&head->name);
  set_text_clear(&head->tagline);
  set_text_clear(&head->title);
  g_free(head);
}
