/* A page, in the order in which it is written. */
#include "config.h"

#include "write.h"

#include "write/letterhead.h"
#include "write/page.h"
#include "write/rows.h"
#include "write/state.h"
#include "write/survey.h"

static void begin(HtmlWriter *writer, LpWriting *writing) {
  writer->writing = writing;
  writer->document = lp_writing_document(writing);
  writer->letterhead = lp_writing_letterhead(writing);
  writer->account = lp_writing_account(writing);
  writer->sink = lp_writing_sink(writing);
  writer->classes.writing = writing;
  const char *language = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE);
  const LpScriptGroup *script = lp_letterhead_script_for(writer->letterhead, NULL, language);
  int32_t scale = script ? lp_script_group_scale(script) : 0;
  int32_t size =
      lp_style_integer(lp_letterhead_style(writer->letterhead, LP_ROLE_BODY), LP_PROPERTY_SIZE_EMU);
  writer->scale = scale > 0 ? scale : 1000;
  writer->body_size_emu = size > 0 ? size : 12 * LP_EMU_PER_POINT;
}

static void write_body(HtmlWriter *writer) {
  element_open(writer, "body", NULL);
  lp_markup_generated(writer->markup, "\n");
  letterhead_write(writer);
  rows_write(writer, lp_document_root(writer->document));
  lp_markup_generated(writer->markup, "\n");
  element_close(writer);
}

LpVerdict html_write(LpWriting *writing) {
  HtmlWriter *writer = lp_writing_allocate(writing, sizeof *writer);
  begin(writer, writing);
  survey(writer);
  writer->markup = lp_markup_new(writer->sink, writer->account, LP_MARKUP_HTML);
  page_begin(writer);
  page_head(writer);
  write_body(writer);
  lp_markup_free(writer->markup);
  lp_sink_text(writer->sink, "\n");
  return lp_sink_broken(writer->sink) || lp_account_failed(writer->account) ? LP_FAILED : LP_DONE;
}
