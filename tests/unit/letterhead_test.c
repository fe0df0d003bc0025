/* Letterheads: the built-in one, files with faults, the words of a language, values, dates, the emblem. */
#include "config.h"

#include "account/account.h"
#include "document/edit.h"
#include "letterhead/date.h"
#include "letterhead/definition.h"
#include "letterhead/emblem.h"
#include "letterhead/localise.h"
#include "letterhead/placeholders.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct World {
  LpAccount *account;
  LpDocument *document;
  LpDefinition *built_in;
} World;

static int set_up(void **state) {
  World *world = g_new0(World, 1);
  world->account = lp_account_new();
  world->document = lp_document_new(world->account);
  world->built_in = lp_definition_built_in(world->account);
  *state = world;
  return 0;
}

static int tear_down(void **state) {
  World *world = *state;
  lp_definition_free(world->built_in);
  lp_document_free(world->document);
  lp_account_free(world->account);
  g_free(world);
  return 0;
}

static uint8_t *beside(void *state, const char *name, size_t *n) {
  const char *const *file = state; /* name, contents, name, contents, NULL */
  for (; file && *file; file += 2)
    if (strcmp(*file, name) == 0) {
      *n = strlen(file[1]);
      uint8_t *bytes = malloc(*n + 1);
      memcpy(bytes, file[1], *n + 1);
      return bytes;
    }
  return NULL;
}

static LpDefinition *read_text(World *world, const char *text, const char *const *files) {
  return lp_definition_read("house.letterhead", text, strlen(text), beside, (void *)(uintptr_t)files,
                            world->account);
}

/* The finding of a code; fails the test if there is none. */
static const LpDiagnostic *finding(const World *world, const char *code) {
  for (size_t i = 0; i < lp_account_diagnostic_count(world->account); i++)
    if (strcmp(lp_account_diagnostic(world->account, i)->code, code) == 0)
      return lp_account_diagnostic(world->account, i);
  fail_msg("no finding %s", code);
  return NULL;
}

static const LpLetterhead *resolved(World *world, const LpDefinition *definition, const char *language) {
  LpOccasion occasion = {.language = language};
  return lp_letterhead_resolve(definition, world->document, &occasion);
}

/* ---- the built-in letterhead ---- */

static void the_tables_are_the_file(void **state) {
  World *world = *state;
  size_t n;
  const char *text = lp_built_in_keyfile(&n);
  size_t emblem_n;
  char *emblem = g_strndup(lp_built_in_emblem(&emblem_n), 100000);
  const char *files[] = {"emblem.svg", emblem, NULL};
  LpDefinition *read = lp_definition_read("bali-process.letterhead", text, n, beside, files, world->account);
  assert_non_null(read);
  assert_int_equal(lp_account_diagnostic_count(world->account), 0);
  assert_int_equal(read->group_count, world->built_in->group_count);
  for (size_t i = 0; i < read->group_count; i++) {
    const LpEntryGroup *a = &read->groups[i], *b = &world->built_in->groups[i];
    assert_string_equal(a->name, b->name);
    assert_int_equal(a->count, b->count);
    for (size_t k = 0; k < a->count; k++) {
      assert_string_equal(a->entries[k].key, b->entries[k].key);
      assert_string_equal(a->entries[k].locale, b->entries[k].locale);
      assert_string_equal(a->entries[k].value, b->entries[k].value);
    }
  }
  assert_int_equal(read->emblem.n, world->built_in->emblem.n);
  lp_definition_free(read);
  g_free(emblem);
}

/* What another letterhead leaves out comes from here: so nothing may be left out here. */
static void every_default_is_built_in(void **state) {
  World *world = *state;
  size_t count;
  const LpKey *keys = lp_keys(&count);
  for (size_t i = 0; i < count; i++) {
    if (keys[i].standard != LP_DEFAULT_BUILT_IN || strcmp(keys[i].group, "script") == 0 ||
        strcmp(keys[i].group, "style") == 0 || strcmp(keys[i].name, "first-day") == 0)
      continue;
    const char *group = strcmp(keys[i].group, "page") == 0 ? "page A4" : keys[i].group;
    if (!lp_definition_entry(world->built_in, group, keys[i].name, ""))
      fail_msg("[%s] %s is not built in", group, keys[i].name);
  }
}

