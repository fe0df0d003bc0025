/* Paragraphs of plugins/pdf: what comes out of paragraph_set for texts of all kinds. */
#include "config.h"

#include "paragraph/paragraph.h"
#include "paragraph/pieces.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PT = 12700, MM = 36000 };

static const char ENGLISH[] =
    "The participating States reaffirmed their commitment to fair recruitment, and acknowledged the "
    "considerable progress "
    "that had been made in strengthening the cooperation of their competent authorities. They underlined the "
    "responsibility of employers and recruiters, the importance of transparent information for workers, and "
    "the need "
    "for effective remedies; they encouraged international organisations to continue their technical "
    "assistance.";
static const char KHMER[] =
    "ក្រុមការងារបានរៀបចំកិច្ចប្រជុំលើកទីបីនៅថ្ងៃទី១២ខែមីនាតាមប្រព័ន្ធអនឡាញអ្នកតំណាងមកពីប្រទេសចំនួន២៤និងអង្គការអន្តរជាតិចំនួន៣បានចូលរួម។";
static const char BURMESE[] =
    "လုပ်ငန်းအဖွဲ့၏တတိယအကြိမ်အစည်းအဝေးကိုမတ်လ၁၂ရက်နေ့တွင်အွန်လိုင်းမှကျင်းပခဲ့သည်နိုင်ငံပေါင်း၂၄နိုင်ငံနှင့်နိုင်ငံတကာအဖွဲ့အစည်း၃ခုမှကိုယ်စားလှယ်များတက်ရောက်ခဲ့ကြသည်";
static const char LAO[] =
    "ກອງປະຊຸມຄັ້ງທີສາມຂອງກຸ່ມເຮັດວຽກໄດ້ຈັດຂຶ້ນໃນວັນທີ12ມີນາຜ່ານທາງອອນລາຍໂດຍມີຜູ້ຕາງໜ້າຈາກ24ປະເທດແລະ3ອົງການຈັດຕັ້ງສາກົນເຂົ້າຮ່ວມ";
static const char THAI[] =
    "คณะทำงานได้จัดการประชุมครั้งที่สามเมื่อวันที่12มีนาคมผ่านระบบออนไลน์โดยมีผู้แทนจาก24ประเทศและองค์การระหว่างประเทศ3แห่งเข้าร่วม";
static const char ARABIC[] =
    "عقد فريق العمل اجتماعه الثالث في 12 مارس عبر الإنترنت، وشارك فيه ممثلون عن 24 دولة "
    "و3 منظمات دولية (Fair Recruitment Register) ورحب الرئيسان المشاركان بجميع الحاضرين.";
static const char CHINESE[] = "工作组第三次会议于2024年3月12日以视频方式举行。来自24个国家和3个国际组织的代表"
                              "出席了会议。共同主席欢迎各位与会代表，"
                              "并强调成员之间交流信息和经验的重要性。";
static const char HINDI[] =
    "कार्य समूह ने अपनी तीसरी बैठक 12 मार्च को ऑनलाइन आयोजित की, जिसमें 24 देशों और 3 अंतरराष्ट्रीय संगठनों के "
    "प्रतिनिधियों ने भाग लिया।";

typedef struct Case {
  FontConfiguration *fonts;
  Typesetter *typesetter;
} Case;

static int set_up(void **state) {
  static const char *const LATIN[] = {"Liberation Serif", NULL}, *const ARAB[] = {"Noto Naskh Arabic", NULL},
                           *const KHMR[] = {"Noto Serif Khmer", NULL}, *const MYMR[] = {"Padauk Book", NULL},
                           *const LAOO[] = {"Noto Serif Lao", NULL},
                           *const THAI_[] = {"Noto Serif Thai", NULL},
                           *const HANS[] = {"Noto Serif CJK SC", NULL},
                           *const DEVA[] = {"Noto Serif Devanagari", NULL};
  const FontGroup groups[] = {
      {.script = "Latn", .families = LATIN, .hyphenate = true},
      {.script = "Arab", .families = ARAB, .upright = true},
      {.script = "Khmr", .families = KHMR},
      {.script = "Mymr", .families = MYMR},
      {.script = "Laoo", .families = LAOO},
      {.script = "Thai", .families = THAI_},
      {.script = "Hans", .families = HANS},
      {.script = "Deva", .families = DEVA},
  };
  Case *made = g_new0(Case, 1);
  made->fonts = font_configuration_new(groups, G_N_ELEMENTS(groups));
  assert_non_null(made->fonts);
  made->typesetter = typesetter_new(made->fonts);
  *state = made;
  return 0;
}

static int tear_down(void **state) {
  Case *made = *state;
  typesetter_free(made->typesetter);
  font_configuration_free(made->fonts);
  g_free(made);
  return 0;
}

