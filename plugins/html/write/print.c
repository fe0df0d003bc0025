/* @page (CSS Paged Media 3) and the rules for print. Browsers without margin boxes show the letterhead on
 * page 1 only. */
#include "config.h"

#include "print.h"

#include "css.h"
#include "letterhead.h"
#include "state.h"

#include <string.h>

static int32_t integer(const HtmlWriter *writer, LpLetterheadKey key) {
  return lp_letterhead_integer(writer->letterhead, key);
}

static void write_length(LpSink *sink, const char *property, int32_t length_emu) {
  lp_sink_format(sink, "%s:", property);
  points_write(sink, length_emu);
  lp_sink_text(sink, ";");
}

/* Font and colour of a margin box, which inherits none. line: its height. */
static void write_font(const HtmlWriter *writer, LpRole role, int32_t line_emu) {
  const LpStyle *style = lp_letterhead_style(writer->letterhead, role);
  LpSink *sink = writer->sink;
  int64_t size = (int64_t)lp_style_integer(style, LP_PROPERTY_SIZE_EMU) * writer->scale / 1000;
  lp_sink_text(sink, lp_style_integer(style, LP_PROPERTY_ITALIC) && fonts_have_italic(writer) ? "font:italic "
                                                                                              : "font:");
  points_write(sink, (int32_t)size);
  lp_sink_text(sink, "/");
  points_write(sink, line_emu);
  lp_sink_text(sink, " ");
  fonts_write_families(writer, lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE),
                       sink, '"');
  lp_sink_format(sink, ";font-synthesis:weight;color:#%06X;",
                 (unsigned)lp_style_integer(style, LP_PROPERTY_COLOUR) & 0xFFFFFFU);
  if (lp_style_integer(style, LP_PROPERTY_CASE) == LP_CASE_CAPITALS)
    lp_sink_text(sink, "text-transform:uppercase;");
  int32_t tracking = lp_style_integer(style, LP_PROPERTY_TRACKING_EMU);
  if (tracking)
    write_length(sink, "letter-spacing", tracking);
}

/* ---- the running head ---- */

/* An SVG as a data URI within a CSS string: what either could mistake is percent-encoded. */
static void write_encoded(LpSink *sink, const uint8_t *bytes, size_t n) {
  static const bool is_unsafe[256] = {
      ['"'] = true, ['#'] = true, ['%'] = true, ['<'] = true, ['>'] = true, ['\\'] = true, ['\n'] = true};
  size_t from = 0;
  for (size_t i = 0; i < n; i++) {
    if (!is_unsafe[bytes[i]])
      continue;
    lp_sink_write(sink, bytes + from, i - from);
    lp_sink_format(sink, "%%%02X", bytes[i]);
    from = i + 1;
  }
  lp_sink_write(sink, bytes + from, n - from);
}

/* How wide a character is about, in thousandths of the size: margin boxes cannot measure. */
static int64_t rough_width(const char *text) {
  unsigned char lead = (unsigned char)*text;
  if (lead < 0x80)
    return 440;
  if (lead < 0xE0)
    return 470;
  /* From U+2E80 on: East Asian, as wide as high. */
  return lead >= 0xE3 || (lead == 0xE2 && (unsigned char)text[1] >= 0xBA) ? 1000 : 480;
}

static size_t character_length(const char *text) {
  size_t length = 1;
  while (((unsigned char)text[length] & 0xC0) == 0x80)
    length++;
  return length;
}

static int64_t rough_text_width(const char *text, int64_t size) {
  int64_t width = 0;
  for (; *text; text += character_length(text))
    width += rough_width(text) * size / 1000;
  return width;
}

/* The running title, cut at a word with "…" where it would come near the name. */
static const char *running_title(HtmlWriter *writer) {
  const char *title = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_FOLLOWING_END);
  const char *name = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_FOLLOWING_START);
  if (!title || !*title)
    return NULL;
  enum { GAP = 18 * LP_EMU_PER_POINT };
  int64_t name_size =
      lp_style_integer(lp_letterhead_style(writer->letterhead, LP_ROLE_RUNNING_NAME), LP_PROPERTY_SIZE_EMU);
  int64_t size =
      lp_style_integer(lp_letterhead_style(writer->letterhead, LP_ROLE_RUNNING_TITLE), LP_PROPERTY_SIZE_EMU);
  int64_t room = (int64_t)letterhead_measure(writer) - integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE) -
                 integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP) - GAP -
                 (name ? rough_text_width(name, name_size) * 5 / 4 : 0);
  if (rough_text_width(title, size) <= room)
    return title;
  size_t end = 0;
  int64_t width = size; /* of the ellipsis */
  for (size_t at = 0; title[at]; at += character_length(title + at)) {
    width += rough_width(title + at) * size / 1000;
    if (width > room)
      break;
    if (title[at] == ' ')
      end = at;
  }
  if (!end)
    return NULL;
  char *cut = lp_writing_allocate(writer->writing, end + sizeof "…");
  memcpy(cut, title, end);
  memcpy(cut + end, "…", sizeof "…");
  return cut;
}

