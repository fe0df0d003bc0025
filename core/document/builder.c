/* The builder: events of a reader become a tree that keeps to the table of kinds. */
#include "config.h"

#include "document/clean.h"
#include "document/tree.h"

#include <string.h>

typedef struct Frame {
  LpNode *node; /* where what follows goes; of a refused frame: its parent */
  LpKind asked; /* what the reader opened */
  bool implied; /* opened by us to mend */
  bool refused;
} Frame;

struct LpBuilder {
  LpDocument *document;
  GArray *frames; /* of Frame; the document's is the first */
  LpNode *target; /* what attributes are set on; NULL: a refused node */
  const LpStyle *text_style;
  GString *text; /* of the text node in the making */
  LpPlace text_place;
  uint32_t open_count[LP_KIND_COUNT];
};

static Frame *frame_at(const LpBuilder *builder, guint index) {
  return &g_array_index(builder->frames, Frame, index);
}

static Frame *top_frame(const LpBuilder *builder) {
  return frame_at(builder, builder->frames->len - 1);
}

static void push(LpBuilder *builder, Frame frame) {
  g_array_append_val(builder->frames, frame);
  if (!frame.refused)
    builder->open_count[frame.asked]++;
  builder->target = frame.refused ? NULL : frame.node;
}

static void pop(LpBuilder *builder) {
  Frame *frame = top_frame(builder);
  if (!frame->refused)
    builder->open_count[frame->asked]--;
  g_array_set_size(builder->frames, builder->frames->len - 1);
  builder->target = top_frame(builder)->refused ? NULL : top_frame(builder)->node;
}

LpBuilder *lp_builder_new(LpDocument *document) {
  LpBuilder *builder = g_new0(LpBuilder, 1);
  builder->document = document;
  builder->frames = g_array_new(FALSE, FALSE, sizeof(Frame));
  builder->text = g_string_sized_new(256);
  push(builder, (Frame){.node = document->root, .asked = LP_KIND_DOCUMENT});
  return builder;
}

/* Makes a text node of what was gathered. */
static void flush(LpBuilder *builder) {
  if (builder->text->len == 0)
    return;
  LpNode *node = tree_new_node(builder->document, LP_KIND_TEXT, NULL);
  if (node) {
    node->part = builder->text_place.part;
    node->line = builder->text_place.line;
    node->column = builder->text_place.column;
    node->text = lp_arena_copy(builder->document->arena, builder->text->str, builder->text->len);
    node->text_length = (uint32_t)builder->text->len;
    node->style = builder->text_style;
    tree_append(top_frame(builder)->node, node);
  }
  g_string_truncate(builder->text, 0);
}

void lp_builder_finish(LpBuilder *builder) {
  flush(builder);
  g_array_free(builder->frames, TRUE);
  g_string_free(builder->text, TRUE);
  g_free(builder);
}

LpDocument *lp_builder_document(LpBuilder *builder) {
  return builder->document;
}

/* Where a node of that kind was appended, without a frame yet; NULL if nodes are used up. */
static LpNode *append_new(LpBuilder *builder, LpNode *parent, LpKind kind, const LpPlace *place) {
  LpNode *node = tree_new_node(builder->document, kind, place);
  if (node)
    tree_append(parent, node);
  return node;
}

/* The innermost open node, beyond the inlines that stand open, that may contain a block of that kind. */
static LpNode *behind_the_enclosing_block(const LpBuilder *builder, LpKind kind) {
  for (guint i = builder->frames->len; i-- > 0;) {
    LpNode *node = frame_at(builder, i)->node;
    if (tree_may_contain(node, kind))
      return node;
    if (!lp_kind_takes_inlines((LpKind)node->kind))
      return NULL;
  }
  return NULL;
}

/* Beyond these depths text stays at the last level: no draft of a person nests so deep. */
static bool too_deep(LpBuilder *builder, LpKind kind, const LpPlace *place) {
  static const struct {
    LpKind kind;
    LpLimit limit;
  } depths[] = {
      {LP_KIND_TABLE, LP_LIMIT_TABLE_DEPTH},       {LP_KIND_LIST, LP_LIMIT_LIST_DEPTH},
      {LP_KIND_TEXT_BOX, LP_LIMIT_BOX_DEPTH},      {LP_KIND_FIELD, LP_LIMIT_FIELD_DEPTH},
      {LP_KIND_REVISION, LP_LIMIT_REVISION_DEPTH}, {LP_KIND_BLOCK_REVISION, LP_LIMIT_REVISION_DEPTH},
      {LP_KIND_QUOTE, LP_LIMIT_TABLE_DEPTH}};
  for (size_t i = 0; i < G_N_ELEMENTS(depths); i++)
    if (depths[i].kind == kind &&
        builder->open_count[kind] >= lp_account_limit(builder->document->account, depths[i].limit)) {
      lp_warn(builder->document->account, "builder.too-deep", place,
              "A %s is nested too deep; its text stays in the one around it.", lp_kind_name(kind));
      return true;
    }
  return false;
}

