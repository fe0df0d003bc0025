#include "config.h"

#include "read/body.h"

#include "read/fields.h"
#include "read/grouping.h"

#include <string.h>

void docx_open_container(DocxReader *reader, LpKind kind, int32_t ground) {
  bool is_within = reader->containers->len > 0;
  DocxContainer container = {.kind = kind,
                             .ground = ground,
                             .is_hidden = is_within &&
                                          (docx_container(reader)->is_hidden || reader->run.on & DOCX_HIDDEN),
                             .run = reader->run,
                             .run_change = reader->run_change,
                             .run_wrapper = reader->run_wrapper};
  g_array_append_val(reader->containers, container);
  memset(&reader->run, 0, sizeof reader->run);
  reader->run_change = (DocxChange){0};
  reader->run_wrapper = 0;
}

void docx_close_container(DocxReader *reader) {
  docx_fields_end_container(reader);
  docx_close_groups(reader);
  const DocxContainer *container = docx_container(reader);
  reader->run = container->run;
  reader->run_change = container->run_change;
  reader->run_wrapper = container->run_wrapper;
  g_array_set_size(reader->containers, reader->containers->len - 1);
}
