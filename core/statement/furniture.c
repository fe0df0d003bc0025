/* Page numbers in the text. A number that does not rise with the pages is text and stays. */
#include "config.h"

#include "statement/furniture.h"

#include "letterhead/definition.h"
#include "statement/fold.h"
#include "statement/script.h"

#include <string.h>

enum { LINE_BYTES_MOST = 120 };

/* The numbers of a line, in any digits; returns how many there are, keeps the first two. */
static size_t numbers_in(const char *text, int32_t numbers[2]) {
  size_t count = 0;
  bool inside = false;
  for (; *text; text = lp_next_character(text)) {
    bool ascii = (unsigned char)*text < 0x80;
    int digit = ascii ? g_ascii_digit_value(*text) : g_unichar_digit_value(g_utf8_get_char(text));
    if (digit >= 0 && !inside && count++ < 2)
      numbers[count - 1] = 0;
    inside = digit >= 0;
    if (inside && count <= 2 && numbers[count - 1] < 100000)
      numbers[count - 1] = numbers[count - 1] * 10 + digit;
  }
  return count;
}

/* Folded, with every number as one 0. */
static char *shape_of(const char *text) {
  char *shape = lp_fold(text), *to = shape;
  for (const char *from = shape; *from; from++)
    if (*from != '0' || to == shape || to[-1] != '0')
      *to++ = *from;
  *to = '\0';
  return shape;
}

static bool has_shape_of(const char *shape, const char *pattern) {
  char **parts = g_strsplit(pattern, "{pages}", -1);
  char *pages = g_strjoinv("0", parts);
  g_strfreev(parts);
  parts = g_strsplit(pages, "{page}", -1);
  char *filled = g_strjoinv("0", parts);
  char *wanted = shape_of(filled);
  bool same = strcmp(shape, wanted) == 0;
  g_strfreev(parts);
  g_free(pages);
  g_free(filled);
  g_free(wanted);
  return same;
}

static bool is_footer_of(const LpDefinition *definition, const char *shape) {
  const LpDefinition *definitions[] = {definition, &lp_definition_standard};
  for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++) {
    const LpEntryGroup *footer = lp_definition_group(definitions[i], "footer");
    for (size_t k = 0; footer && k < footer->count; k++)
      if (strcmp(footer->entries[k].key, "page") == 0 && has_shape_of(shape, footer->entries[k].value))
        return true;
  }
  static const char *const shorter[] = {"page 0", "p 0", "p 0 of 0"};
  for (size_t i = 0; i < G_N_ELEMENTS(shorter); i++)
    if (strcmp(shorter[i], shape) == 0)
      return true;
  return false;
}

LpPageNumber lp_page_number(const LpDefinition *definition, const char *text) {
  LpPageNumber none = {0, 0, false};
  int32_t numbers[2] = {0, 0};
  if (strlen(text) > LINE_BYTES_MOST)
    return none;
  size_t count = numbers_in(text, numbers);
  if (count == 0 || count > 2)
    return none;
  char *shape = shape_of(text);
  bool bare = strcmp(shape, "0") == 0, is_pair = strcmp(shape, "0 0") == 0 && strchr(text, '/');
  bool signed_off = bare && (strchr(text, '-') || strstr(text, "–") || strstr(text, "—"));
  bool known = bare || is_pair || is_footer_of(definition, shape);
  g_free(shape);
  LpPageNumber number = {numbers[0], count == 2 ? numbers[1] : 0, !bare || signed_off};
  if (!known || number.page == 0 || (number.pages && number.page > number.pages))
    return none;
  return number;
}

/* ---- at the breaks ---- */

typedef struct Found {
  LpNode *block;
  LpPageNumber number;
  int32_t page; /* on which it stands, from 1 */
} Found;

static LpPageNumber number_of(const LpDefinition *definition, const LpNode *block) {
  LpPageNumber none = {0, 0, false};
  if (!block || !lp_kind_takes_inlines(lp_node_kind(block)) ||
      lp_block_length(block, LINE_BYTES_MOST + 1) > LINE_BYTES_MOST)
    return none;
  char *text = lp_node_text_below(block);
  LpPageNumber number = lp_page_number(definition, text);
  g_free(text);
  return number;
}

static void take(GArray *found, const LpDefinition *definition, LpNode *block, int32_t page) {
  Found candidate = {block, number_of(definition, block), page};
  if (candidate.number.page)
    g_array_append_val(found, candidate);
}

static bool is_page_end(const LpNode *block) {
  return lp_node_kind(block) == LP_KIND_PAGE_BREAK && lp_node_integer(block, LP_ATTRIBUTE_ORIGIN) == 1;
}

/* The last lines of pages, then the first lines; a draft in one piece has no pages. */
static void collect(const GPtrArray *flow, const LpDefinition *definition, GArray *feet, GArray *heads) {
  int32_t page = 1;
  bool has_pages = false;
  for (size_t i = 0; i < flow->len && !has_pages; i++)
    has_pages = is_page_end(lp_flow_at(flow, i));
  if (!has_pages)
    return;
  take(heads, definition, lp_flow_at(flow, lp_flow_next_full(flow, 0)), page);
  for (size_t i = 0; i < flow->len; i++) {
    if (!is_page_end(lp_flow_at(flow, i)))
      continue;
    take(feet, definition, lp_flow_at(flow, lp_flow_previous_full(flow, i)), page);
    page++;
    take(heads, definition, lp_flow_at(flow, lp_flow_next_full(flow, i + 1)), page);
  }
  take(feet, definition, lp_flow_at(flow, lp_flow_previous_full(flow, flow->len)), page);
}

/* Whether they rise by one a page, and say enough to be no text. */
static bool are_page_numbers(const GArray *found) {
  bool is_explicit = false;
  for (guint i = 0; i < found->len; i++) {
    const Found *one = &g_array_index(found, Found, i), *first = &g_array_index(found, Found, 0);
    is_explicit |= one->number.is_explicit;
    if (one->number.page - one->page != first->number.page - first->page)
      return false;
  }
  if (found->len != 1)
    return found->len > 1;
  const Found *only = &g_array_index(found, Found, 0);
  return is_explicit && only->number.page == only->page;
}

static size_t remove_all(LpDocument *document, const GArray *found, LpPlace *first, size_t before) {
  size_t count = 0;
  for (guint i = 0; i < found->len && are_page_numbers(found); i++) {
    LpNode *block = g_array_index(found, Found, i).block;
    if (!lp_edit_parent(block))
      continue; /* a page that is nothing but its number has it once */
    if (before + count++ == 0)
      *first = lp_node_place(block);
    lp_flow_remove(document, block, LP_REASON_FURNITURE);
  }
  return count;
}

size_t lp_furniture_remove(LpDocument *document, const LpDefinition *definition, LpPlace *first) {
  GPtrArray *flow = lp_flow_of(document, lp_document_root(document));
  GArray *feet = g_array_new(FALSE, FALSE, sizeof(Found)), *heads = g_array_new(FALSE, FALSE, sizeof(Found));
  collect(flow, definition, feet, heads);
  size_t count = remove_all(document, feet, first, 0);
  count += remove_all(document, heads, first, count);
  g_array_free(feet, TRUE);
  g_array_free(heads, TRUE);
  g_ptr_array_free(flow, TRUE);
  return count;
}
