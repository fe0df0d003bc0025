/* Kinds, builder, editor, walk, styles, numbers, pictures' headers. */
#include "config.h"

#include "account/account.h"
#include "document/edit.h"
#include "document/kinds.h"

#include <letterpress/number.h>
#include <letterpress/walk.h>

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
  LpBuilder *builder;
} World;

static int set_up(void **state) {
  World *world = g_new0(World, 1);
  world->account = lp_account_new();
  world->document = lp_document_new(world->account);
  world->builder = lp_builder_new(world->document);
  *state = world;
  return 0;
}

static int tear_down(void **state) {
  World *world = *state;
  if (world->builder)
    lp_builder_finish(world->builder);
  lp_document_free(world->document);
  lp_account_free(world->account);
  g_free(world);
  return 0;
}

static void text(World *world, const char *words) {
  lp_ledger_give(world->account, words, strlen(words));
  lp_builder_text(world->builder, words, strlen(words), NULL);
}

/* The tree in one line: kind(children), text in quotes. */
static char *drawn(World *world) {
  if (world->builder)
    lp_builder_finish(world->builder);
  world->builder = NULL;
  GString *out = g_string_new(NULL);
  const LpNode *root = lp_document_root(world->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    size_t n;
    const char *words = lp_node_text(step.node, &n);
    if (step.leaving)
      g_string_append_c(out, ')');
    else if (words)
      g_string_append_printf(out, "'%s'", words);
    else
      g_string_append_printf(out, "%s%s", lp_kind_name(lp_node_kind(step.node)),
                             lp_kind_is_leaf(lp_node_kind(step.node)) ? ";" : "(");
  }
  return g_string_free(out, FALSE);
}

static void assert_drawn(World *world, const char *expected) {
  char *line = drawn(world);
  assert_string_equal(line, expected);
  g_free(line);
  assert_true(lp_ledger_balance(world->account, LP_PHASE_READING));
}

static void the_table_of_kinds_is_whole(void **state) {
  (void)state;
  for (int i = 0; i < LP_KIND_COUNT; i++) {
    const char *name = lp_kind_name((LpKind)i);
    if (!name)
      continue;
    assert_int_equal(lp_kind_by_name(name), i);
    int steps = 0; /* every chain of fallbacks ends */
    for (LpKind kind = (LpKind)i; kind != LP_KIND_NONE; kind = lp_kind_fallback(kind))
      assert_true(++steps < 10);
  }
  assert_int_equal(lp_kind_by_name("no-such-kind"), LP_KIND_NONE);
  for (int i = LP_ATTRIBUTE_LEVEL; i <= LP_ATTRIBUTE_BLANK_LINES; i++)
    assert_int_equal(lp_attribute_by_name(lp_attribute_name((LpAttribute)i)), i);
  for (int i = 0; i < LP_PROPERTY_COUNT; i++)
    if (lp_property_name((LpProperty)i))
      assert_int_equal(lp_property_by_name(lp_property_name((LpProperty)i)), i);
}

static void text_of_one_style_is_one_node(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "one ");
  text(world, "node");
  lp_builder_text_style(world->builder,
                        lp_style_with_integer(world->document, NULL, LP_PROPERTY_WEIGHT, 700));
  text(world, "bold");
  lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  assert_drawn(world, "document(paragraph('one node''bold'))");
}

static void missing_parents_are_opened(void **state) {
  World *world = *state;
  text(world, "loose");
  lp_builder_open(world->builder, LP_KIND_LIST_ITEM, NULL);
  text(world, "item");
  lp_builder_close(world->builder, LP_KIND_LIST_ITEM);
  lp_builder_open(world->builder, LP_KIND_LIST_ITEM, NULL);
  lp_builder_close(world->builder, LP_KIND_LIST_ITEM);
  lp_builder_open(world->builder, LP_KIND_CELL, NULL);
  text(world, "cell");
  lp_builder_close(world->builder, LP_KIND_CELL);
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  assert_drawn(world, "document(paragraph('loose')list(list-item(paragraph('item'))list-item())"
                      "table(row(cell(paragraph('cell'))))paragraph())");
}

static void a_block_in_a_paragraph_goes_behind_it(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "before ");
  lp_builder_open(world->builder, LP_KIND_LINK, NULL);
  lp_builder_open(world->builder, LP_KIND_TEXT_BOX, NULL);
  text(world, "boxed");
  lp_builder_close(world->builder, LP_KIND_TEXT_BOX);
  text(world, "after");
  lp_builder_close(world->builder, LP_KIND_LINK);
  lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  assert_drawn(world, "document(paragraph('before 'link('after'))text-box(paragraph('boxed')))");
}

