/* Folding, likeness, the letterhead's wordings, page numbers, dates, scripts. */
#include "config.h"

#include "drafting.h"

#include "statement/dates.h"
#include "statement/fold.h"
#include "statement/furniture.h"
#include "statement/match.h"
#include "statement/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

static void folding(void **state) {
  (void)state;
  static const char *const folds[][2] = {
      {"The Bali Process", "bali process"},
      {"**THE BALI  PROCESS**", "bali process"},
      {"Bali–Process, the", "bali process"},
      {"on the People of the", "on people of"},
      {"Theatre", "theatre"},
      {"Page 12 of 3", "page 00 of 0"},
      {"ｆｕｌｌ ﬁne", "full fine"},
      {"عَمَلِيّة بالـي", "عملية بالي"},
      {"به‌صورت", "بهصورت"},
      {"  ", ""},
      {"the", ""},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(folds); i++) {
    char *folded = lp_fold(folds[i][0]);
    assert_string_equal(folded, folds[i][1]);
    g_free(folded);
  }
}

static void likeness(void **state) {
  (void)state;
  assert_int_equal(lp_similarity("bali process", "bali process", 850), 1000);
  assert_int_equal(lp_similarity("bali process", "bali proces", 850), 917);
  assert_int_equal(lp_similarity("bali prozess", "bali process", 850), 917);
  assert_true(lp_similarity("bali process", "bali protests", 850) < 850);
  assert_int_equal(lp_similarity("abcd", "abdc", 500), 500);
  assert_int_equal(lp_similarity("", "", 850), 1000);
  assert_int_equal(lp_similarity("", "a", 850), 0);
  assert_int_equal(lp_similarity("บาหลี", "บาหล", 750), 800); /* characters, not bytes */
}

static void wordings(void **state) {
  Drafting *drafting = *state;
  static const struct {
    const char *line, *language;
    LpMatchKind kind;
  } lines[] = {
      {"The Bali Process", "en", LP_MATCH_NAME},
      {"THE BALI PROCES", "en", LP_MATCH_NAME},
      {"Proses Bali", "id", LP_MATCH_NAME},
      {"กระบวนการบาหลี", "th", LP_MATCH_NAME},
      {"عملية بالي", "ar", LP_MATCH_NAME},
      {"on People Smuggling, Trafficking in Persons and Related Transnational Crime", "en", LP_MATCH_TAGLINE},
      {"on People Smuggling, Trafficking and Related Transnational Crime", "en", LP_MATCH_TAGLINE},
      {"mengenai Penyelundupan Manusia, Perdagangan Orang, dan Kejahatan Lintas Negara Terkait", "id",
       LP_MATCH_TAGLINE},
      {"The Bali Process on People Smuggling, Trafficking in Persons and Related Transnational Crime", "en",
       LP_MATCH_BOTH},
      {"Bali Process Regional process against people smuggling and trafficking in persons", "en",
       LP_MATCH_BOTH},
      {"लोगों की तस्करी, मानव दुर्व्यापार और संबंधित पारराष्ट्रीय अपराध पर बाली प्रक्रिया", "hi", LP_MATCH_BOTH},
      {"The Bali Process was mentioned by several speakers as a place where such questions can be raised", "",
       LP_MATCH_NONE},
      {"The Bali Process Regional Support Office", "", LP_MATCH_NONE},
      {"Co-Chairs' Statement", "", LP_MATCH_NONE},
      {"Bali", "", LP_MATCH_NONE},
      {"", "", LP_MATCH_NONE},
  };
  LpMatcher *matcher = lp_matcher_new(drafting->definition);
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    LpMatch match = lp_matcher_line(matcher, lines[i].line);
    if (match.kind != lines[i].kind || strcmp(match.language, lines[i].language) != 0)
      fail_msg("“%s”: %d in “%s”", lines[i].line, match.kind, match.language);
  }
  lp_matcher_free(matcher);
}

