#include "config.h"

#include "read/numbering.h"

#include "read/state.h"
#include "read/symbols.h"
#include "read/values.h"

#include <string.h>

static void free_number(void *freeing) {
  DocxNumber *number = freeing;
  for (int i = 0; i < DOCX_LEVELS; i++)
    g_free(number->levels[i]);
  g_free(number);
}

DocxNumbering *docx_numbering_new(void) {
  DocxNumbering *numbering = g_new0(DocxNumbering, 1);
  numbering->abstracts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  numbering->numbers = g_hash_table_new_full(NULL, NULL, NULL, free_number);
  return numbering;
}

void docx_numbering_free(DocxNumbering *numbering) {
  g_hash_table_destroy(numbering->abstracts);
  g_hash_table_destroy(numbering->numbers);
  g_free(numbering);
}

static gpointer key(int32_t id) {
  return GINT_TO_POINTER(id);
}

static void set_up_level(DocxLevel *level) {
  *level = (DocxLevel){.start = 0, .restart = -1};
}

/* ---- the part ---- */

LpXmlInto docx_enter_abstract(void *state, const LpXmlElement *element) {
  DocxNumbering *numbering = ((DocxReader *)state)->numbering;
  int32_t id = docx_integer(element, "abstractNumId", 0, INT32_MAX, -1);
  if (id < 0 || numbering->open_abstract || numbering->open_number)
    return LP_XML_LEAVE + LP_REASON_STRUCTURE;
  numbering->open_abstract = g_new0(DocxAbstract, 1);
  for (int i = 0; i < DOCX_LEVELS; i++)
    set_up_level(&numbering->open_abstract->levels[i]);
  g_hash_table_replace(numbering->abstracts, key(id), numbering->open_abstract);
  return LP_XML_INTO;
}

void docx_leave_abstract(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->numbering->open_abstract = NULL;
}

LpXmlInto docx_enter_numbering_link(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->numbering->open_abstract)
    reader->numbering->open_abstract->link = docx_intern(reader, docx_value(element, "val"));
  return LP_XML_INTO;
}

LpXmlInto docx_enter_level(void *state, const LpXmlElement *element) {
  DocxNumbering *numbering = ((DocxReader *)state)->numbering;
  int32_t index = docx_integer(element, "ilvl", 0, DOCX_LEVELS - 1, -1);
  numbering->open_level = NULL;
  if (numbering->open_number)
    index = numbering->open_override;
  if (index >= 0 && numbering->open_abstract) {
    numbering->open_level = &numbering->open_abstract->levels[index];
  } else if (index >= 0 && numbering->open_number) {
    DocxLevel **level = &numbering->open_number->levels[index];
    if (!*level)
      *level = g_new0(DocxLevel, 1);
    numbering->open_level = *level;
  }
  if (!numbering->open_level)
    return LP_XML_LEAVE + LP_REASON_STRUCTURE;
  set_up_level(numbering->open_level);
  return LP_XML_INTO;
}

void docx_leave_level(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->numbering->open_level = NULL;
}

LpXmlInto docx_enter_level_start(void *state, const LpXmlElement *element) {
  DocxLevel *level = ((DocxReader *)state)->numbering->open_level;
  if (level)
    level->start = docx_integer(element, "val", 0, INT32_MAX, 0);
  return LP_XML_INTO;
}

