/* One face of an installed family: its shaper, its drawer and the measures that layout needs. */
#ifndef PDF_FONT_FACE_H
#define PDF_FONT_FACE_H

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Face {
  FcPattern *pattern; /* referenced; of the family, file and coverage */
  const char *family; /* owned by the pattern */
  const FcCharSet *characters;
  hb_font_t *shaper;                    /* in font units; NULL until face_open */
  cairo_font_face_t *drawer;            /* NULL until face_open */
  cairo_font_face_t *small_caps_drawer; /* NULL until asked for */
  hb_codepoint_t space, hyphen;         /* glyphs; 0 when the face has none */
  int32_t units;                        /* of an em; the measures below are in font units, y upwards */
  int32_t ascent, descent;              /* descent is positive */
  int32_t underline_top, underline_thickness;
  int32_t strike_top, strike_thickness;
  bool small_caps;   /* has the feature smcp */
  bool broken;       /* could not be opened: covers nothing */
  bool covers_ascii; /* all of U+0020..U+007E */
} Face;

/* Makes a face of a fontconfig pattern; opens nothing. Free with face_free. */
Face *face_new(FcPattern *pattern);
void face_free(Face *face);

/* Maps the file and makes shaper and drawer, once. False when the file is no font that can be shaped. */
bool face_open(Face *face);

/* What draws the face's small capitals: the same file, but to cairo another font. In a PDF cairo gives each
 * letter's code to the first glyph that stands for it; small capitals of the letterhead's name would take the
 * codes from the letters of the text, which then has to change its font within every word. The face must be
 * open. */
cairo_font_face_t *face_small_caps_drawer(Face *face);

/* Whether the face has a glyph for the character; the file is not opened for it. */
bool face_covers(const Face *face, uint32_t character);

#endif