static void a_span_is_told_when_the_rows_below_are_known(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_CELL, NULL);
  const LpNode *cell = lp_builder_node(world->builder);
  text(world, "a");
  lp_builder_close(world->builder, LP_KIND_CELL);
  assert_int_equal(lp_node_integer(cell, LP_ATTRIBUTE_ROW_SPAN), 0);
  lp_builder_integer_at(world->builder, cell, LP_ATTRIBUTE_ROW_SPAN, 2);
  lp_builder_integer_at(world->builder, NULL, LP_ATTRIBUTE_ROW_SPAN, 3);
  assert_int_equal(lp_node_integer(cell, LP_ATTRIBUTE_ROW_SPAN), 2);
}

static void a_leaf_may_be_taken_back(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "a");
  lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  lp_builder_leaf(world->builder, LP_KIND_PAGE_BREAK, NULL);
  const LpNode *leaf = lp_builder_node(world->builder);
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "b");
  lp_builder_take_back(world->builder, leaf);
  lp_builder_take_back(world->builder, NULL);
  lp_builder_take_back(world->builder, lp_node_parent(leaf));
  assert_drawn(world, "document(paragraph('a')paragraph('b'))");
}

static void notes_go_to_the_end(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "a");
  lp_builder_leaf(world->builder, LP_KIND_NOTE_REFERENCE, NULL);
  lp_builder_string(world->builder, LP_ATTRIBUTE_TARGET, "1");
  lp_builder_open(world->builder, LP_KIND_NOTE, NULL);
  lp_builder_string(world->builder, LP_ATTRIBUTE_NAME, "1");
  text(world, "note");
  lp_builder_close(world->builder, LP_KIND_NOTE);
  text(world, "b");
  lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "c");
  assert_drawn(world,
               "document(paragraph('a'note-reference;'b')paragraph('c')notes(note(paragraph('note'))))");
  const LpNode *note = lp_document_named(world->document, LP_KIND_NOTE, "1");
  assert_non_null(note);
  assert_null(lp_document_named(world->document, LP_KIND_COMMENT, "1"));
}

static void a_revision_of_rows_stands_in_a_table(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_TABLE, NULL);
  lp_builder_open(world->builder, LP_KIND_BLOCK_REVISION, NULL);
  lp_builder_open(world->builder, LP_KIND_ROW, NULL);
  text(world, "x");
  lp_builder_close(world->builder, LP_KIND_TABLE);
  assert_drawn(world, "document(table(block-revision(row(cell(paragraph('x'))))))");
}

static void what_cannot_be_mended_is_refused(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  assert_false(lp_builder_open(world->builder, LP_KIND_RUBY_TEXT, NULL));
  lp_builder_string(world->builder, LP_ATTRIBUTE_NAME, "set on nothing");
  text(world, "kept");
  lp_builder_close(world->builder, LP_KIND_RUBY_TEXT);
  assert_false(lp_builder_open(world->builder, LP_KIND_DOCUMENT, NULL));
  lp_builder_close(world->builder, LP_KIND_DOCUMENT);
  lp_builder_close(world->builder, LP_KIND_TABLE); /* never opened */
  assert_int_equal(lp_account_code_count(world->account, "builder.refused"), 2);
  assert_int_equal(lp_account_code_count(world->account, "builder.unbalanced"), 1);
  assert_drawn(world, "document(paragraph('kept'))");
}

static void depth_is_bounded(void **state) {
  World *world = *state;
  for (int i = 0; i < 100; i++) {
    lp_builder_open(world->builder, LP_KIND_TABLE, NULL);
    lp_builder_open(world->builder, LP_KIND_CELL, NULL);
  }
  text(world, "deep");
  for (int i = 0; i < 100; i++) {
    lp_builder_close(world->builder, LP_KIND_CELL);
    lp_builder_close(world->builder, LP_KIND_TABLE);
  }
  assert_true(lp_account_code_count(world->account, "builder.too-deep") > 0);
  char *line = drawn(world);
  int tables = 0;
  for (const char *p = line; (p = strstr(p, "table(")); p++)
    tables++;
  assert_int_equal(tables, lp_account_limit(world->account, LP_LIMIT_TABLE_DEPTH));
  assert_non_null(strstr(line, "'deep'"));
  g_free(line);
}

static void nodes_are_bounded(void **state) {
  World *world = *state;
  lp_account_set_limit(world->account, LP_LIMIT_NODES, 10);
  for (int i = 0; i < 100 && !lp_should_stop(world->account); i++) {
    lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
    lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  }
  assert_true(lp_should_stop(world->account));
  assert_int_equal(lp_account_class(world->account), LP_CLASS_LIMIT);
}

