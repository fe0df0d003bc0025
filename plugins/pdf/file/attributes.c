#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

static void put_table_attributes(GString *out, const PdfElementDetails *details) {
  static const char *const scopes[] = {"", "/Row", "/Column", "/Both"};
  g_string_append(out, "<</O/Table");
  if (details->scope != PDF_SCOPE_NONE) {
    g_string_append(out, "/Scope");
    g_string_append(out, scopes[details->scope]);
  }
  if (details->columns > 1) {
    g_string_append(out, "/ColSpan ");
    pdf_put_number(out, details->columns);
  }
  if (details->rows > 1) {
    g_string_append(out, "/RowSpan ");
    pdf_put_number(out, details->rows);
  }
  if (details->first_header != NULL) {
    g_string_append(out, "/Headers[");
    for (const PdfHeaderId *header = details->first_header; header != NULL; header = header->next)
      pdf_put_bytes(out, header->id, strlen(header->id));
    g_string_append_c(out, ']');
  }
  if (details->summary != NULL) {
    g_string_append(out, "/Summary");
    pdf_put_text_cut(out, details->summary);
  }
  g_string_append(out, ">>");
}

static void put_layout_attributes(GString *out, const PdfElementDetails *details, double page_height) {
  static const char *const placements[] = {"", "/Block", "/Inline", "/Before", "/Start", "/End"};
  g_string_append(out, "<</O/Layout");
  if (details->placement != PDF_PLACEMENT_DEFAULT) {
    g_string_append(out, "/Placement");
    g_string_append(out, placements[details->placement]);
  }
  if (details->has_box) {
    const double *box = details->box;
    const double sides[4] = {box[0], page_height - box[1] - box[3], box[0] + box[2], page_height - box[1]};
    g_string_append(out, "/BBox");
    for (int i = 0; i < 4; i++) {
      g_string_append_c(out, i == 0 ? '[' : ' ');
      pdf_put_real(out, sides[i]);
    }
    g_string_append_c(out, ']');
  }
  g_string_append(out, ">>");
}

static const char *numbering_name(uint8_t numbering) {
  static const char *const names[] = {"None",       "Disc",       "Circle",     "Square",    "Decimal",
                                      "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};
  return names[numbering];
}

void pdf_put_attributes(GString *out, const PdfElementDetails *details, double page_height) {
  const bool table = details->scope != PDF_SCOPE_NONE || details->columns > 1 || details->rows > 1 ||
                     details->first_header != NULL || details->summary != NULL;
  const bool layout = details->placement != PDF_PLACEMENT_DEFAULT || details->has_box;
  const bool list = details->numbering != PDF_NUMBERING_NONE;
  if (!table && !layout && !list)
    return;
  const bool several = table + layout + list > 1;
  g_string_append(out, several ? "/A[" : "/A");
  if (table)
    put_table_attributes(out, details);
  if (layout)
    put_layout_attributes(out, details, page_height);
  if (list)
    g_string_append_printf(out, "<</O/List/ListNumbering/%s>>", numbering_name(details->numbering));
  if (several)
    g_string_append_c(out, ']');
}
