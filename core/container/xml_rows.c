/* Rows by element: what the parser tells goes to the reader's table. */
#include "config.h"

#include "container/xml_cursor.h"

#include <string.h>

/* ---- finding the row ---- */

static size_t hash(int number, const char *name) {
  size_t value = (size_t)number * 31;
  for (; *name; name++)
    value = value * 33 + (unsigned char)*name;
  return value;
}

void lp_xml_rows_index(LpXmlCursor *cursor) {
  size_t size = 16;
  while (size < 2 * cursor->rows->row_count)
    size *= 2;
  cursor->table = g_new0(const LpXmlRow *, size);
  cursor->table_mask = size - 1;
  for (size_t i = 0; i < cursor->rows->row_count; i++) {
    const LpXmlRow *row = &cursor->rows->rows[i];
    size_t at = hash(row->namespace_number, row->name) & cursor->table_mask;
    while (cursor->table[at])
      at = (at + 1) & cursor->table_mask;
    cursor->table[at] = row;
  }
}

static const LpXmlRow *search(const LpXmlCursor *cursor, int number, const char *name) {
  for (size_t at = hash(number, name) & cursor->table_mask; cursor->table[at];
       at = (at + 1) & cursor->table_mask)
    if (cursor->table[at]->namespace_number == number && strcmp(cursor->table[at]->name, name) == 0)
      return cursor->table[at];
  return NULL;
}

/* The parser's names are one pointer for equal ones, so most are found without looking at a letter. */
static const LpXmlFound *find_row(LpXmlCursor *cursor, const char *name, const char *address) {
  size_t slot = (((uintptr_t)name >> 3) ^ ((uintptr_t)address >> 7)) % LP_XML_ROW_CACHE;
  LpXmlFound *found = &cursor->found[slot];
  if (found->name != name || found->address != address) {
    int number = lp_xml_cursor_number(cursor, address);
    *found = (LpXmlFound){name, address, search(cursor, number, name), number};
  }
  return found;
}

/* ---- elements ---- */

static LpXmlElement *push(LpXmlCursor *cursor, const char *name, const char *prefix, const char *address) {
  if (++cursor->depth == cursor->stack_size) {
    cursor->stack_size *= 2;
    cursor->stack = g_renew(LpXmlElement, cursor->stack, cursor->stack_size);
  }
  const LpXmlFound *found = find_row(cursor, name, address);
  LpXmlElement *element = &cursor->stack[cursor->depth];
  *element = (LpXmlElement){.cursor = cursor,
                            .row = found->row,
                            .name = name,
                            .prefix = prefix,
                            .address = address,
                            .number = found->number,
                            .bindings = cursor->bindings->len};
  lp_xml_scan_next_start(&cursor->scan, &element->line, &element->column);
  return element;
}

static void enter(LpXmlCursor *cursor, LpXmlElement *element) {
  LpXmlInto into = LP_XML_INTO;
  if (element->row && element->row->enter)
    into = element->row->enter(cursor->state, element);
  if (!element->row && cursor->rows->enter_other)
    into = cursor->rows->enter_other(cursor->state, element);
  if (into >= LP_XML_LEAVE) {
    cursor->left_depth = cursor->depth;
    cursor->reason = (LpReason)(into - LP_XML_LEAVE);
  }
}

void lp_xml_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *address,
                  int binding_count, const xmlChar **bindings, int attribute_count, int defaulted_count,
                  const xmlChar **attributes) {
  LpXmlCursor *cursor = user;
  (void)defaulted_count;
  if (cursor->failed)
    return;
  for (int i = 0; i < binding_count; i++) {
    LpXmlBinding binding = {(const char *)bindings[2 * i], (const char *)bindings[2 * i + 1]};
    g_array_append_val(cursor->bindings, binding);
  }
  cursor->text_bytes = 0;
  LpXmlElement *element = push(cursor, (const char *)name, (const char *)prefix, (const char *)address);
  if ((int64_t)cursor->depth > cursor->most_depth) {
    LpPlace place = {.part = cursor->part, .line = element->line, .column = element->column};
    lp_account_within(cursor->account, LP_LIMIT_XML_DEPTH, (int64_t)cursor->depth, &place);
    lp_xml_cursor_stop(cursor);
    return;
  }
  if (cursor->left_depth)
    return;
  cursor->attributes.raw = attributes;
  cursor->attributes.count = (size_t)attribute_count;
  cursor->attributes.text_used = 0;
  enter(cursor, element);
  cursor->attributes.raw = NULL;
}

void lp_xml_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *address) {
  LpXmlCursor *cursor = user;
  (void)name, (void)prefix, (void)address;
  if (cursor->failed || cursor->depth == 0)
    return;
  LpXmlElement *element = &cursor->stack[cursor->depth];
  cursor->text_bytes = 0;
  if (!cursor->left_depth) {
    if (element->row && element->row->leave)
      element->row->leave(cursor->state, element);
    if (!element->row && cursor->rows->leave_other)
      cursor->rows->leave_other(cursor->state, element);
  }
  if (cursor->left_depth == cursor->depth)
    cursor->left_depth = 0;
  cursor->depth--;
  if (cursor->bindings->len > cursor->stack[cursor->depth].bindings)
    g_array_set_size(cursor->bindings, cursor->stack[cursor->depth].bindings);
}

/* ---- text ---- */

/* Given, and either handed to the reader or named as left out: so the ledger holds by construction. */
static void give(LpXmlCursor *cursor, LpXmlElement *element, const char *text, size_t n) {
  if (cursor->rows->counted)
    lp_ledger_give(cursor->account, text, n);
  if (!cursor->left_depth && cursor->rows->text) {
    cursor->rows->text(cursor->state, element, text, n);
    return;
  }
  if (!cursor->rows->counted)
    return;
  LpPlace place = {.part = cursor->part, .line = element->line, .column = element->column};
  lp_ledger_leave(cursor->account, cursor->left_depth ? cursor->reason : LP_REASON_MARKUP, text, n, &place);
}

void lp_xml_characters(void *user, const xmlChar *text, int n) {
  LpXmlCursor *cursor = user;
  if (cursor->failed || cursor->depth == 0 || n <= 0)
    return;
  LpXmlElement *element = &cursor->stack[cursor->depth];
  cursor->text_bytes += n;
  if (cursor->text_bytes > cursor->most_text_bytes) {
    LpPlace place = {.part = cursor->part, .line = element->line, .column = element->column};
    lp_account_within(cursor->account, LP_LIMIT_XML_TEXT_BYTES, cursor->text_bytes, &place);
    lp_xml_cursor_stop(cursor);
    return;
  }
  cursor->piece = (const char *)text;
  cursor->piece_bytes = (size_t)n;
  give(cursor, element, (const char *)text, (size_t)n);
  cursor->piece = NULL;
}