/* Opens what is missing between the innermost open node and a child of that kind. NULL: it cannot be mended.
 */
static LpNode *open_bridges(LpBuilder *builder, LpKind kind, const LpPlace *place) {
  while (!tree_may_contain(top_frame(builder)->node, kind)) {
    LpNode *parent = top_frame(builder)->node;
    LpKind bridge = lp_kind_bridge((LpKind)parent->kind, kind);
    if (bridge != LP_KIND_NONE && !tree_may_contain(parent, bridge))
      bridge = lp_kind_bridge((LpKind)parent->kind, bridge); /* a paragraph in a row: a cell first */
    if (bridge == LP_KIND_NONE || !tree_may_contain(parent, bridge) || too_deep(builder, bridge, place))
      return NULL;
    LpNode *node = append_new(builder, parent, bridge, place);
    if (!node)
      return NULL;
    push(builder, (Frame){.node = node, .asked = bridge, .implied = true});
  }
  return top_frame(builder)->node;
}

/* Where a child of that kind goes: what we opened to mend is closed, what is missing is opened. */
static LpNode *make_room(LpBuilder *builder, LpKind kind, const LpPlace *place) {
  if (lp_kind_stands_in_notes(kind))
    return tree_notes(builder->document);
  while (top_frame(builder)->implied && !tree_may_contain(top_frame(builder)->node, kind))
    pop(builder);
  LpNode *top = top_frame(builder)->node;
  if (lp_kind_takes_inlines((LpKind)top->kind) && lp_kind_is_block(kind))
    return behind_the_enclosing_block(builder, kind);
  return open_bridges(builder, kind, place);
}

static void refuse(LpBuilder *builder, LpKind kind, const LpPlace *place) {
  if (!lp_should_stop(builder->document->account))
    lp_warn(builder->document->account, "builder.refused", place,
            "A %s may not stand in a %s; its text is kept without it.",
            lp_kind_name(kind) ? lp_kind_name(kind) : "?",
            /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): every frame has a node */
            lp_kind_name((LpKind)top_frame(builder)->node->kind));
}

bool lp_builder_open(LpBuilder *builder, LpKind kind, const LpPlace *place) {
  flush(builder);
  LpNode *parent = NULL, *node = NULL;
  bool deep = too_deep(builder, kind, place);
  if (!deep && lp_kind_name(kind) && !lp_kind_is_leaf(kind) && kind != LP_KIND_DOCUMENT &&
      kind != LP_KIND_NOTES)
    parent = make_room(builder, kind, place);
  if (parent)
    node = append_new(builder, parent, kind, place);
  if (!node) {
    if (!deep)
      refuse(builder, kind, place);
    push(builder, (Frame){.node = top_frame(builder)->node, .asked = kind, .refused = true});
    return false;
  }
  push(builder, (Frame){.node = node, .asked = kind});
  return true;
}

void lp_builder_close(LpBuilder *builder, LpKind kind) {
  flush(builder);
  for (guint i = builder->frames->len; i-- > 1;) {
    Frame *frame = frame_at(builder, i);
    if (frame->asked != kind || frame->implied)
      continue;
    while (builder->frames->len > i)
      pop(builder);
    return;
  }
  lp_warn(builder->document->account, "builder.unbalanced", NULL, "A %s is closed that was never opened.",
          lp_kind_name(kind) ? lp_kind_name(kind) : "?");
}

bool lp_builder_leaf(LpBuilder *builder, LpKind kind, const LpPlace *place) {
  flush(builder);
  LpNode *parent = NULL, *node = NULL;
  if (lp_kind_name(kind) && lp_kind_is_leaf(kind) && kind != LP_KIND_TEXT)
    parent = make_room(builder, kind, place);
  if (parent)
    node = append_new(builder, parent, kind, place);
  if (!node)
    refuse(builder, kind, place);
  builder->target = node;
  return node != NULL;
}

static bool is_white(const char *text, size_t n) {
  return lp_characters(text, n) == 0;
}

static void report_cleaned(LpBuilder *builder, Cleaned cleaned, const LpPlace *place) {
  if (cleaned.invalid)
    lp_warn(builder->document->account, "builder.invalid-text", place,
            "Text holds bytes that are no UTF-8; each is shown as U+FFFD.");
  if (cleaned.controls)
    lp_warn(builder->document->account, "builder.control-character", place,
            "Text holds control characters; they are left out.");
}

