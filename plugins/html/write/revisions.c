/* ins and del. */
#include "config.h"

#include "revisions.h"

#include "roles.h"
#include "state.h"

static const char *element_of(int32_t revision) {
  switch (revision) {
  case LP_REVISION_INSERTED:
  case LP_REVISION_MOVED_TO: return "ins";
  case LP_REVISION_DELETED:
  case LP_REVISION_MOVED_FROM: return "del";
  default: return NULL;
  }
}

/* Opens the element of a revision, a span where it is neither insertion nor deletion. */
static void open_revision(HtmlWriter *writer, const LpNode *node, const char *otherwise) {
  int32_t revision = lp_node_integer(node, LP_ATTRIBUTE_REVISION);
  const char *element = element_of(revision);
  element_open(writer, element ? element : otherwise, NULL);
  if (element)
    lp_markup_attribute(writer->markup, "datetime", lp_node_string(node, LP_ATTRIBUTE_DATE));
  lp_markup_attribute(writer->markup, "title", lp_node_string(node, LP_ATTRIBUTE_AUTHOR));
  if (revision == LP_REVISION_MOVED_FROM || revision == LP_REVISION_MOVED_TO)
    element_class(writer, "moved", NULL, NULL);
}

LpWalkInto revision_enter(void *state, const LpNode *node) {
  open_revision(state, node, "span");
  return LP_WALK_INTO;
}

void revision_leave(void *state, const LpNode *node) {
  (void)node;
  element_close(state);
}

/* ins and del may hold blocks, but no items, rows or cells. */
static bool may_have_element(const LpNode *revision) {
  const LpNode *parent = role_parent(revision);
  switch (parent ? lp_node_kind(parent) : LP_KIND_NONE) {
  case LP_KIND_LIST:
  case LP_KIND_TABLE:
  case LP_KIND_ROW_GROUP:
  case LP_KIND_ROW:
  case LP_KIND_NOTES: return false;
  default: return true;
  }
}

LpWalkInto block_revision_enter(void *state, const LpNode *node) {
  if (may_have_element(node))
    open_revision(state, node, "div");
  return LP_WALK_INTO;
}

void block_revision_leave(void *state, const LpNode *node) {
  if (may_have_element(node))
    element_close(state);
}

/* The node that says that an item or cell is a revision: itself, its row, or a revision around either. */
static const LpNode *revision_around(const LpNode *node) {
  for (int steps = 0; node && steps < 3; steps++) {
    if (element_of(lp_node_integer(node, LP_ATTRIBUTE_REVISION)))
      return node;
    const LpNode *parent = lp_node_parent(node);
    LpKind kind = parent ? lp_node_kind(parent) : LP_KIND_NONE;
    if (kind != LP_KIND_BLOCK_REVISION && kind != LP_KIND_ROW)
      return NULL;
    node = parent;
  }
  return NULL;
}

void revision_of_element(HtmlWriter *writer, const LpNode *node) {
  const LpNode *revision = revision_around(node);
  if (!revision)
    return;
  /* Left open: it is closed with the element that it stands in. */
  lp_markup_open(writer->markup, element_of(lp_node_integer(revision, LP_ATTRIBUTE_REVISION)));
  lp_markup_attribute(writer->markup, "datetime", lp_node_string(revision, LP_ATTRIBUTE_DATE));
  lp_markup_attribute(writer->markup, "title", lp_node_string(revision, LP_ATTRIBUTE_AUTHOR));
}

void revision_of_mark(HtmlWriter *writer, const LpNode *paragraph) {
  const char *element = element_of(lp_node_integer(paragraph, LP_ATTRIBUTE_REVISION));
  if (!element)
    return;
  lp_markup_open(writer->markup, element);
  lp_markup_attribute(writer->markup, "title", lp_node_string(paragraph, LP_ATTRIBUTE_AUTHOR));
  lp_markup_generated(writer->markup, "¶");
  lp_markup_close(writer->markup);
}