static ParagraphShape shape_of(int32_t measure) {
  return (ParagraphShape){.align = PARAGRAPH_ALIGN_JUSTIFY,
                          .measure_emu = measure,
                          .size_emu = 11 * PT,
                          .leading_emu = 14 * PT,
                          .language = "en",
                          .hyphenate = true};
}

static ParagraphSpan span_of(size_t start, size_t end, uint32_t tag) {
  return (ParagraphSpan){.start = start, .end = end, .size_emu = 11 * PT, .weight = 400, .tag = tag};
}

static Paragraph *set_plain(const Case *made, const char *text, const ParagraphShape *shape) {
  size_t length = strlen(text);
  ParagraphSpan span = span_of(0, length, 1);
  ParagraphText styled = {.utf8 = text, .length = length, .spans = &span, .span_count = 1};
  return paragraph_set(made->typesetter, &styled, shape);
}

/* All that the paragraph draws, with the hyphens that it added taken out. */
static char *drawn_text(const Paragraph *paragraph) {
  GString *all = g_string_new(NULL);
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    for (size_t k = 0; k < line->piece_count; k++) {
      for (size_t r = 0; r < line->pieces[k].run_count; r++)
        g_string_append_len(all, line->pieces[k].runs[r].text, line->pieces[k].runs[r].text_length);
    }
    if (line->hyphenated) {
      assert_true(all->len > 2 && strcmp(all->str + all->len - 2, "\xc2\xad") == 0);
      g_string_truncate(all, all->len - 2);
    }
  }
  return g_string_free(all, FALSE);
}

static void assert_runs_are_whole(const Paragraph *paragraph) {
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    for (size_t k = 0; k < line->piece_count; k++) {
      for (size_t r = 0; r < line->pieces[k].run_count; r++) {
        const ParagraphRun *run = &line->pieces[k].runs[r];
        uint32_t bytes = 0, glyphs = 0;
        for (uint32_t c = 0; c < run->cluster_count; c++) {
          bytes += run->clusters[c].bytes;
          glyphs += run->clusters[c].glyphs;
        }
        assert_int_equal(bytes, run->text_length);
        assert_int_equal(glyphs, run->glyph_count);
        assert_true(g_utf8_validate(run->text, run->text_length, NULL));
      }
    }
  }
}

/* Pieces follow each other from the first byte to the last, within the line that has them. */
static void assert_pieces_cover(const Paragraph *paragraph, size_t length) {
  size_t at = 0;
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    assert_int_equal(line->start, at);
    for (size_t k = 0; k < line->piece_count; k++) {
      assert_int_equal(line->pieces[k].start, at);
      at = line->pieces[k].end;
    }
    assert_int_equal(line->end, at);
  }
  assert_int_equal(at, length);
}

static void assert_inside(const Paragraph *paragraph, const ParagraphShape *shape) {
  int32_t hang = shape->size_emu / 2 + 10; /* the blank half of a Chinese stop */
  assert_false(paragraph->overfull);
  for (size_t i = 0; i < paragraph->line_count; i++) {
    assert_in_range(paragraph->lines[i].left_emu + hang, 0, shape->measure_emu);
    assert_in_range(paragraph->lines[i].right_emu, 0, shape->measure_emu + hang);
  }
}

static void assert_sound(const Paragraph *paragraph, const ParagraphShape *shape, const char *text) {
  assert_inside(paragraph, shape);
  assert_runs_are_whole(paragraph);
  assert_pieces_cover(paragraph, strlen(text));
  char *drawn = drawn_text(paragraph);
  assert_string_equal(drawn, text);
  g_free(drawn);
}

/* ---- All scripts ---- */

typedef struct Sample {
  const char *text, *language;
} Sample;

static const Sample SAMPLES[] = {{ENGLISH, "en"}, {KHMER, "km"},  {BURMESE, "my"},      {LAO, "lo"},
                                 {THAI, "th"},    {ARABIC, "ar"}, {CHINESE, "zh-Hans"}, {HINDI, "hi"}};

static void every_script_stays_inside_and_whole(void **state) {
  static const ParagraphAlign ALIGNS[] = {PARAGRAPH_ALIGN_JUSTIFY, PARAGRAPH_ALIGN_START, PARAGRAPH_ALIGN_END,
                                          PARAGRAPH_ALIGN_CENTRE};
  for (size_t s = 0; s < G_N_ELEMENTS(SAMPLES); s++) {
    for (int mm = 20; mm <= 170; mm += 6) {
      ParagraphShape shape = shape_of(mm * MM);
      shape.language = SAMPLES[s].language;
      shape.align = ALIGNS[mm % 4];
      Paragraph *paragraph = set_plain(*state, SAMPLES[s].text, &shape);
      assert_sound(paragraph, &shape, SAMPLES[s].text);
      assert_int_equal(paragraph->missing_count, 0);
      assert_int_equal(paragraph->right_to_left, SAMPLES[s].text == ARABIC);
      paragraph_free(paragraph);
    }
  }
}