/* ST_NumberFormat (17.18.59), as far as the core can write it; others are written in decimal. */
LpXmlInto docx_enter_number_format(void *state, const LpXmlElement *element) {
  static const struct {
    const char *name;
    LpNumberStyle style;
  } formats[] = {{"decimal", LP_NUMBER_DECIMAL},
                 {"bullet", LP_NUMBER_BULLET},
                 {"none", LP_NUMBER_NONE},
                 {"lowerLetter", LP_NUMBER_LOWER_LETTER},
                 {"upperLetter", LP_NUMBER_UPPER_LETTER},
                 {"lowerRoman", LP_NUMBER_LOWER_ROMAN},
                 {"upperRoman", LP_NUMBER_UPPER_ROMAN},
                 {"ordinal", LP_NUMBER_ORDINAL},
                 {"decimalZero", LP_NUMBER_DECIMAL_ZERO},
                 {"hindiNumbers", LP_NUMBER_DEVANAGARI},
                 {"hindiConsonants", LP_NUMBER_DEVANAGARI},
                 {"thaiNumbers", LP_NUMBER_THAI},
                 {"thaiLetters", LP_NUMBER_THAI},
                 {"ideographDigital", LP_NUMBER_CJK},
                 {"chineseCounting", LP_NUMBER_CJK},
                 {"chineseCountingThousand", LP_NUMBER_CJK},
                 {"japaneseCounting", LP_NUMBER_CJK},
                 {"taiwaneseCounting", LP_NUMBER_CJK}};
  DocxLevel *level = ((DocxReader *)state)->numbering->open_level;
  const char *name = docx_value(element, "val");
  for (size_t i = 0; i < G_N_ELEMENTS(formats) && level && name; i++)
    if (strcmp(name, formats[i].name) == 0)
      level->style = formats[i].style;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_level_text(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->numbering->open_level)
    reader->numbering->open_level->text = docx_intern(reader, docx_value(element, "val"));
  return LP_XML_INTO;
}

