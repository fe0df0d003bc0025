/* Styles: definitions, and what they inherit. */
#include "config.h"

#include "read/styles.h"

#include "read/properties.h"

#include <string.h>

static char *style_key(const char *family, const char *name) {
  return g_strconcat(family, " ", name, NULL);
}

static StyleDefinition *find(const Reader *reader, const char *family, const char *name) {
  char *key = style_key(family, name);
  StyleDefinition *style = g_hash_table_lookup(reader->styles, key);
  g_free(key);
  return style;
}

/* A default style has the name "". */
static StyleDefinition *add(Reader *reader, const char *family, const char *name) {
  StyleDefinition *style = lp_document_allocate(reader->document, sizeof *style);
  style->family = odt_keep(reader, family);
  style->name = odt_keep(reader, name);
  style->automatic = reader->automatic;
  g_hash_table_replace(reader->styles, style_key(family, name), style);
  return style;
}

LpXmlInto odt_enter_automatic(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->automatic = true;
  return LP_XML_INTO;
}

void odt_leave_automatic(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->automatic = false;
}

LpXmlInto odt_enter_style(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *name = lp_xml_attribute(element, NS_STYLE, "name");
  const char *family = lp_xml_attribute(element, NS_STYLE, "family");
  if (!name || !family)
    return LP_XML_INTO;
  StyleDefinition *style = add(reader, family, name);
  style->display_name = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "display-name"));
  style->parent = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "parent-style-name"));
  style->list_style = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "list-style-name"));
  style->outline_level = odt_integer(element, NS_STYLE, "default-outline-level", 1, 10, 0);
  reader->style = style;
  return LP_XML_INTO;
}

void odt_leave_style(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->style = NULL;
}

LpXmlInto odt_enter_default_style(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *family = lp_xml_attribute(element, NS_STYLE, "family");
  if (family)
    reader->style = add(reader, family, "");
  return LP_XML_INTO;
}

LpXmlInto odt_enter_text_properties(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  if (reader->style)
    reader->style->text =
        odt_text_properties(reader, reader->style->text, element, &reader->style->size_percent);
  return LP_XML_INTO;
}

LpXmlInto odt_enter_block_properties(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  if (reader->style)
    reader->style->block = odt_block_properties(reader, reader->style->block, element);
  return LP_XML_INTO;
}

LpXmlInto odt_enter_column_properties(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *width = lp_xml_attribute(element, NS_STYLE, "column-width");
  if (reader->style && width)
    lp_length_parse(width, &reader->style->column_width_emu);
  const char *share = lp_xml_attribute(element, NS_STYLE, "rel-column-width");
  if (reader->style && share) {
    char *number = g_strndup(share, strcspn(share, "*"));
    int64_t value = 0;
    lp_integer_parse(number, 1, 1000000, &value);
    reader->style->column_share = (int)value;
    g_free(number);
  }
  return LP_XML_INTO;
}

LpXmlInto odt_enter_font_face(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *name = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "name"));
  const char *family = lp_xml_attribute(element, NS_SVG, "font-family");
  if (name && family) {
    char *bare = g_strdup(family);
    g_strdelimit(bare, "'\"", ' ');
    g_hash_table_insert(reader->fonts, (gpointer)(uintptr_t)name,
                        (gpointer)(uintptr_t)odt_keep(reader, g_strstrip(bare)));
    g_free(bare);
  }
  return LP_XML_INTO;
}

/* ---- inheritance ---- */

/* What the named styles of an office program are for (ODF names none; these are LibreOffice's programmatic
 * names). */
static int role_of(const char *name) {
  static const struct {
    const char *name;
    LpRole role;
  } roles[] = {{"Title", LP_ROLE_TITLE},
               {"Subtitle", LP_ROLE_MEETING},
               {"Date", LP_ROLE_DATE},
               {"Quotations", LP_ROLE_QUOTE},
               {"Caption", LP_ROLE_CAPTION},
               {"Table_20_Heading", LP_ROLE_TABLE_HEAD},
               {"Table_20_Contents", LP_ROLE_TABLE_CELL},
               {"Preformatted_20_Text", LP_ROLE_PREFORMATTED},
               {"Footnote", LP_ROLE_NOTE},
               {"Endnote", LP_ROLE_NOTE}};
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
    if (strcmp(roles[i].name, name) == 0)
      return (int)roles[i].role;
  return -1;
}

static void scale_size(Reader *reader, StyleDefinition *style, const LpStyle *parent) {
  if (!style->size_percent || !lp_style_has(parent, LP_PROPERTY_SIZE_EMU))
    return;
  int64_t size = (int64_t)lp_style_integer(parent, LP_PROPERTY_SIZE_EMU) * style->size_percent / 100;
  style->text = lp_style_with_integer(reader->document, style->text, LP_PROPERTY_SIZE_EMU,
                                      (int32_t)MIN(size, INT32_MAX));
}

static void inherit(Reader *reader, StyleDefinition *style, const StyleDefinition *parent) {
  scale_size(reader, style, parent->text);
  style->text = lp_style_over(reader->document, parent->text, style->text);
  style->block = lp_style_over(reader->document, parent->block, style->block);
  if (!style->list_style)
    style->list_style = parent->list_style;
  if (!style->outline_level)
    style->outline_level = parent->outline_level;
}

/* Name and role are properties of the block, so that they are inherited like others. */
static void name_style(Reader *reader, StyleDefinition *style) {
  if (style->automatic || !*style->name || strcmp(style->family, "paragraph") != 0)
    return;
  int role = role_of(style->name);
  style->block = lp_style_with_string(reader->document, style->block, LP_PROPERTY_NAME,
                                      style->display_name ? style->display_name : style->name);
  if (role >= 0)
    style->block = lp_style_with_integer(reader->document, style->block, LP_PROPERTY_ROLE, role);
}

const StyleDefinition *odt_style(Reader *reader, const char *family, const char *name) {
  enum { LONGEST = 64 };
  StyleDefinition *chain[LONGEST];
  size_t length = 0, most = (size_t)lp_account_limit(reader->account, LP_LIMIT_CHAIN_LENGTH);
  StyleDefinition *style = name ? find(reader, family, name) : NULL;
  StyleDefinition *base = find(reader, family, "");
  if (!style)
    return base;
  const StyleDefinition *resolved = base;
  for (StyleDefinition *next = style; next; next = next->parent ? find(reader, family, next->parent) : NULL) {
    if (next->resolved) {
      resolved = next;
      break;
    }
    if (length == MIN(most, (size_t)LONGEST)) { /* a circle, or as good as one */
      lp_warn(reader->account, "odt.style-chain", NULL,
              "The style \"%s\" has too many parents; those beyond are ignored.", style->name);
      break;
    }
    chain[length++] = next;
    next->resolved = true; /* a circle ends here */
  }
  while (length-- > 0) {
    name_style(reader, chain[length]);
    if (resolved)
      inherit(reader, chain[length], resolved);
    resolved = chain[length];
  }
  return style;
}
