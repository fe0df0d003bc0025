/* Paragraphs of plugins/pdf under random texts, styles and shapes: nothing is lost, nothing is refused by
 * cairo. The same texts each time; a fault names its seed. */
#include "config.h"

#include "paragraph/paragraph.h"
#include "paragraph/pieces.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PT = 12700, SEEDS = 600, MOST_SPANS = 7, MOST_OBJECTS = 400 };

/* What has special treatment somewhere on the way, first what Latin text has of it. */
static const uint32_t CHARACTERS[] = {
    'a',    'W',    'i',    ' ',    ' ',    ' ',    '-',    '.',     '/',      '\t',    '\n',    0x2028,
    '\r',   0xfffc, 0xad,   0xa0,   0x200b, 0x200c, 0x200d, 0x200e,  0x200f,   0x202a,  0x202b,  0x202c,
    0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x628,  0x644,   0x627,    0x660,   '1',     0x5d0,
    0x915,  0x94d,  0x93f,  0x1780, 0x17d2, 0x1000, 0x1039, 0xe01,   0xe33,    0x4e00,  0x3002,  0x301,
    0xdf,   0xe9,   1,      0x7f,   0x2026, 0x201c, 0xfeff, 0xac00,  0x1100,   0x1161,  0xfe0f,  0x25cc,
    0xfdd0, 0xfffe, 0x10d0, 0x16a0, 0xfb01, 0x2010, 0x2011, 0x1f600, 0x10ffff, 0x1f1e6, 0xe0100, 0x034f};
enum { LATIN_CHARACTERS = 12 };

static const char *const LANGUAGES[] = {"en", "ar", "km", "zh-Hant", "de", "xx-", "th", NULL};

/* A text with all that describes it. */
typedef struct Draft {
  GRand *random;
  GString *utf8;
  GArray *starts; /* size_t, of characters; the last is the text's end */
  ParagraphSpan spans[MOST_SPANS];
  ParagraphObject objects[MOST_OBJECTS];
  ParagraphTab tabs[2];
  ParagraphText text;
  ParagraphShape shape;
} Draft;

static int32_t between(Draft *draft, int32_t least, int32_t most) {
  return g_rand_int_range(draft->random, least, most + 1);
}

static bool once_in(Draft *draft, int32_t times) {
  return between(draft, 1, times) == 1;
}

static void make_text(Draft *draft) {
  const int32_t length = once_in(draft, 2) ? between(draft, 0, 400) : between(draft, 0, 40);
  const int32_t kind = between(draft, 0, 2);
  for (int32_t i = 0; i < length; i++) {
    size_t start = draft->utf8->len;
    g_array_append_val(draft->starts, start);
    if (kind == 0)
      g_string_append_c(draft->utf8, once_in(draft, 6) ? ' ' : (char)between(draft, 'a', 'z'));
    else
      g_string_append_unichar(
          draft->utf8,
          CHARACTERS[between(draft, 0,
                             (kind == 1 ? LATIN_CHARACTERS : (int32_t)G_N_ELEMENTS(CHARACTERS)) - 1)]);
  }
  size_t end = draft->utf8->len;
  g_array_append_val(draft->starts, end);
}

static void make_spans(Draft *draft) {
  size_t at = 0, count = 0;
  do {
    size_t end = g_array_index(draft->starts, size_t, between(draft, 0, (int32_t)draft->starts->len - 1));
    if (end <= at || count + 1 == MOST_SPANS)
      end = draft->utf8->len;
    draft->spans[count] =
        (ParagraphSpan){.start = at,
                        .end = end,
                        .size_emu = once_in(draft, 9) ? between(draft, 1, 99) : between(draft, 6, 30) * PT,
                        .weight = once_in(draft, 2) ? 400 : 700,
                        .italic = once_in(draft, 2),
                        .flags = (uint32_t)between(draft, 0, 31),
                        .letter_case = (ParagraphCase)between(draft, 0, 2),
                        .tracking_emu = once_in(draft, 3) ? between(draft, -3000, 9000) : 0,
                        .rise_emu = once_in(draft, 3) ? 4 * PT : 0,
                        .language = LANGUAGES[between(draft, 0, 7)],
                        .tag = (uint32_t)between(draft, 0, 2)};
    at = end;
    count++;
  } while (at < draft->utf8->len);
  draft->text = (ParagraphText){.utf8 = draft->utf8->str,
                                .length = draft->utf8->len,
                                .spans = draft->spans,
                                .span_count = count,
                                .objects = draft->objects};
}

static void make_objects(Draft *draft) {
  for (guint i = 0; i + 1 < draft->starts->len && draft->text.object_count < MOST_OBJECTS; i++) {
    size_t start = g_array_index(draft->starts, size_t, i);
    if (g_utf8_get_char(draft->utf8->str + start) == 0xfffc && once_in(draft, 2))
      draft->objects[draft->text.object_count++] =
          (ParagraphObject){.offset = start,
                            .width_emu = between(draft, 0, 70 * PT),
                            .ascent_emu = between(draft, 0, 70 * PT),
                            .descent_emu = between(draft, 0, 7 * PT)};
  }
}