static void write_running_head(HtmlWriter *writer) {
  LpSink *sink = writer->sink;
  int32_t top = letterhead_running_top(writer);
  int32_t height = letterhead_running_height(writer);
  int32_t text_top = integer(writer, LP_LETTERHEAD_FOLLOWING_TEXT_TOP);
  const LpStyle *style = lp_letterhead_style(writer->letterhead, LP_ROLE_RUNNING_TITLE);
  int32_t size = lp_style_integer(style, LP_PROPERTY_SIZE_EMU);
  const char *title = running_title(writer);
  LpSink *picture = lp_sink_new_memory();
  letterhead_write_running_head(writer, picture);
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(picture, &n);
  lp_sink_text(sink, "@top-center{content:");
  css_write_string(sink, title ? title : "");
  lp_sink_text(sink, ";background:url(\"data:image/svg+xml,");
  write_encoded(sink, bytes, n);
  lp_sink_text(sink, "\") 0 0/100% 100% no-repeat;width:100%;box-sizing:border-box;text-align:end;"
                     "vertical-align:top;white-space:nowrap;");
  lp_sink_free(picture);
  write_length(sink, "height", height);
  write_length(sink, "margin-top", top);
  write_length(sink, "margin-bottom", text_top - top - height);
  /* The height of the line that puts the baseline where it belongs. */
  int32_t baseline = integer(writer, LP_LETTERHEAD_FOLLOWING_BASELINE);
  write_font(writer, LP_ROLE_RUNNING_TITLE, 2 * (baseline - top - (int32_t)((int64_t)size * 33 / 100)));
  lp_sink_text(sink, "}\n");
}

/* ---- the footer ---- */

/* A footer text as CSS content: {page} and {pages} are counters. */
static void write_content(LpSink *sink, const char *text) {
  static const struct {
    const char *placeholder;
    const char *content;
  } counters[] = {{"{page}", "counter(page)"}, {"{pages}", "counter(pages)"}};
  char piece[256];
  while (*text) {
    size_t n = 0;
    const char *content = NULL;
    while (text[n] && !content && n < sizeof piece - 1) {
      for (size_t i = 0; i < 2 && !content; i++)
        if (strncmp(text + n, counters[i].placeholder, strlen(counters[i].placeholder)) == 0) {
          content = counters[i].content;
          memcpy(piece, text, n);
          piece[n] = '\0';
          text += n + strlen(counters[i].placeholder);
        }
      if (!content)
        n += character_length(text + n);
    }
    if (!content) {
      css_write_string(sink, text);
      return;
    }
    if (n)
      css_write_string(sink, piece);
    lp_sink_format(sink, " %s ", content);
  }
}

static void write_foot_box(HtmlWriter *writer, const char *box, LpLetterheadKey key, LpRole role) {
  const char *text = lp_letterhead_string(writer->letterhead, key);
  if (!text || !*text)
    return;
  LpSink *sink = writer->sink;
  enum { HAIRLINE = LP_EMU_PER_POINT / 2 };
  const LpStyle *style = lp_letterhead_style(writer->letterhead, role);
  int32_t above = integer(writer, LP_LETTERHEAD_FOOTER_RULE_ABOVE);
  int32_t line = lp_style_integer(style, LP_PROPERTY_LEADING_EMU);
  lp_sink_format(sink, "@%s{content:", box);
  write_content(sink, text);
  lp_sink_text(sink, ";vertical-align:top;");
  write_font(writer, role, line);
  write_length(sink, "margin-top",
               integer(writer, LP_LETTERHEAD_TEXT_BOTTOM) - integer(writer, LP_LETTERHEAD_FOOTER_BASELINE) -
                   above);
  write_length(sink, "padding-top", line_top(style, above) - HAIRLINE);
  lp_sink_format(sink, "border-top:.5pt solid #%06X}\n",
                 (unsigned)lp_letterhead_colour(writer->letterhead, LP_COLOUR_HAIRLINE, false) & 0xFFFFFFU);
}

