/* The computed style of each role: the numbers of [style ...], the script's leading and alignment, the keeps.
 */
#include "config.h"

#include "letterhead/values.h"

#include <glib.h>
#include <string.h>

enum {
  RUNNING = 1,  /* running text: justified unless the file says otherwise, hyphenated where the script is */
  BALANCED = 2, /* several lines about equally long */
  KEPT = 4,     /* in one piece */
  KEPT_WITH_NEXT = 8, /* on one page with what follows */
  INSET = 16          /* indented at both ends */
};

static const struct {
  LpRole role;
  unsigned behaviour;
} roles[] = {
    {LP_ROLE_BODY, RUNNING},
    {LP_ROLE_TITLE, BALANCED | KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_MEETING, BALANCED | KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_DATE, KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_HEADING_1, BALANCED | KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_HEADING_2, BALANCED | KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_HEADING_3, BALANCED | KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_LIST, RUNNING},
    {LP_ROLE_QUOTE, RUNNING | INSET},
    {LP_ROLE_TABLE_HEAD, BALANCED | KEPT},
    {LP_ROLE_TABLE_CELL, 0},
    {LP_ROLE_CAPTION, BALANCED | KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_NOTE, RUNNING},
    {LP_ROLE_SIGNATURE_NAME, KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_SIGNATURE_ROLE, KEPT},
    {LP_ROLE_PREFORMATTED, 0},
    {LP_ROLE_CONTENTS, 0},
    {LP_ROLE_EMBARGO, KEPT | KEPT_WITH_NEXT},
    {LP_ROLE_NAME, BALANCED | KEPT},
    {LP_ROLE_TAGLINE, BALANCED | KEPT},
    {LP_ROLE_RUNNING_NAME, 0},
    {LP_ROLE_RUNNING_TAGLINE, 0},
    {LP_ROLE_RUNNING_TITLE, 0},
    {LP_ROLE_FOOTER, 0},
    {LP_ROLE_CLASSIFICATION, 0},
};
G_STATIC_ASSERT(G_N_ELEMENTS(roles) == LP_ROLE_COUNT);

static size_t role_index(LpRole role) {
  if (role <= LP_ROLE_EMBARGO)
    return role;
  if (role >= LP_ROLE_NAME && role <= LP_ROLE_CLASSIFICATION)
    return role - LP_ROLE_NAME + LP_BODY_ROLE_COUNT;
  return LP_ROLE_BODY;
}

static void take_fields(LpRoleValues *values, const LpEntryGroup *group, const LpKey *keys, size_t count) {
  for (size_t i = 0; group && i < group->count; i++)
    for (size_t k = 0; k < count; k++)
      if (strcmp(keys[k].name, group->entries[i].key) == 0 && *group->entries[i].locale == '\0')
        values->is_set[keys[k].field] |=
            lp_key_value(&keys[k], group->entries[i].value, &values->value[keys[k].field]);
}

/* The rows of [style ...] stand together in the table. */
static const LpKey *style_keys(size_t *count) {
  size_t all, first = 0;
  const LpKey *keys = lp_keys(&all);
  while (strcmp(keys[first].group, "style") != 0)
    first++;
  *count = LP_ROLE_FIELD_COUNT;
  return keys + first;
}

void lp_letterhead_take_roles(LpLetterhead *letterhead, const LpDefinition *definition) {
  static const LpRoleField of_body[] = {LP_FIELD_SIZE, LP_FIELD_LEADING, LP_FIELD_COLOUR};
  size_t count;
  const LpKey *keys = style_keys(&count);
  letterhead->roles = lp_document_allocate(letterhead->document, LP_ROLE_COUNT * sizeof *letterhead->roles);
  for (size_t i = 0; i < LP_ROLE_COUNT; i++) {
    LpRoleValues *values = &letterhead->roles[i];
    char name[64];
    g_snprintf(name, sizeof name, "style %s", lp_role_name(roles[i].role));
    if (definition->groups != lp_built_in_groups)
      take_fields(values, lp_definition_group(&lp_definition_standard, name), keys, count);
    take_fields(values, lp_definition_group(definition, name), keys, count);
    for (size_t k = 0; k < G_N_ELEMENTS(of_body); k++)
      if (!values->is_set[of_body[k]])
        values->value[of_body[k]] = letterhead->roles[LP_ROLE_BODY].value[of_body[k]];
    if (!values->is_set[LP_FIELD_ALIGN])
      values->value[LP_FIELD_ALIGN] = roles[i].behaviour & RUNNING ? LP_ALIGN_JUSTIFY : LP_ALIGN_START;
  }
}

/* ---- the style ---- */

static int32_t paint(const LpLetterhead *letterhead, int32_t value) {
  return value < 0 ? letterhead->colour[0][-1 - value] : value;
}

