/* Rules for all media and for the screen. */
#include "config.h"

#include "stylesheet.h"

#include "differences.h"
#include "letterhead.h"
#include "print.h"
#include "state.h"

#include <stdio.h>

static const char *const colour_names[LP_COLOUR_COUNT] = {
    [LP_COLOUR_INK] = "ink",    [LP_COLOUR_HEADING] = "heading",   [LP_COLOUR_ACCENT] = "accent",
    [LP_COLOUR_RULE] = "rule",  [LP_COLOUR_HAIRLINE] = "hairline", [LP_COLOUR_MUTED] = "muted",
    [LP_COLOUR_PAPER] = "paper"};

/* Black on white glares on a screen. */
enum { BLACK = 0x000000, SOFT_BLACK = 0x16191D };

static void write_colours(const HtmlWriter *writer, bool dark, bool soft) {
  for (LpLetterheadColour colour = LP_COLOUR_INK; colour < LP_COLOUR_COUNT; colour++) {
    int32_t value = lp_letterhead_colour(writer->letterhead, colour, dark);
    if (soft && colour == LP_COLOUR_INK && value == BLACK)
      value = SOFT_BLACK;
    lp_sink_format(writer->sink, "--%s:#%06X;", colour_names[colour], (unsigned)value & 0xFFFFFFU);
  }
}

/* Widths of rules: on screen at least a pixel. */
static void write_widths(const HtmlWriter *writer, bool screen) {
  static const struct {
    LpLetterheadKey key;
    const char *name;
  } widths[] = {{LP_LETTERHEAD_TABLE_RULE_OUTER, "outer"},
                {LP_LETTERHEAD_TABLE_RULE_HEAD, "head"},
                {LP_LETTERHEAD_TABLE_RULE_ROW, "row"},
                {LP_LETTERHEAD_NOTE_RULE_THICKNESS, "notes"},
                {LP_LETTERHEAD_SIGNATURE_RULE_THICKNESS, "sign"}};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    lp_sink_format(writer->sink, screen ? "--%s:max(1px," : "--%s:", widths[i].name);
    points_write(writer->sink, lp_letterhead_integer(writer->letterhead, widths[i].key));
    lp_sink_text(writer->sink, screen ? ");" : ";");
  }
}

/* --l brings the leading of body text to 1.5 of its size for Latin, and up by as much for other scripts. */
static void write_variables(const HtmlWriter *writer) {
  lp_sink_text(writer->sink, ":root{--k:.75;--l:1.089;color-scheme:light dark;");
  write_colours(writer, false, true);
  write_widths(writer, true);
  lp_sink_text(writer->sink, "--serif:");
  fonts_write_families(writer, lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE),
                       writer->sink, '"');
  lp_sink_text(writer->sink, "}\n@media screen and (prefers-color-scheme:dark){:root{");
  write_colours(writer, true, false);
  lp_sink_text(writer->sink, "}}\n@media print{:root{--k:1;--l:1;color-scheme:light;");
  write_colours(writer, false, false);
  write_widths(writer, false);
  lp_sink_text(writer->sink, "}}\n");
}

/* Which elements have a role: the selector of its characters, and of its spaces. */
typedef struct RoleRule {
  const char *selector;
  const char *spaced;
  const char *space; /* margin or padding */
  LpRole role;
  bool running; /* running text: leading grows on screen */
} RoleRule;

static const RoleRule role_rules[] = {
    {"body,.body", "p,.body", "margin-block", LP_ROLE_BODY, true},
    {"h1,.title", "h1,.title", "margin-block", LP_ROLE_TITLE, false},
    {".meeting", ".meeting", "margin-block", LP_ROLE_MEETING, false},
    {".date", ".date", "margin-block", LP_ROLE_DATE, false},
    {".embargo", ".embargo", "margin-block", LP_ROLE_EMBARGO, false},
    {"h2,.heading-1", "h2,.heading-1", "margin-block", LP_ROLE_HEADING_1, false},
    {"h3,.heading-2", "h3,.heading-2", "margin-block", LP_ROLE_HEADING_2, false},
    {"h4,h5,h6,.heading-3", "h4,h5,h6,.heading-3", "margin-block", LP_ROLE_HEADING_3, false},
    {"li,.list", "li,li>p,.list", "margin-block", LP_ROLE_LIST, true},
    {"blockquote,.quote", "blockquote>p,.quote", "margin-block", LP_ROLE_QUOTE, true},
    {"th,.table-head", "th", "padding-block", LP_ROLE_TABLE_HEAD, false},
    {"td,.table-cell", "td", "padding-block", LP_ROLE_TABLE_CELL, true},
    {"caption,figcaption,.caption", "caption,figcaption,.caption", "margin-block", LP_ROLE_CAPTION, false},
    {".notes,.note", ".notes li,.notes p", "margin-block", LP_ROLE_NOTE, true},
    {".signature-name", ".signature-name", "margin-block", LP_ROLE_SIGNATURE_NAME, false},
    {".signature-role", ".signature-role", "margin-block", LP_ROLE_SIGNATURE_ROLE, false},
    {"pre,.preformatted", "pre,.preformatted", "margin-block", LP_ROLE_PREFORMATTED, true},
    {".contents", ".contents p", "margin-block", LP_ROLE_CONTENTS, true},
    {".name", ".name", "margin-block", LP_ROLE_NAME, false},
    {".tagline", ".tagline", "margin-block", LP_ROLE_TAGLINE, false},
    {".classification", ".classification", "margin-block", LP_ROLE_CLASSIFICATION, false},
};

