/* The fonts of plugins/pdf: groups, faces, coverage. */
#include "config.h"

#include "font/coverage.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char
    *const LATIN[] = {"Gentium Book Plus", "Liberation Serif", NULL},
           *const ARAB[] = {"No Such Family", "noto naskh arabic", NULL},
           *const URDU[] = {"Noto Nastaliq Urdu", NULL}, *const MYMR[] = {"Noto Serif Myanmar", NULL},
           *const THAI[] = {"Noto Serif Thai", NULL}, *const HANS[] = {"Noto Serif CJK SC", NULL},
           *const HANT[] = {"Noto Serif CJK TC", NULL}, *const JPAN[] = {"Noto Serif CJK JP", NULL};
static const FontGroup GROUPS[] = {
    {.script = "Latn", .families = LATIN, .hyphenate = true},
    {.script = "Arab", .families = ARAB, .scale = 1.12, .upright = true},
    {.script = "Arab", .language = "ur", .families = URDU, .leading = 1.9},
    {.script = "Mymr", .families = MYMR},
    {.script = "Thai", .families = THAI, .scale = 1.1},
    {.script = "Hans", .families = HANS},
    {.script = "Hant", .families = HANT},
    {.script = "Jpan", .families = JPAN},
};

static int set_up(void **state) {
  *state = font_configuration_new(GROUPS, G_N_ELEMENTS(GROUPS));
  return *state ? 0 : -1;
}

static int tear_down(void **state) {
  font_configuration_free(*state);
  return 0;
}

static void groups_are_found_by_script_and_language(void **state) {
  static const struct {
    const char *script, *language, *group, *group_language;
  } EXPECTED[] = {
      {"Latn", "en", "Latn", NULL},         {"Arab", "ar", "Arab", NULL}, {"Arab", "ur-PK", "Arab", "ur"},
      {"Arab", "uro", "Arab", NULL},        {"Hani", "zh", "Hans", NULL}, {"Hani", "zh-TW", "Hant", NULL},
      {"Hani", "zh-Hant-HK", "Hant", NULL}, {"Hani", "ja", "Jpan", NULL}, {"Kana", NULL, "Jpan", NULL},
      {"Hani", NULL, "Hans", NULL},         {"Cyrl", "ru", "Latn", NULL}};
  for (size_t i = 0; i < G_N_ELEMENTS(EXPECTED); i++) {
    const FontGroup *group = font_group_for(*state, EXPECTED[i].script, EXPECTED[i].language);
    assert_string_equal(group->script, EXPECTED[i].group);
    if (EXPECTED[i].group_language)
      assert_string_equal(group->language, EXPECTED[i].group_language);
    else
      assert_null(group->language);
  }
}

static void factors_default_to_one(void **state) {
  const FontGroup *group = font_group_for(*state, "Latn", NULL);
  assert_true(group->scale == 1 && group->leading == 1);
  assert_true(font_group_for(*state, "Arab", "ur")->leading == 1.9);
}

static void the_first_installed_family_is_taken(void **state) {
  assert_string_equal(font_group_family(*state, font_group_for(*state, "Latn", NULL)), "Gentium Book Plus");
  assert_string_equal(font_group_family(*state, font_group_for(*state, "Arab", NULL)), "Noto Naskh Arabic");
}

static Face *face_for(FontConfiguration *fonts, const char *script, const char *language, bool bold,
                      bool italic, uint32_t character, FaceVerdict *verdict) {
  const FontGroup *group = font_group_for(fonts, script, language);
  FaceChoice choice =
      font_choose(fonts, font_chain(fonts, group, NULL, bold, italic), language, &character, 1);
  if (verdict)
    *verdict = choice.verdict;
  return choice.face;
}

static const char *file_of(const Face *face) {
  FcChar8 *file = NULL;
  assert_int_equal(FcPatternGetString(face->pattern, FC_FILE, 0, &file), FcResultMatch);
  return (const char *)file;
}

static void styles_have_their_true_faces(void **state) {
  static const char *const FILES[] = {"-Regular.ttf", "-Bold.ttf", "-Italic.ttf", "-BoldItalic.ttf"};
  for (unsigned style = 0; style < 4; style++) {
    Face *face = face_for(*state, "Latn", "en", style & 1, style & 2, 'a', NULL);
    assert_true(g_str_has_suffix(file_of(face), FILES[style]));
  }
}

