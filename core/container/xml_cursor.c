/* The cursor: open elements, attributes, namespaces, places. */
#include "config.h"

#include "container/xml_cursor.h"

#include <string.h>

enum { FIRST_STACK = 64 };

void lp_xml_cursor_begin(LpXmlCursor *cursor, LpAccount *account, const char *part, const LpXmlRows *rows,
                         void *state) {
  *cursor = (LpXmlCursor){.account = account, .rows = rows, .state = state, .part = part};
  lp_xml_scan_begin(&cursor->scan, lp_account_limit(account, LP_LIMIT_XML_TAG_BYTES),
                    lp_account_limit(account, LP_LIMIT_XML_ATTRIBUTES));
  cursor->most_depth = lp_account_limit(account, LP_LIMIT_XML_DEPTH);
  cursor->most_text_bytes = lp_account_limit(account, LP_LIMIT_XML_TEXT_BYTES);
  cursor->stack_size = FIRST_STACK;
  cursor->stack = g_new0(LpXmlElement, cursor->stack_size);
  cursor->bindings = g_array_new(FALSE, FALSE, sizeof(LpXmlBinding));
  cursor->qualified = g_string_new(NULL);
  lp_xml_rows_index(cursor);
}

void lp_xml_cursor_end(LpXmlCursor *cursor) {
  lp_xml_scan_end(&cursor->scan);
  g_free(cursor->stack);
  g_array_free(cursor->bindings, TRUE);
  g_string_free(cursor->qualified, TRUE);
  g_free(cursor->attributes.values);
  g_free(cursor->attributes.text);
  g_free(cursor->table);
}

int lp_xml_cursor_number(LpXmlCursor *cursor, const char *address) {
  if (!address)
    return 0;
  size_t slot = ((uintptr_t)address >> 3) % LP_XML_ADDRESS_CACHE;
  if (cursor->numbers[slot].address == address)
    return cursor->numbers[slot].number;
  int number = 0;
  for (size_t i = 0; i < cursor->rows->namespace_count && number == 0; i++)
    if (strcmp(cursor->rows->namespaces[i].address, address) == 0)
      number = cursor->rows->namespaces[i].number;
  cursor->numbers[slot].address = address;
  cursor->numbers[slot].number = number;
  return number;
}

int64_t lp_xml_cursor_offset(const LpXmlCursor *cursor) {
  const xmlParserInput *input = cursor->parser->input;
  return input ? (int64_t)input->consumed + (input->cur - input->base) : 0;
}

void lp_xml_cursor_stop(LpXmlCursor *cursor) {
  cursor->failed = true;
  xmlStopParser(cursor->parser);
}

/* ---- what a row may ask ---- */

void lp_xml_stop(const LpXmlElement *element) {
  lp_xml_cursor_stop(element->cursor);
}

int lp_xml_namespace(const LpXmlElement *element) {
  return element->number;
}

const char *lp_xml_name(const LpXmlElement *element) {
  return element->name;
}

const char *lp_xml_qualified_name(const LpXmlElement *element) {
  if (!element->prefix)
    return element->name;
  g_string_printf(element->cursor->qualified, "%s:%s", element->prefix, element->name);
  return element->cursor->qualified->str;
}

const char *lp_xml_namespace_address(const LpXmlElement *element) {
  return element->address ? element->address : "";
}

const LpXmlElement *lp_xml_parent(const LpXmlElement *element) {
  return element == element->cursor->stack + 1 ? NULL : element - 1;
}

size_t lp_xml_depth(const LpXmlElement *element) {
  return (size_t)(element - element->cursor->stack);
}

/* libxml2 leaves '&' in values as "&#38;", all else decoded, where it is not to expand entities. */
static const char *decode(LpXmlAttributes *attributes, size_t index) {
  if (attributes->values[index])
    return attributes->values[index];
  const char *from = (const char *)attributes->raw[5 * index + 3];
  const char *end = (const char *)attributes->raw[5 * index + 4];
  char *value = attributes->text + attributes->text_used, *to = value;
  while (from < end) {
    const char *ampersand = memchr(from, '&', (size_t)(end - from));
    size_t plain = (size_t)((ampersand ? ampersand + 1 : end) - from);
    memcpy(to, from, plain);
    to += plain;
    from += plain;
    if (ampersand && end - from >= 4 && memcmp(from, "#38;", 4) == 0)
      from += 4;
  }
  *to++ = '\0';
  attributes->text_used = (size_t)(to - attributes->text);
  attributes->values[index] = value;
  return value;
}