static void the_numbers_of_the_design(void **state) {
  World *world = *state;
  const LpLetterhead *letterhead = resolved(world, world->built_in, "en");
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_WIDTH), 7560056);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_MARGIN_INNER), 1007999);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_FIRST_TEXT_TOP), 138 * 12700);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_FOLLOWING_SHOW), 1);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_SIGNATURE_COLUMNS), 2);
  assert_int_equal(lp_letterhead_colour(letterhead, LP_COLOUR_HEADING, false), 0x12395B);
  assert_int_equal(lp_letterhead_colour(letterhead, LP_COLOUR_PAPER, true), 0x12181E);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_RIGHT_TO_LEFT), 0);
}

static void another_paper(void **state) {
  World *world = *state;
  LpOccasion occasion = {.paper = "letter"};
  const LpLetterhead *letterhead = lp_letterhead_resolve(world->built_in, world->document, &occasion);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_WIDTH), 612 * 12700);
  occasion.paper = "Foolscap";
  lp_letterhead_resolve(world->built_in, world->document, &occasion);
  assert_int_equal(lp_account_class(world->account), LP_CLASS_USAGE);
  assert_non_null(strstr(finding(world, "letterhead.paper")->sentence, "A4, Letter"));
}

/* ---- faults ---- */

#define NAMED "[letterhead]\nname=House\n"

typedef struct Fault {
  const char *text;
  const char *code;
  uint32_t line;
  bool is_error;
  const char *says; /* part of the sentence */
} Fault;

static const Fault faults[] = {
    {"[letterhead]\nformat=2\nname=House\n", "letterhead.format", 2, true, "format is “2”"},
    {"[letterhead]\nid=x\n", "letterhead.name-missing", 1, true, "needs name="},
    {"[letterhead]\nid=x\nname=\n", "letterhead.name-missing", 3, true, "needs name="},
    {"", "letterhead.name-missing", 0, true, "needs name="},
    {NAMED "\n[style title]\nsize=3\n", "letterhead.value", 5, true, "points from 4 to 96"},
    {NAMED "[style title]\nsize=nan\n", "letterhead.value", 4, true, "size is “nan”"},
    {NAMED "[colours]\n# ours\nink=red\n", "letterhead.value", 5, true, "#RRGGBB"},
    {NAMED "[colours]\nink=#12345\n", "letterhead.value", 4, true, "#RRGGBB"},
    {NAMED "[page A5]\nwidth=200\n", "letterhead.measure", 3, true, "at least 120"},
    {NAMED "[first-page]\ntext-top=100\n", "letterhead.text-top", 4, true, "text-top is less than rule-top"},
    {NAMED "[following-pages]\nrule-top=100\n", "letterhead.text-top", 0, true, "[following-pages]"},
    {NAMED "[emblem]\nfile=../secret.png\n", "letterhead.emblem-outside", 4, true, "not in the folder"},
    {NAMED "[emblem]\nfile=note.svg\n", "letterhead.emblem-kind", 4, true, "neither"},
    {NAMED "[emblem]\nfile=reaches.svg\n", "letterhead.emblem-references", 4, true, "href"},
    {NAMED "[emblem]\nfile=entity.svg\n", "letterhead.emblem-references", 4, true, "<!doctype"},
    {NAMED "[emblem]\nfile=nowhere.svg\n", "letterhead.emblem-missing", 4, false, "missing"},
    {NAMED "[dates]\nmonths=a;b\n", "letterhead.value", 4, true, "2 names of months"},
    {"no group\n", "letterhead.syntax", 1, true, "no key=value"},
    {"[letterhead]\nname=House\n\nnonsense\n", "letterhead.syntax", 4, true, "no key=value"},
    {"[letterhead]\nname=\xff\n", "letterhead.encoding", 2, true, "UTF-8"},
    {NAMED "tagline=a\\qb\n", "letterhead.value", 3, true, "followed by none of"},
    {NAMED "[stile title]\nsize=20\n", "letterhead.unknown-group", 3, false, "not used"},
    {NAMED "[footre]\n", "letterhead.unknown-group", 3, false, "the nearest is [footer]"},
    {NAMED "[footer]\nbase-line=3\n", "letterhead.unknown-key", 4, false, "the nearest is baseline"},
    {NAMED "[footer]\nbaseline[th]=3\n", "letterhead.unknown-key", 4, false, "no key baseline[th]"},
    {NAMED "[footer]\nstart={dat}\n", "letterhead.placeholder", 4, false, "{dat}"},
    {NAMED "[colours]\nmuted=#AAAAAA\n", "letterhead.contrast", 4, false, "2.3"},
};

