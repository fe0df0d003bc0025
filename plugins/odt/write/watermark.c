/* draw:custom-shape (ODF 1.3, 10.6.1) turned by an eighth, behind the text. */
#include "config.h"

#include "watermark.h"

#include "state.h"

/* In points: of the shape, and from its turned centre to the corner that it is turned about. */
enum { WIDTH = 440, HEIGHT = 120, LEFT = 198, BELOW = 113, SIZE = 96 };

static const char *mark_of(const OdtWriter *writer) {
  const char *mark = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_MARK);
  return mark && *mark ? mark : NULL;
}

static int32_t half_in_points(const OdtWriter *writer, LpLetterheadKey key) {
  return lp_letterhead_integer(writer->letterhead, key) / 2 / LP_EMU_PER_POINT;
}

void watermark_write(const OdtWriter *writer, LpMarkup *markup) {
  const char *mark = mark_of(writer);
  if (!mark)
    return;
  lp_markup_open(markup, "draw:custom-shape");
  lp_markup_attribute(markup, "draw:style-name", "Watermark");
  lp_markup_attribute(markup, "text:anchor-type", "paragraph");
  lp_markup_attribute_format(markup, "svg:width", "%dpt", WIDTH);
  lp_markup_attribute_format(markup, "svg:height", "%dpt", HEIGHT);
  lp_markup_attribute_format(markup, "draw:transform", "rotate (0.7853981634) translate (%dpt %dpt)",
                             half_in_points(writer, LP_LETTERHEAD_PAGE_WIDTH) - LEFT,
                             half_in_points(writer, LP_LETTERHEAD_PAGE_HEIGHT) + BELOW);
  lp_markup_open(markup, "text:p");
  lp_markup_attribute(markup, "text:style-name", "WatermarkText");
  lp_markup_generated(markup, mark);
  lp_markup_close(markup);
  lp_markup_open(markup, "draw:enhanced-geometry");
  lp_markup_attribute(markup, "svg:viewBox", "0 0 21600 21600");
  lp_markup_attribute(markup, "draw:type", "rectangle");
  lp_markup_attribute(markup, "draw:enhanced-path", "M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N");
  lp_markup_close(markup);
  lp_markup_close(markup);
}

/* The hairline's colour, thinned to a fifth against the paper. */
static unsigned pale(const OdtWriter *writer) {
  int32_t colour = lp_letterhead_colour(writer->letterhead, LP_COLOUR_HAIRLINE, false);
  int32_t paper = lp_letterhead_colour(writer->letterhead, LP_COLOUR_PAPER, false);
  unsigned result = 0;
  for (int shift = 16; shift >= 0; shift -= 8)
    result |= (unsigned)(((colour >> shift & 255) + 4 * (paper >> shift & 255)) / 5) << shift;
  return result;
}

void watermark_write_styles(const OdtWriter *writer, LpSink *sink) {
  if (!mark_of(writer))
    return;
  lp_sink_text(
      sink,
      "<style:style style:name=\"Watermark\" style:family=\"graphic\"><style:graphic-properties "
      "draw:stroke=\"none\" draw:fill=\"none\" draw:textarea-horizontal-align=\"center\" "
      "draw:textarea-vertical-align=\"middle\" draw:auto-grow-height=\"false\" fo:wrap-option=\"no-wrap\" "
      "style:wrap=\"run-through\" style:run-through=\"background\" style:vertical-pos=\"from-top\" "
      "style:vertical-rel=\"page\" style:horizontal-pos=\"from-left\" style:horizontal-rel=\"page\" "
      "style:flow-with-text=\"false\"/></style:style>");
  lp_sink_format(sink,
                 "<style:style style:name=\"WatermarkText\" style:family=\"paragraph\" "
                 "style:parent-style-name=\"Standard\"><style:paragraph-properties fo:line-height=\"100%%\" "
                 "fo:text-align=\"center\"/><style:text-properties fo:font-size=\"%dpt\" "
                 "style:font-size-asian=\"%dpt\" style:font-size-complex=\"%dpt\" fo:font-weight=\"bold\" "
                 "style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\" "
                 "fo:color=\"#%06x\"/></style:style>",
                 SIZE, SIZE, SIZE, pale(writer));
}