/* The attributes of the element that is being entered, with room for their values; NULL for another element.
 */
static LpXmlAttributes *attributes_of(const LpXmlElement *element) {
  LpXmlCursor *cursor = element->cursor;
  LpXmlAttributes *attributes = &cursor->attributes;
  if (!attributes->raw || element != cursor->stack + cursor->depth)
    return NULL;
  if (attributes->text_used > 0)
    return attributes;
  size_t room = 1;
  for (size_t i = 0; i < attributes->count; i++)
    room += (size_t)(attributes->raw[5 * i + 4] - attributes->raw[5 * i + 3]) + 1;
  if (room > attributes->text_size) {
    g_free(attributes->text);
    attributes->text_size = room * 2;
    attributes->text = g_malloc(attributes->text_size);
  }
  if (attributes->count > attributes->values_size) {
    g_free(attributes->values);
    attributes->values_size = attributes->count * 2;
    attributes->values = g_new(const char *, attributes->values_size);
  }
  if (attributes->count)
    memset(attributes->values, 0, attributes->count * sizeof *attributes->values);
  attributes->text_used = 1;
  return attributes;
}

const char *lp_xml_attribute(const LpXmlElement *element, int namespace_number, const char *name) {
  LpXmlAttributes *attributes = attributes_of(element);
  if (!attributes)
    return NULL;
  for (size_t i = 0; i < attributes->count; i++) {
    const xmlChar **raw = attributes->raw + 5 * i;
    if (strcmp((const char *)raw[0], name) != 0)
      continue;
    const char *address = (const char *)raw[2];
    if (namespace_number == 0 ? address == NULL
                              : lp_xml_cursor_number(element->cursor, address) == namespace_number)
      return decode(attributes, i);
  }
  return NULL;
}

bool lp_xml_attribute_at(const LpXmlElement *element, size_t index, int *namespace_number, const char **name,
                         const char **value) {
  LpXmlAttributes *attributes = attributes_of(element);
  if (!attributes || index >= attributes->count)
    return false;
  const xmlChar **raw = attributes->raw + 5 * index;
  *namespace_number = lp_xml_cursor_number(element->cursor, (const char *)raw[2]);
  *name = (const char *)raw[0];
  *value = decode(attributes, index);
  return true;
}

const char *lp_xml_prefix_address(const LpXmlElement *element, const char *prefix) {
  const GArray *bindings = element->cursor->bindings;
  for (guint i = MIN(element->bindings, bindings->len); i-- > 0;) {
    const LpXmlBinding *binding = &g_array_index(bindings, LpXmlBinding, i);
    if (strcmp(binding->prefix ? binding->prefix : "", prefix) == 0)
      return binding->address;
  }
  return NULL;
}

/* Text is mostly given where it lies in the parser's input; else it was put together from what was read last.
 */
static int64_t piece_offset(const LpXmlCursor *cursor) {
  const xmlParserInput *input = cursor->parser->input;
  uintptr_t piece = (uintptr_t)cursor->piece;
  if (input && piece >= (uintptr_t)input->base && piece < (uintptr_t)input->end)
    return (int64_t)input->consumed + (int64_t)(piece - (uintptr_t)input->base);
  return lp_xml_cursor_offset(cursor) - (int64_t)cursor->piece_bytes;
}

LpPlace lp_xml_place(const LpXmlElement *element) {
  LpXmlCursor *cursor = element->cursor;
  LpPlace place = {.part = cursor->part, .line = element->line, .column = element->column};
  if (cursor->piece)
    lp_xml_scan_place(&cursor->scan, piece_offset(cursor), &place.line, &place.column);
  return place;
}