static void each_fault_has_its_line(void **state) {
  World *world = *state;
  const char *files[] = {"note.svg",    "no picture",
                         "reaches.svg", "<svg><image href='http://example.org/x.png'/></svg>",
                         "entity.svg",  "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
                         NULL};
  for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
    lp_account_free(world->account);
    world->account = lp_account_new();
    LpDefinition *definition = read_text(world, faults[i].text, files);
    const LpDiagnostic *found = finding(world, faults[i].code);
    assert_int_equal(found->place.line, faults[i].line);
    assert_string_equal(found->place.part, "house.letterhead");
    if (!strstr(found->sentence, faults[i].says))
      fail_msg("“%s” does not say “%s”", found->sentence, faults[i].says);
    assert_int_equal(found->level, faults[i].is_error ? LP_LEVEL_ERROR : LP_LEVEL_WARNING);
    assert_int_equal(definition == NULL, faults[i].is_error);
    assert_int_equal(lp_account_class(world->account), faults[i].is_error ? LP_CLASS_RESOURCE : 0);
    lp_definition_free(definition);
  }
}

static void a_large_file_is_refused(void **state) {
  World *world = *state;
  lp_account_set_limit(world->account, LP_LIMIT_LETTERHEAD_BYTES, 10);
  assert_null(read_text(world, NAMED, NULL));
  assert_int_equal(lp_account_class(world->account), LP_CLASS_LIMIT);
}

static void a_large_emblem_is_refused(void **state) {
  World *world = *state;
  char *large = g_strnfill(1024 * 1024 + 1, ' ');
  const char *files[] = {"large.svg", large, NULL};
  assert_null(read_text(world, NAMED "[emblem]\nfile=large.svg\n", files));
  finding(world, "letterhead.emblem-size");
  g_free(large);
}

/* ---- another letterhead ---- */

static void a_name_is_enough(void **state) {
  World *world = *state;
  LpDefinition *house = read_text(world, NAMED "[style title]\nsize=18\n", NULL);
  assert_non_null(house);
  const LpLetterhead *letterhead = resolved(world, house, "th");
  lp_definition_free(house); /* the values live on */
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_NAME), "House");
  assert_null(lp_letterhead_string(letterhead, LP_LETTERHEAD_TAGLINE));
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_END), "หน้า {page} จาก {pages}");
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_EMBLEM_SIZE), 0);
  size_t n;
  bool is_svg;
  assert_null(lp_letterhead_emblem(letterhead, &n, &is_svg));
  const LpStyle *title = lp_letterhead_style(letterhead, LP_ROLE_TITLE);
  assert_int_equal(lp_style_integer(title, LP_PROPERTY_SIZE_EMU), 18 * 12700);
  assert_int_equal(lp_style_integer(title, LP_PROPERTY_WEIGHT), 700);
  assert_int_equal(lp_account_diagnostic_count(world->account), 0);
}

