/* A paragraph: styled text in, lines out. Knows nothing of the document tree, of pages or of PDF structure.
 *
 * Lengths are EMU (1/12,700 pt). x runs from the LEFT edge of the column, for either direction; y runs
 * downwards. Text is UTF-8; offsets are bytes. Start and end are those of the paragraph's base direction.
 *
 * All of a line's content is handed out as pieces in LOGICAL order, so that the stream of a PDF can be read
 * as it is. A piece holds text of one tag; the caller wraps each in a marker (or keeps one marker open over
 * pieces that follow each other with the same tag). Every byte of the text is in exactly one piece: white
 * space cut at a line's end goes with the line's last glyphs. Underlines, strikes and tab leaders are not
 * pieces but ornaments: an artifact of a page.
 */
#ifndef PDF_PARAGRAPH_H
#define PDF_PARAGRAPH_H

#include "font/configuration.h"

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Text ---- */

typedef enum ParagraphCase {
  PARAGRAPH_CASE_AS_IS,
  PARAGRAPH_CASE_SMALL_CAPS,
  PARAGRAPH_CASE_CAPITALS
} ParagraphCase;

enum {
  PARAGRAPH_UNDERLINE = 1 << 0,
  PARAGRAPH_DOUBLE_UNDERLINE = 1 << 1,
  PARAGRAPH_STRIKE = 1 << 2,
  PARAGRAPH_NO_HYPHENS = 1 << 3, /* code, addresses, names that must stay whole */
  PARAGRAPH_NO_BREAKS =
      1 << 4, /* no line break inside the span, white space included (while the measure allows it) */
};

/* Text of one appearance. Spans follow each other without gaps from byte 0 to the text's end. */
typedef struct ParagraphSpan {
  size_t start, end;
  const char *const
      *families;        /* NULL-terminated list to try before the script's group; NULL: the group alone */
  const char *language; /* BCP 47, or NULL: the shape's */
  int32_t size_emu;     /* before the script group's scale; > 0 */
  int32_t tracking_emu; /* added after each cluster */
  int32_t rise_emu;     /* of the baseline: superscripts > 0, subscripts < 0; does not open the line */
  uint32_t colour;      /* 0xRRGGBB */
  uint32_t flags;       /* PARAGRAPH_UNDERLINE ... */
  uint32_t tag;         /* the caller's own; comes back in pieces and ornaments */
  uint16_t weight;      /* 100..900; from 600 the true bold face is taken */
  bool italic;          /* the true italic face, where the script has one */
  ParagraphCase letter_case; /* by the font where it can; the text in the stream stays as given */
} ParagraphSpan;

/* A box in the line, where the text has U+FFFC: a picture, a formula. The caller draws it. */
typedef struct ParagraphObject {
  size_t offset; /* of its U+FFFC */
  int32_t width_emu, ascent_emu, descent_emu;
} ParagraphObject;

typedef struct ParagraphText {
  const char *utf8; /* valid UTF-8; U+2028 forces a line break, U+0009 is a tab; need not end in NUL */
  size_t length;
  const ParagraphSpan *spans;
  size_t span_count;
  const ParagraphObject *objects; /* by offset; a U+FFFC without an object has no width */
  size_t object_count;
} ParagraphText;

/* ---- Shape ---- */

typedef enum ParagraphDirection {
  PARAGRAPH_DIRECTION_AUTO, /* of the first strong character; left to right when there is none */
  PARAGRAPH_LEFT_TO_RIGHT,
  PARAGRAPH_RIGHT_TO_LEFT
} ParagraphDirection;

typedef enum ParagraphAlign {
  PARAGRAPH_ALIGN_START,
  PARAGRAPH_ALIGN_END,
  PARAGRAPH_ALIGN_CENTRE,
  PARAGRAPH_ALIGN_JUSTIFY
} ParagraphAlign;

typedef enum ParagraphTabKind {
  PARAGRAPH_TAB_START,
  PARAGRAPH_TAB_CENTRE,
  PARAGRAPH_TAB_END,
  PARAGRAPH_TAB_DECIMAL
} ParagraphTabKind;

typedef enum ParagraphTabLeader {
  PARAGRAPH_LEADER_NONE,
  PARAGRAPH_LEADER_DOTS,
  PARAGRAPH_LEADER_DASHES,
  PARAGRAPH_LEADER_LINE
} ParagraphTabLeader;

typedef struct ParagraphTab {
  int32_t position_emu; /* from the column's start edge */
  ParagraphTabKind kind;
  ParagraphTabLeader leader;
} ParagraphTab;