static void scripts_without_spaces_break_between_words(void **state) {
  /* Without dictionaries these texts have no place to break and would stand on lines cut anywhere. */
  static const Sample UNSPACED[] = {{KHMER, "km"}, {BURMESE, "my"}, {LAO, "lo"}};
  for (size_t s = 0; s < G_N_ELEMENTS(UNSPACED); s++) {
    ParagraphShape shape = shape_of(400 * MM);
    shape.language = UNSPACED[s].language;
    size_t length = strlen(UNSPACED[s].text);
    ParagraphSpan span = span_of(0, length, 1);
    ParagraphText text = {.utf8 = UNSPACED[s].text, .length = length, .spans = &span, .span_count = 1};
    int32_t least = 0, natural = 0;
    paragraph_widths(((Case *)*state)->typesetter, &text, &shape, &least, &natural);
    assert_in_range(least, 1, natural / 4);
  }
}

/* ---- Lines ---- */

static void justified_lines_end_at_the_measure(void **state) {
  ParagraphShape shape = shape_of(100 * MM);
  Paragraph *paragraph = set_plain(*state, ENGLISH, &shape);
  assert_in_range(paragraph->line_count, 6, 12);
  for (size_t i = 0; i + 1 < paragraph->line_count; i++) {
    int32_t over = paragraph->lines[i].right_emu - shape.measure_emu;
    assert_in_range(over + 2, 0, 5 * PT); /* a hanging mark, nothing else */
    assert_in_range(-paragraph->lines[i].left_emu, 0, 5 * PT);
  }
  assert_true(paragraph->lines[paragraph->line_count - 1].right_emu < shape.measure_emu);
  paragraph_free(paragraph);
}

static void ragged_lines_end_before_it(void **state) {
  ParagraphShape shape = shape_of(100 * MM);
  shape.align = PARAGRAPH_ALIGN_START;
  Paragraph *paragraph = set_plain(*state, ENGLISH, &shape);
  for (size_t i = 0; i < paragraph->line_count; i++) {
    assert_int_equal(paragraph->lines[i].left_emu, 0);
    assert_in_range(paragraph->lines[i].right_emu, 1, shape.measure_emu);
  }
  paragraph_free(paragraph);
}

static void hyphens_are_in_the_text_as_soft_hyphens(void **state) {
  ParagraphShape shape = shape_of(45 * MM);
  Paragraph *paragraph = set_plain(*state, ENGLISH, &shape);
  size_t hyphenated = 0, ladder = 0;
  for (size_t i = 0; i < paragraph->line_count; i++) {
    hyphenated += paragraph->lines[i].hyphenated;
    ladder = paragraph->lines[i].hyphenated ? ladder + 1 : 0;
    assert_true(ladder <= 2);
  }
  assert_true(hyphenated > 0);
  assert_sound(paragraph, &shape, ENGLISH); /* looks for the soft hyphens and takes them out */
  paragraph_free(paragraph);
  shape.hyphenate = false;
  paragraph = set_plain(*state, ENGLISH, &shape);
  for (size_t i = 0; i < paragraph->line_count; i++)
    assert_false(paragraph->lines[i].hyphenated);
  paragraph_free(paragraph);
}

static void drafts_own_soft_hyphens_are_used(void **state) {
  static const char TEXT[] = "aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbb\xc2\xad"
                             "bbbbbbbbbbbb cccccccc";
  ParagraphShape shape = shape_of(66 * MM);
  Paragraph *paragraph = set_plain(*state, TEXT, &shape);
  assert_true(paragraph->lines[0].hyphenated);
  assert_int_equal(paragraph->lines[0].end, 21 + 12 + 2);
  assert_pieces_cover(paragraph, strlen(TEXT));
  paragraph_free(paragraph);
}

/* In how many measures, all wider than the word, a line ends with an added hyphen inside it. */
static size_t count_cuts(const Case *made, const char *word) {
  char *text = g_strdup_printf("those of the %s were there, and all of the others were there as well", word);
  const size_t start = 13, end = start + strlen(word);
  ParagraphSpan span = span_of(0, strlen(word), 1);
  ParagraphText alone = {.utf8 = word, .length = strlen(word), .spans = &span, .span_count = 1};
  ParagraphShape shape = shape_of(INT32_MAX);
  int32_t least = 0, natural = 0;
  paragraph_widths(made->typesetter, &alone, &shape, &least, &natural);
  size_t cuts = 0;
  for (int32_t measure = natural + MM; measure < natural + 60 * MM; measure += 2 * MM) {
    shape.measure_emu = measure;
    Paragraph *paragraph = set_plain(made, text, &shape);
    for (size_t k = 0; k < paragraph->line_count; k++) {
      const ParagraphLine *line = &paragraph->lines[k];
      cuts += line->hyphenated && line->end > start && line->end < end;
    }
    paragraph_free(paragraph);
  }
  g_free(text);
  return cuts;
}

