/* The walk before the first byte. */
#include "config.h"

#include "survey.h"

#include "blocks.h"
#include "differences.h"
#include "state.h"

/* The block whose text comes, and the style of the text before: neighbours often share it. */
typedef struct Last {
  const LpNode *block;
  const LpStyle *text;
} Last;

static void survey_text(HtmlWriter *writer, const LpStyle *style, Last *last) {
  if (!style || style == last->text)
    return;
  last->text = style;
  Declarations declarations;
  differences_of_text(writer, style, last->block, &declarations);
  (void)class_name(&writer->classes, &declarations);
}

static void survey_node(HtmlWriter *writer, const LpNode *node, Last *last) {
  LpKind kind = lp_node_kind(node);
  const LpStyle *style = lp_node_style(node);
  if (style)
    languages_add(&writer->languages, lp_style_string(style, LP_PROPERTY_LANGUAGE));
  if (kind == LP_KIND_TEXT)
    survey_text(writer, style, last);
  else if (kind == LP_KIND_NOTE_REFERENCE)
    notes_survey(writer, node);
  else if (lp_kind_is_block(kind)) {
    *last = (Last){.block = node};
    block_survey(writer, node);
  }
}

void survey(HtmlWriter *writer) {
  const LpNode *root = lp_document_root(writer->document);
  languages_add(&writer->languages,
                lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE));
  Last last = {0};
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    if (lp_should_stop(writer->account))
      break;
    if (!step.leaving)
      survey_node(writer, step.node, &last);
  }
}
