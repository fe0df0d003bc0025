/* The ONE table of style properties, and the one of roles. */
#include "config.h"

#include <letterpress/style.h>

#include <glib.h>
#include <string.h>

static const struct {
  const char *name;
  LpAttributeType type;
} properties[LP_PROPERTY_COUNT] = {
    [LP_PROPERTY_FAMILY] = {"family", LP_TYPE_STRING},
    [LP_PROPERTY_SIZE_EMU] = {"size-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_WEIGHT] = {"weight", LP_TYPE_INTEGER},
    [LP_PROPERTY_ITALIC] = {"italic", LP_TYPE_FLAG},
    [LP_PROPERTY_UNDERLINE] = {"underline", LP_TYPE_INTEGER},
    [LP_PROPERTY_STRIKE] = {"strike", LP_TYPE_FLAG},
    [LP_PROPERTY_POSITION] = {"position", LP_TYPE_INTEGER},
    [LP_PROPERTY_CASE] = {"case", LP_TYPE_INTEGER},
    [LP_PROPERTY_COLOUR] = {"colour", LP_TYPE_COLOUR},
    [LP_PROPERTY_BACKGROUND] = {"background", LP_TYPE_COLOUR},
    [LP_PROPERTY_LANGUAGE] = {"language", LP_TYPE_STRING},
    [LP_PROPERTY_DIRECTION] = {"direction", LP_TYPE_INTEGER},
    [LP_PROPERTY_HIDDEN] = {"hidden", LP_TYPE_FLAG},
    [LP_PROPERTY_TRACKING_EMU] = {"tracking-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_ROLE] = {"role", LP_TYPE_INTEGER},
    [LP_PROPERTY_NAME] = {"style-name", LP_TYPE_STRING},
    [LP_PROPERTY_ALIGN] = {"align", LP_TYPE_INTEGER},
    [LP_PROPERTY_INDENT_START_EMU] = {"indent-start-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_INDENT_END_EMU] = {"indent-end-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_INDENT_FIRST_EMU] = {"indent-first-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_SPACE_BEFORE_EMU] = {"space-before-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_SPACE_AFTER_EMU] = {"space-after-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_LEADING_EMU] = {"leading-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_KEEP_WITH_NEXT] = {"keep-with-next", LP_TYPE_FLAG},
    [LP_PROPERTY_KEEP_TOGETHER] = {"keep-together", LP_TYPE_FLAG},
    [LP_PROPERTY_PAGE_BREAK_BEFORE] = {"page-break-before", LP_TYPE_FLAG},
    [LP_PROPERTY_HYPHENATE] = {"hyphenate", LP_TYPE_FLAG},
    [LP_PROPERTY_BALANCE] = {"balance", LP_TYPE_FLAG},
    [LP_PROPERTY_GROUND] = {"ground", LP_TYPE_COLOUR},
    [LP_PROPERTY_TABS] = {"tabs", LP_TYPE_STRING},
    [LP_PROPERTY_BORDER_TOP_EMU] = {"border-top-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_BORDER_BOTTOM_EMU] = {"border-bottom-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_BORDER_START_EMU] = {"border-start-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_BORDER_END_EMU] = {"border-end-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_BORDER_COLOUR] = {"border-colour", LP_TYPE_COLOUR},
    [LP_PROPERTY_VERTICAL_ALIGN] = {"vertical-align", LP_TYPE_INTEGER},
    [LP_PROPERTY_TABLE_WIDTH_EMU] = {"table-width-emu", LP_TYPE_LENGTH},
    [LP_PROPERTY_WRITING_MODE] = {"writing-mode", LP_TYPE_INTEGER},
};

static const struct {
  LpRole role;
  const char *name;
} roles[] = {
    {LP_ROLE_BODY, "body"},
    {LP_ROLE_TITLE, "title"},
    {LP_ROLE_MEETING, "meeting"},
    {LP_ROLE_DATE, "date"},
    {LP_ROLE_HEADING_1, "heading-1"},
    {LP_ROLE_HEADING_2, "heading-2"},
    {LP_ROLE_HEADING_3, "heading-3"},
    {LP_ROLE_LIST, "list"},
    {LP_ROLE_QUOTE, "quote"},
    {LP_ROLE_TABLE_HEAD, "table-head"},
    {LP_ROLE_TABLE_CELL, "table-cell"},
    {LP_ROLE_CAPTION, "caption"},
    {LP_ROLE_NOTE, "note"},
    {LP_ROLE_SIGNATURE_NAME, "signature-name"},
    {LP_ROLE_SIGNATURE_ROLE, "signature-role"},
    {LP_ROLE_PREFORMATTED, "preformatted"},
    {LP_ROLE_CONTENTS, "contents"},
    {LP_ROLE_EMBARGO, "embargo"},
    {LP_ROLE_NAME, "name"},
    {LP_ROLE_TAGLINE, "tagline"},
    {LP_ROLE_RUNNING_NAME, "running-name"},
    {LP_ROLE_RUNNING_TAGLINE, "running-tagline"},
    {LP_ROLE_RUNNING_TITLE, "running-title"},
    {LP_ROLE_FOOTER, "footer"},
    {LP_ROLE_CLASSIFICATION, "classification"},
};

const char *lp_property_name(LpProperty property) {
  return (size_t)property < LP_PROPERTY_COUNT ? properties[property].name : NULL;
}

LpProperty lp_property_by_name(const char *name) {
  for (int i = 0; i < LP_PROPERTY_COUNT; i++)
    if (properties[i].name && strcmp(properties[i].name, name) == 0)
      return (LpProperty)i;
  return LP_PROPERTY_COUNT;
}

LpAttributeType lp_property_type(LpProperty property) {
  return (size_t)property < LP_PROPERTY_COUNT ? properties[property].type : LP_TYPE_INTEGER;
}

const char *lp_role_name(LpRole role) {
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
    if (roles[i].role == role)
      return roles[i].name;
  return NULL;
}

bool lp_role_by_name(const char *name, LpRole *role) {
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
    if (strcmp(roles[i].name, name) == 0) {
      *role = roles[i].role;
      return true;
    }
  return false;
}