static void acronyms_names_addresses_and_numbers_stay_whole(void **state) {
  static const char *const WHOLE[] = {"ORGANISATIONS",  "OrganisaTions",
                                      "Turkmenistan",   "x.organisations@example.org",
                                      "organisations1", "www.organisations.org"};
  assert_true(count_cuts(*state, "organisations") > 0);
  assert_true(count_cuts(*state, "Organisations") > 0);
  assert_true(count_cuts(*state, "ORGANISATIONS ASSOCIATED") > 0);
  for (size_t i = 0; i < G_N_ELEMENTS(WHOLE); i++)
    assert_int_equal(count_cuts(*state, WHOLE[i]), 0);
}

static void long_words_never_leave_the_measure(void **state) {
  static const char *const LONG[] = {
      "see "
      "https://www.example.org/publications/2024/03/12/co-chairs-statement-of-the-third-meeting/annex-1.pdf "
      "there",
      "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
      "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
      "________________________________________________________________________________"};
  for (size_t i = 0; i < G_N_ELEMENTS(LONG); i++) {
    for (int mm = 8; mm < 90; mm += 7) {
      ParagraphShape shape = shape_of(mm * MM);
      shape.align = mm % 2 ? PARAGRAPH_ALIGN_JUSTIFY : PARAGRAPH_ALIGN_START;
      Paragraph *paragraph = set_plain(*state, LONG[i], &shape);
      assert_sound(paragraph, &shape, LONG[i]);
      paragraph_free(paragraph);
    }
  }
}

static void a_cluster_wider_than_the_line_stands_there(void **state) {
  ParagraphShape shape = shape_of(PT);
  Paragraph *paragraph = set_plain(*state, "WWW", &shape);
  assert_int_equal(paragraph->line_count, 3);
  assert_true(paragraph->overfull);
  paragraph_free(paragraph);
}

static void empty_and_white_texts_have_lines(void **state) {
  static const struct {
    const char *text;
    size_t lines;
  } EXPECTED[] = {{"", 1},
                  {" ", 1},
                  {"     ", 1},
                  {"\t", 1},
                  {"a\xe2\x80\xa8", 2},
                  {"\xe2\x80\xa8", 2},
                  {"a\xe2\x80\xa8\xe2\x80\xa8"
                   "b",
                   3},
                  {"a\nb", 2},
                  {"a\r\nb", 2}};
  for (size_t i = 0; i < G_N_ELEMENTS(EXPECTED); i++) {
    ParagraphShape shape = shape_of(80 * MM);
    Paragraph *paragraph = set_plain(*state, EXPECTED[i].text, &shape);
    assert_int_equal(paragraph->line_count, EXPECTED[i].lines);
    assert_int_equal(paragraph->height_emu, (int32_t)EXPECTED[i].lines * shape.leading_emu);
    assert_pieces_cover(paragraph, strlen(EXPECTED[i].text));
    paragraph_free(paragraph);
  }
}

static void white_and_soft_hyphens_at_odd_places_are_not_lost(void **state) {
  static const char *const TEXTS[] = {"iW\t  W", "iiWW\t \t  \t WW", "a\xc2\xad", "abcdef\xc2\xad",
                                      "\xc2\xad\xc2\xad a \xc2\xad"};
  for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++) {
    for (int32_t pt = 1; pt < 40; pt++) {
      ParagraphShape shape = shape_of(pt * PT);
      shape.align = pt % 2 ? PARAGRAPH_ALIGN_JUSTIFY : PARAGRAPH_ALIGN_START;
      Paragraph *paragraph = set_plain(*state, TEXTS[i], &shape);
      assert_pieces_cover(paragraph, strlen(TEXTS[i]));
      assert_false(paragraph->lines[paragraph->line_count - 1].hyphenated);
      paragraph_free(paragraph);
    }
  }
}

static void forced_lines_are_not_stretched(void **state) {
  ParagraphShape shape = shape_of(150 * MM);
  Paragraph *paragraph = set_plain(*state,
                                   "The Secretariat\xe2\x80\xa8"
                                   "Bangkok, Thailand",
                                   &shape);
  assert_int_equal(paragraph->line_count, 2);
  assert_true(paragraph->lines[0].forced);
  assert_true(paragraph->lines[0].right_emu < 50 * MM);
  paragraph_free(paragraph);
}

