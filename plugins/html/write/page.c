/* The head: what the page is, and what it may do. */
#include "config.h"

#include "page.h"

#include "state.h"
#include "stylesheet.h"

#include <string.h>

static void write_meta(HtmlWriter *writer, const char *name, const char *content) {
  if (!content || !*content)
    return;
  lp_markup_open(writer->markup, "meta");
  lp_markup_attribute(writer->markup, "name", name);
  lp_markup_attribute(writer->markup, "content", content);
  lp_markup_close(writer->markup);
  lp_markup_generated(writer->markup, "\n");
}

/* Nothing may run and nothing is fetched: pictures and the style sheet are in the page itself. */
static const char policy[] =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n";

void page_begin(HtmlWriter *writer) {
  static const char prologue[] = "<!DOCTYPE html>\n";
  lp_markup_raw(writer->markup, prologue, sizeof prologue - 1);
  elements_begin(writer);
  lp_markup_generated(writer->markup, "\n");
}

static const char *title_of(const HtmlWriter *writer) {
  const char *title = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_TITLE);
  if (!title)
    title = lp_document_metadata(writer->document, LP_METADATA_TITLE);
  return title ? title : lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_NAME);
}

void page_head(HtmlWriter *writer) {
  lp_markup_open(writer->markup, "head");
  lp_markup_raw(writer->markup, policy, sizeof policy - 1);
  write_meta(writer, "viewport", "width=device-width, initial-scale=1");
  write_meta(writer, "generator", "Letterpress " PACKAGE_VERSION);
  lp_markup_open(writer->markup, "title");
  lp_markup_generated(writer->markup, title_of(writer));
  lp_markup_close(writer->markup);
  lp_markup_generated(writer->markup, "\n");
  lp_markup_open(writer->markup, "style");
  lp_markup_raw(writer->markup, "\n", 1);
  stylesheet_write(writer);
  lp_markup_close(writer->markup);
  lp_markup_close(writer->markup);
  lp_markup_generated(writer->markup, "\n");
}
