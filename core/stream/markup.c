/* XML and HTML, well-formed by construction; counts text of the tree for the ledger. */
#include "config.h"

#include <letterpress/markup.h>

#include "account/account.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

struct LpMarkup {
  LpSink *sink;
  LpAccount *account;
  LpMarkupSyntax syntax;
  bool tag_open;    /* the start tag of the innermost element lacks its '>' */
  GPtrArray *names; /* of the open elements */
};

LpMarkup *lp_markup_new(LpSink *sink, LpAccount *account, LpMarkupSyntax syntax) {
  LpMarkup *markup = g_new0(LpMarkup, 1);
  markup->sink = sink;
  markup->account = account;
  markup->syntax = syntax;
  markup->names = g_ptr_array_sized_new(32);
  return markup;
}

void lp_markup_free(LpMarkup *markup) {
  if (!markup)
    return;
  lp_markup_close_to(markup, 0);
  g_ptr_array_free(markup->names, TRUE);
  g_free(markup);
}

/* HTML Living Standard, 13.1.2: void elements. */
static bool is_void(const char *name) {
  static const char *const names[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                      "input", "link", "meta", "source", "track", "wbr"};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(name, names[i]) == 0)
      return true;
  return false;
}

static void end_tag_start(LpMarkup *markup) {
  if (markup->tag_open)
    lp_sink_write(markup->sink, ">", 1);
  markup->tag_open = false;
}

static const char *escape_of(char c, bool in_attribute, LpMarkupSyntax syntax) {
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return in_attribute ? "&quot;" : NULL;
  /* An XML parser turns these into spaces in an attribute (XML 1.0, 3.3.3), and CR into LF anywhere. */
  case '\n': return in_attribute ? "&#10;" : NULL;
  case '\t': return in_attribute && syntax == LP_MARKUP_XML ? "&#9;" : NULL;
  case '\r': return "&#13;";
  default: return NULL;
  }
}

static void write_escaped(LpMarkup *markup, const char *text, size_t n, bool in_attribute) {
  size_t from = 0;
  for (size_t i = 0; i < n; i++) {
    const char *escape =
        (unsigned char)text[i] <= '>' ? escape_of(text[i], in_attribute, markup->syntax) : NULL;
    if (!escape)
      continue;
    lp_sink_write(markup->sink, text + from, i - from);
    lp_sink_text(markup->sink, escape);
    from = i + 1;
  }
  lp_sink_write(markup->sink, text + from, n - from);
}

void lp_markup_open(LpMarkup *markup, const char *name) {
  end_tag_start(markup);
  lp_sink_write(markup->sink, "<", 1);
  lp_sink_text(markup->sink, name);
  g_ptr_array_add(markup->names, (gpointer)(uintptr_t)name);
  markup->tag_open = true;
}

void lp_markup_attribute(LpMarkup *markup, const char *name, const char *value) {
  g_return_if_fail(markup->tag_open);
  if (!value)
    return;
  lp_sink_write(markup->sink, " ", 1);
  lp_sink_text(markup->sink, name);
  lp_sink_write(markup->sink, "=\"", 2);
  write_escaped(markup, value, strlen(value), true);
  lp_sink_write(markup->sink, "\"", 1);
}

void lp_markup_attribute_format(LpMarkup *markup, const char *name, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *value = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  lp_markup_attribute(markup, name, value);
  g_free(value);
}

void lp_markup_attribute_points(LpMarkup *markup, const char *name, int32_t length_emu) {
  g_return_if_fail(markup->tag_open);
  int64_t scaled = (int64_t)length_emu * 1000;
  int64_t half = scaled < 0 ? -LP_EMU_PER_POINT / 2 : LP_EMU_PER_POINT / 2;
  lp_sink_write(markup->sink, " ", 1);
  lp_sink_text(markup->sink, name);
  lp_sink_write(markup->sink, "=\"", 2);
  lp_sink_thousandths(markup->sink, (scaled + half) / LP_EMU_PER_POINT);
  lp_sink_write(markup->sink, "pt\"", 3);
}

void lp_markup_attribute_data(LpMarkup *markup, const char *name, const char *mime_type, const void *bytes,
                              size_t n) {
  g_return_if_fail(markup->tag_open);
  lp_sink_write(markup->sink, " ", 1);
  lp_sink_text(markup->sink, name);
  lp_sink_write(markup->sink, "=\"data:", 7);
  write_escaped(markup, mime_type, strlen(mime_type), true);
  lp_sink_write(markup->sink, ";base64,", 8);
  lp_sink_base64(markup->sink, bytes, n);
  lp_sink_write(markup->sink, "\"", 1);
}

void lp_markup_text(LpMarkup *markup, const char *text, size_t n) {
  end_tag_start(markup);
  write_escaped(markup, text, n, false);
  if (markup->account)
    lp_ledger_write(markup->account, text, n);
}

void lp_markup_generated(LpMarkup *markup, const char *text) {
  end_tag_start(markup);
  write_escaped(markup, text, strlen(text), false);
}

void lp_markup_raw(LpMarkup *markup, const char *text, size_t n) {
  end_tag_start(markup);
  lp_sink_write(markup->sink, text, n);
}

void lp_markup_close(LpMarkup *markup) {
  g_return_if_fail(markup->names->len > 0);
  const char *name = markup->names->pdata[markup->names->len - 1];
  if (markup->syntax == LP_MARKUP_XML && markup->tag_open) {
    lp_sink_write(markup->sink, "/>", 2);
  } else {
    end_tag_start(markup);
    if (markup->syntax == LP_MARKUP_XML || !is_void(name)) {
      lp_sink_write(markup->sink, "</", 2);
      lp_sink_text(markup->sink, name);
      lp_sink_write(markup->sink, ">", 1);
    }
  }
  markup->tag_open = false;
  g_ptr_array_set_size(markup->names, (gint)markup->names->len - 1);
}

size_t lp_markup_depth(const LpMarkup *markup) {
  return markup->names->len;
}

void lp_markup_close_to(LpMarkup *markup, size_t depth) {
  while (markup->names->len > depth)
    lp_markup_close(markup);
}
