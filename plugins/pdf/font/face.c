#include "config.h"

#include "font/face.h"

#include <cairo-ft.h>
#include <glib.h>
#include <hb-ot.h>

static bool covers_ascii(const FcCharSet *characters) {
  for (FcChar32 c = 0x20; c < 0x7f; c++) {
    if (!FcCharSetHasChar(characters, c))
      return false;
  }
  return true;
}

Face *face_new(FcPattern *pattern) {
  Face *face = g_new0(Face, 1);
  FcPatternReference(pattern);
  face->pattern = pattern;
  FcChar8 *family = NULL;
  if (FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch)
    face->family = (const char *)family;
  FcCharSet *characters = NULL;
  if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch)
    face->characters = characters;
  face->broken = !face->family || !face->characters;
  face->covers_ascii = !face->broken && covers_ascii(face->characters);
  return face;
}

void face_free(Face *face) {
  if (!face)
    return;
  if (face->drawer)
    cairo_font_face_destroy(face->drawer);
  if (face->small_caps_drawer)
    cairo_font_face_destroy(face->small_caps_drawer);
  if (face->shaper)
    hb_font_destroy(face->shaper);
  FcPatternDestroy(face->pattern);
  g_free(face);
}

/* The lower bits of fontconfig's index count faces of a collection, the upper ones instances of a variable
 * font. */
static hb_font_t *open_shaper(const char *file, int index) {
  hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
  if (!blob)
    return NULL;
  hb_face_t *face = hb_face_create(blob, (unsigned)index & 0xffffU);
  hb_blob_destroy(blob);
  hb_font_t *font = NULL;
  if (hb_face_get_glyph_count(face) > 0 && hb_face_get_upem(face) > 0) {
    font = hb_font_create(face);
    if ((unsigned)index >> 16)
      hb_font_set_var_named_instance(font, ((unsigned)index >> 16) - 1);
    hb_font_make_immutable(font);
  }
  hb_face_destroy(face);
  return font;
}

/* A pattern with file and index only, so that cairo asks fontconfig nothing. Faces of one file are one to
 * cairo unless some option differs: the filter for screens with stripes of colour, which is never used. */
static cairo_font_face_t *open_drawer(const char *file, int index, int filter) {
  FcPattern *pattern = FcPatternCreate();
  FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)file);
  FcPatternAddInteger(pattern, FC_INDEX, index);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  FcPatternAddBool(pattern, FC_ANTIALIAS, FcTrue);
  FcPatternAddInteger(pattern, FC_LCD_FILTER, filter);
  cairo_font_face_t *drawer = cairo_ft_font_face_create_for_pattern(pattern);
  FcPatternDestroy(pattern);
  if (cairo_font_face_status(drawer) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(drawer);
    return NULL;
  }
  return drawer;
}

static bool has_substitution(hb_face_t *face, hb_tag_t wanted) {
  hb_tag_t tags[64];
  unsigned offset = 0, total = 0;
  do {
    unsigned count = G_N_ELEMENTS(tags);
    total = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, offset, &count, tags);
    for (unsigned i = 0; i < count; i++) {
      if (tags[i] == wanted)
        return true;
    }
    offset += G_N_ELEMENTS(tags);
  } while (offset < total);
  return false;
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int32_t otherwise) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

static void measure(Face *face) {
  hb_font_t *font = face->shaper;
  hb_face_t *inner = hb_font_get_face(font);
  face->units = (int32_t)hb_face_get_upem(inner);
  hb_font_extents_t extents = {0};
  hb_font_get_h_extents(font, &extents);
  face->ascent = extents.ascender > 0 ? extents.ascender : face->units * 4 / 5;
  face->descent = extents.descender < 0 ? -extents.descender : face->units / 5;
  face->underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, face->units / 20);
  face->underline_top = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -face->units / 10);
  face->strike_thickness = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_SIZE, face->units / 20);
  face->strike_top = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, face->units * 3 / 10);
  face->small_caps = has_substitution(inner, HB_TAG('s', 'm', 'c', 'p'));
  if (!hb_font_get_nominal_glyph(font, ' ', &face->space))
    face->space = 0;
  if (!hb_font_get_nominal_glyph(font, '-', &face->hyphen))
    face->hyphen = 0;
}

bool face_open(Face *face) {
  if (face->broken || face->shaper)
    return !face->broken;
  FcChar8 *file = NULL;
  int index = 0;
  if (FcPatternGetString(face->pattern, FC_FILE, 0, &file) == FcResultMatch) {
    FcPatternGetInteger(face->pattern, FC_INDEX, 0, &index);
    face->shaper = open_shaper((const char *)file, index);
    face->drawer = face->shaper ? open_drawer((const char *)file, index, FC_LCD_DEFAULT) : NULL;
  }
  face->broken = !face->drawer;
  if (!face->broken)
    measure(face);
  return !face->broken;
}

cairo_font_face_t *face_small_caps_drawer(Face *face) {
  if (face->small_caps_drawer)
    return face->small_caps_drawer;
  FcChar8 *file = NULL;
  int index = 0;
  FcPatternGetString(face->pattern, FC_FILE, 0, &file);
  FcPatternGetInteger(face->pattern, FC_INDEX, 0, &index);
  face->small_caps_drawer = open_drawer((const char *)file, index, FC_LCD_LIGHT);
  if (!face->small_caps_drawer)
    face->small_caps_drawer = cairo_font_face_reference(face->drawer);
  return face->small_caps_drawer;
}

bool face_covers(const Face *face, uint32_t character) {
  if (face->covers_ascii && character >= 0x20 && character < 0x7f)
    return true;
  return !face->broken && FcCharSetHasChar(face->characters, character);
}
