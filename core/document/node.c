/* Nodes: making, linking, attributes, reading. */
#include "config.h"

#include "document/tree.h"

#include <string.h>

LpNode *tree_new_node(LpDocument *document, LpKind kind, const LpPlace *place) {
  if (document->node_count >= lp_account_limit(document->account, LP_LIMIT_NODES)) {
    if (!lp_should_stop(document->account))
      lp_account_within(document->account, LP_LIMIT_NODES, document->node_count + 1, place);
    lp_account_stop(document->account);
    return NULL;
  }
  document->node_count++;
  LpNode *node = lp_arena_allocate(document->arena, sizeof *node);
  node->kind = kind;
  if (place) {
    node->part = place->part ? lp_document_intern(document, place->part, strlen(place->part)) : NULL;
    node->line = place->line;
    node->column = place->column;
  }
  return node;
}

bool tree_may_contain(const LpNode *parent, LpKind child) {
  while (parent->kind == LP_KIND_BLOCK_REVISION && parent->parent)
    parent = parent->parent;
  return lp_kind_may_contain((LpKind)parent->kind, child);
}

void tree_append(LpNode *parent, LpNode *child) {
  LpNode *last = parent->last;
  if (last && last->kind == LP_KIND_NOTES && child->kind != LP_KIND_NOTES) {
    tree_insert_before(last, child);
    return;
  }
  child->parent = parent;
  child->previous = last;
  child->next = NULL;
  if (last)
    last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

void tree_insert_before(LpNode *sibling, LpNode *node) {
  node->parent = sibling->parent;
  node->previous = sibling->previous;
  node->next = sibling;
  if (sibling->previous)
    sibling->previous->next = node;
  else
    sibling->parent->first = node;
  sibling->previous = node;
}

void tree_unlink(LpNode *node) {
  LpNode *parent = node->parent;
  if (!parent)
    return;
  if (node->previous)
    node->previous->next = node->next;
  else
    parent->first = node->next;
  if (node->next)
    node->next->previous = node->previous;
  else
    parent->last = node->previous;
  node->parent = node->previous = node->next = NULL;
}

LpNode *tree_notes(LpDocument *document) {
  if (!document->notes) {
    document->notes = tree_new_node(document, LP_KIND_NOTES, NULL);
    if (document->notes)
      tree_append(document->root, document->notes);
  } else if (!document->notes->parent) {
    tree_append(document->root, document->notes);
  }
  return document->notes;
}

/* ---- attributes ---- */

static Attribute *find(const LpNode *node, LpAttribute attribute) {
  for (Attribute *a = node->attributes; a; a = a->next)
    if (a->attribute == attribute)
      return a;
  return NULL;
}

static Attribute *find_or_add(LpDocument *document, LpNode *node, LpAttribute attribute) {
  Attribute **link = &node->attributes;
  for (; *link; link = &(*link)->next)
    if ((*link)->attribute == attribute)
      return *link;
  Attribute *added = lp_arena_allocate(document->arena, sizeof *added);
  added->attribute = attribute;
  *link = added;
  return added;
}

void tree_set_integer(LpDocument *document, LpNode *node, LpAttribute attribute, int32_t value) {
  LpAttributeType type = lp_attribute_type(attribute);
  g_return_if_fail(lp_attribute_name(attribute) && type != LP_TYPE_STRING && type != LP_TYPE_LENGTHS);
  find_or_add(document, node, attribute)->value.integer = value;
}

void tree_set_string(LpDocument *document, LpNode *node, LpAttribute attribute, const char *value) {
  g_return_if_fail(lp_attribute_name(attribute) && lp_attribute_type(attribute) == LP_TYPE_STRING);
  const char *interned = lp_document_intern(document, value, strlen(value));
  find_or_add(document, node, attribute)->value.string = interned;
  if (attribute == LP_ATTRIBUTE_NAME) {
    char *key = g_strdup_printf("%u %s", node->kind, value);
    if (!g_hash_table_contains(document->names, key))
      g_hash_table_insert(document->names, key, node);
    else
      g_free(key);
  }
}

void tree_set_lengths(LpDocument *document, LpNode *node, LpAttribute attribute, const int32_t *values,
                      size_t count) {
  g_return_if_fail(lp_attribute_type(attribute) == LP_TYPE_LENGTHS && count <= UINT32_MAX / sizeof *values);
  int32_t *copy = lp_arena_allocate(document->arena, MAX(count, 1) * sizeof *values);
  if (count)
    memcpy(copy, values, count * sizeof *values);
  Attribute *a = find_or_add(document, node, attribute);
  a->value.lengths = copy;
  a->count = (uint32_t)count;
}

bool lp_node_has(const LpNode *node, LpAttribute attribute) {
  return find(node, attribute) != NULL;
}

int32_t lp_node_integer(const LpNode *node, LpAttribute attribute) {
  LpAttributeType type = lp_attribute_type(attribute);
  const Attribute *a = type == LP_TYPE_STRING || type == LP_TYPE_LENGTHS ? NULL : find(node, attribute);
  return a ? a->value.integer : 0;
}

const char *lp_node_string(const LpNode *node, LpAttribute attribute) {
  const Attribute *a = lp_attribute_type(attribute) == LP_TYPE_STRING ? find(node, attribute) : NULL;
  return a ? a->value.string : NULL;
}

const int32_t *lp_node_lengths(const LpNode *node, LpAttribute attribute, size_t *count) {
  const Attribute *a = lp_attribute_type(attribute) == LP_TYPE_LENGTHS ? find(node, attribute) : NULL;
  *count = a ? a->count : 0;
  return a ? a->value.lengths : NULL;
}

/* ---- reading ---- */

LpKind lp_node_kind(const LpNode *node) {
  return (LpKind)node->kind;
}

const LpNode *lp_node_parent(const LpNode *node) {
  return node->parent;
}

const LpNode *lp_node_first_child(const LpNode *node) {
  return node->first;
}

const LpNode *lp_node_last_child(const LpNode *node) {
  return node->last;
}

const LpNode *lp_node_next(const LpNode *node) {
  return node->next;
}

const LpNode *lp_node_previous(const LpNode *node) {
  return node->previous;
}

const LpStyle *lp_node_style(const LpNode *node) {
  return node->style;
}

const char *lp_node_text(const LpNode *node, size_t *n) {
  *n = node->text_length;
  return node->text;
}

LpPlace lp_node_place(const LpNode *node) {
  return (LpPlace){node->part, node->line, node->column};
}