static void declare_colour(const HtmlWriter *writer, CssText *text, int32_t colour) {
  for (LpLetterheadColour known = LP_COLOUR_INK; known < LP_COLOUR_PAPER; known++)
    if (lp_letterhead_colour(writer->letterhead, known, false) == colour) {
      css_declare(text, "color:var(--%s)", colour_names[known]);
      return;
    }
  css_declare_colour(text, "color", colour);
}

static void declare_leading(const HtmlWriter *writer, CssText *text, const LpStyle *style, bool running) {
  int32_t size = (int32_t)((int64_t)lp_style_integer(style, LP_PROPERTY_SIZE_EMU) * writer->scale / 1000);
  int32_t leading = lp_style_integer(style, LP_PROPERTY_LEADING_EMU);
  if (size <= 0 || leading <= 0)
    return;
  int64_t ratio = ((int64_t)leading * 1000 + size / 2) / size;
  if (running)
    css_declare(text, "line-height:calc(%d.%03d*var(--l))", (int)(ratio / 1000), (int)(ratio % 1000));
  else
    css_declare_length(text, "line-height", ratio, "");
}

/* What the characters of a role are, where body text is not so. */
static void declare_characters(const HtmlWriter *writer, CssText *text, const RoleRule *rule) {
  const LpStyle *style = lp_letterhead_style(writer->letterhead, rule->role);
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  bool is_body = rule->role == LP_ROLE_BODY;
#define DIFFERS(property) (is_body || lp_style_integer(style, property) != lp_style_integer(body, property))
  if (DIFFERS(LP_PROPERTY_SIZE_EMU))
    declare_size(writer, text, lp_style_integer(style, LP_PROPERTY_SIZE_EMU));
  if (DIFFERS(LP_PROPERTY_SIZE_EMU) || DIFFERS(LP_PROPERTY_LEADING_EMU))
    declare_leading(writer, text, style, rule->running);
  if (DIFFERS(LP_PROPERTY_WEIGHT))
    css_declare(text, "font-weight:%d", lp_style_integer(style, LP_PROPERTY_WEIGHT));
  if (DIFFERS(LP_PROPERTY_ITALIC))
    css_declare(text, "font-style:%s",
                lp_style_integer(style, LP_PROPERTY_ITALIC) && fonts_have_italic(writer) ? "italic"
                                                                                         : "normal");
  if (DIFFERS(LP_PROPERTY_COLOUR))
    declare_colour(writer, text, lp_style_integer(style, LP_PROPERTY_COLOUR));
#undef DIFFERS
  int32_t tracking = lp_style_integer(style, LP_PROPERTY_TRACKING_EMU);
  int32_t size = lp_style_integer(style, LP_PROPERTY_SIZE_EMU);
  if (tracking && size > 0)
    css_declare_length(text, "letter-spacing", (int64_t)tracking * 1000 / size, "em");
  int32_t case_ = lp_style_integer(style, LP_PROPERTY_CASE);
  if (case_ == LP_CASE_SMALL_CAPITALS)
    css_declare(text, "font-variant-caps:small-caps");
  if (case_ == LP_CASE_CAPITALS)
    css_declare(text, "text-transform:uppercase");
  if (lp_style_integer(style, LP_PROPERTY_BALANCE))
    css_declare(text, "text-wrap:balance");
  int32_t indent = lp_style_integer(style, LP_PROPERTY_INDENT_START_EMU);
  if (indent > 0)
    css_declare_length(text, "margin-inline-start", rem_of_length(writer, indent), "rem");
  indent = lp_style_integer(style, LP_PROPERTY_INDENT_END_EMU);
  if (indent > 0)
    css_declare_length(text, "margin-inline-end", rem_of_length(writer, indent), "rem");
  int32_t align = lp_style_integer(style, LP_PROPERTY_ALIGN);
  if (align == LP_ALIGN_CENTRE || align == LP_ALIGN_END)
    css_declare(text, "text-align:%s", align == LP_ALIGN_END ? "end" : "center");
}

