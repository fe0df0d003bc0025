#ifndef LP_PDF_PAGE_LAYOUT_H
#define LP_PDF_PAGE_LAYOUT_H

/* What all of a document's layout shares. */

#include "draw/tags.h"
#include "paragraph/paragraph.h"

#include <glib.h>
#include <letterpress/plugin.h>

typedef struct Layout {
  LpWriting *writing;
  const LpDocument *document;
  const LpLetterhead *letterhead;
  LpAccount *account;
  Typesetter *typesetter;
  PdfTags *tags;
  const char *language; /* of the document, BCP 47 */
  bool right_to_left;   /* of the document */
  bool has_losses;      /* something of the document is not in the output, and was reported */
  int32_t
      column_height_emu; /* of the text on the lowest page: nothing that cannot be divided is set taller */
  int32_t measure_emu;   /* of the page's column */
  /* Whether a picture can be written; if not, why. */
  bool (*takes_picture)(const LpResource *resource, int64_t pixel_limit, char *sentence, size_t n);
  GHashTable *reported;  /* findings that were reported, each once a document: owned strings */
  GStringChunk *strings; /* names and marks made on the way */
  GHashTable *families;  /* family -> NULL-terminated list of itself, for ParagraphSpan.families */
} Layout;

/* A length in points, for cairo. */
static inline double points(int64_t emu) {
  return (double)emu / LP_EMU_PER_POINT;
}

/* A length in EMU. */
static inline int32_t emu_of_points(double length) {
  return (int32_t)(length * LP_EMU_PER_POINT + (length < 0 ? -.5 : .5));
}

/* Whether a finding of this key is met for the first time in the document: then it is to be reported. */
bool layout_is_news(Layout *layout, const char *key);

#endif
