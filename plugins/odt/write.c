/* A text package, in the order in which its parts are written. */
#include "config.h"

#include "write.h"

#include "write/content.h"
#include "write/letterhead.h"
#include "write/package.h"
#include "write/state.h"

static void begin(OdtWriter *writer, LpWriting *writing) {
  writer->writing = writing;
  writer->document = lp_writing_document(writing);
  writer->letterhead = lp_writing_letterhead(writing);
  writer->account = lp_writing_account(writing);
  writer->automatic.writing = writing;
  writer->language = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE);
  writer->rtl = lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_RIGHT_TO_LEFT) != 0;
  writer->package = lp_package_writer_new(lp_writing_sink(writing), writer->account);
  fonts_begin(writer);
}

LpVerdict odt_write(LpWriting *writing) {
  OdtWriter *writer = lp_writing_allocate(writing, sizeof *writer);
  begin(writer, writing);
  package_add_mimetype(writer);
  package_add_metadata(writer);
  package_add_settings(writer);
  letterhead_add_emblem(writer);
  content_add(writer);
  content_add_styles(writer);
  package_add_manifest(writer);
  bool whole = lp_package_writer_finish(writer->package);
  return whole && !lp_account_failed(writer->account) ? LP_DONE : LP_FAILED;
}
