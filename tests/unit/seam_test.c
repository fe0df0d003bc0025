/* Shaping once and slicing at white space gives the glyphs and places of PangoLayout, which shapes each line
 * anew. */
#include "config.h"

#include "paragraph/pieces.h"

#include <pango/pangocairo.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PT = 12700, MM = 36000 };

typedef struct Sample {
  const char *script, *language, *family, *text;
} Sample;

static const Sample SAMPLES[] = {
    {"Latn", "en", "Gentium Book Plus",
     "The Co-Chairs thanked the first office for its efficient work. AVATAR, Toulouse, Yverdon, Vaduz: “To "
     "Work”, "
     "wherever it is, offers difficult but sufficient fjord affinities; waffle, Tokyo, LTD. To Vote is to "
     "Act."},
    {"Latn", "vi", "Liberation Serif",
     "Nhóm công tác đã tổ chức cuộc họp lần thứ ba vào ngày 12 tháng 3 năm 2024 theo hình thức trực tuyến, "
     "với sự "
     "tham dự của đại diện từ 24 quốc gia và ba tổ chức quốc tế."},
    {"Arab", "ar", "Noto Naskh Arabic",
     "عقد فريق العمل اجتماعه الثالث في مارس عبر الإنترنت، وشارك فيه ممثلون عن دولة ومنظمات دولية. رحب "
     "الرئيسان المشاركان "
     "بجميع الحاضرين، وأكدا أهمية تبادل المعلومات والخبرات بين الأعضاء الذين لا يزالون يتعاونون."},
    {"Arab", "ar", "Noto Naskh Arabic",
     "عقد فريق العمل اجتماعه الثالث في 12 مارس 2024 عبر الإنترنت وشارك فيه ممثلون عن 24 دولة "
     "و3 منظمات."},
    {"Deva", "hi", "Noto Serif Devanagari",
     "कार्य समूह ने अपनी तीसरी बैठक मार्च को ऑनलाइन आयोजित की, जिसमें देशों और अंतरराष्ट्रीय संगठनों के प्रतिनिधियों ने भाग "
     "लिया। "
     "सह-अध्यक्षों ने सभी प्रतिभागियों का स्वागत किया और सूचना के आदान-प्रदान के महत्व पर बल दिया।"},
    {"Thai", "th", "Noto Serif Thai",
     "คณะทำงานได้จัดการประชุมครั้งที่สามเมื่อวันที่ มีนาคม ผ่านระบบออนไลน์ โดยมีผู้แทนจากประเทศและองค์การระหว่างประเทศเข้าร่วม "
     "ประธานร่วมได้ต้อนรับผู้เข้าร่วมประชุมทุกท่าน"},
    {"Khmr", "km", "Noto Serif Khmer",
     "ក្រុមការងារបានរៀបចំកិច្ចប្រជុំលើកទីបី នៅថ្ងៃទី១២ ខែមីនា តាមប្រព័ន្ធអនឡាញ អ្នកតំណាងមកពីប្រទេសចំនួន២៤ និងអង្គការអន្តរជាតិចំនួន៣ "
     "បានចូលរួម។"},
    {"Mymr", "my", "Padauk Book",
     "လုပ်ငန်းအဖွဲ့၏ တတိယအကြိမ် အစည်းအဝေးကို မတ်လ ၁၂ ရက်နေ့တွင် အွန်လိုင်းမှ ကျင်းပခဲ့သည်။ နိုင်ငံပေါင်း ၂၄ နိုင်ငံနှင့် နိုင်ငံတကာအဖွဲ့အစည်း "
     "၃ ခုမှ ကိုယ်စားလှယ်များ တက်ရောက်ခဲ့ကြသည်။"},
    {"Hans", "zh-cn", "Noto Serif CJK SC",
     "工作组第三次会议于三月十二日以视频方式举行。来自各个国家和三个国际组织的代表出席了会议。共同主席欢迎各"
     "位与会代表，并强调成员之间"
     "交流信息和经验的重要性。"},
};

/* ---- Glyphs of a line, without white space ---- */

typedef struct Mark {
  uint32_t id;
  int32_t x_emu;
} Mark;

static int compare_marks(const void *one, const void *other) {
  const Mark *a = one, *b = other;
  if (a->id != b->id)
    return a->id < b->id ? -1 : 1;
  return a->x_emu < b->x_emu ? -1 : a->x_emu > b->x_emu;
}

static bool is_blank(uint32_t c) {
  return c == ' ' || c == 0x200b || c == 0x2028;
}

static GArray *our_marks(const ParagraphLine *line) {
  GArray *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
  for (size_t k = 0; k < line->piece_count; k++) {
    for (size_t r = 0; r < line->pieces[k].run_count; r++) {
      const ParagraphRun *run = &line->pieces[k].runs[r];
      const char *text = run->text;
      const RunGlyph *glyph = run->glyphs;
      for (uint32_t c = 0; c < run->cluster_count; c++) {
        for (uint16_t i = 0; i < run->clusters[c].glyphs; i++, glyph++) {
          Mark mark = {glyph->id, glyph->x_emu};
          if (!is_blank(g_utf8_get_char(text)))
            g_array_append_val(marks, mark);
        }
        text += run->clusters[c].bytes;
      }
    }
  }
  return marks;
}