static void write_foot(HtmlWriter *writer) {
  bool rtl = integer(writer, LP_LETTERHEAD_RIGHT_TO_LEFT);
  write_foot_box(writer, rtl ? "bottom-right" : "bottom-left", LP_LETTERHEAD_FOOTER_START, LP_ROLE_FOOTER);
  write_foot_box(writer, "bottom-center", LP_LETTERHEAD_FOOTER_CENTRE, LP_ROLE_CLASSIFICATION);
  write_foot_box(writer, rtl ? "bottom-left" : "bottom-right", LP_LETTERHEAD_FOOTER_END, LP_ROLE_FOOTER);
}

/* ---- pages ---- */

/* Where name and tagline stand. The line that comes second in the letterhead's usual order comes first where
   the tagline goes before the name; the space from the first line's top to the second's bottom is the same.
 */
typedef struct Masthead {
  int32_t page_top;  /* where the page's content begins */
  int32_t lines_top; /* of the first line, below page_top */
  int32_t gap;       /* between the two */
  int32_t below;     /* from the second one to the rule */
} Masthead;

static int32_t leading_of(const LpStyle *style) {
  return lp_style_integer(style, LP_PROPERTY_LEADING_EMU);
}

static Masthead measure_masthead(const HtmlWriter *writer) {
  const LpStyle *name = lp_letterhead_style(writer->letterhead, LP_ROLE_NAME);
  const LpStyle *tagline = lp_letterhead_style(writer->letterhead, LP_ROLE_TAGLINE);
  const LpScriptGroup *script = lp_letterhead_script_for(
      writer->letterhead, NULL, lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_LANGUAGE));
  int32_t apart = script ? lp_script_group_spread_emu(script) / 2 : 0;
  bool two = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_TAGLINE) != NULL;
  int32_t name_top = line_top(name, integer(writer, LP_LETTERHEAD_FIRST_NAME_BASELINE)) - apart;
  int32_t tagline_top = line_top(tagline, integer(writer, LP_LETTERHEAD_FIRST_TAGLINE_BASELINE)) + apart;
  int32_t name_bottom = name_top + leading_of(name);
  int32_t bottom = two ? tagline_top + leading_of(tagline) : name_bottom;
  int32_t emblem = integer(writer, LP_LETTERHEAD_EMBLEM_TOP);
  bool has_emblem = integer(writer, LP_LETTERHEAD_EMBLEM_SIZE) > 0;
  int32_t page_top = has_emblem && emblem < name_top ? emblem : name_top;
  return (Masthead){.page_top = page_top,
                    .lines_top = name_top - page_top,
                    .gap = two ? tagline_top - name_bottom : 0,
                    .below = integer(writer, LP_LETTERHEAD_FIRST_RULE_TOP) - bottom};
}

static void write_pages(HtmlWriter *writer, const Masthead *masthead) {
  LpSink *sink = writer->sink;
  bool following = integer(writer, LP_LETTERHEAD_FOLLOWING_SHOW);
  lp_sink_text(sink, "@page{size:");
  points_write(sink, integer(writer, LP_LETTERHEAD_PAGE_WIDTH));
  lp_sink_text(sink, " ");
  points_write(sink, integer(writer, LP_LETTERHEAD_PAGE_HEIGHT));
  lp_sink_text(sink, ";");
  bool rtl = integer(writer, LP_LETTERHEAD_RIGHT_TO_LEFT);
  write_length(sink, "margin-top", integer(writer, LP_LETTERHEAD_FOLLOWING_TEXT_TOP));
  write_length(sink, "margin-bottom", integer(writer, LP_LETTERHEAD_TEXT_BOTTOM));
  write_length(sink, rtl ? "margin-right" : "margin-left", integer(writer, LP_LETTERHEAD_MARGIN_INNER));
  write_length(sink, rtl ? "margin-left" : "margin-right", integer(writer, LP_LETTERHEAD_MARGIN_OUTER));
  lp_sink_text(sink, "\n");
  if (following)
    write_running_head(writer);
  write_foot(writer);
  lp_sink_text(sink, "}\n@page :first{");
  write_length(sink, "margin-top", masthead->page_top);
  if (following)
    lp_sink_text(sink, "@top-center{content:none;background:none}");
  lp_sink_text(sink, "}\n");
}