static int32_t times(int32_t length, int32_t thousandths) {
  return (int32_t)(((int64_t)length * thousandths + 500) / 1000);
}

static const LpStyle *with(LpDocument *document, const LpStyle *style, LpProperty property, int32_t value) {
  return lp_style_with_integer(document, style, property, value);
}

static const LpStyle *with_characters(const LpLetterhead *letterhead, const LpStyle *style,
                                      const int32_t *value, const char *language) {
  LpDocument *document = letterhead->document;
  style = with(document, style, LP_PROPERTY_SIZE_EMU, value[LP_FIELD_SIZE]);
  style = with(document, style, LP_PROPERTY_WEIGHT, value[LP_FIELD_WEIGHT] ? 700 : 400);
  style = with(document, style, LP_PROPERTY_ITALIC, value[LP_FIELD_SLANT]);
  style = with(document, style, LP_PROPERTY_UNDERLINE, LP_UNDERLINE_NONE);
  style = with(document, style, LP_PROPERTY_STRIKE, 0);
  style = with(document, style, LP_PROPERTY_POSITION, LP_POSITION_BASELINE);
  style = with(document, style, LP_PROPERTY_CASE, value[LP_FIELD_CASE]);
  style = with(document, style, LP_PROPERTY_COLOUR, paint(letterhead, value[LP_FIELD_COLOUR]));
  style = with(document, style, LP_PROPERTY_HIDDEN, 0);
  style = with(document, style, LP_PROPERTY_TRACKING_EMU,
               (int32_t)((int64_t)value[LP_FIELD_SIZE] * value[LP_FIELD_TRACKING] / 1000));
  style = lp_style_with_string(document, style, LP_PROPERTY_LANGUAGE, language);
  return with(document, style, LP_PROPERTY_DIRECTION,
              lp_language_is_rtl(language) ? LP_DIRECTION_RTL : LP_DIRECTION_LTR);
}

static const LpStyle *with_paragraph(const LpLetterhead *letterhead, const LpStyle *style,
                                     const int32_t *value, unsigned behaviour, const LpScriptGroup *script) {
  LpDocument *document = letterhead->document;
  int32_t align = value[LP_FIELD_ALIGN];
  bool justifies = lp_script_group_align(script) == LP_ALIGN_JUSTIFY;
  if (align == LP_ALIGN_JUSTIFY && !justifies)
    align = lp_script_group_align(script);
  style = with(document, style, LP_PROPERTY_ALIGN, align);
  style = with(document, style, LP_PROPERTY_INDENT_START_EMU, value[LP_FIELD_INDENT]);
  style = with(document, style, LP_PROPERTY_INDENT_END_EMU, behaviour & INSET ? value[LP_FIELD_INDENT] : 0);
  style = with(document, style, LP_PROPERTY_INDENT_FIRST_EMU, 0);
  style = with(document, style, LP_PROPERTY_SPACE_BEFORE_EMU, value[LP_FIELD_SPACE_BEFORE]);
  style = with(document, style, LP_PROPERTY_SPACE_AFTER_EMU, value[LP_FIELD_SPACE_AFTER]);
  style = with(document, style, LP_PROPERTY_LEADING_EMU,
               times(value[LP_FIELD_LEADING], lp_script_group_leading(script)));
  style = with(document, style, LP_PROPERTY_KEEP_WITH_NEXT, (behaviour & KEPT_WITH_NEXT) != 0);
  style = with(document, style, LP_PROPERTY_KEEP_TOGETHER, (behaviour & KEPT) != 0);
  style = with(document, style, LP_PROPERTY_PAGE_BREAK_BEFORE, 0);
  style = with(document, style, LP_PROPERTY_HYPHENATE,
               (behaviour & RUNNING) != 0 && lp_script_group_hyphenates(script));
  return with(document, style, LP_PROPERTY_BALANCE, (behaviour & BALANCED) != 0);
}

const LpStyle *lp_letterhead_style_in(const LpLetterhead *letterhead, LpRole role, const char *language) {
  size_t index = role_index(role);
  const int32_t *value = letterhead->roles[index].value;
  const LpScriptGroup *script = lp_letterhead_script_for(letterhead, NULL, language);
  const LpStyle *style = with(letterhead->document, NULL, LP_PROPERTY_ROLE, (int32_t)roles[index].role);
  style = with_characters(letterhead, style, value, language);
  return with_paragraph(letterhead, style, value, roles[index].behaviour, script);
}

const LpStyle *lp_letterhead_style(const LpLetterhead *letterhead, LpRole role) {
  LpRoleValues *values = &letterhead->roles[role_index(role)];
  if (!values->style)
    values->style =
        lp_letterhead_style_in(letterhead, role, letterhead->string[LP_LETTERHEAD_DOCUMENT_LANGUAGE]);
  return values->style;
}