static GArray *pango_marks(PangoLayoutLine *line, const char *text) {
  GArray *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
  int x = 0;
  for (GSList *at = line->runs; at; at = at->next) {
    const PangoGlyphItem *run = at->data;
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
      const PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
      double x_pt = (x + glyph->geometry.x_offset) / (double)PANGO_SCALE;
      Mark mark = {glyph->glyph, (int32_t)(x_pt * PT)};
      x += glyph->geometry.width;
      const char *source = text + run->item->offset + run->glyphs->log_clusters[i];
      if (!is_blank(g_utf8_get_char(source)) && !(glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        g_array_append_val(marks, mark);
    }
  }
  return marks;
}

static void sort_from_left(GArray *marks) {
  int32_t left = INT32_MAX;
  for (guint i = 0; i < marks->len; i++)
    left = MIN(left, g_array_index(marks, Mark, i).x_emu);
  for (guint i = 0; i < marks->len; i++)
    g_array_index(marks, Mark, i).x_emu -= left;
  g_array_sort(marks, compare_marks);
}

static void assert_same(GArray *ours, GArray *theirs) {
  sort_from_left(ours);
  sort_from_left(theirs);
  assert_int_equal(ours->len, theirs->len);
  for (guint i = 0; i < ours->len; i++) {
    const Mark *one = &g_array_index(ours, Mark, i), *other = &g_array_index(theirs, Mark, i);
    assert_int_equal(one->id, other->id);
    /* Pango rounds each advance to 1/1024 pt. */
    assert_in_range(abs(one->x_emu - other->x_emu), 0, 13 * ours->len + 13);
  }
  g_array_free(ours, TRUE);
  g_array_free(theirs, TRUE);
}

/* ---- The same lines by Pango ---- */

/* The text with a line separator wherever our lines end, in the place of white space if there is some. */
static char *with_breaks(const char *text, const Paragraph *paragraph) {
  GString *broken = g_string_new(NULL);
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    g_string_append_len(broken, text + line->start, (gssize)(line->end - line->start));
    if (i + 1 == paragraph->line_count)
      break;
    if (broken->str[broken->len - 1] == ' ')
      g_string_truncate(broken, broken->len - 1);
    g_string_append(broken, "\xe2\x80\xa8");
  }
  return g_string_free(broken, FALSE);
}

static PangoLayout *layout_of(const Sample *sample, const char *text) {
  PangoFontMap *map = pango_cairo_font_map_get_default();
  PangoContext *context = pango_font_map_create_context(map);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string(sample->language));
  PangoLayout *layout = pango_layout_new(context);
  g_object_unref(context);
  PangoFontDescription *font = pango_font_description_new();
  char *families = g_strconcat(sample->family, ",Liberation Serif", NULL);
  pango_font_description_set_family(font, families);
  g_free(families);
  pango_font_description_set_absolute_size(font, 11 * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_text(layout, text, -1);
  return layout;
}

static size_t compare_at(Typesetter *typesetter, const Sample *sample, int32_t measure) {
  size_t length = strlen(sample->text);
  ParagraphSpan span = {.end = length, .size_emu = 11 * PT, .weight = 400};
  ParagraphText text = {.utf8 = sample->text, .length = length, .spans = &span, .span_count = 1};
  ParagraphShape shape = {.align = PARAGRAPH_ALIGN_START,
                          .measure_emu = measure,
                          .size_emu = 11 * PT,
                          .leading_emu = 14 * PT,
                          .language = sample->language};
  Paragraph *paragraph = paragraph_set(typesetter, &text, &shape);
  char *broken = with_breaks(sample->text, paragraph);
  PangoLayout *layout = layout_of(sample, broken);
  size_t lines = paragraph->line_count;
  assert_int_equal(pango_layout_get_line_count(layout), lines);
  for (size_t i = 0; i < lines; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, (int)i);
    assert_same(our_marks(&paragraph->lines[i]), pango_marks(line, broken));
  }
  g_object_unref(layout);
  g_free(broken);
  paragraph_free(paragraph);
  return lines;
}

static void lines_have_the_glyphs_and_places_of_pango(void **state) {
  (void)state;
  static const char *const LATIN[] = {"Liberation Serif", NULL};
  for (size_t s = 0; s < G_N_ELEMENTS(SAMPLES); s++) {
    const char *const families[] = {SAMPLES[s].family, NULL};
    FontGroup groups[] = {{.script = SAMPLES[s].script, .families = families},
                          {.script = "Latn", .families = LATIN}};
    FontConfiguration *fonts = font_configuration_new(groups, 2);
    Typesetter *typesetter = typesetter_new(fonts);
    size_t lines = 0;
    for (int mm = 40; mm <= 180; mm += 5)
      lines += compare_at(typesetter, &SAMPLES[s], mm * MM);
    assert_true(lines > 40);
    typesetter_free(typesetter);
    font_configuration_free(fonts);
  }
}

int main(void) {
  const struct CMUnitTest cases[] = {cmocka_unit_test(lines_have_the_glyphs_and_places_of_pango)};
  int failed = cmocka_run_group_tests(cases, NULL, NULL);
  pango_cairo_font_map_set_default(NULL);
  FcFini();
  return failed;
}
