#include "config.h"

#include "read/links.h"

#include "read/fields.h"
#include "read/paragraph.h"
#include "read/values.h"
#include "read/wrappers.h"

#include <string.h>

/* A link's target is an address, a bookmark, or a place within an address. Links do not nest. */
static uint32_t open_link(DocxReader *reader, const char *address, const char *bookmark, const char *title,
                          const LpPlace *place) {
  DocxWrapper wrapper = {.kind = LP_KIND_LINK, .title = docx_intern(reader, title), .place = *place};
  bool is_outer = address && *address;
  if (!is_outer && !(bookmark && *bookmark))
    return 0;
  if (docx_in_field_code(reader) || docx_in_wrapper(reader, LP_KIND_LINK))
    return 0;
  if (is_outer && bookmark && *bookmark) {
    g_autofree char *whole = g_strconcat(address, "#", bookmark, NULL);
    wrapper.href = docx_intern(reader, whole);
  } else if (is_outer) {
    wrapper.href = docx_intern(reader, address);
  } else {
    wrapper.target = docx_intern(reader, bookmark);
  }
  return docx_open_wrapper(reader, wrapper);
}

LpXmlInto docx_enter_hyperlink(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  const DocxRelationship *relationship =
      docx_relationship(reader->relationships, lp_xml_attribute(element, R, "id"));
  const char *address = relationship && relationship->is_outer ? relationship->target : NULL;
  docx_push_element(reader, open_link(reader, address, docx_value(element, "anchor"),
                                      docx_value(element, "tooltip"), &place));
  return LP_XML_INTO;
}

void docx_leave_wrapper(void *state, const LpXmlElement *element) {
  (void)element;
  docx_pop_element(state);
}

LpXmlInto docx_enter_bookmark(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *name = docx_value(element, "name");
  if (!name || !*name || strcmp(name, "_GoBack") == 0)
    return LP_XML_INTO;
  const char *interned = docx_intern(reader, name);
  if (g_hash_table_add(reader->anchors, (gpointer)(uintptr_t)interned))
    docx_wait(reader,
              (DocxWaiting){.kind = LP_KIND_ANCHOR, .name = interned, .place = lp_xml_place(element)});
  return LP_XML_INTO;
}

/* The next word of a code, or what stands between quotes; "" at the end. Moves *at on. */
static char *next_word(const char **at) {
  *at += strspn(*at, " \t\r\n");
  bool is_quoted = **at == '"';
  if (is_quoted)
    (*at)++;
  size_t n = strcspn(*at, is_quoted ? "\"" : " \t\r\n");
  char *word = g_strndup(*at, n);
  *at += n;
  if (is_quoted && **at)
    (*at)++;
  return word;
}

uint32_t docx_open_hyperlink_field(DocxReader *reader, const char *code, const LpPlace *place) {
  char *address = NULL, *bookmark = NULL, *title = NULL;
  g_free(next_word(&code)); /* HYPERLINK itself */
  for (;;) {
    char *word = next_word(&code);
    if (!*word && !*code) {
      g_free(word);
      break;
    }
    if (strcmp(word, "\\l") == 0 && !bookmark)
      bookmark = next_word(&code);
    else if (strcmp(word, "\\o") == 0 && !title)
      title = next_word(&code);
    else if (strcmp(word, "\\t") == 0)
      g_free(next_word(&code));
    else if (*word != '\\' && !address) {
      address = word;
      continue;
    }
    g_free(word);
  }
  uint32_t serial = open_link(reader, address, bookmark, title, place);
  g_free(address);
  g_free(bookmark);
  g_free(title);
  return serial;
}
