#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

/* Whether the word is an operator that paints (ISO 32000-1, table 51: path painting, text showing, XObjects,
 * shading, inline images). */
static bool is_painting(const PdfToken *word) {
  const char first = word->start[0], second = word->size == 2 ? word->start[1] : ' ';
  if (word->size > 2)
    return false;
  switch (first) {
  case 'f':
  case 'B':
  case 'b': return second == ' ' || second == '*' || (first == 'B' && second == 'I');
  case 'F':
  case 'S':
  case '\'':
  case '"': return second == ' ';
  case 's': return second == ' ' || second == 'h';
  case 'D': return second == 'o';
  case 'T': return second == 'j' || second == 'J';
  default: return false;
  }
}

static bool has_ink(const char *p, const char *end) {
  for (;;) {
    const PdfToken token = pdf_token_next(&p, end);
    if (token.kind == PDF_TOKEN_END)
      return false;
    /* What cannot be read counts as ink: it will then be marked or refused, never left unmarked. */
    if (token.kind == PDF_TOKEN_BAD || (token.kind == PDF_TOKEN_WORD && is_painting(&token)))
      return true;
  }
}

/* A speck of markers.h in the content: "X Y 0.004 0.004 re f" at a line's end. */
typedef struct Speck {
  const char *start, *behind;
  uint32_t piece; /* of the page */
  bool ends;
} Speck;

/* Reads an integer backwards from *at, and the white space or start before it; false: there is none. */
static bool integer_before(const char **at, const char *floor, uint32_t *integer) {
  const char *p = *at;
  uint32_t value = 0, scale = 1;
  while (p > floor && p[-1] >= '0' && p[-1] <= '9' && scale <= 100000) {
    p--;
    value += (uint32_t)(*p - '0') * scale;
    scale *= 10;
  }
  if (p == *at || (p > floor && p[-1] != ' ' && p[-1] != '\n'))
    return false;
  *at = p;
  *integer = value;
  return true;
}

/* Finds the next speck from p; false: there is none. `floor` is where the content begins. */
static bool find_speck(const char *p, const char *floor, const char *end, Speck *speck) {
  static const char common[] = " 0.004 re f\n", unit[] = " 0.004", two_units[] = " 0.008";
  const size_t common_size = sizeof common - 1, width_size = sizeof unit - 1;
  while ((p = memmem(p, (size_t)(end - p), common, common_size)) != NULL) {
    speck->behind = p + common_size;
    if ((size_t)(p - floor) > width_size) {
      const char *width = p - width_size;
      speck->ends = memcmp(width, two_units, width_size) == 0;
      uint32_t x = 0, y = 0;
      const char *number = width;
      if ((speck->ends || memcmp(width, unit, width_size) == 0) && integer_before(&number, floor, &y) &&
          number > floor && number[-1] == ' ') {
        number--;
        if (integer_before(&number, floor, &x) && x < PDF_SPECK_COLUMNS) {
          speck->start = number;
          speck->piece = y * PDF_SPECK_COLUMNS + x;
          return true;
        }
      }
    }
    p = speck->behind;
  }
  return false;
}

/* The properties of an artifact (ISO 32000-1, table 330). */
static const char *artifact_properties(PdfArtifact artifact) {
  switch (artifact) {
  case PDF_ARTIFACT_HEADER: return "/Type/Pagination/Subtype/Header/Attached[/Top]";
  case PDF_ARTIFACT_FOOTER: return "/Type/Pagination/Subtype/Footer/Attached[/Bottom]";
  case PDF_ARTIFACT_WATERMARK: return "/Type/Pagination/Subtype/Watermark";
  case PDF_ARTIFACT_PAGINATION: return "/Type/Pagination";
  case PDF_ARTIFACT_LAYOUT: return "/Type/Layout";
  case PDF_ARTIFACT_BACKGROUND: return "/Type/Background";
  }
  return "/Type/Layout";
}

/* Puts what was drawn of a piece, between its marks when there is ink. */
static void put_piece(GString *out, PdfPiece *piece, int32_t *next_mcid, const char *start, const char *end) {
  if (!has_ink(start, end)) {
    g_string_append_len(out, start, end - start);
    return;
  }
  if (piece->element == NULL) {
    g_string_append(out, "/Artifact <<");
    g_string_append(out, artifact_properties((PdfArtifact)piece->artifact));
  } else {
    piece->mcid = (*next_mcid)++;
    g_string_append_c(out, '/');
    g_string_append(out, pdf_element_name((PdfElementType)piece->element->type));
    g_string_append(out, " <</MCID ");
    pdf_put_number(out, (uint64_t)piece->mcid);
  }
  g_string_append(out, ">> BDC\n");
  g_string_append_len(out, start, end - start);
  /* The speck shared its line with a change of colour: the line is ended here. */
  if (end > start && end[-1] != '\n')
    g_string_append_c(out, '\n');
  g_string_append(out, "EMC\n");
}

/* Puts what was drawn outside all pieces: nothing but changes of state. */
static bool put_outside(PdfFinisher *finisher, GString *out, const char *start, const char *end) {
  if (has_ink(start, end))
    return pdf_fault_set(finisher->fault, PDF_FAULT_MARKS, "something is drawn outside all marked content");
  g_string_append_len(out, start, end - start);
  if (end > start && end[-1] != '\n')
    g_string_append_c(out, '\n');
  return true;
}

/* The end of the last piece: without the Q that closes the page's own q. */
static const char *before_last_restore(const char *start, const char *end) {
  return end - start >= 3 && memcmp(end - 3, "\nQ\n", 3) == 0 ? end - 2 : end;
}

static bool refuse_marks(PdfFinisher *finisher) {
  return pdf_fault_set(finisher->fault, PDF_FAULT_MARKS,
                       "the marks on a page are not those that were recorded");
}

static bool put_pieces(PdfFinisher *finisher, GString *out, PdfPiece *pieces, uint32_t count) {
  const char *floor = (const char *)finisher->content.bytes, *end = floor + finisher->content.size,
             *start = floor;
  PdfPiece *open = NULL;
  uint32_t begun = 0;
  int32_t next_mcid = 0;
  Speck speck;
  while (find_speck(start, floor, end, &speck)) {
    if (open != NULL)
      put_piece(out, open, &next_mcid, start, speck.start);
    else if (!put_outside(finisher, out, start, speck.start))
      return false;
    const bool fits =
        speck.ends ? open != NULL && speck.piece + 1 == begun : speck.piece == begun && begun < count;
    if (!fits)
      return refuse_marks(finisher);
    open = speck.ends ? NULL : &pieces[begun++];
    start = speck.behind;
  }
  if (begun != count)
    return refuse_marks(finisher);
  const char *last = before_last_restore(start, end);
  if (open != NULL)
    put_piece(out, open, &next_mcid, start, last);
  return put_outside(finisher, out, open != NULL ? last : start, end);
}

bool pdf_put_content(PdfFinisher *finisher, GString *out, uint32_t page, const uint8_t *deflated,
                     size_t size) {
  if (!pdf_inflate(finisher->drawing.decompressor, deflated, size, &finisher->content, finisher->fault))
    return false;
  const GArray *starts = finisher->tags->page_starts, *pieces = finisher->tags->pieces;
  const uint32_t first = g_array_index(starts, uint32_t, page);
  const uint32_t behind = page + 1 < starts->len ? g_array_index(starts, uint32_t, page + 1) : pieces->len;
  PdfPiece *of_page = behind > first ? &g_array_index(pieces, PdfPiece, first) : NULL;
  return put_pieces(finisher, out, of_page, behind - first);
}