static void text_is_made_valid(void **state) {
  World *world = *state;
  static const char raw[] = "a\x01\xFF\xC3(\tz\xC2\x9F\xED\xA0\x80";
  lp_builder_text(world->builder, raw, sizeof raw - 1, NULL);
  char *line = drawn(world);
  assert_string_equal(line, "document(paragraph('a\uFFFD\uFFFD( z\uFFFD\uFFFD\uFFFD\uFFFD'))");
  g_free(line);
  assert_int_equal(lp_account_code_count(world->account, "builder.invalid-text"), 1);
  assert_int_equal(lp_account_code_count(world->account, "builder.control-character"), 1);
}

static void links_keep_to_safe_schemes(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_LINK, NULL);
  lp_builder_string(world->builder, LP_ATTRIBUTE_HREF, "javascript:alert(1)");
  assert_int_equal(lp_account_code_count(world->account, "builder.link-refused"), 1);
  lp_builder_string(world->builder, LP_ATTRIBUTE_HREF, "HTTPS://example.org/");
  assert_int_equal(lp_account_code_count(world->account, "builder.link-refused"), 1);
}

static void styles_are_interned(void **state) {
  World *world = *state;
  LpDocument *document = world->document;
  const LpStyle *a = lp_style_with_integer(document, NULL, LP_PROPERTY_WEIGHT, 700);
  a = lp_style_with_string(document, a, LP_PROPERTY_LANGUAGE, "lo");
  const LpStyle *b = lp_style_with_string(document, NULL, LP_PROPERTY_LANGUAGE, "lo");
  b = lp_style_with_integer(document, b, LP_PROPERTY_WEIGHT, 700);
  assert_ptr_equal(a, b);
  assert_string_equal(lp_style_string(a, LP_PROPERTY_LANGUAGE), "lo");
  assert_int_equal(lp_style_integer(a, LP_PROPERTY_WEIGHT), 700);
  assert_false(lp_style_has(a, LP_PROPERTY_ITALIC));
  const LpStyle *italic = lp_style_with_integer(document, NULL, LP_PROPERTY_ITALIC, 1);
  const LpStyle *both = lp_style_over(document, a, italic);
  assert_int_equal(lp_style_integer(both, LP_PROPERTY_WEIGHT), 700);
  assert_ptr_equal(lp_style_without(document, both, LP_PROPERTY_ITALIC), a);
  assert_null(lp_style_without(document, italic, LP_PROPERTY_ITALIC));
  assert_ptr_equal(lp_style_over(document, NULL, a), a);
  assert_false(lp_style_has(NULL, LP_PROPERTY_WEIGHT));
}

static void the_editor_counts(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "know-ledge");
  lp_builder_close(world->builder, LP_KIND_PARAGRAPH);
  lp_builder_open(world->builder, LP_KIND_PARAGRAPH, NULL);
  text(world, "out");
  lp_builder_finish(world->builder);
  world->builder = NULL;
  LpNode *root = lp_edit_root(world->document);
  lp_ledger_begin(world->account, LP_PHASE_PASSES, lp_node_characters(root));
  LpNode *paragraph = lp_edit_first_child(root);
  LpNode *leaf = lp_edit_first_child(paragraph);
  lp_edit_cut_text(world->document, leaf, 4, 5, LP_REASON_PAGE_HYPHEN);
  lp_edit_add_text(world->document, leaf, 9, "!", 1);
  assert_non_null(lp_edit_split_text(world->document, leaf, 4));
  lp_edit_join_text(world->document, leaf, lp_edit_next(leaf));
  assert_null(lp_edit_next(leaf));
  assert_non_null(lp_edit_split_text(world->document, leaf, 4));
  lp_edit_remove(world->document, lp_edit_next(paragraph), LP_REASON_LETTERHEAD);
  assert_false(lp_edit_append(root, lp_edit_new(world->document, LP_KIND_ROW, (LpPlace){0})));
  assert_false(lp_edit_set_kind(paragraph, LP_KIND_LIST));
  assert_true(lp_edit_set_kind(paragraph, LP_KIND_HEADING));
  char *line = drawn(world);
  assert_string_equal(line, "document(heading('know''ledge!'))");
  g_free(line);
  char *words = lp_node_text_below(root);
  assert_string_equal(words, "knowledge!");
  g_free(words);
  lp_ledger_count_out(world->account, LP_PHASE_PASSES, "knowledge!", 10);
  assert_true(lp_ledger_balance(world->account, LP_PHASE_PASSES));
  assert_int_equal(lp_ledger(world->account, LP_PHASE_PASSES)->left[LP_REASON_LETTERHEAD], 3);
}

