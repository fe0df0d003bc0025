/* The getters of letterpress/letterhead.h. */
#include "config.h"

#include "letterhead/values.h"

int32_t lp_letterhead_integer(const LpLetterhead *letterhead, LpLetterheadKey key) {
  return (size_t)key < LP_LETTERHEAD_KEY_COUNT ? letterhead->integer[key] : 0;
}

const char *lp_letterhead_string(const LpLetterhead *letterhead, LpLetterheadKey key) {
  return (size_t)key < LP_LETTERHEAD_KEY_COUNT ? letterhead->string[key] : NULL;
}

int32_t lp_letterhead_colour(const LpLetterhead *letterhead, LpLetterheadColour colour, bool dark) {
  return (size_t)colour < LP_COLOUR_COUNT ? letterhead->colour[dark][colour] : 0;
}

const LpScriptGroup *lp_letterhead_script(const LpLetterhead *letterhead, size_t index) {
  return index < letterhead->group_count ? &letterhead->groups[index] : NULL;
}

const char *lp_script_group_script(const LpScriptGroup *group) {
  return group->script;
}

const char *lp_script_group_language(const LpScriptGroup *group) {
  return group->language;
}

const char *lp_script_group_family(const LpScriptGroup *group, size_t index) {
  return index < group->family_count ? group->families[index] : NULL;
}

int32_t lp_script_group_scale(const LpScriptGroup *group) {
  return group->value[LP_SCRIPT_SCALE];
}

int32_t lp_script_group_leading(const LpScriptGroup *group) {
  return group->value[LP_SCRIPT_LEADING];
}

LpAlign lp_script_group_align(const LpScriptGroup *group) {
  return (LpAlign)group->value[LP_SCRIPT_ALIGN];
}

bool lp_script_group_hyphenates(const LpScriptGroup *group) {
  return group->value[LP_SCRIPT_HYPHENATE];
}

bool lp_script_group_has_italic(const LpScriptGroup *group) {
  return group->value[LP_SCRIPT_ITALIC];
}

int32_t lp_script_group_spread_emu(const LpScriptGroup *group) {
  return group->value[LP_SCRIPT_SPREAD];
}

const uint8_t *lp_letterhead_emblem(const LpLetterhead *letterhead, size_t *n, bool *is_svg) {
  *n = letterhead->emblem.n;
  *is_svg = letterhead->emblem.is_svg;
  return letterhead->emblem.bytes;
}

bool lp_letterhead_emblem_path(const LpLetterhead *letterhead, size_t index, int32_t *fill,
                               const uint8_t **steps, size_t *step_count, const int32_t **coordinates) {
  if (!letterhead->emblem.bytes || !letterhead->emblem.is_svg)
    return false;
  if (!*letterhead->outline)
    *letterhead->outline =
        lp_emblem_outline(letterhead->document, letterhead->emblem.bytes, letterhead->emblem.n);
  const LpOutline *outline = *letterhead->outline;
  if (index >= outline->path_count)
    return false;
  const LpOutlinePath *path = &outline->paths[index];
  *fill = path->fill;
  *steps = outline->steps + path->first_step;
  *step_count = path->step_count;
  *coordinates = outline->coordinates + path->first_coordinate;
  return true;
}