static void make_shape(Draft *draft) {
  draft->tabs[0] = (ParagraphTab){between(draft, 0, 150 * PT), (ParagraphTabKind)between(draft, 0, 3),
                                  (ParagraphTabLeader)between(draft, 0, 3)};
  draft->tabs[1] = (ParagraphTab){200 * PT, (ParagraphTabKind)between(draft, 0, 3), PARAGRAPH_LEADER_DOTS};
  draft->shape =
      (ParagraphShape){.direction = (ParagraphDirection)between(draft, 0, 2),
                       .align = (ParagraphAlign)between(draft, 0, 3),
                       .measure_emu = once_in(draft, 20) ? INT32_MAX : between(draft, -9, 400 * PT),
                       .indent_start_emu = once_in(draft, 2) ? 0 : between(draft, 0, 50 * PT),
                       .indent_end_emu = once_in(draft, 2) ? 0 : between(draft, 0, 50 * PT),
                       .indent_first_emu = once_in(draft, 2) ? 0 : between(draft, -50 * PT, 50 * PT),
                       .tabs = draft->tabs,
                       .tab_count = (size_t)between(draft, 0, 2),
                       .size_emu = 11 * PT,
                       .leading_emu = 14 * PT,
                       .language = LANGUAGES[between(draft, 0, 7)],
                       .hyphenate = once_in(draft, 2),
                       .balance = once_in(draft, 2),
                       .keep_last_whole = once_in(draft, 2),
                       .looseness = (int8_t)(once_in(draft, 4) ? between(draft, -2, 2) : 0)};
}

/* ---- What must hold ---- */

static bool is_whole_run(const ParagraphRun *run) {
  uint32_t bytes = 0, glyphs = 0;
  for (uint32_t i = 0; i < run->cluster_count; i++) {
    bytes += run->clusters[i].bytes;
    glyphs += run->clusters[i].glyphs;
  }
  return bytes == run->text_length && glyphs == run->glyph_count &&
         g_utf8_validate(run->text, run->text_length, NULL);
}

/* Pieces follow each other from the first byte to the last. */
static bool is_whole(const Paragraph *paragraph, size_t length) {
  size_t at = 0;
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    bool begins = line->start == at;
    for (size_t k = 0; k < line->piece_count; k++) {
      const ParagraphPiece *piece = &line->pieces[k];
      begins = begins && piece->start == at && piece->end >= at;
      at = piece->end;
      for (size_t r = 0; r < piece->run_count; r++)
        begins = begins && is_whole_run(&piece->runs[r]);
    }
    if (!begins || line->end != at)
      return false;
  }
  return at == length;
}

static bool can_be_drawn(const Paragraph *paragraph) {
  cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cairo = cairo_create(surface);
  for (size_t i = 0; i < paragraph->line_count; i++) {
    for (size_t k = 0; k < paragraph->lines[i].piece_count; k++)
      paragraph_piece_draw(&paragraph->lines[i].pieces[k], cairo, 0, 0);
    for (size_t k = 0; k < paragraph->lines[i].ornament_count; k++)
      paragraph_ornament_draw(&paragraph->lines[i].ornaments[k], cairo, 0, 0);
  }
  bool drawn = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return drawn;
}

static bool bears(Typesetter *typesetter, uint32_t seed) {
  Draft draft = {.random = g_rand_new_with_seed(seed),
                 .utf8 = g_string_new(NULL),
                 .starts = g_array_new(FALSE, FALSE, sizeof(size_t))};
  make_text(&draft);
  make_spans(&draft);
  make_objects(&draft);
  make_shape(&draft);
  Paragraph *paragraph = paragraph_set(typesetter, &draft.text, &draft.shape);
  bool borne = is_whole(paragraph, draft.utf8->len) && can_be_drawn(paragraph);
  int32_t least = 0, natural = 0;
  paragraph_widths(typesetter, &draft.text, &draft.shape, &least, &natural);
  paragraph_free(paragraph);
  g_array_free(draft.starts, TRUE);
  g_string_free(draft.utf8, TRUE);
  g_rand_free(draft.random);
  return borne;
}

static void random_paragraphs_lose_nothing(void **state) {
  (void)state;
  static const char *const LATIN[] = {"Gentium Book Plus", NULL}, *const ARAB[] = {"Noto Naskh Arabic", NULL},
                           *const KHMR[] = {"Noto Serif Khmer", NULL},
                           *const DEVA[] = {"Noto Serif Devanagari", NULL};
  const FontGroup groups[] = {{.script = "Latn", .families = LATIN, .hyphenate = true},
                              {.script = "Arab", .families = ARAB, .upright = true, .scale = 1.12},
                              {.script = "Khmr", .families = KHMR},
                              {.script = "Deva", .families = DEVA}};
  FontConfiguration *fonts = font_configuration_new(groups, G_N_ELEMENTS(groups));
  Typesetter *typesetter = typesetter_new(fonts);
  for (uint32_t seed = 1; seed <= SEEDS; seed++) {
    if (!bears(typesetter, seed))
      fail_msg("seed %u", seed);
  }
  typesetter_free(typesetter);
  font_configuration_free(fonts);
}

int main(void) {
  const struct CMUnitTest cases[] = {cmocka_unit_test(random_paragraphs_lose_nothing)};
  return cmocka_run_group_tests(cases, NULL, NULL);
}