static void page_numbers(void **state) {
  Drafting *drafting = *state;
  static const struct {
    const char *line;
    int32_t page, pages;
    bool is_explicit;
  } lines[] = {
      {"3", 3, 0, false},
      {"   12  ", 12, 0, false},
      {"- 3 -", 3, 0, true},
      {"– 3 –", 3, 0, true},
      {"3/7", 3, 7, true},
      {"Page 3 of 7", 3, 7, true},
      {"page 3", 3, 0, true},
      {"Halaman 3 dari 7", 3, 7, true},
      {"第 3 页，共 7 页", 3, 7, true},
      {"หน้า ๓ จาก ๗", 3, 7, true},
      {"Page 7 of 3", 0, 0, false},
      {"3 7", 0, 0, false},
      {"0", 0, 0, false},
      {"Article 3", 0, 0, false},
      {"18.30", 0, 0, false},
      {"Seven", 0, 0, false},
      {"1 2 3", 0, 0, false},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    LpPageNumber number = lp_page_number(drafting->definition, lines[i].line);
    if (number.page != lines[i].page || (number.page && number.pages != lines[i].pages) ||
        (number.page && number.is_explicit != lines[i].is_explicit))
      fail_msg("“%s”: %d of %d", lines[i].line, (int)number.page, (int)number.pages);
  }
}

static void dates(void **state) {
  Drafting *drafting = *state;
  static const struct {
    const char *line, *place, *date; /* date NULL: it is none */
  } lines[] = {
      {"12 March 2024", "", "12 March 2024"},
      {"10 November, 2020", "", "10 November, 2020"},
      {"10-11 November 2020", "", "10-11 November 2020"},
      {"30 June to 2 July 2021", "", "30 June to 2 July 2021"},
      {"March 2024", "", "March 2024"},
      {"2024-03-12", "", "2024-03-12"},
      {"12/03/2024", "", "12/03/2024"},
      {"Port Amrita, 19 September 2022", "Port Amrita", "19 September 2022"},
      {"Lembah Biru, Serunia, 17 April 2025", "Lembah Biru, Serunia", "17 April 2025"},
      {"Ngày 12 tháng 3 năm 2024", "", "Ngày 12 tháng 3 năm 2024"},
      {"12 mars 2024", "", "12 mars 2024"},
      {"1 de janeiro de 2024", "", "1 de janeiro de 2024"},
      {"12 มีนาคม 2567", "", "12 มีนาคม 2567"},
      {"ថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០២៤", "", "ថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០២៤"},
      {"2024年3月12日", "", "2024年3月12日"},
      {"۱۲ مارس ۲۰۲۴", "", "۱۲ مارس ۲۰۲۴"},
      {"Forward Work Plan 2020", "", NULL},
      {"Workshop 3 of March 2024", "", NULL},
      {"The meeting was held on 12 March 2024", "", NULL},
      {"Done at Lembah Biru on 17 April 2025.", "", NULL},
      {"Co-Chairs' Statement", "", NULL},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    size_t place;
    const char *date;
    bool is = lp_line_is_date(drafting->definition, lines[i].line, &place, &date);
    if (is != (lines[i].date != NULL))
      fail_msg("“%s” is %s date", lines[i].line, is ? "a" : "no");
    if (!is)
      continue;
    assert_string_equal(date, lines[i].date);
    assert_int_equal(place, strlen(lines[i].place));
  }
}

static void scripts(void **state) {
  (void)state;
  static const char *const texts[][2] = {{"The meeting", "Latn"},
                                         {"การประชุม ASEAN", "Thai"},
                                         {"公平招聘", "Hani"},
                                         {"日本の外務省が", "Hira"},
                                         {"عقد فريق", "Arab"}};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    LpScriptCount count = {0};
    lp_script_count(&count, texts[i][0], strlen(texts[i][0]));
    assert_string_equal(lp_script_most(&count), texts[i][1]);
  }
  LpScriptCount none = {0};
  lp_script_count(&none, "12 (3)", 6);
  assert_null(lp_script_most(&none));
  assert_true(lp_script_fits("Hani", "zh-TW"));
  assert_true(lp_script_fits("Hani", "ja"));
  assert_false(lp_script_fits("Thai", "en-US"));
  assert_true(lp_script_fits(NULL, "en"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, drafting_set_up, drafting_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folding), cmocka_unit_test(likeness), CASE(wordings), CASE(page_numbers), CASE(dates),
      cmocka_unit_test(scripts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