/* ---- writers ---- */

static LpWalkInto enter_quote(void *state, const LpNode *node) {
  (void)node;
  g_string_append(state, "<");
  return LP_WALK_INTO;
}

static void leave_quote(void *state, const LpNode *node) {
  (void)node;
  g_string_append(state, ">");
}

static LpWalkInto enter_text(void *state, const LpNode *node) {
  size_t n;
  g_string_append(state, lp_node_text(node, &n));
  return LP_WALK_INTO;
}

static LpWalkInto pass(void *state, const LpNode *node) {
  (void)node;
  g_string_append(state, "-");
  return LP_WALK_PAST;
}

static void a_kind_without_a_row_takes_its_fallback(void **state) {
  World *world = *state;
  lp_builder_open(world->builder, LP_KIND_TEXT_BOX, NULL);
  text(world, "boxed");
  lp_builder_close(world->builder, LP_KIND_TEXT_BOX);
  lp_builder_open(world->builder, LP_KIND_HEADING, NULL);
  text(world, "passed over");
  lp_builder_finish(world->builder);
  world->builder = NULL;
  static const LpRow rows[] = {{LP_KIND_QUOTE, enter_quote, leave_quote},
                               {LP_KIND_TEXT, enter_text, NULL},
                               {LP_KIND_HEADING, pass, NULL}};
  GString *out = g_string_new(NULL);
  lp_walk_rows(world->document, lp_document_root(world->document), rows, 3, out);
  assert_string_equal(out->str, "<boxed>-");
  assert_int_equal(lp_account_code_count(world->account, "writer.fallback"), 1);
  /* Without a row for text its characters are named as lost. */
  lp_ledger_begin(world->account, LP_PHASE_WRITING, 5);
  lp_walk_rows(world->document, lp_node_first_child(lp_document_root(world->document)), rows, 1, out);
  assert_int_equal(lp_ledger(world->account, LP_PHASE_WRITING)->left[LP_REASON_FALLBACK], 5);
  g_string_free(out, TRUE);
}