static void titles_are_balanced(void **state) {
  static const char TITLE[] =
      "Statement of the Co-Chairs of the Third Meeting of the Working Group on Fair Recruitment";
  ParagraphShape shape = shape_of(130 * MM);
  shape.align = PARAGRAPH_ALIGN_START;
  shape.hyphenate = false;
  Paragraph *plain = set_plain(*state, TITLE, &shape);
  shape.balance = true;
  Paragraph *balanced = set_plain(*state, TITLE, &shape);
  assert_int_equal(plain->line_count, 2);
  assert_int_equal(balanced->line_count, 2);
  int32_t difference = balanced->lines[0].right_emu - balanced->lines[1].right_emu;
  assert_in_range(abs(difference), 0, 25 * MM);
  paragraph_free(plain);
  paragraph_free(balanced);
}

static void a_paragraph_can_be_set_looser_or_tighter(void **state) {
  ParagraphShape shape = shape_of(45 * MM);
  Paragraph *best = set_plain(*state, ENGLISH, &shape);
  shape.looseness = 1;
  Paragraph *longer = set_plain(*state, ENGLISH, &shape);
  assert_int_equal(longer->line_count, best->line_count + 1);
  assert_sound(longer, &shape, ENGLISH);
  shape.looseness = -100;
  Paragraph *shortest = set_plain(*state, ENGLISH, &shape);
  assert_true(shortest->line_count <= best->line_count);
  assert_sound(shortest, &shape, ENGLISH);
  paragraph_free(best);
  paragraph_free(longer);
  paragraph_free(shortest);
}

static void the_same_text_gives_the_same_lines(void **state) {
  ParagraphShape shape = shape_of(77 * MM);
  Paragraph *first = set_plain(*state, ENGLISH, &shape);
  void *other = NULL;
  set_up(&other); /* another typesetter that has seen nothing */
  Paragraph *second = set_plain(other, ENGLISH, &shape);
  assert_int_equal(first->line_count, second->line_count);
  for (size_t i = 0; i < first->line_count; i++) {
    assert_int_equal(first->lines[i].end, second->lines[i].end);
    assert_int_equal(first->lines[i].right_emu, second->lines[i].right_emu);
  }
  paragraph_free(first);
  paragraph_free(second);
  tear_down(&other);
}

/* ---- Styles ---- */

static void mixed_styles_come_out_as_pieces_of_their_tags(void **state) {
  static const char TEXT[] = "The States welcomed the report of the Co-Chairs";
  ParagraphSpan spans[] = {span_of(0, 11, 1), span_of(11, 19, 2), span_of(19, 20, 3), span_of(20, 47, 4)};
  spans[1].weight = 700;
  spans[1].flags = PARAGRAPH_UNDERLINE;
  spans[3].italic = true;
  spans[3].colour = 0x12395b;
  ParagraphText text = {.utf8 = TEXT, .length = 47, .spans = spans, .span_count = 4};
  ParagraphShape shape = shape_of(200 * MM);
  Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &text, &shape);
  assert_int_equal(paragraph->line_count, 1);
  const ParagraphLine *line = &paragraph->lines[0];
  /* The lone space of tag 3 has no ink: it goes with the piece before it, or the page would lose it. */
  assert_int_equal(line->piece_count, 3);
  static const uint32_t TAGS[] = {1, 2, 4};
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(line->pieces[i].tag, TAGS[i]);
    assert_int_equal(line->pieces[i].run_count, 1);
    assert_true(i == 0 || line->pieces[i].left_emu >= line->pieces[i - 1].left_emu);
  }
  assert_ptr_not_equal(line->pieces[0].runs[0].drawer, line->pieces[1].runs[0].drawer);
  assert_ptr_not_equal(line->pieces[0].runs[0].drawer, line->pieces[2].runs[0].drawer);
  assert_int_equal(line->pieces[2].runs[0].colour, 0x12395b);
  assert_int_equal(line->ornament_count, 1);
  assert_int_equal(line->ornaments[0].tag, 2);
  assert_true(line->ornaments[0].top_emu > 0 && line->ornaments[0].thickness_emu > 0);
  assert_pieces_cover(paragraph, 47);
  assert_runs_are_whole(paragraph);
  paragraph_free(paragraph);
}