static void declare_spaces(const HtmlWriter *writer, CssText *text, const RoleRule *rule) {
  const LpStyle *style = lp_letterhead_style(writer->letterhead, rule->role);
  char property[32];
  for (size_t i = 0; i < 2; i++) {
    snprintf(property, sizeof property, "%s-%s", rule->space, i ? "end" : "start");
    int32_t space = lp_style_integer(style, i ? LP_PROPERTY_SPACE_AFTER_EMU : LP_PROPERTY_SPACE_BEFORE_EMU);
    css_declare_length(text, property, rem_of_length(writer, space), "rem");
  }
}

static void write_rule(LpSink *sink, const char *selector, const CssText *text) {
  if (text->n)
    lp_sink_format(sink, "%s{%s}\n", selector, text->bytes);
}

/* The rules of the roles in use, and of those that every page has. */
static void write_roles(const HtmlWriter *writer) {
  uint64_t always = UINT64_C(1) << LP_ROLE_BODY | UINT64_C(1) << LP_ROLE_NAME |
                    UINT64_C(1) << LP_ROLE_TAGLINE | UINT64_C(1) << LP_ROLE_CLASSIFICATION;
  for (size_t i = 0; i < sizeof role_rules / sizeof *role_rules; i++) {
    const RoleRule *rule = &role_rules[i];
    if (!((writer->roles | always) >> rule->role & 1))
      continue;
    CssText characters = {0}, spaces = {0};
    declare_characters(writer, &characters, rule);
    write_rule(writer->sink, rule->selector, &characters);
    declare_spaces(writer, &spaces, rule);
    write_rule(writer->sink, rule->spaced, &spaces);
  }
}

static const char page_rules[] =
    "html{font-size:112.5%;background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{max-width:36.444rem;margin:0 auto;padding:2.3rem 1.333rem "
    "4rem;box-sizing:border-box;color:var(--ink);"
    "font-family:var(--serif);font-kerning:normal;font-synthesis:weight "
    "small-caps;overflow-wrap:break-word}\n"
    "main>:first-child{margin-block-start:0}\n"
    "h1,h2,h3,h4,h5,h6,caption,figcaption,.meeting{text-wrap:balance}\n"
    "h1,h2,h3,h4,h5,h6,caption,figcaption,.caption{break-after:avoid;break-inside:avoid}\n"
    "a{color:var(--heading);text-decoration-thickness:.06em;text-underline-offset:.15em}\n"
    "a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}\n"
    "em em{font-style:normal}\n"
    "sup,sub{font-size:.7em;line-height:0}\n"
    ".whole{white-space:nowrap}\n"
    ".tab{white-space:pre;tab-size:4}\n"
    "img{max-width:100%;height:auto}\n"
    "hr{border:0;border-block-start:1px solid var(--hairline);margin-block:1.4rem}\n";

static const char list_rules[] =
    "ul,ol{list-style-type:\"\";margin:0;--bullet:\"•\"}\n"
    ".marker,ul>li::before{float:left;float:inline-start;box-sizing:border-box;padding-inline-end:.4em;"
    "white-space:nowrap}\n"
    "[dir=rtl] .marker,[dir=rtl] ul>li::before{float:right;float:inline-start}\n"
    "ul>li::before{content:var(--bullet)}\n";

static const char block_rules[] =
    "blockquote,figure{margin:0}\n"
    "figure{text-align:center;break-inside:avoid}\n"
    "pre{white-space:pre-wrap;font-family:inherit}\n"
    ".contents p,.contents p>a:only-child{display:flex;flex:1}\n"
    ".contents a{text-decoration:none}\n"
    ".contents .tab:not(:has(~.tab)){flex:1 1 1em;overflow:hidden;height:1em;margin-inline:.3em;"
    "border-block-end:1px dotted var(--hairline)}\n"
    ".box{border:1px solid var(--rule);padding:.6rem .9rem;margin-block:.9rem}\n"
    ".columns{columns:2 14rem;column-gap:1.6rem}\n"
    ".signatures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr))}\n"
    ".signature{border-block-start:var(--sign) solid "
    "var(--ink);padding-block-start:.15rem;break-inside:avoid}\n";

