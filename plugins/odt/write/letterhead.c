/* Master pages: what stands on every page, at its place. */
#include "config.h"

#include "letterhead.h"

#include "page_layout.h"
#include "properties.h"
#include "running_title.h"
#include "state.h"
#include "watermark.h"

#include <string.h>

static int32_t integer(const OdtWriter *writer, LpLetterheadKey key) {
  return lp_letterhead_integer(writer->letterhead, key);
}

static const char *string(const OdtWriter *writer, LpLetterheadKey key) {
  const char *value = lp_letterhead_string(writer->letterhead, key);
  return value && *value ? value : NULL;
}

/* ---- the emblem ---- */

static const char *emblem_name(const OdtWriter *writer) {
  size_t n;
  bool is_svg;
  if (!lp_letterhead_emblem(writer->letterhead, &n, &is_svg))
    return NULL;
  return is_svg ? "Pictures/emblem.svg" : "Pictures/emblem.png";
}

void letterhead_add_emblem(OdtWriter *writer) {
  size_t n;
  bool is_svg;
  const uint8_t *bytes = lp_letterhead_emblem(writer->letterhead, &n, &is_svg);
  if (bytes)
    lp_package_writer_add(writer->package, emblem_name(writer), bytes, n,
                          is_svg ? LP_PACKING_DEFLATED : LP_PACKING_STORED);
}

/* A shape at a place of the page, anchored in the paragraph that is the rule. Start is at the right in RTL.
 */
static void open_shape(LpMarkup *markup, const char *element, const char *style, int32_t y, int32_t width,
                       int32_t height) {
  lp_markup_open(markup, element);
  lp_markup_attribute(markup, "draw:style-name", style);
  lp_markup_attribute(markup, "text:anchor-type", "paragraph");
  lp_markup_attribute(markup, "svg:x", "0pt");
  lp_markup_attribute_points(markup, "svg:y", y);
  lp_markup_attribute_points(markup, "svg:width", width);
  lp_markup_attribute_points(markup, "svg:height", height);
}

static void write_emblem(const OdtWriter *writer, LpMarkup *markup, int32_t y, int32_t size) {
  const char *name = emblem_name(writer);
  const char *alternative = string(writer, LP_LETTERHEAD_EMBLEM_ALTERNATIVE);
  if (!name || size <= 0)
    return;
  open_shape(markup, "draw:frame", "LetterheadPicture", y, size, size);
  lp_markup_open(markup, "draw:image");
  lp_markup_attribute(markup, "xlink:href", name);
  lp_markup_attribute(markup, "xlink:type", "simple");
  lp_markup_attribute(markup, "xlink:show", "embed");
  lp_markup_attribute(markup, "xlink:actuate", "onLoad");
  lp_markup_close(markup);
  if (alternative) {
    lp_markup_open(markup, "svg:title");
    lp_markup_generated(markup, alternative);
    lp_markup_close(markup);
  }
  lp_markup_close(markup);
}

static void write_accent(LpMarkup *markup, int32_t rule_top, int32_t rule, int32_t length,
                         int32_t thickness) {
  if (length <= 0 || thickness <= 0)
    return;
  open_shape(markup, "draw:rect", "LetterheadAccent", rule_top + rule / 2 - thickness / 2, length, thickness);
  lp_markup_close(markup);
}

/* ---- the first page ---- */

static void write_line(LpMarkup *markup, const char *style, const char *text) {
  if (!text)
    return;
  lp_markup_open(markup, "text:p");
  lp_markup_attribute(markup, "text:style-name", style);
  lp_markup_generated(markup, text);
  lp_markup_close(markup);
}

static void write_first_header(const OdtWriter *writer, LpMarkup *markup) {
  const char *name = string(writer, LP_LETTERHEAD_NAME);
  const char *tagline = string(writer, LP_LETTERHEAD_TAGLINE);
  bool before = integer(writer, LP_LETTERHEAD_TAGLINE_BEFORE);
  lp_markup_open(markup, "style:header");
  if (before)
    write_line(markup, "FirstTagline", tagline);
  write_line(markup, "FirstName", name);
  if (!before)
    write_line(markup, "FirstTagline", tagline);
  lp_markup_open(markup, "text:p");
  lp_markup_attribute(markup, "text:style-name", "FirstRule");
  watermark_write(writer, markup);
  write_emblem(writer, markup, integer(writer, LP_LETTERHEAD_EMBLEM_TOP),
               integer(writer, LP_LETTERHEAD_EMBLEM_SIZE));
  write_accent(markup, integer(writer, LP_LETTERHEAD_FIRST_RULE_TOP),
               integer(writer, LP_LETTERHEAD_FIRST_RULE_THICKNESS),
               integer(writer, LP_LETTERHEAD_FIRST_ACCENT_LENGTH),
               integer(writer, LP_LETTERHEAD_FIRST_ACCENT_THICKNESS));
  lp_markup_close(markup);
  lp_markup_close(markup);
}

