#include "config.h"

#include "read/styles.h"

#include "read/state.h"
#include "read/values.h"

#include <string.h>

DocxStyles *docx_styles_new(void) {
  DocxStyles *styles = g_new0(DocxStyles, 1);
  styles->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return styles;
}

void docx_styles_free(DocxStyles *styles) {
  g_hash_table_destroy(styles->by_id);
  g_free(styles);
}

/* ---- what a style is for, by its name ---- */

/* Word writes built-in names in English whatever its language, but ids in its own; other programs write
 * either. */
static const char *const headings[] = {"heading", "berschrift",   "titre",      "ttulo",      "titolo",
                                       "titulo",  "kop",          "rubrik",     "overskrift", "otsikko",
                                       "nagwek",  "nadpis",       "cmsor",      "naslov",     "balk",
                                       "judul",   "ueberschrift", "encabezado", "antraste",   "pealkiri"};

/* Letters and digits only, in lower case; others fall out, as they do from Word's ids. */
static void squeeze(const char *name, char *squeezed, size_t size) {
  size_t n = 0;
  for (; *name && n + 1 < size; name++)
    if (g_ascii_isalnum(*name))
      squeezed[n++] = g_ascii_tolower(*name);
  squeezed[n] = '\0';
}

static int32_t heading_level(const char *squeezed) {
  size_t digit = strcspn(squeezed, "0123456789");
  if (squeezed[digit] < '1' || squeezed[digit] > '9' || squeezed[digit + 1])
    return 0;
  for (size_t i = 0; i < G_N_ELEMENTS(headings); i++)
    if (strlen(headings[i]) == digit && strncmp(squeezed, headings[i], digit) == 0)
      return squeezed[digit] - '0';
  return 0;
}

static DocxUse use_of(const char *squeezed) {
  static const struct {
    const char *name;
    DocxUse use;
  } uses[] = {{"title", DOCX_USE_TITLE},
              {"subtitle", DOCX_USE_SUBTITLE},
              {"date", DOCX_USE_DATE},
              {"quote", DOCX_USE_QUOTE},
              {"intensequote", DOCX_USE_QUOTE},
              {"quotations", DOCX_USE_QUOTE},
              {"blocktext", DOCX_USE_QUOTE},
              {"caption", DOCX_USE_CAPTION},
              {"footnotetext", DOCX_USE_NOTE},
              {"endnotetext", DOCX_USE_NOTE},
              {"listparagraph", DOCX_USE_LIST},
              {"listcontinue", DOCX_USE_LIST},
              {"tableoffigures", DOCX_USE_CONTENTS}};
  for (size_t i = 0; i < G_N_ELEMENTS(uses); i++)
    if (strcmp(squeezed, uses[i].name) == 0)
      return uses[i].use;
  if (strncmp(squeezed, "toc", 3) == 0 && g_ascii_isdigit(squeezed[3]) && !squeezed[4])
    return DOCX_USE_CONTENTS;
  return DOCX_USE_PLAIN;
}

static void find_use(DocxStyle *style) {
  char name[40], id[40];
  squeeze(style->name, name, sizeof name);
  squeeze(style->id, id, sizeof id);
  style->heading_level = heading_level(name);
  if (style->heading_level == 0)
    style->heading_level = heading_level(id);
  style->use = style->heading_level ? DOCX_USE_HEADING : use_of(name);
  if (style->use == DOCX_USE_PLAIN)
    style->use = use_of(id);
}

/* ---- reading ---- */

static char *key_of(DocxStyleType type, const char *id) {
  static const char letters[] = {'P', 'C', 'T', 'N'};
  return g_strdup_printf("%c%s", letters[type], id);
}

static DocxStyle *look_up(DocxReader *reader, DocxStyleType type, const char *id) {
  if (!id)
    return NULL;
  g_autofree char *key = key_of(type, id);
  return g_hash_table_lookup(reader->styles->by_id, key);
}

/* Of two definitions of one id the later counts; it takes the place of the earlier, to which others may
 * point. */
static DocxStyle *add(DocxReader *reader, DocxStyleType type, const char *id) {
  DocxStyle *style = look_up(reader, type, id);
  if (style) {
    memset(style, 0, sizeof *style);
  } else {
    style = g_new0(DocxStyle, 1);
    g_hash_table_insert(reader->styles->by_id, key_of(type, id), style);
  }
  style->type = type;
  style->id = style->name = docx_intern(reader, id);
  return style;
}