static void case_changes_the_glyphs_and_keeps_the_text(void **state) {
  static const char TEXT[] = "Restricted straße";
  ParagraphShape shape = shape_of(200 * MM);
  for (int letter_case = PARAGRAPH_CASE_AS_IS; letter_case <= PARAGRAPH_CASE_CAPITALS; letter_case++) {
    ParagraphSpan span = span_of(0, strlen(TEXT), 1);
    span.letter_case = (ParagraphCase)letter_case;
    ParagraphText text = {.utf8 = TEXT, .length = strlen(TEXT), .spans = &span, .span_count = 1};
    Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &text, &shape);
    assert_sound(paragraph, &shape, TEXT);
    size_t glyphs = 0;
    for (size_t r = 0; r < paragraph->lines[0].pieces[0].run_count; r++)
      glyphs += paragraph->lines[0].pieces[0].runs[r].glyph_count;
    assert_int_equal(glyphs, letter_case == PARAGRAPH_CASE_AS_IS ? 17 : 18); /* sharp s becomes two */
    paragraph_free(paragraph);
  }
}

static void objects_stand_in_the_line_and_open_it(void **state) {
  static const char TEXT[] = "before \xef\xbf\xbc after";
  ParagraphSpan span = span_of(0, strlen(TEXT), 1);
  ParagraphObject object = {.offset = 7, .width_emu = 30 * PT, .ascent_emu = 40 * PT, .descent_emu = 2 * PT};
  ParagraphText text = {.utf8 = TEXT,
                        .length = strlen(TEXT),
                        .spans = &span,
                        .span_count = 1,
                        .objects = &object,
                        .object_count = 1};
  ParagraphShape shape = shape_of(200 * MM);
  Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &text, &shape);
  const ParagraphLine *line = &paragraph->lines[0];
  assert_int_equal(line->piece_count, 3);
  assert_int_equal(line->pieces[1].object, 0);
  assert_int_equal(line->pieces[1].right_emu - line->pieces[1].left_emu, 30 * PT);
  assert_true(line->baseline_emu > 39 * PT && line->height_emu > 42 * PT);
  assert_pieces_cover(paragraph, strlen(TEXT));
  paragraph_free(paragraph);
}

static void superscripts_do_not_open_the_line(void **state) {
  static const char TEXT[] = "text1 goes on";
  ParagraphSpan spans[] = {span_of(0, 4, 1), span_of(4, 5, 2), span_of(5, 13, 1)};
  spans[1].size_emu = 7 * PT;
  spans[1].rise_emu = 4 * PT;
  ParagraphText text = {.utf8 = TEXT, .length = 13, .spans = spans, .span_count = 3};
  ParagraphShape shape = shape_of(200 * MM);
  Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &text, &shape);
  assert_int_equal(paragraph->lines[0].height_emu, shape.leading_emu);
  assert_int_equal(paragraph->lines[0].pieces[1].runs[0].glyphs[0].y_emu, -4 * PT);
  paragraph_free(paragraph);
}

/* ---- Right to left ---- */

static void arabic_is_drawn_in_logical_order_from_the_right(void **state) {
  ParagraphShape shape = shape_of(120 * MM);
  shape.language = "ar";
  Paragraph *paragraph = set_plain(*state, ARABIC, &shape);
  assert_true(paragraph->right_to_left);
  const ParagraphRun *run = &paragraph->lines[0].pieces[0].runs[0];
  assert_true(run->glyphs[0].x_emu > run->glyphs[run->glyph_count - 1].x_emu);
  assert_int_equal(strncmp(run->text, ARABIC, 8), 0);
  size_t last = paragraph->line_count - 1;
  assert_in_range(paragraph->lines[last].right_emu, shape.measure_emu - PT, shape.measure_emu + PT);
  assert_true(paragraph->lines[last].left_emu > 0);
  paragraph_free(paragraph);
}

static void numbers_and_latin_keep_their_order_in_arabic(void **state) {
  /* In the line the number stands left of the word before it, its digits from left to right. */
  static const char TEXT[] = "\xd9\x85\xd8\xa7\xd8\xb1\xd8\xb3 2024";
  ParagraphShape shape = shape_of(120 * MM);
  shape.language = "ar";
  Paragraph *paragraph = set_plain(*state, TEXT, &shape);
  const ParagraphLine *line = &paragraph->lines[0];
  const ParagraphPiece *piece = &line->pieces[0];
  const ParagraphRun *word = &piece->runs[0], *number = &piece->runs[piece->run_count - 1];
  const RunGlyph *digits = number->glyphs + number->glyph_count - 4;
  assert_true(digits[0].x_emu < digits[1].x_emu && digits[1].x_emu < digits[3].x_emu);
  assert_true(digits[3].x_emu < word->glyphs[0].x_emu);
  assert_sound(paragraph, &shape, TEXT);
  paragraph_free(paragraph);
}

/* ---- Tabs ---- */

