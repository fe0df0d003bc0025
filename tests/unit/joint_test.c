/* The rules by which two texts at a page's end are one sentence. */
#include "config.h"

#include "statement/joint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

typedef struct Case {
  const char *before, *after;
  LpJoint joint;
  const char *language; /* NULL: en */
  int32_t line_fill;
} Case;

static bool is_spelt(void *state, const char *word) {
  (void)state;
  return strcmp(word, "table-top") == 0;
}

static LpJoint joint_of(const Case *one) {
  LpJointQuestion question = {.before = one->before,
                              .after = one->after,
                              .language = one->language ? one->language : "en",
                              .may_join = true,
                              .is_running = true,
                              .line_fill = one->line_fill,
                              .is_spelt = is_spelt};
  return lp_joint(&question);
}

static const Case cases[] = {
    /* evidence */
    {"thanked members for their", "contributions and welcomed", LP_JOINT_SPACE, NULL, 0},
    {"comments be sent to the", "Secretariat by July", LP_JOINT_SPACE, NULL, 0},
    {"the Ministers of Serunia,", "Amrita and Lembah Biru", LP_JOINT_SPACE, NULL, 0},
    {"a long pause –", "And then the vote", LP_JOINT_SPACE, NULL, 0},
    {"the register (kept by the Office", "Manager) is public", LP_JOINT_SPACE, NULL, 0},
    {"she said “I was told", "Nothing” and left", LP_JOINT_SPACE, NULL, 0},
    {"was adopted by all states", ", but for one", LP_JOINT_SPACE, NULL, 0},
    {"mendengarkan paparan untuk", "Teknologi dalam perekrutan", LP_JOINT_SPACE, "id", 0},
    {"les représentants des", "États membres", LP_JOINT_SPACE, "fr", 0},
    /* no evidence */
    {"Members thanked the trainers", "Next steps", LP_JOINT_DOUBTFUL, NULL, 0},
    {"Members thanked the trainers", "Annex: list of devices", LP_JOINT_DOUBTFUL, NULL, 0},
    {"les représentants des", "États membres", LP_JOINT_APART, "en", 0}, /* three words, no list in English */
    {"Co-Chair", "Ministry", LP_JOINT_APART, NULL, 0},
    /* the first ends */
    {"thanked the trainers.", "next steps", LP_JOINT_APART, NULL, 0},
    {"the following points:", "how long", LP_JOINT_APART, NULL, 0},
    {"“That is all.”", "and so it was", LP_JOINT_APART, NULL, 0},
    {"(as agreed.)", "and so on", LP_JOINT_APART, NULL, 0},
    {"اتفق الأعضاء على ذلك؟", "وشكر الرئيسان", LP_JOINT_APART, "ar", 950},
    {"सदस्यों ने भाग लिया।", "और", LP_JOINT_APART, "hi", 950},
    {"代表出席了会议。", "共同主席", LP_JOINT_APART, "zh", 950},
    {"សមាជិកទាំងអស់។", "សហប្រធាន", LP_JOINT_APART, "km", 950},
    /* the second begins something */
    {"the state that decides on the", "(b) second", LP_JOINT_DOUBTFUL, NULL, 0},
    {"the state that decides on the", "2. second", LP_JOINT_DOUBTFUL, NULL, 0},
    {"the state that decides on the", "- second", LP_JOINT_DOUBTFUL, NULL, 0},
    {"the state that decides on the", "iv) second", LP_JOINT_DOUBTFUL, NULL, 0},
    {"the state that decides on the", "“Secretariat", LP_JOINT_DOUBTFUL, NULL, 0},
    {"the Regional Support Office and the", "(RSO) noted", LP_JOINT_SPACE, NULL, 0}, /* no item: an acronym */
    {"will be held before the end of", "2024. Members agreed", LP_JOINT_SPACE, NULL, 0}, /* a year */
    /* hyphens */
    {"and this know-", "ledge lasts longer", LP_JOINT_HYPHEN_GOES, NULL, 0},
    {"the meeting was co-", "chaired by two", LP_JOINT_CLOSE, NULL, 0},
    {"during the COVID-", "19 pandemic", LP_JOINT_CLOSE, NULL, 0},
    {"a long-", "term plan", LP_JOINT_CLOSE, NULL, 0},
    {"an evidence-", "based answer", LP_JOINT_CLOSE, NULL, 0},
    {"host a table-", "top exercise", LP_JOINT_CLOSE, NULL, 0}, /* spelt so elsewhere */
    {"the Asia-", "Pacific region", LP_JOINT_CLOSE, NULL, 0},
    {"the plan - or rather -", "the draft", LP_JOINT_SPACE, NULL, 0},
    {"hyphen\u00AD", "ation", LP_JOINT_HYPHEN_GOES, NULL, 0},
    {"setiap anak-", "anak di desa", LP_JOINT_CLOSE, "id", 0},
    {"every anak-", "anak here", LP_JOINT_HYPHEN_GOES, "en", 0},
    /* scripts without case */
    {"สมาชิกได้หารือเรื่องการจัดหางานที่เป็น", "ธรรมและรับฟัง", LP_JOINT_CLOSE, "th", 950},
    {"สมาชิกได้หารือเรื่องการจัดหางานที่เป็น", "ธรรมและรับฟัง", LP_JOINT_DOUBTFUL, "th", 0},
    {"ناقش الأعضاء سبل حماية العمال", "المهاجرين من الاستغلال", LP_JOINT_SPACE, "ar", 950},
    {"ناقش الأعضاء سبل حماية العمال", "المهاجرين من الاستغلال", LP_JOINT_DOUBTFUL, "ar", 400},
    {"واتفق الأعضاء على", "تعزيز التعاون", LP_JOINT_SPACE, "ar", 0}, /* a preposition */
    {"成员讨论了保护移徙工人的", "问题，并听取了介绍", LP_JOINT_CLOSE, "zh", 950},
};

