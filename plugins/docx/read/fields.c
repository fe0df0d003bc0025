#include "config.h"

#include "read/fields.h"

#include "read/generic.h"
#include "read/grouping.h"
#include "read/links.h"
#include "read/paragraph.h"
#include "read/table.h"
#include "read/values.h"
#include "read/wrappers.h"

#include <string.h>

enum { CODE_BYTES = 4096 };

static DocxField *innermost(const DocxReader *reader) {
  return reader->fields->len ? &g_array_index(reader->fields, DocxField, reader->fields->len - 1) : NULL;
}

bool docx_in_field_code(const DocxReader *reader) {
  for (guint i = reader->fields->len; i-- > 0;) {
    const DocxField *field = &g_array_index(reader->fields, DocxField, i);
    if (field->container == reader->containers->len && field->part == DOCX_FIELD_CODE)
      return true;
  }
  return false;
}

/* ---- codes ---- */

void docx_field_code(DocxReader *reader, const char *text, size_t n, const LpPlace *place) {
  DocxField *field = innermost(reader);
  if (field && field->part == DOCX_FIELD_CODE && field->code->len + n <= CODE_BYTES)
    g_string_append_len(field->code, text, (gssize)n);
  lp_ledger_leave(reader->account, LP_REASON_FIELD_CODE, text, n, place);
}

void docx_field_hides(DocxReader *reader, const char *text, size_t n) {
  g_string_append_len(innermost(reader)->shown, text, (gssize)n);
}

/* The first word of a code, in capitals. */
static void name_of(const char *code, char *name, size_t size) {
  size_t n = 0;
  code += strspn(code, " \t\r\n\\");
  for (; *code && !g_ascii_isspace(*code) && *code != '"' && n + 1 < size; code++)
    name[n++] = g_ascii_toupper(*code);
  name[n] = '\0';
}

/* What a field is to the core: fields that are told anew by whoever shows them have a name of their own. */
static const char *field_kind(const char *name, char *other, size_t size) {
  static const struct {
    const char *name, *kind;
  } kinds[] = {{"PAGE", "page"},
               {"NUMPAGES", "pages"},
               {"SECTIONPAGES", "pages"},
               {"DATE", "date"},
               {"SAVEDATE", "date"},
               {"CREATEDATE", "date"},
               {"PRINTDATE", "date"},
               {"TIME", "time"},
               {"TITLE", "title"},
               {"AUTHOR", "author"},
               {"REF", "reference"},
               {"STYLEREF", "reference"},
               {"NOTEREF", "reference"},
               {"PAGEREF", "page-reference"},
               {"SEQ", "sequence"},
               {"MERGEFIELD", "placeholder"},
               {"FORMTEXT", "placeholder"},
               {"MACROBUTTON", "placeholder"}};
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (strcmp(name, kinds[i].name) == 0)
      return kinds[i].kind;
  g_snprintf(other, (gulong)size, "other:%s", name);
  return other;
}

/* The first argument of a code that is no switch, within quotes or not; NULL: there is none. */
static char *argument(const char *code) {
  code += strspn(code, " \t\r\n");
  code += strcspn(code, " \t\r\n\"");
  code += strspn(code, " \t\r\n");
  if (*code == '\\' || *code == '\0')
    return NULL;
  if (*code == '"')
    return g_strndup(code + 1, strcspn(code + 1, "\""));
  return g_strndup(code, strcspn(code, " \t\r\n"));
}

/* A table of contents is a block of its own where its field begins before its paragraph does. */
static void open_contents(DocxReader *reader, DocxField *field, const LpPlace *place) {
  const DocxParagraph *paragraph = docx_paragraph(reader);
  DocxContainer *container = docx_container(reader);
  if ((paragraph && paragraph->is_open) || container->in_contents)
    return;
  docx_open_cell(reader);
  docx_close_groups(reader);
  docx_place_page_break(reader);
  lp_builder_open(reader->builder, LP_KIND_CONTENTS, place);
  container->in_contents = true;
  field->contents = reader->containers->len;
}

/* Where the result begins, its node is opened. */
static void begin_result(DocxReader *reader, DocxField *field, const LpPlace *place) {
  char name[40], other[48];
  name_of(field->code->str, name, sizeof name);
  if (strcmp(name, "TOC") == 0) {
    open_contents(reader, field, place);
    return;
  }
  if (docx_in_field_code(reader))
    return;
  if (strcmp(name, "HYPERLINK") == 0) {
    uint32_t wrapper = docx_open_hyperlink_field(reader, field->code->str, place);
    innermost(reader)->wrapper = wrapper;
    return;
  }
  const char *kind = field_kind(name, other, sizeof other);
  g_autofree char *target = strstr(kind, "reference") ? argument(field->code->str) : NULL;
  DocxWrapper wrapper = {.kind = LP_KIND_FIELD,
                         .field = docx_intern(reader, kind),
                         .target = docx_intern(reader, target),
                         .place = *place};
  uint32_t serial = docx_open_wrapper(reader, wrapper);
  innermost(reader)->wrapper = serial;
}