static void labels_hang_and_the_text_is_aligned(void **state) {
  static const char TEXT[] =
      "(a)\tThe participating States reaffirmed their commitment to fair recruitment, and "
      "acknowledged the considerable progress that had been made.";
  ParagraphShape shape = shape_of(80 * MM);
  shape.indent_start_emu = 24 * PT;
  shape.indent_first_emu = -24 * PT;
  ParagraphSpan spans[] = {span_of(0, 4, 1), span_of(4, strlen(TEXT), 2)};
  ParagraphText text = {.utf8 = TEXT, .length = strlen(TEXT), .spans = spans, .span_count = 2};
  Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &text, &shape);
  assert_true(paragraph->line_count > 2);
  assert_in_range(paragraph->lines[0].left_emu + 2 * PT, 0, 3 * PT); /* the bracket hangs a little */
  assert_in_range(paragraph->lines[0].pieces[1].left_emu, 24 * PT - 9, 24 * PT + 9);
  assert_in_range(paragraph->lines[1].left_emu, 24 * PT - PT, 24 * PT + 9);
  assert_pieces_cover(paragraph, strlen(TEXT));
  paragraph_free(paragraph);
}

static void stops_align_what_follows_them(void **state) {
  static const char TEXT[] = "Contents\t12";
  ParagraphTab tab = {.position_emu = 100 * MM, .kind = PARAGRAPH_TAB_END, .leader = PARAGRAPH_LEADER_DOTS};
  ParagraphShape shape = shape_of(100 * MM);
  shape.align = PARAGRAPH_ALIGN_START;
  shape.tabs = &tab;
  shape.tab_count = 1;
  Paragraph *paragraph = set_plain(*state, TEXT, &shape);
  assert_int_equal(paragraph->line_count, 1);
  assert_in_range(paragraph->lines[0].right_emu, 100 * MM - 20, 100 * MM + 20);
  assert_int_equal(paragraph->lines[0].ornament_count, 1);
  assert_int_equal(paragraph->lines[0].ornaments[0].kind, PARAGRAPH_ORNAMENT_DOTS);
  char *drawn = drawn_text(paragraph);
  assert_string_equal(drawn, "Contents 12");
  g_free(drawn);
  paragraph_free(paragraph);
}

/* ---- What is told ---- */

static void centre_and_decimal_stops_align_too(void **state) {
  ParagraphTab tabs[] = {{.position_emu = 60 * MM, .kind = PARAGRAPH_TAB_CENTRE},
                         {.position_emu = 120 * MM, .kind = PARAGRAPH_TAB_DECIMAL}};
  ParagraphShape shape = shape_of(160 * MM);
  shape.align = PARAGRAPH_ALIGN_START;
  shape.tabs = tabs;
  shape.tab_count = 2;
  static const char TEXT[] = "x\tmiddle\t1234.5";
  ParagraphSpan spans[] = {span_of(0, 2, 1), span_of(2, 9, 2), span_of(9, 13, 3), span_of(13, 15, 4)};
  ParagraphText text = {.utf8 = TEXT, .length = 15, .spans = spans, .span_count = 4};
  Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &text, &shape);
  const ParagraphPiece *pieces = paragraph->lines[0].pieces;
  assert_int_equal(paragraph->lines[0].piece_count, 4);
  int32_t word_end = pieces[1].runs[0].glyphs[6].x_emu; /* the tab behind it */
  assert_in_range((pieces[1].left_emu + word_end) / 2, 60 * MM - 20, 60 * MM + 20);
  assert_in_range(pieces[3].left_emu, 120 * MM - 20, 120 * MM + 20);
  paragraph_free(paragraph);
}

static void widths_are_those_of_words_and_lines(void **state) {
  static const char TEXT[] = "a cooperation b";
  ParagraphSpan span = span_of(0, 15, 1);
  ParagraphText text = {.utf8 = TEXT, .length = 15, .spans = &span, .span_count = 1};
  ParagraphShape shape = shape_of(100 * MM);
  int32_t least = 0, natural = 0;
  paragraph_widths(((Case *)*state)->typesetter, &text, &shape, &least, &natural);
  shape.measure_emu = natural + 1;
  Paragraph *paragraph = set_plain(*state, TEXT, &shape);
  assert_int_equal(paragraph->line_count, 1);
  paragraph_free(paragraph);
  assert_in_range(least, 1, natural - 1);
  shape.measure_emu = least + 1;
  shape.align = PARAGRAPH_ALIGN_START;
  shape.hyphenate = false;
  paragraph = set_plain(*state, TEXT, &shape);
  assert_int_equal(paragraph->line_count, 3);
  assert_false(paragraph->overfull);
  paragraph_free(paragraph);
}

