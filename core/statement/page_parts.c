/* The draft's own headers and footers. The house sets its own: a letterhead and page numbers in them are left
   out, any other text is left out with a warning, or kept before and after the body (key header-text). */
#include "config.h"

#include "statement/passing.h"

#include "statement/flow.h"
#include "statement/furniture.h"
#include "statement/match.h"

#include <letterpress/walk.h>
#include <string.h>

typedef struct Parts {
  LpPassing *passing;
  LpMatcher *matcher;
  GHashTable *kept;    /* texts that were kept or told: the parts of several sections often say the same */
  LpNode *last_header; /* behind which the next kept block goes; NULL: it goes first */
  int letterheads;
} Parts;

/* Whether the text but for fields of pages is that of a page number: "Page ", " of ". */
static bool is_page_field(const Parts *parts, const LpNode *block) {
  GString *text = g_string_new(NULL);
  bool has_field = false;
  for (LpStep step = lp_walk_first(block); step.node;) {
    const char *field =
        lp_node_kind(step.node) == LP_KIND_FIELD ? lp_node_string(step.node, LP_ATTRIBUTE_FIELD) : NULL;
    bool of_pages = field && (strcmp(field, "page") == 0 || strcmp(field, "pages") == 0);
    size_t n;
    const char *part = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (part)
      g_string_append_len(text, part, (gssize)n);
    if (of_pages && !step.leaving) {
      g_string_append_c(text, '1');
      has_field = true;
    }
    step = of_pages ? lp_walk_past(block, step) : lp_walk_next(block, step);
  }
  bool is_number = lp_page_number(parts->passing->definition, text->str).page != 0;
  g_string_free(text, TRUE);
  return is_number && has_field;
}

static bool has_image(const LpNode *block) {
  for (LpStep step = lp_walk_first(block); step.node; step = lp_walk_next(block, step))
    if (lp_node_kind(step.node) == LP_KIND_IMAGE)
      return true;
  return false;
}

static void keep(Parts *parts, LpNode *block, bool is_header) {
  LpNode *root = lp_edit_root(parts->passing->document);
  lp_edit_unlink(block);
  if (!is_header) {
    lp_edit_append(root, block);
    return;
  }
  if (parts->last_header)
    lp_edit_insert_after(parts->last_header, block);
  else if (lp_edit_first_child(root))
    lp_edit_insert_before(lp_edit_first_child(root), block);
  else
    lp_edit_append(root, block);
  parts->last_header = block;
}

/* Text that is neither letterhead nor page number. */
static void settle_text(Parts *parts, LpNode *block, const char *text, bool is_header) {
  LpDocument *document = parts->passing->document;
  LpPlace place = lp_node_place(block);
  const char *part = is_header ? "header" : "footer";
  bool is_known = !g_hash_table_add(parts->kept, g_strdup(text));
  bool keeps = lp_definition_keeps_header_text(parts->passing->definition);
  if (keeps && !is_known && lp_node_kind(block) == LP_KIND_PARAGRAPH) {
    keep(parts, block, is_header);
    lp_report(parts->passing->account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "recognise.header-kept", &place,
              "“%s” stood in the draft's %s; it is kept in the text.", text, part);
    return;
  }
  if (!is_known)
    lp_warn(parts->passing->account, "recognise.header-text", &place,
            "“%s” stands in the draft's %s; it is left out.", text, part);
  lp_edit_remove(document, block, LP_REASON_HEADER_FOOTER);
}

/* One block of a header or footer. whole: what the whole part says. */
static void settle_block(Parts *parts, LpNode *block, LpMatchKind whole, bool is_header) {
  LpDocument *document = parts->passing->document;
  char *text = lp_node_text_below(block);
  g_strstrip(text);
  bool is_letterhead = whole != LP_MATCH_NONE || lp_matcher_line(parts->matcher, text).kind != LP_MATCH_NONE;
  bool is_picture = !*text && has_image(block);
  if (is_letterhead || is_picture) {
    parts->letterheads++;
    lp_edit_remove(document, block, LP_REASON_LETTERHEAD);
  } else if (is_page_field(parts, block) || !*text) {
    lp_edit_remove(document, block, LP_REASON_FURNITURE);
  } else {
    settle_text(parts, block, text, is_header);
  }
  g_free(text);
}

/* The blocks with text below a header, whatever tables and boxes they stand in. */
static GPtrArray *blocks_of(LpDocument *document, const LpNode *part) {
  GPtrArray *blocks = g_ptr_array_new();
  for (LpStep step = lp_walk_first(part); step.node; step = lp_walk_next(part, step))
    if (!step.leaving && lp_kind_is_block(lp_node_kind(step.node)) &&
        lp_kind_takes_inlines(lp_node_kind(step.node)))
      g_ptr_array_add(blocks, lp_edit_node(document, step.node));
  return blocks;
}

static void settle_part(Parts *parts, LpNode *part) {
  bool is_header = lp_node_kind(part) == LP_KIND_PAGE_HEADER;
  GPtrArray *blocks = blocks_of(parts->passing->document, part);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < blocks->len && text->len <= LP_MATCH_BYTES_MOST; i++) {
    char *line = lp_node_text_below(blocks->pdata[i]);
    g_string_append_printf(text, "%s%s", text->len ? " " : "", line);
    g_free(line);
  }
  LpMatch whole = lp_matcher_line(parts->matcher, text->str);
  if (whole.kind && *whole.language)
    parts->passing->found_language = whole.language;
  for (guint i = 0; i < blocks->len; i++)
    settle_block(parts, blocks->pdata[i], whole.kind, is_header);
  g_string_free(text, TRUE);
  g_ptr_array_free(blocks, TRUE);
  lp_edit_remove(parts->passing->document, part, LP_REASON_FURNITURE); /* nothing but its shell is left */
}

static LpNode *notes_of(LpDocument *document) {
  LpNode *last = lp_edit_last_child(lp_edit_root(document));
  return last && lp_node_kind(last) == LP_KIND_NOTES ? last : NULL;
}

void lp_pass_page_parts(LpPassing *passing) {
  LpNode *notes = notes_of(passing->document);
  if (!notes)
    return;
  Parts parts = {.passing = passing,
                 .matcher = lp_matcher_new(passing->definition),
                 .kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  for (LpNode *part = lp_edit_first_child(notes), *next; part; part = next) {
    next = lp_edit_next(part);
    if (lp_node_kind(part) == LP_KIND_PAGE_HEADER || lp_node_kind(part) == LP_KIND_PAGE_FOOTER)
      settle_part(&parts, part);
  }
  if (!lp_edit_first_child(notes))
    lp_edit_unlink(notes);
  if (parts.letterheads)
    lp_report(passing->account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "recognise.header-letterhead", NULL,
              "The letterhead in the draft's headers and footers is left out: the final carries its own.");
  lp_matcher_free(parts.matcher);
  g_hash_table_destroy(parts.kept);
}