static void own_pages_and_fonts_come_first(void **state) {
  World *world = *state;
  LpDefinition *house =
      read_text(world,
                NAMED "[page Legal]\nwidth=612\nheight=1008\n[script Khmr]\nfamily=Battambang\n"
                      "[script Geor]\nfamily=Noto Serif Georgian; Sylfaen;\n",
                NULL);
  const LpLetterhead *letterhead = resolved(world, house, "ka");
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_HEIGHT), 1008 * 12700);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_MARGIN_OUTER), 1007999); /* as A4 */
  const LpScriptGroup *khmer = lp_letterhead_script(letterhead, 0);
  assert_string_equal(lp_script_group_family(khmer, 0), "Battambang");
  assert_int_equal(lp_script_group_scale(khmer), 970); /* what it leaves out is built in */
  const LpScriptGroup *georgian = lp_letterhead_script_for(letterhead, "Geor", "ka");
  assert_string_equal(lp_script_group_family(georgian, 1), "Sylfaen");
  assert_null(lp_script_group_family(georgian, 2));
  assert_int_equal(lp_script_group_scale(georgian), 1000);
  assert_string_equal(lp_script_group_script(lp_letterhead_script(letterhead, 2)), "Latn");
  size_t count = 0;
  while (lp_letterhead_script(letterhead, count))
    count++;
  assert_int_equal(count, 18); /* 17 built in, one of them replaced, and Georgian */
  LpOccasion occasion = {.paper = "A4"};
  letterhead = lp_letterhead_resolve(house, world->document, &occasion);
  assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_WIDTH), 7560056);
  assert_int_equal(lp_account_diagnostic_count(world->account), 0);
  lp_definition_free(house);
}

static void the_emblem_lives_as_long_as_the_document(void **state) {
  World *world = *state;
  const char *files[] = {"mark.svg", "<svg viewBox='0 0 2 2'><path d='M0 0H2V1z' fill='#abc'/></svg>", NULL};
  LpDefinition *house = read_text(world, NAMED "[emblem]\nfile=mark.svg\nalt=Mark\n", files);
  const LpLetterhead *letterhead = resolved(world, house, NULL);
  lp_definition_free(house);
  size_t n;
  bool is_svg;
  assert_non_null(lp_letterhead_emblem(letterhead, &n, &is_svg));
  assert_int_equal(n, strlen(files[1]));
  assert_true(is_svg);
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_EMBLEM_ALTERNATIVE), "Mark");
  int32_t fill;
  const uint8_t *steps;
  size_t step_count;
  const int32_t *at;
  assert_true(lp_letterhead_emblem_path(letterhead, 0, &fill, &steps, &step_count, &at));
  assert_int_equal(fill, 0xAABBCC);
  const uint8_t expected_steps[] = {LP_PATH_MOVE, LP_PATH_LINE, LP_PATH_LINE, LP_PATH_CLOSE};
  const int32_t expected[] = {0, 0, 1000000, 0, 1000000, 500000};
  assert_int_equal(step_count, 4);
  assert_memory_equal(steps, expected_steps, sizeof expected_steps);
  assert_memory_equal(at, expected, sizeof expected);
  assert_false(lp_letterhead_emblem_path(letterhead, 1, &fill, &steps, &step_count, &at));
}

/* ---- language ---- */

static void the_walk_over_tags(void **state) {
  (void)state;
  static const struct {
    const char *language, *walk;
  } walks[] = {{"en-GB", "en-GB en"},
               {"zh-Hans-CN", "zh-Hans-CN zh-Hans zh"},
               {"zh-TW", "zh-TW zh-Hant zh"},
               {"zh_hk", "zh-HK zh-Hant zh"},
               {"zh-CN", "zh-CN zh-Hans zh"},
               {"ID", "id"},
               {"in", "in id"},
               {"tl-PH", "tl-PH tl fil"},
               {"", ""},
               {NULL, ""}};
  for (size_t i = 0; i < G_N_ELEMENTS(walks); i++) {
    LpTags tags;
    lp_tags_walk(&tags, walks[i].language);
    GString *walk = g_string_new(NULL);
    for (size_t k = 0; k < tags.count; k++)
      g_string_append_printf(walk, "%s%s", k ? " " : "", tags.tag[k]);
    assert_string_equal(walk->str, walks[i].walk);
    g_string_free(walk, TRUE);
  }
}

