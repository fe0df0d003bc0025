/* content.xml and styles.xml (ODF 1.3, 3.1.3). */
#include "config.h"

#include "content.h"

#include "letterhead.h"
#include "package.h"
#include "paragraph.h"
#include "roles.h"
#include "rows.h"
#include "state.h"
#include "styles.h"

/* 1 where the title takes the first level of headings: the outline begins below it. */
static int32_t heading_shift(const LpNode *root) {
  for (LpStep step = lp_walk_first(root); step.node;) {
    bool inner = lp_kind_is_block(lp_node_kind(step.node)) && !lp_kind_takes_inlines(lp_node_kind(step.node));
    bool heading = lp_node_kind(step.node) == LP_KIND_HEADING;
    if (heading && lp_node_integer(step.node, LP_ATTRIBUTE_LEVEL) <= 1 && role_of(step.node) != LP_ROLE_TITLE)
      return 0;
    step = inner ? lp_walk_next(root, step) : lp_walk_past(root, step);
  }
  return 1;
}

/* ODF wants at least one paragraph, which says the page. */
static void write_if_empty(OdtWriter *writer) {
  if (writer->page_is_set)
    return;
  XmlText attributes;
  xml_clear(&attributes);
  xml_attribute(&attributes, "style:parent-style-name", "Text_20_body");
  xml_raw(&attributes, paragraph_master_page(writer));
  paragraph_open(writer, automatic_style(&writer->automatic, FAMILY_PARAGRAPH, attributes.bytes, ""));
  lp_markup_close(writer->markup);
}

static void write_body(OdtWriter *writer) {
  const LpNode *root = lp_document_root(writer->document);
  writer->heading_shift = heading_shift(root);
  writer->flow = (Flow){.width = state_measure(writer), .after_space = true};
  rows_write(writer, root);
  write_if_empty(writer);
}

static void append(LpSink *sink, LpSink *part) {
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(part, &n);
  lp_sink_write(sink, bytes, n);
}

void content_add(OdtWriter *writer) {
  LpSink *body = lp_sink_new_memory(), *changes = lp_sink_new_memory();
  writer->body = lp_markup_new(body, writer->account, LP_MARKUP_XML);
  writer->changes = lp_markup_new(changes, writer->account, LP_MARKUP_XML);
  writer->markup = writer->body;
  write_body(writer);
  lp_markup_free(writer->body);
  lp_markup_free(writer->changes);
  LpSink *content = package_begin_part("office:document-content");
  fonts_write(writer, content);
  lp_sink_text(content, "<office:automatic-styles>");
  automatic_write(&writer->automatic, content);
  lp_sink_text(content, "</office:automatic-styles><office:body><office:text>");
  if (writer->change_count) {
    lp_sink_text(content, "<text:tracked-changes text:track-changes=\"false\">");
    append(content, changes);
    lp_sink_text(content, "</text:tracked-changes>");
  }
  append(content, body);
  lp_sink_text(content, "</office:text></office:body>");
  lp_sink_free(body);
  lp_sink_free(changes);
  package_end_part(writer, content, "office:document-content", "content.xml");
}

void content_add_styles(OdtWriter *writer) {
  LpSink *rest = lp_sink_new_memory();
  styles_write(writer, rest);
  letterhead_write(writer, rest);
  LpSink *styles = package_begin_part("office:document-styles");
  /* Fonts come first in the part and are known last. */
  fonts_write(writer, styles);
  append(styles, rest);
  lp_sink_free(rest);
  package_end_part(writer, styles, "office:document-styles", "styles.xml");
}
