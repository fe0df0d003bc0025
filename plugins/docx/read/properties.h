/* Properties of runs (w:rPr, ECMA-376-1, 17.3.2) and paragraphs (w:pPr, 17.3.1) as they are written: each set
   or not. Plain values, so that equal ones are equal bytes: strings are interned in the document. */
#ifndef DOCX_READ_PROPERTIES_H
#define DOCX_READ_PROPERTIES_H

#include <letterpress/document.h>
#include <letterpress/xml.h>

typedef struct DocxStyle DocxStyle;

/* In the place of a colour 0xRRGGBB: none is given. */
enum { DOCX_AUTO = -1 };

/* Bits of DocxRun.set and, of the flags, of DocxRun.on. The first seven are toggles (17.7.3). */
enum {
  DOCX_BOLD = 1 << 0,
  DOCX_ITALIC = 1 << 1,
  DOCX_CAPITALS = 1 << 2,
  DOCX_SMALL_CAPITALS = 1 << 3,
  DOCX_STRIKE = 1 << 4,
  DOCX_HIDDEN = 1 << 5,
  DOCX_TOGGLES = (1 << 6) - 1,
  DOCX_DOUBLE_STRIKE = 1 << 6,
  DOCX_RIGHT_TO_LEFT = 1 << 7,
  DOCX_COMPLEX_SCRIPT = 1 << 8,
  DOCX_FLAGS = (1 << 9) - 1,
  DOCX_FAMILY = 1 << 9,
  DOCX_SIZE = 1 << 10,
  DOCX_COLOUR = 1 << 11,
  DOCX_HIGHLIGHT = 1 << 12,
  DOCX_GROUND = 1 << 13,
  DOCX_LANGUAGE = 1 << 14,
  DOCX_LANGUAGE_COMPLEX = 1 << 15,
  DOCX_LANGUAGE_EAST_ASIAN = 1 << 16,
  DOCX_UNDERLINE = 1 << 17,
  DOCX_POSITION = 1 << 18,
  DOCX_TRACKING = 1 << 19,
  DOCX_RUN_STYLE = 1 << 20
};

typedef struct DocxRun {
  uint32_t set, on;
  const char *family, *language, *language_complex, *language_east_asian;
  const DocxStyle *style;
  int32_t half_points, colour, highlight, ground, tracking_emu;
  int32_t underline, position; /* LpUnderline, LpPosition */
  int32_t filler;              /* no padding: equal ones are equal bytes */
} DocxRun;

enum {
  DOCX_KEEP_NEXT = 1 << 0,
  DOCX_KEEP_LINES = 1 << 1,
  DOCX_BREAK_BEFORE = 1 << 2,
  DOCX_BIDI = 1 << 3,
  DOCX_NO_HYPHENS = 1 << 4,
  DOCX_PARAGRAPH_FLAGS = (1 << 5) - 1,
  DOCX_ALIGN = 1 << 5,
  DOCX_START = 1 << 6,
  DOCX_END = 1 << 7,
  DOCX_FIRST = 1 << 8,
  DOCX_BEFORE = 1 << 9,
  DOCX_AFTER = 1 << 10,
  DOCX_LEADING = 1 << 11,
  DOCX_OUTLINE = 1 << 12,
  DOCX_NUMBER = 1 << 13,
  DOCX_NUMBER_LEVEL = 1 << 14,
  DOCX_FILL = 1 << 15,
  DOCX_TABS = 1 << 16,
  DOCX_BORDER_TOP = 1 << 17, /* the four sides follow each other */
  DOCX_BORDER_BOTTOM = 1 << 18,
  DOCX_BORDER_START = 1 << 19,
  DOCX_BORDER_END = 1 << 20,
  DOCX_PARAGRAPH_STYLE = 1 << 21
};

enum { DOCX_TOP = 0, DOCX_BOTTOM, DOCX_LEFT, DOCX_RIGHT, DOCX_SIDES };

typedef struct DocxParagraphProperties {
  uint32_t set, on;
  const DocxStyle *style;
  const char *tabs;
  int32_t align; /* LpAlign */
  int32_t start_emu, end_emu, first_emu;
  int32_t before_emu, after_emu, leading_emu;
  int32_t outline; /* 0 to 8; 9: body text */
  int32_t number, number_level;
  int32_t fill;
  int32_t border_emu[DOCX_SIDES], border_colour[DOCX_SIDES];
  int32_t filler;
} DocxParagraphProperties;

/* base with all that over sets. */
DocxRun docx_run_over(DocxRun base, const DocxRun *over);
DocxParagraphProperties docx_paragraph_over(DocxParagraphProperties base,
                                            const DocxParagraphProperties *over);

/* A border (17.3.4): its width in EMU, 0 for none, and its colour. */
void docx_border(const LpXmlElement *element, int32_t *width_emu, int32_t *colour);

/* Which of the four sides an element is named after (top, bottom, left or start, right or end); -1: none. */
int docx_side(const char *name);

#endif