/* ---- following pages ---- */

static void write_tab(LpMarkup *markup) {
  lp_markup_open(markup, "text:tab");
  lp_markup_close(markup);
}

static void write_span(LpMarkup *markup, const char *style, const char *text) {
  lp_markup_open(markup, "text:span");
  lp_markup_attribute(markup, "text:style-name", style);
  lp_markup_generated(markup, text);
  lp_markup_close(markup);
}

static void write_following_header(OdtWriter *writer, LpMarkup *markup) {
  const char *start = string(writer, LP_LETTERHEAD_FOLLOWING_START);
  const char *title = running_title(writer);
  lp_markup_open(markup, "style:header");
  lp_markup_open(markup, "text:p");
  lp_markup_attribute(markup, "text:style-name", "FollowingName");
  if (start)
    lp_markup_generated(markup, start);
  if (title) {
    write_tab(markup);
    write_span(markup, "FollowingTitle", title);
  }
  lp_markup_close(markup);
  write_line(markup, "FollowingTagline", string(writer, LP_LETTERHEAD_FOLLOWING_SECOND));
  lp_markup_open(markup, "text:p");
  lp_markup_attribute(markup, "text:style-name", "FollowingRule");
  watermark_write(writer, markup);
  write_emblem(writer, markup, integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_TOP),
               integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE));
  write_accent(markup, integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_TOP),
               integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS),
               integer(writer, LP_LETTERHEAD_FOLLOWING_ACCENT_LENGTH),
               integer(writer, LP_LETTERHEAD_FOLLOWING_ACCENT_THICKNESS));
  lp_markup_close(markup);
  lp_markup_close(markup);
}

/* ---- the footer ---- */

/* A text of the footer: {page} and {pages} are fields. */
static void write_fields(LpMarkup *markup, const char *text) {
  static const struct {
    const char *placeholder;
    const char *element;
  } fields[] = {{"{page}", "text:page-number"}, {"{pages}", "text:page-count"}};
  while (text && *text) {
    const char *next = NULL;
    size_t field = 0;
    for (size_t i = 0; i < 2; i++) {
      const char *found = strstr(text, fields[i].placeholder);
      if (found && (!next || found < next)) {
        next = found;
        field = i;
      }
    }
    if (!next) {
      lp_markup_generated(markup, text);
      return;
    }
    char piece[256];
    size_t n = (size_t)(next - text);
    if (n < sizeof piece) {
      memcpy(piece, text, n);
      piece[n] = '\0';
      lp_markup_generated(markup, piece);
    }
    lp_markup_open(markup, fields[field].element);
    if (field == 0)
      lp_markup_attribute(markup, "text:select-page", "current");
    lp_markup_generated(markup, "1");
    lp_markup_close(markup);
    text = next + strlen(fields[field].placeholder);
  }
}

static void write_footer(const OdtWriter *writer, LpMarkup *markup) {
  const char *centre = string(writer, LP_LETTERHEAD_FOOTER_CENTRE);
  lp_markup_open(markup, "style:footer");
  lp_markup_open(markup, "text:p");
  lp_markup_attribute(markup, "text:style-name", "Foot");
  write_fields(markup, string(writer, LP_LETTERHEAD_FOOTER_START));
  write_tab(markup);
  if (centre) {
    lp_markup_open(markup, "text:span");
    lp_markup_attribute(markup, "text:style-name", "FootCentre");
    write_fields(markup, centre);
    lp_markup_close(markup);
  }
  write_tab(markup);
  write_fields(markup, string(writer, LP_LETTERHEAD_FOOTER_END));
  lp_markup_close(markup);
  lp_markup_close(markup);
}

/* ---- master pages ---- */

void letterhead_write(OdtWriter *writer, LpSink *sink) {
  page_layouts_write(writer, sink);
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_XML);
  lp_markup_open(markup, "office:master-styles");
  lp_markup_open(markup, "style:master-page");
  lp_markup_attribute(markup, "style:name", "First");
  lp_markup_attribute(markup, "style:page-layout-name", "FirstLayout");
  lp_markup_attribute(markup, "style:next-style-name", "Following");
  write_first_header(writer, markup);
  write_footer(writer, markup);
  lp_markup_close(markup);
  lp_markup_open(markup, "style:master-page");
  lp_markup_attribute(markup, "style:name", "Following");
  lp_markup_attribute(markup, "style:page-layout-name", "FollowingLayout");
  if (integer(writer, LP_LETTERHEAD_FOLLOWING_SHOW))
    write_following_header(writer, markup);
  write_footer(writer, markup);
  lp_markup_free(markup);
}
