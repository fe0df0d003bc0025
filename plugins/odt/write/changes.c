/* text:tracked-changes (ODF 1.3, 5.5): what was deleted stands there, before the text, and the text has its
 * place. */
#include "config.h"

#include "changes.h"

#include "roles.h"
#include "state.h"

#include <string.h>

static bool is_deletion(const LpNode *node) {
  int32_t revision = lp_node_integer(node, LP_ATTRIBUTE_REVISION);
  return revision == LP_REVISION_DELETED || revision == LP_REVISION_MOVED_FROM;
}

static bool is_insertion(const LpNode *node) {
  int32_t revision = lp_node_integer(node, LP_ATTRIBUTE_REVISION);
  return revision == LP_REVISION_INSERTED || revision == LP_REVISION_MOVED_TO;
}

/* Marks of changes may stand among blocks, but not in lists, nor among rows and cells. */
static bool may_be_marked(const OdtWriter *writer, const LpNode *node) {
  if (writer->flow.plain || writer->note || writer->deletion || !(is_deletion(node) || is_insertion(node)))
    return false;
  if (lp_node_kind(node) == LP_KIND_REVISION)
    return true;
  switch (role_parent_kind(node)) {
  case LP_KIND_LIST:
  case LP_KIND_LIST_ITEM:
  case LP_KIND_TABLE:
  case LP_KIND_ROW_GROUP:
  case LP_KIND_ROW:
  case LP_KIND_NOTES: return false;
  default: return writer->flow.list_count == 0;
  }
}

/* Whether text is a date of XML Schema as ODF wants it: YYYY-MM-DD, or that and a time. */
static bool is_date(const char *text) {
  static const char pattern[] = "0000-00-00T00:00:00";
  size_t i = 0;
  for (; text && text[i] && i < sizeof pattern - 1; i++)
    if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i])
      return false;
  return text && i == sizeof pattern - 1 && (text[i] == '\0' || strcmp(text + i, "Z") == 0);
}

static void write_element(OdtWriter *writer, const char *name, const char *content) {
  lp_markup_open(writer->markup, name);
  lp_markup_generated(writer->markup, content);
  lp_markup_close(writer->markup);
}

void change_write_info(OdtWriter *writer, const LpNode *node) {
  const char *author = lp_node_string(node, LP_ATTRIBUTE_AUTHOR);
  const char *date = lp_node_string(node, LP_ATTRIBUTE_DATE);
  write_element(writer, "dc:creator", author ? author : "");
  write_element(writer, "dc:date", is_date(date) ? date : "1980-01-01T00:00:00");
}

static void write_mark(OdtWriter *writer, const char *element, unsigned id) {
  lp_markup_open(writer->markup, element);
  lp_markup_attribute_format(writer->markup, "text:change-id", "change%u", id);
  lp_markup_close(writer->markup);
}

/* Opens a changed region and the element of its kind, with its author and date. */
static void open_region(OdtWriter *writer, const LpNode *node, const char *element) {
  writer->markup = writer->changes;
  lp_markup_open(writer->markup, "text:changed-region");
  lp_markup_attribute_format(writer->markup, "xml:id", "change%u", writer->change_count);
  lp_markup_attribute_format(writer->markup, "text:id", "change%u", writer->change_count);
  lp_markup_open(writer->markup, element);
  lp_markup_open(writer->markup, "office:change-info");
  change_write_info(writer, node);
  lp_markup_close(writer->markup);
}

static void begin_deletion(OdtWriter *writer, const LpNode *node) {
  write_mark(writer, "text:change", writer->change_count);
  open_region(writer, node, "text:deletion");
  if (lp_node_kind(node) == LP_KIND_REVISION)
    lp_markup_open(writer->markup, "text:p");
  writer->deletion = node;
}

LpWalkInto revision_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (!may_be_marked(writer, node)) {
    LpPlace place = lp_node_place(node);
    if (lp_node_integer(node, LP_ATTRIBUTE_REVISION) != LP_REVISION_FORMAT)
      lp_warn(writer->account, "odt.revision-place", &place,
              "A tracked change stands where OpenDocument has none: its text is kept, without the mark.");
    return LP_WALK_INTO;
  }
  writer->change_count++;
  if (is_deletion(node)) {
    begin_deletion(writer, node);
    return LP_WALK_INTO;
  }
  open_region(writer, node, "text:insertion");
  lp_markup_close(writer->markup);
  lp_markup_close(writer->markup);
  writer->markup = writer->body;
  write_mark(writer, "text:change-start", writer->change_count);
  return LP_WALK_INTO;
}

void revision_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (writer->deletion == node) {
    lp_markup_close_to(writer->markup, 0);
    writer->markup = writer->body;
    writer->deletion = NULL;
  } else if (may_be_marked(writer, node) && is_insertion(node))
    /* Insertions do not overlap: those within it have been closed, and numbered after it. */
    write_mark(writer, "text:change-end", writer->change_count);
}