static void the_tagline_stands_where_the_name_was_found(void **state) {
  World *world = *state;
  static const struct {
    const char *language, *name, *tagline, *found;
    int before;
  } words[] = {{"en-GB", "The Bali Process", "on People Smuggling", "en", 0},
               {"th", "กระบวนการบาหลี", "ว่าด้วย", "th", 0},
               {"my-MM", "ဘာလီလုပ်ငန်းစဉ်", "လူမှောင်ခိုခြင်း", "my", 1},
               {"zh-CN", "巴厘进程", "关于偷运人口", "zh", 0},
               {"zh-TW", "峇里進程", NULL, "zh-Hant", 0},
               {"si", "බාලි ක්‍රියාවලිය", NULL, "si", 0},
               {"dz", "The Bali Process", "on People Smuggling", "en", 0},
               {"dv", "The Bali Process", "on People Smuggling", "en", 0}};
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
    const LpLetterhead *letterhead = resolved(world, world->built_in, words[i].language);
    assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_NAME), words[i].name);
    const char *tagline = lp_letterhead_string(letterhead, LP_LETTERHEAD_TAGLINE);
    if (words[i].tagline)
      assert_memory_equal(tagline, words[i].tagline, strlen(words[i].tagline));
    else
      assert_null(tagline);
    assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_LANGUAGE), words[i].found);
    assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_TAGLINE_BEFORE), words[i].before);
    assert_int_equal(lp_letterhead_integer(letterhead, LP_LETTERHEAD_UNCONFIRMED),
                     strcmp(words[i].found, "en") != 0);
  }
  assert_int_equal(lp_account_code_count(world->account, "letterhead.unconfirmed"), 5);
}

static void scripts_of_languages(void **state) {
  (void)state;
  static const char *const scripts[][2] = {{"en", "Latn"},    {"th-TH", "Thai"},      {"zh", "Hans"},
                                           {"zh-TW", "Hant"}, {"zh-Hant-CN", "Hant"}, {"uz-Cyrl", "Cyrl"},
                                           {"FA", "Arab"},    {"xx", "Latn"},         {"dz", "Tibt"}};
  for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
    assert_string_equal(lp_language_script(scripts[i][0]), scripts[i][1]);
  assert_true(lp_language_is_rtl("ur-PK"));
  assert_true(lp_language_is_rtl("dv"));
  assert_false(lp_language_is_rtl("ur-Latn"));
  assert_false(lp_language_is_rtl("th"));
}

static void fonts_by_script_and_language(void **state) {
  World *world = *state;
  const LpLetterhead *letterhead = resolved(world, world->built_in, "en");
  static const char *const families[][3] = {
      {"Latn", NULL, "Gentium Book Plus"},     {"Arab", "ar", "Noto Naskh Arabic"},
      {"Arab", "ur-PK", "Noto Nastaliq Urdu"}, {"Hani", "zh-TW", "Noto Serif CJK TC"},
      {"Hani", "ja", "Noto Serif CJK JP"},     {"Hani", "en", "Noto Serif CJK SC"},
      {"Kana", NULL, "Noto Serif CJK JP"},     {"Cyrl", "ru", "Gentium Book Plus"},
      {NULL, "th", "Noto Serif Thai"}};
  for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
    const LpScriptGroup *group = lp_letterhead_script_for(letterhead, families[i][0], families[i][1]);
    assert_string_equal(lp_script_group_family(group, 0), families[i][2]);
  }
  const LpScriptGroup *latin = lp_letterhead_script_for(letterhead, "Latn", "en");
  assert_string_equal(lp_script_group_family(latin, 2), "Liberation Serif");
  assert_null(lp_script_group_family(latin, 3));
  assert_true(lp_script_group_hyphenates(latin));
  assert_true(lp_script_group_has_italic(latin));
  const LpScriptGroup *khmer = lp_letterhead_script_for(letterhead, "Khmr", "km");
  assert_int_equal(lp_script_group_scale(khmer), 970);
  assert_int_equal(lp_script_group_leading(khmer), 1380);
  assert_int_equal(lp_script_group_spread_emu(khmer), 6 * 12700);
  assert_false(lp_script_group_has_italic(khmer));
}