/* ---- from the first mark to the last ---- */

static void begin(DocxReader *reader, const LpPlace *place) {
  if (reader->deep_fields > 0 ||
      reader->fields->len >= lp_account_limit(reader->account, LP_LIMIT_FIELD_DEPTH)) {
    docx_report_once(
        reader, "docx.field-depth", "field", place,
        "fields are nested too deep; the text of the innermost is kept as that of the one around them");
    reader->deep_fields += reader->deep_fields < UINT32_MAX;
    return;
  }
  DocxField field = {
      .code = g_string_new(NULL), .shown = g_string_new(NULL), .container = reader->containers->len};
  g_array_append_val(reader->fields, field);
}

static void separate(DocxReader *reader, const LpPlace *place) {
  DocxField *field = innermost(reader);
  if (reader->deep_fields > 0 || !field || field->part != DOCX_FIELD_CODE)
    return;
  field->part = DOCX_FIELD_RESULT;
  lp_ledger_leave(reader->account, LP_REASON_FIELD_CODE, field->shown->str, field->shown->len, place);
  g_string_truncate(field->shown, 0);
  begin_result(reader, field, place);
}

static void close_contents(DocxReader *reader, size_t container) {
  if (container != reader->containers->len || !docx_container(reader)->in_contents)
    return;
  docx_close_groups(reader);
  lp_builder_close(reader->builder, LP_KIND_CONTENTS);
  docx_container(reader)->in_contents = false;
}

/* The contents end with the paragraph that the field ends in. */
static void end_contents(DocxReader *reader, size_t container) {
  if (container == 0)
    return;
  if (docx_paragraph(reader) && docx_paragraph(reader)->is_open)
    docx_container(reader)->contents_end = true;
  else
    close_contents(reader, container);
}

static void end(DocxReader *reader) {
  DocxField *field = innermost(reader);
  if (reader->deep_fields > 0) {
    reader->deep_fields--;
    return;
  }
  if (!field || field->container != reader->containers->len)
    return;
  DocxField ended = *field;
  g_array_set_size(reader->fields, reader->fields->len - 1);
  lp_ledger_leave(reader->account, LP_REASON_FIELD_CODE, ended.shown->str, ended.shown->len, NULL);
  docx_close_wrapper(reader, ended.wrapper);
  end_contents(reader, ended.contents);
  g_string_free(ended.code, TRUE);
  g_string_free(ended.shown, TRUE);
}

LpXmlInto docx_enter_field_mark(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  const char *type = docx_value(element, "fldCharType");
  if (type && strcmp(type, "begin") == 0)
    begin(reader, &place);
  else if (type && strcmp(type, "separate") == 0)
    separate(reader, &place);
  else if (type && strcmp(type, "end") == 0)
    end(reader);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_simple_field(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  const char *code = docx_value(element, "instr");
  begin(reader, &place);
  if (reader->deep_fields == 0)
    g_string_append(innermost(reader)->code, code ? code : "");
  separate(reader, &place);
  return LP_XML_INTO;
}

void docx_leave_simple_field(void *state, const LpXmlElement *element) {
  (void)element;
  end(state);
}

LpXmlInto docx_enter_field_code(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->text = DOCX_TEXT_CODE;
  return LP_XML_INTO;
}

void docx_fields_end_paragraph(DocxReader *reader) {
  DocxContainer *container = docx_container(reader);
  if (container->contents_end)
    close_contents(reader, reader->containers->len);
  container->contents_end = false;
}

/* A field that never reached its result hid text that is now shown. */
void docx_fields_end_container(DocxReader *reader) {
  for (const DocxField *field; (field = innermost(reader)) && field->container == reader->containers->len;) {
    DocxField open = *field;
    g_array_set_size(reader->fields, reader->fields->len - 1);
    if (open.shown->len > 0) {
      lp_warn(reader->account, "docx.field-open", NULL, "A field does not end; the text in it is kept.");
      lp_builder_text_style(reader->builder, NULL);
      lp_builder_text(reader->builder, open.shown->str, open.shown->len, NULL);
    }
    g_string_free(open.code, TRUE);
    g_string_free(open.shown, TRUE);
  }
  if (reader->fields->len == 0)
    reader->deep_fields = 0;
  close_contents(reader, reader->containers->len);
}