static void upright_scripts_have_no_italic(void **state) {
  Face *upright = face_for(*state, "Arab", "ar", false, false, 0x628, NULL);
  Face *italic = face_for(*state, "Arab", "ar", false, true, 0x628, NULL);
  assert_ptr_equal(upright, italic);
  /* Nor do the digits that come from the Latin face. */
  assert_ptr_equal(face_for(*state, "Arab", "ar", false, true, '(', NULL),
                   face_for(*state, "Latn", "en", false, false, '(', NULL));
}

/* Two faces of Debian 12 claim a regular weight and are bold. */
static void regular_text_is_never_bold(void **state) {
  static const struct {
    const char *script, *language;
    uint32_t character;
  } TEXTS[] = {{"Mymr", "my", 0x1000}, {"Arab", "ur", 0x628},  {"Arab", "ar", 0x628},
               {"Thai", "th", 0xe01},  {"Hani", "zh", 0x4e00}, {"Latn", "en", 'a'}};
  for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++) {
    for (int italic = 0; italic < 2; italic++) {
      Face *face =
          face_for(*state, TEXTS[i].script, TEXTS[i].language, false, italic, TEXTS[i].character, NULL);
      assert_non_null(face);
      assert_null(strstr(file_of(face), "Bold"));
    }
  }
}

static void latin_families_lend_what_others_lack(void **state) {
  FaceVerdict verdict = FACE_MISSING;
  Face *face = face_for(*state, "Thai", "th", false, false, '7', &verdict);
  assert_int_equal(verdict, FACE_WANTED);
  assert_string_equal(face->family, "Gentium Book Plus");
}

static void others_are_substituted_and_named(void **state) {
  FaceVerdict verdict = FACE_WANTED;
  Face *face = face_for(*state, "Geor", "ka", false, false, 0x10d0, &verdict);
  assert_int_equal(verdict, FACE_SUBSTITUTED);
  assert_true(face_covers(face, 0x10d0));
  face_for(*state, "Latn", "en", false, false, 0x10fffd, &verdict);
  assert_int_equal(verdict, FACE_MISSING);
}

static void marks_are_covered_when_they_compose(void **state) {
  const uint32_t cluster[] = {'e', 0x302, 0x301};
  const FontGroup *group = font_group_for(*state, "Latn", "vi");
  FaceChoice choice = font_choose(*state, font_chain(*state, group, NULL, false, false), "vi", cluster, 3);
  assert_int_equal(choice.verdict, FACE_WANTED);
}

static void drafts_families_come_first_and_have_aliases(void **state) {
  static const char *const ASKED[] = {"Times New Roman", NULL}, *const UNKNOWN[] = {"No Such Family", NULL};
  const FontGroup *group = font_group_for(*state, "Latn", "en");
  FaceLink link = font_chain_link(*state, font_chain(*state, group, ASKED, false, false), 0);
  assert_string_equal(link.face->family, "Liberation Serif");
  link = font_chain_link(*state, font_chain(*state, group, UNKNOWN, false, false), 0);
  assert_string_equal(link.face->family, "Gentium Book Plus");
}

static void without_groups_there_is_a_font(void **state) {
  (void)state;
  FontConfiguration *fonts = font_configuration_new(NULL, 0);
  assert_non_null(fonts);
  assert_non_null(face_for(fonts, "Latn", NULL, false, false, 'a', NULL));
  font_configuration_free(fonts);
}

int main(void) {
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest cases[] = {
      CASE(groups_are_found_by_script_and_language), CASE(factors_default_to_one),
      CASE(the_first_installed_family_is_taken),     CASE(styles_have_their_true_faces),
      CASE(upright_scripts_have_no_italic),          CASE(regular_text_is_never_bold),
      CASE(latin_families_lend_what_others_lack),    CASE(others_are_substituted_and_named),
      CASE(marks_are_covered_when_they_compose),     CASE(drafts_families_come_first_and_have_aliases),
      CASE(without_groups_there_is_a_font),
  };
  return cmocka_run_group_tests(cases, NULL, NULL);
}
