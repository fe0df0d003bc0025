/* draw:text-box (ODF 1.3, 10.4.3), in a paragraph of its own. */
#include "config.h"

#include "text_box.h"

#include "lists.h"
#include "paragraph.h"
#include "state.h"

enum { PADDING = 6 * LP_EMU_PER_POINT };

/* The paragraph that holds the box: as high as it is. */
static void open_paragraph(OdtWriter *writer) {
  XmlText attributes;
  xml_clear(&attributes);
  xml_attribute(&attributes, "style:parent-style-name", "Text_20_body");
  xml_raw(&attributes, paragraph_master_page(writer));
  const char *properties =
      paragraph_takes_break(writer)
          ? "<style:paragraph-properties fo:line-height=\"100%\" fo:break-before=\"page\"/>"
          : "<style:paragraph-properties fo:line-height=\"100%\"/>";
  paragraph_open(writer, automatic_style(&writer->automatic, FAMILY_PARAGRAPH, attributes.bytes, properties));
}

static const char *frame_style(OdtWriter *writer) {
  XmlText properties;
  xml_clear(&properties);
  xml_raw(&properties,
          "<style:graphic-properties style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"");
  xml_attribute_points(&properties, "fo:padding", PADDING);
  xml_attribute_border(&properties, "fo:border", LP_EMU_PER_POINT / 2,
                       lp_letterhead_colour(writer->letterhead, LP_COLOUR_RULE, false));
  xml_raw(&properties, "/>");
  return automatic_style(&writer->automatic, FAMILY_GRAPHIC, " style:parent-style-name=\"Frame\"",
                         properties.bytes);
}

LpWalkInto text_box_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (!lp_node_first_child(node))
    return LP_WALK_PAST;
  lists_suspend(writer);
  open_paragraph(writer);
  int32_t width = writer->flow.width;
  lp_markup_open(writer->markup, "draw:frame");
  lp_markup_attribute(writer->markup, "draw:style-name", frame_style(writer));
  lp_markup_attribute(writer->markup, "text:anchor-type", "as-char");
  lp_markup_attribute_points(writer->markup, "svg:width", width);
  lp_markup_open(writer->markup, "draw:text-box");
  lp_markup_attribute(writer->markup, "fo:min-height", "12pt");
  TextBox *box = lp_writing_allocate(writer->writing, sizeof *box);
  box->outer = writer->box;
  box->outer_flow = state_begin_flow(writer, width > 4 * PADDING ? width - 2 * PADDING : width);
  writer->box = box;
  return LP_WALK_INTO;
}

void text_box_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  state_end_flow(writer, writer->box->outer_flow);
  writer->box = writer->box->outer;
  lp_markup_close(writer->markup); /* text-box */
  lp_markup_close(writer->markup); /* frame */
  lp_markup_close(writer->markup); /* paragraph */
  lists_resume(writer);
}
