/* Statements written as PDF: how many pages, what is on them, what was reported. "pdf_pages_test NAME FILE"
 * writes a sample for tests/pdf. */
#include "config.h"

#include "page/characters.h"
#include "pdf/statement.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const sentence =
    "Members welcomed an update from the Secretariat on the pilot at four airports, and asked that figures "
    "be "
    "read together with the number of places in shelters and of officers on duty at night.";

static bool holds(const GByteArray *bytes, const char *text) {
  return memmem(bytes->data, bytes->len, text, strlen(text)) != NULL;
}

static Statement *titled(void) {
  Statement *statement = statement_new(NULL);
  statement->occasion = (LpOccasion){.title = "Progress report", .date = "30 August 2024"};
  statement_heading(statement, 1, LP_ROLE_TITLE, "Progress report");
  return statement;
}

static void assert_sound(Statement *statement, GByteArray *bytes) {
  assert_non_null(bytes);
  assert_int_equal(statement->verdict, LP_DONE);
  assert_true(bytes->len > 8 && memcmp(bytes->data, "%PDF-1.7", 8) == 0);
  assert_true(lp_ledger_balance(statement->account, LP_PHASE_WRITING));
  assert_false(lp_account_warned(statement->account));
}

static void an_empty_statement_is_a_page(void **state) {
  (void)state;
  Statement *statement = titled();
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static GByteArray *long_one(int paragraphs) {
  Statement *statement = titled();
  for (int i = 0; i < paragraphs; i++)
    statement_paragraph(statement, LP_ROLE_BODY, sentence);
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  statement_free(statement);
  return bytes;
}

static void the_same_statement_gives_the_same_bytes(void **state) {
  (void)state;
  GByteArray *first = long_one(40), *second = long_one(40);
  assert_int_equal(first->len, second->len);
  assert_memory_equal(first->data, second->data, first->len);
  g_byte_array_unref(first);
  g_byte_array_unref(second);
}

/* The running head has room for some of it: it is cut word by word. */
static void a_long_title_is_cut_in_the_running_head(void **state) {
  (void)state;
  Statement *statement = titled();
  statement->occasion.title =
      "Statement on the conclusions of the open-ended consultation concerning the identification, "
      "referral and long-term support of unaccompanied children in irregular movements";
  for (int i = 0; i < 30; i++)
    statement_paragraph(statement, LP_ROLE_BODY, sentence);
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static void a_statement_without_title_says_so(void **state) {
  (void)state;
  Statement *statement = statement_new(NULL);
  statement_paragraph(statement, LP_ROLE_BODY, sentence);
  GByteArray *bytes = statement_write(statement);
  assert_non_null(bytes);
  assert_int_equal(lp_account_code_count(statement->account, "pdf.no-title"), 1);
  assert_true(holds(bytes, "The Bali Process"));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static void a_character_without_glyph_is_told(void **state) {
  (void)state;
  Statement *statement = titled();
  statement_paragraph(statement, LP_ROLE_BODY,
                      "A sign \xF0\x9F\xBF\xBA of no font, twice: \xF0\x9F\xBF\xBA.");
  GByteArray *bytes = statement_write(statement);
  assert_non_null(bytes);
  assert_int_equal(lp_account_code_count(statement->account, "pdf.missing-glyph"), 1);
  assert_int_equal(statement->verdict, LP_DONE_WITH_LOSSES);
  assert_int_equal(lp_ledger(statement->account, LP_PHASE_WRITING)->left[LP_REASON_FALLBACK], 2);
  assert_true(lp_ledger_balance(statement->account, LP_PHASE_WRITING));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static void a_picture_that_is_missing_is_told(void **state) {
  (void)state;
  Statement *statement = titled();
  statement_open(statement, LP_KIND_PARAGRAPH, LP_ROLE_BODY);
  lp_builder_leaf(statement->builder, LP_KIND_IMAGE, NULL);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_RESOURCE, 7);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_ALTERNATIVE, "A map of the four airports");
  statement_close(statement, LP_KIND_PARAGRAPH);
  GByteArray *bytes = statement_write(statement);
  assert_non_null(bytes);
  assert_int_equal(lp_account_code_count(statement->account, "pdf.missing-picture"), 1);
  assert_true(lp_ledger_balance(statement->account, LP_PHASE_WRITING));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

/* A white PNG of 1600 x 800 pixels, one bit each. */
static const uint8_t wide_png[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x06, 0x40, 0x00, 0x00, 0x03, 0x20, 0x01, 0x00, 0x00, 0x00, 0x00, 0x53, 0xbb, 0x93, 0xf7, 0x00,
    0x00, 0x02, 0x89, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0xed, 0xcf, 0x01, 0x09, 0x00, 0x00, 0x0c, 0x03,
    0xa0, 0xf5, 0x2f, 0xbd, 0xc5, 0x38, 0x1c, 0x6d, 0x60, 0xfa, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44,
    0x44, 0x44, 0x44, 0x44, 0xee, 0x0c, 0x66, 0x4c, 0xb3, 0x73, 0x86, 0xdf, 0x0c, 0x79, 0x00, 0x00, 0x00,
    0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

static uint8_t *read_picture(void *holder, const char *name, size_t *n) {
  (void)holder;
  *n = strcmp(name, "cut") == 0 ? sizeof wide_png / 2 : sizeof wide_png;
  uint8_t *bytes = malloc(*n);
  assert_non_null(bytes);
  memcpy(bytes, wide_png, *n);
  return bytes;
}

/* href: of a link around the picture, or NULL. */
static void add_picture(Statement *statement, const char *name, const char *alternative, const char *href) {
  const int32_t resource = lp_builder_resource(statement->builder, name, sizeof wide_png, wide_png,
                                               sizeof wide_png, read_picture, statement);
  statement_open(statement, LP_KIND_PARAGRAPH, LP_ROLE_BODY);
  statement_text(statement, "Before ", NULL);
  if (href != NULL) {
    lp_builder_open(statement->builder, LP_KIND_LINK, NULL);
    lp_builder_string(statement->builder, LP_ATTRIBUTE_HREF, href);
  }
  lp_builder_leaf(statement->builder, LP_KIND_IMAGE, NULL);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_RESOURCE, resource);
  if (alternative == NULL)
    lp_builder_integer(statement->builder, LP_ATTRIBUTE_DECORATIVE, 1);
  else
    lp_builder_string(statement->builder, LP_ATTRIBUTE_ALTERNATIVE, alternative);
  if (href != NULL)
    statement_close(statement, LP_KIND_LINK);
  statement_text(statement, " and after.", NULL);
  statement_close(statement, LP_KIND_PARAGRAPH);
}

/* In the flow and in a cell, with a description, without one, as decoration. */
static void pictures_build(Statement *statement) {
  statement->occasion.title = "Pictures";
  add_picture(statement, "wide", "A white field", "https://www.baliprocess.net/");
  add_picture(statement, "wide", NULL, NULL);
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  lp_builder_open(statement->builder, LP_KIND_ROW, NULL);
  statement_cell(statement, sentence, LP_ALIGN_START, false, 1, 1);
  lp_builder_open(statement->builder, LP_KIND_CELL, NULL);
  add_picture(statement, "wide", "A white field in a cell", NULL);
  statement_close(statement, LP_KIND_CELL);
  statement_close(statement, LP_KIND_ROW);
  statement_close(statement, LP_KIND_TABLE);
}

static void pictures_are_written(void **state) {
  (void)state;
  Statement *statement = titled();
  pictures_build(statement);
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  assert_true(holds(bytes, "/Width 1600/Height 800"));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static void a_picture_without_description_or_whole_is_told(void **state) {
  (void)state;
  Statement *statement = titled();
  add_picture(statement, "wide", "", NULL);
  add_picture(statement, "cut", "What the picture showed", NULL);
  GByteArray *bytes = statement_write(statement);
  assert_non_null(bytes);
  assert_int_equal(lp_account_code_count(statement->account, "pdf.no-alternative"), 1);
  assert_int_equal(lp_account_code_count(statement->account, "pdf.missing-picture"), 1);
  assert_true(lp_ledger_balance(statement->account, LP_PHASE_WRITING));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static void too_many_pages_are_refused(void **state) {
  (void)state;
  Statement *statement = titled();
  lp_account_set_limit(statement->account, LP_LIMIT_PAGES, 3);
  for (int i = 0; i < 200; i++)
    statement_paragraph(statement, LP_ROLE_BODY, sentence);
  assert_null(statement_write(statement));
  assert_int_equal(lp_account_class(statement->account), LP_CLASS_LIMIT);
  statement_free(statement);
}

static void what_may_not_be_said_of_a_glyph_is_replaced(void **state) {
  (void)state;
  assert_null(sayable("said", 4));
  assert_null(sayable("\xEF\xBC\x81", 3)); /* U+FF01 */
  char *said = sayable("a\xEF\xBB\xBF"
                       "b\xEF\xBF\xBF",
                       8);
  assert_string_equal(said, "a\xE2\x81\xA0"
                            "b\xEF\xBF\xBD");
  assert_int_equal(lp_characters(said, strlen(said)), 4);
  g_free(said);
  said = sayable("\xEF\x82\xB7 \xF3\xB0\x80\x81", 8); /* U+F0B7, U+F0001 */
  assert_string_equal(said, "\xEF\xBF\xBD \xEF\xBF\xBD");
  g_free(said);
}

/* A sign of a symbol font as a label, text of private use, a byte order mark: no fault of the file, nothing
 * lost. */
static void characters_build(Statement *statement) {
  lp_builder_open(statement->builder, LP_KIND_LIST, NULL);
  lp_builder_open(statement->builder, LP_KIND_LIST_ITEM, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_MARKER, "\xEF\x82\xB7");
  statement_paragraph(statement, LP_ROLE_LIST, "One\xEF\xBB\xBF two \xEF\x82\xAE three");
  statement_close(statement, LP_KIND_LIST_ITEM);
  statement_close(statement, LP_KIND_LIST);
}

static void odd_characters_are_accounted_for(void **state) {
  (void)state;
  Statement *statement = titled();
  characters_build(statement);
  GByteArray *bytes = statement_write(statement);
  assert_non_null(bytes);
  assert_true(lp_ledger_balance(statement->account, LP_PHASE_WRITING));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

/* Tables that are all head, without cells, or without rows. */
static void odd_tables_build(Statement *statement) {
  for (int rows = 0; rows < 3; rows++) {
    lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
    lp_builder_open(statement->builder, LP_KIND_ROW_GROUP, NULL);
    lp_builder_integer(statement->builder, LP_ATTRIBUTE_HEADER, 1);
    for (int row = 0; row < rows; row++) {
      lp_builder_open(statement->builder, LP_KIND_ROW, NULL);
      if (row > 0)
        statement_cell(statement, "alone", LP_ALIGN_START, true, 40, 40);
      statement_close(statement, LP_KIND_ROW);
    }
    statement_close(statement, LP_KIND_ROW_GROUP);
    statement_close(statement, LP_KIND_TABLE);
  }
}

static void odd_tables_are_written(void **state) {
  (void)state;
  Statement *statement = titled();
  odd_tables_build(statement);
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  g_byte_array_unref(bytes);
  statement_free(statement);
}

/* Cells that span more rows than there are, over columns that others span: none is lost. */
static void overlaps_build(Statement *statement) {
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  for (int row = 0; row < 30; row++) {
    lp_builder_open(statement->builder, LP_KIND_ROW, NULL);
    for (int cell = 0; cell < 5; cell++)
      statement_cell(statement, sentence, LP_ALIGN_START, false, 1 + (row * 3 + cell) % 4,
                     1 + (row + cell * 7) % 9);
    statement_close(statement, LP_KIND_ROW);
  }
  statement_close(statement, LP_KIND_TABLE);
}

static void overlapping_spans_are_written(void **state) {
  (void)state;
  Statement *statement = titled();
  overlaps_build(statement);
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  g_byte_array_unref(bytes);
  statement_free(statement);
}

/* Tables in tables, as deep as the builder lets them be, and boxes and signatures in cells. */
static void deep_build(Statement *statement) {
  static const LpKind kinds[] = {LP_KIND_TABLE, LP_KIND_TEXT_BOX, LP_KIND_SIGNATURE_BLOCK, LP_KIND_LIST,
                                 LP_KIND_QUOTE};
  for (int depth = 0; depth < 60; depth++) {
    lp_builder_open(statement->builder, kinds[depth % 5], NULL);
    if (kinds[depth % 5] == LP_KIND_TABLE) {
      lp_builder_open(statement->builder, LP_KIND_ROW, NULL);
      lp_builder_open(statement->builder, LP_KIND_CELL, NULL);
    } else if (kinds[depth % 5] == LP_KIND_LIST) {
      lp_builder_open(statement->builder, LP_KIND_LIST_ITEM, NULL);
    }
    statement_paragraph(statement, LP_ROLE_BODY, "Deeper and deeper.");
  }
}

/* What no reader limits. */
static void signatures_within_signatures_are_written(void **state) {
  (void)state;
  Statement *statement = titled();
  for (int depth = 0; depth < 20000; depth++)
    lp_builder_open(statement->builder, LP_KIND_SIGNATURE_BLOCK, NULL);
  statement_paragraph(statement, LP_ROLE_SIGNATURE_NAME, "For all of them");
  GByteArray *bytes = statement_write(statement);
  assert_sound(statement, bytes);
  g_byte_array_unref(bytes);
  statement_free(statement);
}

static void deep_boxes_are_written(void **state) {
  (void)state;
  Statement *statement = titled();
  deep_build(statement);
  GByteArray *bytes = statement_write(statement);
  assert_non_null(bytes);
  assert_true(lp_ledger_balance(statement->account, LP_PHASE_WRITING));
  g_byte_array_unref(bytes);
  statement_free(statement);
}

/* A landmark of a sample: a paragraph whose words give its number. */
static void add_numbered(Statement *statement, int number) {
  char text[256];
  (void)snprintf(text, sizeof text, "Paragraph %d. %s", number, sentence);
  statement_paragraph(statement, LP_ROLE_BODY, text);
}

static void long_build(Statement *statement) {
  statement->occasion = (LpOccasion){.title = "Long statement", .date = "30 August 2024", .mark = "DRAFT"};
  statement_heading(statement, 1, LP_ROLE_TITLE, "Long statement");
  for (int i = 1; i <= 400; i++) {
    if (i % 40 == 0)
      statement_heading(statement, 2, LP_ROLE_HEADING_1, "A further part of the statement");
    add_numbered(statement, i);
  }
}

static void odd_build(Statement *statement) {
  statement->occasion.title = "Odd things";
  statement_heading(statement, 3, LP_ROLE_HEADING_2, "A heading that begins at the third level");
  characters_build(statement);
  odd_tables_build(statement);
  overlaps_build(statement);
  deep_build(statement);
}

static int write_sample(const char *kind, const char *path) {
  Statement *statement = statement_new(NULL);
  if (strcmp(kind, "report") == 0)
    report_build(statement, 8);
  else if (strcmp(kind, "tables") == 0)
    tables_build(statement);
  else if (strcmp(kind, "pictures") == 0)
    pictures_build(statement);
  else if (strcmp(kind, "odd") == 0)
    odd_build(statement);
  else
    long_build(statement);
  if (strcmp(kind, "mirrored") == 0)
    statement->occasion.language = "ar";
  GByteArray *bytes = statement_write(statement);
  const bool is_balanced = lp_ledger_balance(statement->account, LP_PHASE_WRITING);
  const bool is_written =
      bytes != NULL && g_file_set_contents(path, (const char *)bytes->data, bytes->len, NULL);
  if (bytes != NULL)
    g_byte_array_unref(bytes);
  statement_free(statement);
  return is_written && is_balanced ? 0 : 1;
}

int main(int argc, char **argv) {
  if (argc == 3)
    return write_sample(argv[1], argv[2]);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_empty_statement_is_a_page),
      cmocka_unit_test(the_same_statement_gives_the_same_bytes),
      cmocka_unit_test(a_long_title_is_cut_in_the_running_head),
      cmocka_unit_test(a_statement_without_title_says_so),
      cmocka_unit_test(a_character_without_glyph_is_told),
      cmocka_unit_test(a_picture_that_is_missing_is_told),
      cmocka_unit_test(pictures_are_written),
      cmocka_unit_test(a_picture_without_description_or_whole_is_told),
      cmocka_unit_test(too_many_pages_are_refused),
      cmocka_unit_test(what_may_not_be_said_of_a_glyph_is_replaced),
      cmocka_unit_test(odd_characters_are_accounted_for),
      cmocka_unit_test(odd_tables_are_written),
      cmocka_unit_test(overlapping_spans_are_written),
      cmocka_unit_test(deep_boxes_are_written),
      cmocka_unit_test(signatures_within_signatures_are_written),
  };
  return cmocka_run_group_tests_name("pdf_pages", tests, NULL, NULL);
}