LpXmlInto docx_enter_style(void *state, const LpXmlElement *element) {
  static const char *const types[] = {"paragraph", "character", "table", "numbering"};
  DocxReader *reader = state;
  const char *type = docx_value(element, "type"), *id = docx_value(element, "styleId");
  if (reader->styles->open)
    return LP_XML_LEAVE + LP_REASON_STRUCTURE;
  for (size_t i = 0; i < G_N_ELEMENTS(types) && id; i++)
    if (strcmp(type ? type : "paragraph", types[i]) == 0)
      reader->styles->open = add(reader, (DocxStyleType)i, id);
  if (!reader->styles->open)
    return LP_XML_LEAVE + LP_REASON_STRUCTURE;
  reader->styles->open->is_default = docx_flag(element, "default");
  return LP_XML_INTO;
}

void docx_leave_style(void *state, const LpXmlElement *element) {
  (void)element;
  DocxStyles *styles = ((DocxReader *)state)->styles;
  DocxStyle *style = styles->open;
  find_use(style);
  if (style->is_default && style->type == DOCX_STYLE_PARAGRAPH)
    styles->default_paragraph_style = style;
  if (style->is_default && style->type == DOCX_STYLE_TABLE)
    styles->default_table_style = style;
  styles->open = NULL;
}

LpXmlInto docx_enter_style_name(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *name = docx_value(element, "val");
  if (reader->styles->open && name && docx_is_in(element, "style"))
    reader->styles->open->name = docx_intern(reader, name);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_based_on(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->styles->open)
    reader->styles->open->based_on = docx_intern(reader, docx_value(element, "val"));
  return LP_XML_INTO;
}

/* Parts of a table style (17.7.6.6): of them only this is known, that they may colour the ground. */
LpXmlInto docx_enter_style_part(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->styles->in_part = true;
  return LP_XML_INTO;
}

void docx_leave_style_part(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->styles->in_part = false;
}

/* ---- chains ---- */

static DocxTableProperties table_over(DocxTableProperties base, const DocxTableProperties *over) {
  for (int i = 0; i < DOCX_TABLE_BORDERS; i++)
    if (over->set & (uint32_t)DOCX_TABLE_BORDER << i) {
      base.border_emu[i] = over->border_emu[i];
      base.border_colour[i] = over->border_colour[i];
    }
  if (over->set & DOCX_TABLE_ALIGN)
    base.align = over->align;
  if (over->set & DOCX_TABLE_WIDTH)
    base.width_emu = over->width_emu;
  if (over->set & DOCX_TABLE_FILL)
    base.fill = over->fill;
  if (over->set & DOCX_TABLE_START)
    base.start_emu = over->start_emu;
  if (over->set & DOCX_TABLE_BIDI)
    base.is_bidi = over->is_bidi;
  base.set |= over->set;
  return base;
}

/* Gives a style what its parent has, which is resolved. */
static void inherit(DocxStyle *style, const DocxStyle *parent) {
  style->run = docx_run_over(parent->run, &style->run);
  style->paragraph = docx_paragraph_over(parent->paragraph, &style->paragraph);
  style->table = table_over(parent->table, &style->table);
  style->shades_parts = style->shades_parts || parent->shades_parts;
  if (style->use == DOCX_USE_PLAIN) {
    style->use = parent->use;
    style->heading_level = parent->heading_level;
  }
}

static void resolve(DocxReader *reader, DocxStyle *style) {
  int64_t longest = lp_account_limit(reader->account, LP_LIMIT_CHAIN_LENGTH);
  GPtrArray *chain = g_ptr_array_new();
  DocxStyle *at = style;
  for (; at && !at->is_resolved; at = look_up(reader, at->type, at->based_on)) {
    if (g_ptr_array_find(chain, at, NULL) || chain->len >= longest) {
      lp_warn(reader->account, "docx.style-cycle", NULL,
              "The style \"%s\" is based on itself or on too many others; the chain is cut there.",
              style->name);
      at = NULL;
      break;
    }
    g_ptr_array_add(chain, at);
  }
  const DocxStyle *parent = at;
  for (guint i = chain->len; i-- > 0;) {
    DocxStyle *next = g_ptr_array_index(chain, i);
    if (parent)
      inherit(next, parent);
    next->is_resolved = true;
    parent = next;
  }
  g_ptr_array_free(chain, TRUE);
}

const DocxStyle *docx_style(DocxReader *reader, DocxStyleType type, const char *id) {
  DocxStyle *style = look_up(reader, type, id);
  if (!style && id && *id) {
    style = add(reader, type, id);
    find_use(style);
    if (type == DOCX_STYLE_PARAGRAPH && reader->styles->default_paragraph_style)
      style->based_on = reader->styles->default_paragraph_style->id;
  }
  if (style && !style->is_resolved)
    resolve(reader, style);
  return style;
}