void lp_builder_text(LpBuilder *builder, const char *text, size_t n, const LpPlace *place) {
  if (n == 0)
    return;
  if (builder->text->len == 0) {
    /* White space between blocks is the draft's own layout. */
    if (!lp_kind_takes_inlines((LpKind)top_frame(builder)->node->kind) && is_white(text, n))
      return;
    if (!make_room(builder, LP_KIND_TEXT, place)) {
      refuse(builder, LP_KIND_TEXT, place);
      return;
    }
    builder->text_place = place ? *place : (LpPlace){0};
    if (place && place->part)
      builder->text_place.part = lp_document_intern(builder->document, place->part, strlen(place->part));
  }
  builder->target = top_frame(builder)->refused ? NULL : top_frame(builder)->node;
  size_t start = builder->text->len;
  report_cleaned(builder, clean_text(builder->text, text, n), place);
  lp_ledger_count_out(builder->document->account, LP_PHASE_READING, builder->text->str + start,
                      builder->text->len - start);
}

void lp_builder_text_style(LpBuilder *builder, const LpStyle *style) {
  if (style == builder->text_style)
    return;
  flush(builder);
  builder->text_style = style;
}

void lp_builder_style(LpBuilder *builder, const LpStyle *style) {
  if (builder->target)
    builder->target->style = style;
}

void lp_builder_integer(LpBuilder *builder, LpAttribute attribute, int32_t value) {
  if (builder->target)
    tree_set_integer(builder->document, builder->target, attribute, value);
}

void lp_builder_take_back(LpBuilder *builder, const LpNode *leaf) {
  if (!leaf || !lp_kind_is_leaf(lp_node_kind(leaf)) || lp_node_kind(leaf) == LP_KIND_TEXT)
    return;
  if (builder->target == leaf)
    builder->target = NULL;
  lp_edit_unlink(lp_edit_node(builder->document, leaf));
}

const LpNode *lp_builder_node(const LpBuilder *builder) {
  return builder->target;
}

void lp_builder_integer_at(LpBuilder *builder, const LpNode *node, LpAttribute attribute, int32_t value) {
  if (node)
    tree_set_integer(builder->document, lp_edit_node(builder->document, node), attribute, value);
}

/* Only these schemes are carried into an output; an address without one is relative and leads nowhere. */
static bool is_allowed_address(const char *address) {
  static const char *const schemes[] = {"http:", "https:", "mailto:"};
  for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
    if (g_ascii_strncasecmp(address, schemes[i], strlen(schemes[i])) == 0)
      return true;
  return false;
}

void lp_builder_string(LpBuilder *builder, LpAttribute attribute, const char *value) {
  if (!builder->target || !value)
    return;
  LpPlace place = lp_node_place(builder->target);
  if (attribute == LP_ATTRIBUTE_HREF && !is_allowed_address(value)) {
    lp_warn(builder->document->account, "builder.link-refused", &place,
            "A link leads elsewhere than to http, https or mailto; its text is kept, its target is not.");
    return;
  }
  GString *cleaned = g_string_new(NULL);
  report_cleaned(builder, clean_text(cleaned, value, strlen(value)), &place);
  tree_set_string(builder->document, builder->target, attribute, cleaned->str);
  g_string_free(cleaned, TRUE);
}

void lp_builder_lengths(LpBuilder *builder, LpAttribute attribute, const int32_t *values, size_t count) {
  if (builder->target)
    tree_set_lengths(builder->document, builder->target, attribute, values, count);
}

LpKind lp_builder_current(const LpBuilder *builder) {
  return (LpKind)top_frame(builder)->node->kind;
}

size_t lp_builder_depth(const LpBuilder *builder, LpKind kind) {
  return (size_t)kind < LP_KIND_COUNT ? builder->open_count[kind] : 0;
}

void lp_builder_metadata(LpBuilder *builder, LpMetadata entry, const char *value) {
  if (!value || (size_t)entry >= LP_METADATA_COUNT || builder->document->metadata[entry])
    return;
  GString *cleaned = g_string_new(NULL);
  clean_text(cleaned, value, strlen(value));
  g_strstrip(cleaned->str);
  if (*cleaned->str)
    lp_document_set_metadata(builder->document, entry, cleaned->str);
  g_string_free(cleaned, TRUE);
}

int32_t lp_builder_resource(LpBuilder *builder, const char *name, int64_t size, const uint8_t *head,
                            size_t head_n, LpResourceReader reader, void *holder) {
  return document_add_resource(builder->document, name, size, head, head_n, reader, holder);
}

void lp_builder_keep(LpBuilder *builder, void *thing, void (*free_thing)(void *thing)) {
  LpDocument *document = builder->document;
  if (!document->kept)
    document->kept = g_array_new(FALSE, FALSE, sizeof(Kept));
  Kept kept = {thing, free_thing};
  g_array_append_val(document->kept, kept);
}