static const char table_rules[] =
    ".table{overflow-x:auto;margin-block:.533rem .711rem}\n"
    "table{border-collapse:collapse;min-width:100%;border-block:var(--outer) solid var(--rule)}\n"
    "caption{text-align:start}\n.table caption{margin-block-start:0}\n"
    "th,td{text-align:start;vertical-align:top;padding-inline:.45rem}\n"
    "tr>:first-child{padding-inline-start:0}\n"
    "tr>:last-child{padding-inline-end:0}\n"
    "thead{border-block-end:var(--head) solid var(--rule);display:table-header-group}\n"
    "th{vertical-align:bottom}\n"
    "tbody tr+tr,tbody+tbody{border-block-start:var(--row) solid var(--hairline)}\n"
    "tr{break-inside:avoid}\n"
    "td>p:last-child,th>p:last-child{margin-block-end:0}\n"
    "@media screen and (max-width:36rem){.table[tabindex] table{min-width:32rem}}\n";

static const char note_rules[] =
    ".notes{margin-block-start:1.6rem}\n"
    ".notes::before{content:\"\";display:block;border-block-start:var(--notes) solid var(--ink);"
    "margin-block-end:.6rem}\n"
    ".notes .marker{text-decoration:none}\n"
    ".noteref a{text-decoration:none;padding-inline:.1em}\n"
    "li:target,.noteref a:target{outline:2px solid var(--accent);outline-offset:2px}\n"
    "ins{text-decoration:underline;text-decoration-color:var(--accent)}\n"
    "del{text-decoration:line-through;text-decoration-color:var(--accent)}\n"
    ".moved{text-decoration-style:double}\n"
    ".comment{border-inline-start:3px solid var(--accent);padding-inline-start:.8rem;margin-block:.9rem}\n"
    ".comment cite{font-style:normal;font-weight:700}\n";

static void write_length_rule(const HtmlWriter *writer, LpLetterheadKey key, const char *selector,
                              const char *property, bool negative) {
  CssText text = {0};
  int64_t length = rem_of_length(writer, lp_letterhead_integer(writer->letterhead, key));
  css_declare_length(&text, property, negative ? -length : length, "rem");
  write_rule(writer->sink, selector, &text);
}

/* A list within an item stands as far below its text as another paragraph would. */
static void write_nested_lists(const HtmlWriter *writer) {
  static const struct {
    LpRole role;
    const char *selector;
  } rows[] = {{LP_ROLE_LIST, "li>ul,li>ol"}, {LP_ROLE_BODY, "li.body>ul,li.body>ol"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const LpStyle *style = lp_letterhead_style(writer->letterhead, rows[i].role);
    int32_t after = lp_style_integer(style, LP_PROPERTY_SPACE_AFTER_EMU);
    CssText text = {0};
    css_declare_length(&text, "margin-block-start", rem_of_length(writer, after), "rem");
    css_declare(&text, "margin-block-end:0");
    write_rule(writer->sink, rows[i].selector, &text);
  }
}

/* Numbers of the letterhead that are no style's. */
static void write_structure(const HtmlWriter *writer) {
  write_length_rule(writer, LP_LETTERHEAD_LIST_LEVEL_INDENT, "ul,ol", "padding-inline-start", false);
  write_length_rule(writer, LP_LETTERHEAD_LIST_LEVEL_INDENT, ".marker,ul>li::before", "margin-inline-start",
                    true);
  write_length_rule(writer, LP_LETTERHEAD_LIST_LEVEL_INDENT, ".marker,ul>li::before", "min-width", false);
  write_length_rule(writer, LP_LETTERHEAD_LIST_LAST_SPACE_AFTER, "ul,ol", "margin-block-end", false);
  write_length_rule(writer, LP_LETTERHEAD_NOTE_RULE_LENGTH, ".notes::before", "width", false);
  write_length_rule(writer, LP_LETTERHEAD_NOTE_NUMBER_WIDTH, ".notes>ol", "padding-inline-start", false);
  write_length_rule(writer, LP_LETTERHEAD_NOTE_NUMBER_WIDTH, ".notes>ol>li>.marker", "margin-inline-start",
                    true);
  write_length_rule(writer, LP_LETTERHEAD_NOTE_NUMBER_WIDTH, ".notes>ol>li>.marker", "min-width", false);
  write_length_rule(writer, LP_LETTERHEAD_SIGNATURE_GAP, ".signatures", "column-gap", false);
  write_length_rule(writer, LP_LETTERHEAD_SIGNATURE_SPACE_TO_SIGN, ".signature", "margin-block-start", false);
}

static void write_rules(LpSink *sink) {
  lp_sink_text(sink, page_rules);
  lp_sink_text(sink, list_rules);
  lp_sink_text(sink, block_rules);
  lp_sink_text(sink, table_rules);
  lp_sink_text(sink, note_rules);
}

void stylesheet_write(HtmlWriter *writer) {
  write_variables(writer);
  write_rules(writer->sink);
  write_structure(writer);
  write_roles(writer);
  write_nested_lists(writer);
  fonts_write_rules(writer, writer->sink);
  letterhead_write_rules(writer);
  print_write_rules(writer);
  classes_write(&writer->classes, writer->sink);
}