static void the_table_of_joints(void **state) {
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    LpJoint joint = joint_of(&cases[i]);
    if (joint != cases[i].joint)
      fail_msg("“%s” + “%s”: %d, not %d", cases[i].before, cases[i].after, joint, cases[i].joint);
  }
}

static void what_surrounds_the_texts(void **state) {
  (void)state;
  LpJointQuestion question = {.before = "Members stressed that return is",
                              .after = "possible in all cases",
                              .language = "en",
                              .may_join = true,
                              .is_running = true};
  assert_int_equal(lp_joint(&question), LP_JOINT_SPACE);
  question.may_join = false; /* of two kinds or levels */
  assert_int_equal(lp_joint(&question), LP_JOINT_DOUBTFUL);
  question.in_list = true; /* items often end without a full stop */
  assert_int_equal(lp_joint(&question), LP_JOINT_APART);
  question = (LpJointQuestion){.before = "As the figures show in Table",
                               .after = "Airport",
                               .language = "en",
                               .looks_headed = true,
                               .is_running = true};
  assert_int_equal(lp_joint(&question), LP_JOINT_DOUBTFUL);
  question.is_running = false; /* the title block is no cut sentence */
  assert_int_equal(lp_joint(&question), LP_JOINT_APART);
  question = (LpJointQuestion){.before = "return Must Be",
                               .after = "Voluntary",
                               .language = "en",
                               .may_join = true,
                               .runs_in_bold = true,
                               .is_running = true};
  assert_int_equal(lp_joint(&question), LP_JOINT_SPACE);
}

static void marks_of_items(void **state) {
  (void)state;
  static const char *const items[] = {"(a) x",   "a) x",  "1. x", "12. x", "2.3. x",
                                      "(iii) x", "IV. x", "• x",  "– x",   "(ก) x"};
  static const char *const texts[] = {"(RSO) x", "2024. x",   "e.g. x",  "the. x",
                                      "-x",      "(see 1) x", "18.30 x", ""};
  for (size_t i = 0; i < G_N_ELEMENTS(items); i++)
    if (!lp_text_begins_item(items[i]))
      fail_msg("%s is no item", items[i]);
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    if (lp_text_begins_item(texts[i]))
      fail_msg("%s is an item", texts[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_table_of_joints),
      cmocka_unit_test(what_surrounds_the_texts),
      cmocka_unit_test(marks_of_items),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