/* ---- styles ---- */

static void a_role_has_all_that_a_writer_asks_for(void **state) {
  World *world = *state;
  const LpLetterhead *letterhead = resolved(world, world->built_in, "en");
  static const LpProperty asked[] = {LP_PROPERTY_SIZE_EMU,
                                     LP_PROPERTY_WEIGHT,
                                     LP_PROPERTY_ITALIC,
                                     LP_PROPERTY_UNDERLINE,
                                     LP_PROPERTY_STRIKE,
                                     LP_PROPERTY_POSITION,
                                     LP_PROPERTY_CASE,
                                     LP_PROPERTY_COLOUR,
                                     LP_PROPERTY_LANGUAGE,
                                     LP_PROPERTY_DIRECTION,
                                     LP_PROPERTY_HIDDEN,
                                     LP_PROPERTY_TRACKING_EMU,
                                     LP_PROPERTY_ROLE,
                                     LP_PROPERTY_ALIGN,
                                     LP_PROPERTY_INDENT_START_EMU,
                                     LP_PROPERTY_INDENT_END_EMU,
                                     LP_PROPERTY_INDENT_FIRST_EMU,
                                     LP_PROPERTY_SPACE_BEFORE_EMU,
                                     LP_PROPERTY_SPACE_AFTER_EMU,
                                     LP_PROPERTY_LEADING_EMU,
                                     LP_PROPERTY_KEEP_WITH_NEXT,
                                     LP_PROPERTY_KEEP_TOGETHER,
                                     LP_PROPERTY_PAGE_BREAK_BEFORE,
                                     LP_PROPERTY_HYPHENATE,
                                     LP_PROPERTY_BALANCE};
  for (int role = 0; role <= LP_ROLE_CLASSIFICATION; role++) {
    if (!lp_role_name((LpRole)role))
      continue;
    const LpStyle *style = lp_letterhead_style(letterhead, (LpRole)role);
    assert_int_equal(lp_style_integer(style, LP_PROPERTY_ROLE), role);
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++)
      if (!lp_style_has(style, asked[i]))
        fail_msg("%s has no %s", lp_role_name((LpRole)role), lp_property_name(asked[i]));
  }
}

static void the_house_in_english_and_in_khmer(void **state) {
  World *world = *state;
  const LpLetterhead *letterhead = resolved(world, world->built_in, "en");
  const LpStyle *body = lp_letterhead_style(letterhead, LP_ROLE_BODY);
  assert_int_equal(lp_style_integer(body, LP_PROPERTY_SIZE_EMU), 142875);
  assert_int_equal(lp_style_integer(body, LP_PROPERTY_LEADING_EMU), 196850);
  assert_int_equal(lp_style_integer(body, LP_PROPERTY_ALIGN), LP_ALIGN_JUSTIFY);
  assert_int_equal(lp_style_integer(body, LP_PROPERTY_HYPHENATE), 1);
  const LpStyle *name = lp_letterhead_style(letterhead, LP_ROLE_NAME);
  assert_int_equal(lp_style_integer(name, LP_PROPERTY_CASE), LP_CASE_SMALL_CAPITALS);
  assert_int_equal(lp_style_integer(name, LP_PROPERTY_TRACKING_EMU), 24 * 12700 * 3 / 100);
  assert_int_equal(lp_style_integer(name, LP_PROPERTY_COLOUR), 0x12395B);
  assert_int_equal(lp_style_integer(name, LP_PROPERTY_HYPHENATE), 0);
  const LpStyle *heading = lp_letterhead_style(letterhead, LP_ROLE_HEADING_1);
  assert_int_equal(lp_style_integer(heading, LP_PROPERTY_KEEP_WITH_NEXT), 1);
  assert_int_equal(lp_style_integer(heading, LP_PROPERTY_BALANCE), 1);
  assert_ptr_equal(heading, lp_letterhead_style(letterhead, LP_ROLE_HEADING_1));

  const LpStyle *khmer = lp_letterhead_style(resolved(world, world->built_in, "km"), LP_ROLE_BODY);
  assert_int_equal(lp_style_integer(khmer, LP_PROPERTY_SIZE_EMU),
                   142875); /* scaled where the font is chosen */
  assert_int_equal(lp_style_integer(khmer, LP_PROPERTY_LEADING_EMU), 271653);
  assert_int_equal(lp_style_integer(khmer, LP_PROPERTY_ALIGN), LP_ALIGN_START);
  assert_int_equal(lp_style_integer(khmer, LP_PROPERTY_HYPHENATE), 0);
  const LpStyle *arabic = lp_letterhead_style(resolved(world, world->built_in, "ar"), LP_ROLE_BODY);
  assert_int_equal(lp_style_integer(arabic, LP_PROPERTY_DIRECTION), LP_DIRECTION_RTL);
  assert_int_equal(lp_style_integer(arabic, LP_PROPERTY_ALIGN), LP_ALIGN_JUSTIFY);
}