LpXmlInto docx_enter_level_restart(void *state, const LpXmlElement *element) {
  DocxLevel *level = ((DocxReader *)state)->numbering->open_level;
  if (level)
    level->restart = docx_integer(element, "val", 0, DOCX_LEVELS, -1);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_is_legal(void *state, const LpXmlElement *element) {
  DocxLevel *level = ((DocxReader *)state)->numbering->open_level;
  if (level)
    level->is_legal = docx_is_on(element);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_number(void *state, const LpXmlElement *element) {
  DocxNumbering *numbering = ((DocxReader *)state)->numbering;
  int32_t id = docx_integer(element, "numId", 0, INT32_MAX, -1);
  if (id < 0 || numbering->open_abstract || numbering->open_number)
    return LP_XML_LEAVE + LP_REASON_STRUCTURE;
  numbering->open_number = g_new0(DocxNumber, 1);
  numbering->open_number->abstract_id = -1;
  numbering->open_override = -1;
  g_hash_table_replace(numbering->numbers, key(id), numbering->open_number);
  return LP_XML_INTO;
}

void docx_leave_number(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->numbering->open_number = NULL;
}

LpXmlInto docx_enter_abstract_id(void *state, const LpXmlElement *element) {
  DocxNumber *number = ((DocxReader *)state)->numbering->open_number;
  if (number)
    number->abstract_id = docx_integer(element, "val", 0, INT32_MAX, -1);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_override(void *state, const LpXmlElement *element) {
  ((DocxReader *)state)->numbering->open_override = docx_integer(element, "ilvl", 0, DOCX_LEVELS - 1, -1);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_start_override(void *state, const LpXmlElement *element) {
  DocxNumbering *numbering = ((DocxReader *)state)->numbering;
  int32_t level = numbering->open_override;
  if (numbering->open_number && level >= 0) {
    numbering->open_number->starts[level] = docx_integer(element, "val", 0, INT32_MAX, 1);
    numbering->open_number->has_start[level] = true;
  }
  return LP_XML_INTO;
}

/* ---- use ---- */

static DocxAbstract *definition(DocxReader *reader, int32_t id) {
  return g_hash_table_lookup(reader->numbering->abstracts, key(id));
}

/* A definition may name a numbering style, whose own w:numPr leads to a w:num and so to another definition.
 */
static DocxAbstract *follow_link(DocxReader *reader, DocxAbstract *abstract) {
  const DocxStyle *style = docx_style(reader, DOCX_STYLE_NUMBERING, abstract->link);
  if (!style || !(style->paragraph.set & DOCX_NUMBER))
    return abstract;
  const DocxNumber *number = g_hash_table_lookup(reader->numbering->numbers, key(style->paragraph.number));
  DocxAbstract *linked = number ? definition(reader, number->abstract_id) : NULL;
  return linked && !linked->link ? linked : abstract;
}

DocxNumber *docx_number(DocxReader *reader, int32_t id) {
  DocxNumber *number = g_hash_table_lookup(reader->numbering->numbers, key(id));
  if (!number)
    return NULL;
  if (!number->abstract) {
    number->abstract = definition(reader, number->abstract_id);
    if (number->abstract && number->abstract->link)
      number->abstract = follow_link(reader, number->abstract);
  }
  return number->abstract ? number : NULL;
}

int32_t docx_level_of_style(const DocxNumber *number, const char *style_id) {
  for (int32_t i = 0; i < DOCX_LEVELS; i++) {
    const char *bound = docx_level(number, i)->paragraph_style;
    if (bound && strcmp(bound, style_id) == 0)
      return i;
  }
  return 0;
}

const DocxLevel *docx_level(const DocxNumber *number, int32_t level) {
  level = CLAMP(level, 0, DOCX_LEVELS - 1);
  return number->levels[level] ? number->levels[level] : &number->abstract->levels[level];
}

static void count(DocxNumber *number, int32_t level) {
  DocxAbstract *abstract = number->abstract;
  for (int32_t i = 0; i < level; i++)
    if (!abstract->counting[i]) {
      abstract->counts[i] = number->has_start[i] ? number->starts[i] : docx_level(number, i)->start;
      abstract->counting[i] = true;
    }
  if (number->has_start[level] && !number->was_started[level]) {
    abstract->counts[level] = number->starts[level];
    number->was_started[level] = true;
  } else if (!abstract->counting[level]) {
    abstract->counts[level] =
        number->has_start[level] ? number->starts[level] : docx_level(number, level)->start;
  } else if (abstract->counts[level] < INT32_MAX) {
    abstract->counts[level]++;
  }
  abstract->counting[level] = true;
  for (int32_t i = level + 1; i < DOCX_LEVELS; i++) {
    int32_t restart = docx_level(number, i)->restart;
    if (restart < 0 || level < restart)
      abstract->counting[i] = false;
  }
}

static void append(DocxLabel *label, size_t *n, const char *text, size_t length) {
  length = MIN(length, sizeof label->marker - 1 - *n);
  while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80) /* whole characters */
    length--;
  memcpy(label->marker + *n, text, length);
  *n += length;
}

static void append_number(const DocxNumber *number, int32_t level, bool is_legal, DocxLabel *label,
                          size_t *n) {
  char digits[40];
  LpNumberStyle style = docx_level(number, level)->style;
  if (style == LP_NUMBER_BULLET || style == LP_NUMBER_NONE)
    return;
  int32_t value =
      number->abstract->counting[level] ? number->abstract->counts[level] : docx_level(number, level)->start;
  lp_number_format(value, is_legal ? LP_NUMBER_DECIMAL : style, digits, sizeof digits);
  append(label, n, digits, strlen(digits));
}

void docx_number_next(DocxNumber *number, int32_t level, DocxLabel *label) {
  level = CLAMP(level, 0, DOCX_LEVELS - 1);
  const DocxLevel *definition = docx_level(number, level);
  bool was_used = number->abstract->was_used[level];
  bool restarts = number->has_start[level] && !number->was_started[level];
  label->goes_on = was_used && number->abstract->counting[level] && !restarts;
  count(number, level);
  number->abstract->was_used[level] = true;
  label->value = number->abstract->counts[level];
  size_t n = 0;
  const char *text = definition->text ? definition->text : "";
  while (*text) {
    const char *percent = strchr(text, '%');
    size_t plain = percent ? (size_t)(percent - text) : strlen(text);
    append(label, &n, text, plain);
    text += plain;
    if (percent && percent[1] >= '1' && percent[1] <= '9') {
      append_number(number, percent[1] - '1', definition->is_legal, label, &n);
      text += 2;
    } else if (percent) {
      append(label, &n, "%", 1);
      text++;
    }
  }
  label->marker[n] = '\0';
  g_strstrip(label->marker);
  if (definition->style == LP_NUMBER_BULLET)
    docx_symbol_marker(definition->run.family, label->marker, sizeof label->marker);
}