static void missing_characters_are_told_and_leave_no_notdef(void **state) {
  static const char TEXT[] = "a\xf4\x8f\xbf\xbd"
                             "b \xe1\x9a\xa0"; /* a private character, a rune */
  ParagraphShape shape = shape_of(100 * MM);
  Paragraph *paragraph = set_plain(*state, TEXT, &shape);
  assert_true(paragraph->missing_count >= 1);
  assert_int_equal(paragraph->missing[0].character, 0x10fffd);
  assert_int_equal(paragraph->missing[0].offset, 1);
  assert_null(paragraph->missing[0].substitute);
  for (size_t k = 0; k < paragraph->lines[0].pieces[0].run_count; k++) {
    const ParagraphRun *run = &paragraph->lines[0].pieces[0].runs[k];
    for (uint32_t i = 0; i < run->glyph_count; i++)
      assert_int_not_equal(run->glyphs[i].id, 0);
  }
  assert_sound(paragraph, &shape, TEXT);
  paragraph_free(paragraph);
}

/* cairo would refuse to draw anything more. */
static void what_is_no_character_does_not_end_the_drawing(void **state) {
  static const char TEXT[] = "a\xef\xbf\xbe\xef\xb7\x90\xf0\x9f\xbf\xbe"
                             "b";
  ParagraphShape shape = shape_of(100 * MM);
  Paragraph *paragraph = set_plain(*state, TEXT, &shape);
  assert_pieces_cover(paragraph, strlen(TEXT));
  cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cairo = cairo_create(surface);
  paragraph_piece_draw(&paragraph->lines[0].pieces[0], cairo, 0, 0);
  assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  paragraph_free(paragraph);
}

static void heaps_of_marks_stay_whole(void **state) {
  GString *text = g_string_new("a");
  for (int i = 0; i < 50000; i++)
    g_string_append(text, "\xcc\x81");
  g_string_append(text, " end");
  ParagraphShape shape = shape_of(100 * MM);
  Paragraph *paragraph = set_plain(*state, text->str, &shape);
  assert_runs_are_whole(paragraph);
  assert_pieces_cover(paragraph, text->len);
  paragraph_free(paragraph);
  g_string_free(text, TRUE);
}

static void hostile_texts_take_linear_time(void **state) {
  /* A search that looked back over all of these would not end within the suite's patience. */
  static const char *const PARTS[] = {"\xe2\x80\x8b", "a\xe2\x80\x8b", "/", "a ",      " ",
                                      "\t",           "\xe2\x80\xa8",  "-", "\xc2\xad"};
  for (size_t p = 0; p < G_N_ELEMENTS(PARTS); p++) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 20000; i++)
      g_string_append(text, PARTS[p]);
    for (int size = 0; size < 2; size++) {
      ParagraphSpan span = span_of(0, text->len, 1);
      span.size_emu = size ? 11 * PT : 1;
      ParagraphText styled = {.utf8 = text->str, .length = text->len, .spans = &span, .span_count = 1};
      ParagraphShape shape = shape_of(100 * MM);
      Paragraph *paragraph = paragraph_set(((Case *)*state)->typesetter, &styled, &shape);
      assert_pieces_cover(paragraph, text->len);
      paragraph_free(paragraph);
    }
    g_string_free(text, TRUE);
  }
}

int main(void) {
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest cases[] = {
      CASE(every_script_stays_inside_and_whole),
      CASE(scripts_without_spaces_break_between_words),
      CASE(justified_lines_end_at_the_measure),
      CASE(ragged_lines_end_before_it),
      CASE(hyphens_are_in_the_text_as_soft_hyphens),
      CASE(drafts_own_soft_hyphens_are_used),
      CASE(acronyms_names_addresses_and_numbers_stay_whole),
      CASE(long_words_never_leave_the_measure),
      CASE(a_cluster_wider_than_the_line_stands_there),
      CASE(empty_and_white_texts_have_lines),
      CASE(white_and_soft_hyphens_at_odd_places_are_not_lost),
      CASE(forced_lines_are_not_stretched),
      CASE(titles_are_balanced),
      CASE(a_paragraph_can_be_set_looser_or_tighter),
      CASE(the_same_text_gives_the_same_lines),
      CASE(mixed_styles_come_out_as_pieces_of_their_tags),
      CASE(case_changes_the_glyphs_and_keeps_the_text),
      CASE(objects_stand_in_the_line_and_open_it),
      CASE(superscripts_do_not_open_the_line),
      CASE(arabic_is_drawn_in_logical_order_from_the_right),
      CASE(numbers_and_latin_keep_their_order_in_arabic),
      CASE(labels_hang_and_the_text_is_aligned),
      CASE(stops_align_what_follows_them),
      CASE(centre_and_decimal_stops_align_too),
      CASE(widths_are_those_of_words_and_lines),
      CASE(missing_characters_are_told_and_leave_no_notdef),
      CASE(what_is_no_character_does_not_end_the_drawing),
      CASE(heaps_of_marks_stay_whole),
      CASE(hostile_texts_take_linear_time),
  };
  return cmocka_run_group_tests(cases, NULL, NULL);
}