typedef struct ParagraphShape {
  ParagraphDirection direction;
  ParagraphAlign align;
  int32_t measure_emu;      /* the column's width; INT32_MAX: never broken but by force */
  int32_t indent_start_emu; /* from the column's start edge, all lines */
  int32_t indent_end_emu;
  int32_t indent_first_emu; /* added on the first line; negative hangs (a list's label, followed by a tab) */
  const ParagraphTab *tabs; /* by position; a hanging indent makes a stop at indent_start of itself */
  size_t tab_count;
  int32_t tab_every_emu; /* further stops; 0: the default of 36 pt */
  int32_t size_emu;      /* the style's size: first baseline = leading / 2 + .33 size below the line's top */
  int32_t leading_emu;   /* line distance, with the group's factor in it; lines open up only for what would
                            collide */
  const char *language;  /* BCP 47, of spans that name none; may be NULL */
  bool hyphenate;
  bool balance;         /* titles: the narrowest lines that keep the count of lines */
  bool keep_last_whole; /* no hyphen at the end of the line before the last (set for text that ends a page) */
  int8_t looseness;     /* so many lines more (or fewer) than the best, if the text can bear it */
} ParagraphShape;

/* ---- Lines ---- */

typedef struct ParagraphRun ParagraphRun;

/* Content of one tag on one line. */
typedef struct ParagraphPiece {
  uint32_t tag;
  size_t start, end; /* bytes of the paragraph's text */
  int32_t left_emu;  /* extent on the line, for the rectangles of links */
  int32_t right_emu;
  int32_t rise_emu;   /* of the piece's first text */
  int32_t ascent_emu; /* above and below the baseline: the faces' own, or the object's */
  int32_t descent_emu;
  int32_t object; /* index in ParagraphText.objects, or -1: text */
  size_t run_count;
  const ParagraphRun *runs; /* for paragraph_piece_draw */
} ParagraphPiece;

typedef enum ParagraphOrnamentKind {
  PARAGRAPH_ORNAMENT_RULE, /* underline or strike: a filled box */
  PARAGRAPH_ORNAMENT_DOTS,
  PARAGRAPH_ORNAMENT_DASHES
} ParagraphOrnamentKind;

typedef struct ParagraphOrnament {
  ParagraphOrnamentKind kind;
  uint32_t colour;
  uint32_t tag;
  int32_t left_emu, right_emu;
  int32_t top_emu; /* relative to the baseline, downwards */
  int32_t thickness_emu;
} ParagraphOrnament;

typedef struct ParagraphLine {
  size_t start, end;    /* bytes of the paragraph's text, trailing white space included */
  int32_t height_emu;   /* the next line's top is so far below this one's */
  int32_t baseline_emu; /* below the line's top */
  int32_t left_emu;     /* extent of the content, protruding marks included */
  int32_t right_emu;
  bool hyphenated; /* ends in a hyphen that the text has not */
  bool forced;     /* ends at U+2028 */
  size_t piece_count;
  const ParagraphPiece *pieces; /* in logical order */
  size_t ornament_count;
  const ParagraphOrnament *ornaments;
} ParagraphLine;

/* A character for which no font had a glyph, or only a font that the letterhead does not name. */
typedef struct ParagraphMissing {
  uint32_t character;
  size_t offset;
  const char *substitute; /* family that sets it instead; NULL: no font has it, nothing is drawn */
} ParagraphMissing;

typedef struct Paragraph {
  size_t line_count;
  const ParagraphLine *lines;
  int32_t height_emu; /* of all lines */
  bool right_to_left; /* the base direction that was taken */
  bool overfull;      /* a single cluster or object is wider than its line */
  size_t missing_count;
  const ParagraphMissing *missing; /* the first few hundred, each character once */
} Paragraph;

/* What paragraphs share: fonts, hyphenation patterns, word caches, scratch memory. One document at a time. */
typedef struct Typesetter Typesetter;

/* The configuration must outlive the typesetter. */
Typesetter *typesetter_new(FontConfiguration *configuration);
void typesetter_free(Typesetter *typesetter);

/* Sets a paragraph. Never fails: text that cannot be broken is broken between clusters rather than leave the
 * measure. An empty text has one line without pieces. Copies nothing of `text` but what its runs draw; free
 * with paragraph_free. */
Paragraph *paragraph_set(Typesetter *typesetter, const ParagraphText *text, const ParagraphShape *shape);
void paragraph_free(Paragraph *paragraph);

/* The width of the widest part that cannot be broken without a hyphen, and of the text on one line (between
 * forced breaks); both with the shape's indents. For the widths of table columns. */
void paragraph_widths(Typesetter *typesetter, const ParagraphText *text, const ParagraphShape *shape,
                      int32_t *least_emu, int32_t *natural_emu);

/* Draws a piece's glyphs with their text; `x` is the column's left edge and `y` the line's baseline, in
 * points. Sets the source colour. Draws nothing for an object. */
void paragraph_piece_draw(const ParagraphPiece *piece, cairo_t *cairo, double x, double y);

/* Draws one of a line's underlines, strikes or leaders: inside an artifact. */
void paragraph_ornament_draw(const ParagraphOrnament *ornament, cairo_t *cairo, double x, double y);

#endif