static void write_masthead(HtmlWriter *writer, const Masthead *masthead) {
  LpSink *sink = writer->sink;
  int32_t thickness = integer(writer, LP_LETTERHEAD_FIRST_RULE_THICKNESS);
  int32_t accent = integer(writer, LP_LETTERHEAD_FIRST_ACCENT_THICKNESS);
  int32_t below_rule = integer(writer, LP_LETTERHEAD_FIRST_TEXT_TOP) -
                       integer(writer, LP_LETTERHEAD_FIRST_RULE_TOP) - thickness;
  lp_sink_text(sink, ".masthead{align-items:flex-start;padding:0;");
  write_length(sink, "gap", integer(writer, LP_LETTERHEAD_EMBLEM_GAP));
  write_length(sink, "border-block-end-width", thickness);
  write_length(sink, "margin-block-end", below_rule);
  lp_sink_text(sink, "}\n.masthead>div{");
  write_length(sink, "padding-block-start", masthead->lines_top);
  write_length(sink, "padding-block-end", masthead->below);
  lp_sink_text(sink,
               integer(writer, LP_LETTERHEAD_TAGLINE_BEFORE) ? "}\n.tagline+.name{" : "}\n.name+.tagline{");
  write_length(sink, "margin-block-start", masthead->gap);
  lp_sink_text(sink, "}\n.masthead::after{");
  write_length(sink, "width", integer(writer, LP_LETTERHEAD_FIRST_ACCENT_LENGTH));
  write_length(sink, "height", accent);
  write_length(sink, "inset-block-end", -(thickness + accent) / 2);
  lp_sink_text(sink, "}\n.emblem{");
  write_length(sink, "width", integer(writer, LP_LETTERHEAD_EMBLEM_SIZE));
  write_length(sink, "height", integer(writer, LP_LETTERHEAD_EMBLEM_SIZE));
  write_length(sink, "margin-block-start",
               integer(writer, LP_LETTERHEAD_EMBLEM_SIZE) > 0
                   ? integer(writer, LP_LETTERHEAD_EMBLEM_TOP) - masthead->page_top
                   : 0);
  lp_sink_text(sink, "}\n");
}

/* Text is set as the letterhead says; on screen it is ragged. */
static void write_alignment(HtmlWriter *writer) {
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  if (lp_style_integer(body, LP_PROPERTY_ALIGN) != LP_ALIGN_JUSTIFY)
    return;
  lp_sink_text(writer->sink, "p,li,blockquote{text-align:justify}\n");
  if (lp_style_integer(body, LP_PROPERTY_HYPHENATE))
    lp_sink_text(writer->sink, "p,li{hyphens:auto}\n");
  lp_sink_text(
      writer->sink,
      "h1,h2,h3,h4,h5,h6,caption,figcaption,.caption,.meeting,.date,.embargo,.signature p,.masthead p,td,th,"
      "td p,th p,.notes li{text-align:start;hyphens:manual}\n");
}

void print_write_rules(HtmlWriter *writer) {
  Masthead masthead = measure_masthead(writer);
  LpSink *sink = writer->sink;
  const char *mark = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_MARK);
  write_pages(writer, &masthead);
  lp_sink_text(sink, "@media print{\nhtml{font-size:");
  points_write(sink, (int32_t)((int64_t)writer->body_size_emu * writer->scale / 1000));
  lp_sink_text(sink,
               "}\nbody{max-width:none;padding:0;widows:2;orphans:2}\na{color:inherit;text-decoration:none}\n"
               ".status{display:none}\n.table{overflow:visible}\n.page-break{break-after:page}\n");
  write_masthead(writer, &masthead);
  write_alignment(writer);
  if (mark && *mark) {
    lp_sink_text(sink, "body::before{content:");
    css_write_string(sink, mark);
    lp_sink_text(sink,
                 ";position:fixed;inset:0;display:grid;place-items:center;z-index:-1;rotate:-45deg;"
                 "font-size:96pt;font-weight:700;letter-spacing:.08em;color:var(--hairline);opacity:.18}\n");
  }
  lp_sink_text(sink, "}\n");
}