/* ---- what is filled in ---- */

static void heads_and_footers_are_filled_in(void **state) {
  World *world = *state;
  LpOccasion occasion = {.language = "en",
                         .title = "Co-Chairs' Statement on {page}",
                         .date = "2025-02-11",
                         .classification = "For official use",
                         .embargo = "2025-02-12T09:00+08:00"};
  const LpLetterhead *letterhead = lp_letterhead_resolve(world->built_in, world->document, &occasion);
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_FOLLOWING_START), "The Bali Process");
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_FOLLOWING_END),
                      "Co-Chairs' Statement on {\u2060page}");
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_START), "11 February 2025");
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_CENTRE),
                      "For official use · Embargoed until 12 February 2025, 09:00 UTC+8");
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_END), "Page {page} of {pages}");
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_CLASSIFICATION), "For official use");

  const LpLetterhead *bare = resolved(world, world->built_in, "en");
  assert_null(lp_letterhead_string(bare, LP_LETTERHEAD_FOOTER_START));
  assert_null(lp_letterhead_string(bare, LP_LETTERHEAD_FOOTER_CENTRE));
  assert_null(lp_letterhead_string(bare, LP_LETTERHEAD_FOLLOWING_END));
  assert_null(lp_letterhead_string(bare, LP_LETTERHEAD_MARK));
}