static void numbers(void **state) {
  (void)state;
  static const struct {
    int64_t value;
    LpNumberStyle style;
    const char *label;
  } cases[] = {{4, LP_NUMBER_LOWER_ROMAN, "iv"},
               {1999, LP_NUMBER_UPPER_ROMAN, "MCMXCIX"},
               {4000, LP_NUMBER_LOWER_ROMAN, "4000"},
               {0, LP_NUMBER_LOWER_LETTER, "0"},
               {27, LP_NUMBER_LOWER_LETTER, "aa"},
               {28, LP_NUMBER_LOWER_LETTER, "bb"},
               {28, LP_NUMBER_LETTER_ALPHABETIC, "ab"},
               {703, LP_NUMBER_LETTER_ALPHABETIC, "aaa"},
               {12, LP_NUMBER_ORDINAL, "12th"},
               {22, LP_NUMBER_ORDINAL, "22nd"},
               {5, LP_NUMBER_DECIMAL_ZERO, "05"},
               {24, LP_NUMBER_KHMER, "២៤"},
               {10, LP_NUMBER_CJK, "十"},
               {11, LP_NUMBER_CJK, "十一"},
               {105, LP_NUMBER_CJK, "一百〇五"},
               {-3, LP_NUMBER_THAI, "-๓"},
               {INT64_MIN, LP_NUMBER_DECIMAL, "-9223372036854775808"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char label[64];
    assert_int_equal(lp_number_format(cases[i].value, cases[i].style, label, sizeof label),
                     strlen(cases[i].label));
    assert_string_equal(label, cases[i].label);
  }
  char small[3];
  assert_int_equal(lp_number_format(1234, LP_NUMBER_DECIMAL, small, sizeof small), 4);
  assert_string_equal(small, "12");
}

static uint8_t *no_bytes(void *holder, const char *name, size_t *n) {
  (void)holder, (void)name;
  *n = 0;
  return NULL;
}

static void pictures_are_known_by_their_bytes(void **state) {
  World *world = *state;
  static const uint8_t png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\xc8\x08\2\0\0\0\0\0\0\0"
                               "\0\0\0\tpHYs\0\0\x0b\x13\0\0\x0b\x13\1\0\0\0\0";
  static const uint8_t jpeg[] =
      "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\1\0\x48\0\x48\0\0\xFF\xC0\0\x11\x08\0\x10\0\x20\3";
  int32_t a = lp_builder_resource(world->builder, "a.jpg", 100, png, sizeof png - 1, no_bytes, world);
  int32_t b = lp_builder_resource(world->builder, "b.png", 100, jpeg, sizeof jpeg - 1, no_bytes, world);
  assert_int_equal(lp_builder_resource(world->builder, "a.jpg", 100, png, sizeof png - 1, no_bytes, world),
                   a);
  const LpResource *first = lp_document_resource(world->document, a);
  assert_string_equal(lp_resource_mime_type(first), "image/png");
  assert_int_equal(lp_resource_pixel_width(first), 300);
  assert_int_equal(lp_resource_pixel_height(first), 200);
  assert_int_equal(lp_resource_pixels_per_inch(first), 72);
  const LpResource *second = lp_document_resource(world->document, b);
  assert_int_equal(lp_resource_media_type(second), LP_MEDIA_JPEG);
  assert_int_equal(lp_resource_pixel_width(second), 32);
  assert_int_equal(lp_resource_pixels_per_inch(second), 72);
  assert_null(lp_resource_open(second));
  assert_int_equal(lp_account_code_count(world->account, "resource.unreadable"), 1);
  lp_account_set_limit(world->account, LP_LIMIT_PICTURE_PIXELS, 100);
  assert_int_equal(lp_builder_resource(world->builder, "c.png", 100, png, sizeof png - 1, no_bytes, world),
                   -1);
  assert_int_equal(lp_account_class(world->account), LP_CLASS_LIMIT);
  assert_null(lp_document_resource(world->document, -1));
}

static void headers_of_pictures_may_be_cut_anywhere(void **state) {
  World *world = *state;
  static const char *const starts[] = {"\x89PNG\r\n\x1a\n0000IHDR00000000000000000",
                                       "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\1\0\x48\0\x48\0\0",
                                       "RIFF0000WEBPVP8X0000000000000000", "GIF89a0000", "<svg"};
  for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
    for (size_t n = 0; n < 32; n++) {
      uint8_t *exact = malloc(n ? n : 1); /* so that a sanitizer sees a read past the end */
      memcpy(exact, starts[i], n < strlen(starts[i]) ? n : strlen(starts[i]));
      if (n > strlen(starts[i]))
        memset(exact + strlen(starts[i]), 0xFF, n - strlen(starts[i]));
      char name[32];
      g_snprintf(name, sizeof name, "%zu-%zu", i, n);
      assert_true(lp_builder_resource(world->builder, name, 0, exact, n, no_bytes, world) >= -1);
      free(exact);
    }
}

static void count_frees(void *thing) {
  ++*(int *)thing;
}

static void the_document_frees_what_it_keeps(void **state) {
  World *world = *state;
  int frees = 0;
  lp_builder_keep(world->builder, &frees, count_frees);
  lp_builder_finish(world->builder);
  lp_document_free(world->document);
  assert_int_equal(frees, 1);
  world->document = lp_document_new(world->account);
  world->builder = lp_builder_new(world->document);
}

static void metadata_is_trimmed_and_the_first_stays(void **state) {
  World *world = *state;
  lp_builder_metadata(world->builder, LP_METADATA_TITLE, "  ");
  lp_builder_metadata(world->builder, LP_METADATA_TITLE, " One ");
  lp_builder_metadata(world->builder, LP_METADATA_TITLE, "Two");
  assert_string_equal(lp_document_metadata(world->document, LP_METADATA_TITLE), "One");
  assert_int_equal(lp_metadata_by_name("embargo"), LP_METADATA_EMBARGO);
  assert_int_equal(lp_metadata_by_name("nothing"), LP_METADATA_COUNT);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(the_table_of_kinds_is_whole),
      TEST(text_of_one_style_is_one_node),
      TEST(missing_parents_are_opened),
      TEST(a_block_in_a_paragraph_goes_behind_it),
      TEST(a_span_is_told_when_the_rows_below_are_known),
      TEST(a_leaf_may_be_taken_back),
      TEST(notes_go_to_the_end),
      TEST(a_revision_of_rows_stands_in_a_table),
      TEST(what_cannot_be_mended_is_refused),
      TEST(depth_is_bounded),
      TEST(nodes_are_bounded),
      TEST(text_is_made_valid),
      TEST(links_keep_to_safe_schemes),
      TEST(styles_are_interned),
      TEST(the_editor_counts),
      TEST(a_kind_without_a_row_takes_its_fallback),
      TEST(numbers),
      TEST(pictures_are_known_by_their_bytes),
      TEST(headers_of_pictures_may_be_cut_anywhere),
      TEST(the_document_frees_what_it_keeps),
      TEST(metadata_is_trimmed_and_the_first_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
