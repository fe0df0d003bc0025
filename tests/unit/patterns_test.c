/* Hyphenation patterns of plugins/pdf: the same points as libhyphen, from the same files. */
#include "config.h"

#include "paragraph/patterns.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <hyphen.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t points_of_library(HyphenDict *dictionary, const char *word, size_t length) {
  char marks[PATTERNS_LONGEST_WORD * 4 + 8], **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  uint64_t points = 0;
  hnj_hyphen_hyphenate3(dictionary, word, (int)length, marks, NULL, &replacements, &positions, &cuts, 2, 2, 2,
                        2);
  for (size_t i = 0; i + 1 < length; i++) {
    if (marks[i] & 1 && !(replacements && replacements[i]))
      points |= UINT64_C(1) << (i + 1);
  }
  for (size_t i = 0; replacements && i < length; i++)
    free(replacements[i]);
  free(replacements);
  free(positions);
  free(cuts);
  return points;
}

/* The letters of the file's own patterns, put together by twos, are words that try all of its table. */
static GPtrArray *words_of(const char *file) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  char *contents = NULL;
  assert_true(g_file_get_contents(file, &contents, NULL, NULL));
  char **lines = g_strsplit(contents, "\n", -1);
  GString *word = g_string_new(NULL);
  for (char **line = lines; *line; line++) {
    if (g_ascii_isupper((*line)[0]))
      continue;
    for (const char *at = *line; *at && *at != '/'; at++) {
      if (g_ascii_islower(*at))
        g_string_append_c(word, *at);
    }
    if (word->len >= 8 && word->len < PATTERNS_LONGEST_WORD / 2) {
      g_ptr_array_add(words, g_strdup(word->str));
      g_string_truncate(word, 0);
    } else if (word->len >= PATTERNS_LONGEST_WORD / 2) {
      g_string_truncate(word, 0);
    }
  }
  g_string_free(word, TRUE);
  g_strfreev(lines);
  g_free(contents);
  return words;
}

static void points_are_those_of_libhyphen(void **state) {
  (void)state;
  static const char *const FILES[] = {"/usr/share/hyphen/hyph_en_GB.dic", "/usr/share/hyphen/hyph_en_US.dic"};
  for (size_t f = 0; f < G_N_ELEMENTS(FILES); f++) {
    Patterns *patterns = patterns_load(FILES[f]);
    HyphenDict *dictionary = hnj_hyphen_load(FILES[f]);
    assert_non_null(patterns);
    assert_non_null(dictionary);
    GPtrArray *words = words_of(FILES[f]);
    assert_true(words->len > 2000);
    for (guint i = 0; i < words->len; i++) {
      const char *word = words->pdata[i];
      size_t length = strlen(word);
      assert_true(patterns_points(patterns, word, length, length) ==
                  points_of_library(dictionary, word, length));
    }
    g_ptr_array_free(words, TRUE);
    hnj_hyphen_free(dictionary);
    patterns_free(patterns);
  }
}

/* ---- Files of our own ---- */

static Patterns *load_text(const char *text) {
  char *name = NULL;
  int file = g_file_open_tmp("patterns-XXXXXX", &name, NULL);
  assert_true(file >= 0);
  assert_true(g_file_set_contents(name, text, -1, NULL));
  g_close(file, NULL);
  Patterns *patterns = patterns_load(name);
  g_unlink(name);
  g_free(name);
  return patterns;
}

static uint64_t points(const Patterns *patterns, const char *word) {
  return patterns_points(patterns, word, strlen(word), (size_t)g_utf8_strlen(word, -1));
}

static void letters_are_counted_not_bytes(void **state) {
  (void)state;
  Patterns *patterns = load_text("UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\né1t\n");
  assert_int_equal(points(patterns, "éétéé"), 1 << 2);
  patterns_free(patterns);
}

static void other_encodings_are_read(void **state) {
  (void)state;
  Patterns *patterns = load_text("ISO8859-1\n\xe9"
                                 "1t\n");
  assert_int_equal(points(patterns, "éétéé"), 1 << 2);
  patterns_free(patterns);
}

static void points_that_change_the_spelling_are_left_out(void **state) {
  (void)state;
  Patterns *patterns = load_text("UTF-8\nc1k/k=k,1,2\na1b\n");
  assert_int_equal(points(patterns, "zuckaab"), 0);
  assert_int_equal(points(patterns, "aabaaa"), 1 << 2);
  patterns_free(patterns);
}

static void the_last_level_counts(void **state) {
  (void)state;
  Patterns *patterns = load_text("UTF-8\na1b\nNEXTLEVEL\nb1c\n");
  assert_int_equal(points(patterns, "aabcaa"), 1 << 3);
  patterns_free(patterns);
}

static void broken_files_do_no_harm(void **state) {
  (void)state;
  static const char *const BROKEN[] = {"",
                                       "UTF-8",
                                       "UTF-8\n",
                                       "NO-SUCH-CODE\na1b\n",
                                       "UTF-8\n\xff\xfe\n",
                                       "UTF-8\nLEFTHYPHENMIN\n\n1\n11111\n.\n"};
  for (size_t i = 0; i < G_N_ELEMENTS(BROKEN); i++) {
    Patterns *patterns = load_text(BROKEN[i]);
    if (patterns)
      assert_int_equal(points(patterns, "abababab"), 0);
    patterns_free(patterns);
  }
  assert_null(patterns_load("/nonexistent/hyph.dic"));
}

int main(void) {
  const struct CMUnitTest cases[] = {
      cmocka_unit_test(points_are_those_of_libhyphen),
      cmocka_unit_test(letters_are_counted_not_bytes),
      cmocka_unit_test(other_encodings_are_read),
      cmocka_unit_test(points_that_change_the_spelling_are_left_out),
      cmocka_unit_test(the_last_level_counts),
      cmocka_unit_test(broken_files_do_no_harm),
  };
  return cmocka_run_group_tests(cases, NULL, NULL);
}