static void dates_for_people(void **state) {
  World *world = *state;
  static const char *const dates[][3] = {
      {"en", "2025-02-11", "11 February 2025"},
      {"fr", "2025-02-01", "1er février 2025"},
      {"fr-CA", "2025-02-11", "11 février 2025"},
      {"id", "2024-08-17", "17 Agustus 2024"},
      {"vi", "2024-03-12", "Ngày 12 tháng 3 năm 2024"},
      {"th", "2024-03-12", "12 มีนาคม 2567"},
      {"zh-TW", "2024-03-12", "2024年3月12日"},
      {"pt", "2024-03-12", "12 de março de 2024"},
      {"km", "2024-03-12", "2024-03-12"}, /* no names of months: it stays */
      {"en", "10 November, 2020", "10 November, 2020"},
      {"en", "2025-02-30", "2025-02-30"},
      {"en", "2025-02-11T09:00Z", "11 February 2025, 09:00 UTC"},
      {"en", "2025-02-11 18:30:00-03:30", "11 February 2025, 18:30 UTC-3:30"},
      {"en", "2025-02-11T9", "2025-02-11T9"},
      {"en", "2025-02-11x", "2025-02-11x"},
      {"en", "", ""},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
    assert_string_equal(lp_letterhead_date(world->built_in, world->document, dates[i][0], dates[i][1]),
                        dates[i][2]);
}

static void placeholders_that_are_none_stay(void **state) {
  (void)state;
  const LpPlaceholder placeholders[] = {{"a", "1", false}, {"b", NULL, false}};
  char *filled = lp_placeholders_fill("{a} {x} {a", placeholders, 2);
  assert_string_equal(filled, "1 {x} {a");
  g_free(filled);
  assert_null(lp_placeholders_fill("{b} - {b}", placeholders, 2));
}

/* ---- what recognition asks for ---- */

static void known_wordings(void **state) {
  World *world = *state;
  size_t names = 0, taglines = 0;
  bool thai = false, other = false;
  const char *language;
  for (const char *name; (name = lp_definition_known_name(world->built_in, names, &language)); names++) {
    thai |= strcmp(name, "กระบวนการบาหลี") == 0 && strcmp(language, "th") == 0;
    other |= strcmp(name, "Bali Process") == 0 && *language == '\0';
  }
  while (lp_definition_known_tagline(world->built_in, taglines, NULL))
    taglines++;
  assert_true(thai && other);
  assert_int_equal(names, 23 + 2);
  assert_int_equal(taglines, 20 + 1);
  assert_int_equal(lp_definition_similarity(world->built_in), 850);
  assert_false(lp_definition_keeps_header_text(world->built_in));
  assert_string_equal(lp_definition_id(world->built_in), "bali-process");
}

/* ---- the emblem ---- */

static void the_emblem_has_twelve_leaves(void **state) {
  World *world = *state;
  const LpLetterhead *letterhead = resolved(world, world->built_in, "en");
  size_t count = 0, bronze = 0, step_count;
  int32_t fill;
  const uint8_t *steps;
  const int32_t *at;
  for (; lp_letterhead_emblem_path(letterhead, count, &fill, &steps, &step_count, &at); count++) {
    bronze += fill == 0xA8741F;
    assert_int_equal(step_count, 4);
    if (count == 3) { /* turned by a quarter about the middle: its tip points right */
      assert_int_equal(at[0], 989583);
      assert_int_equal(at[1], 500000);
    }
  }
  assert_int_equal(count, 12);
  assert_int_equal(bronze, 2);
}

static void only_plain_drawings_become_outlines(void **state) {
  World *world = *state;
  static const char *const drawings[] = {
      "<svg viewBox='0 0 1 1'><circle r='1'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0 A1 1 0 0 0 1 1'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0L1 1' stroke='red'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0L1 1' stroke ='red'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='L1 1'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0L1'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0L1 1e9'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0L1 99999999999'/></svg>",
      "<svg viewBox='0 0 1 1'><path d='M0 0' transform='skewX(3)'/></svg>",
      "<svg viewBox='0 0 0 1'><path d='M0 0L1 1'/></svg>",
      "<svg><path d='M0 0L1 1'/></svg>",
      "<svg viewBox='0 0 1 1'><!-- no end",
      "<svg viewBox='0 0 1 1'><path d='M0 0L1 1'",
      "<svg viewBox='0 0 1 1'/>",
      "",
  };
  for (size_t i = 0; i < G_N_ELEMENTS(drawings); i++) {
    const LpOutline *outline =
        lp_emblem_outline(world->document, (const uint8_t *)drawings[i], strlen(drawings[i]));
    if (outline->path_count)
      fail_msg("an outline for %s", drawings[i]);
  }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      CASE(the_tables_are_the_file),
      CASE(every_default_is_built_in),
      CASE(the_numbers_of_the_design),
      CASE(another_paper),
      CASE(each_fault_has_its_line),
      CASE(a_large_file_is_refused),
      CASE(a_large_emblem_is_refused),
      CASE(a_name_is_enough),
      CASE(own_pages_and_fonts_come_first),
      CASE(the_emblem_lives_as_long_as_the_document),
      CASE(the_walk_over_tags),
      CASE(the_tagline_stands_where_the_name_was_found),
      CASE(scripts_of_languages),
      CASE(fonts_by_script_and_language),
      CASE(a_role_has_all_that_a_writer_asks_for),
      CASE(the_house_in_english_and_in_khmer),
      CASE(heads_and_footers_are_filled_in),
      CASE(dates_for_people),
      CASE(placeholders_that_are_none_stay),
      CASE(known_wordings),
      CASE(the_emblem_has_twelve_leaves),
      CASE(only_plain_drawings_become_outlines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
