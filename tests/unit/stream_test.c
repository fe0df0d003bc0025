/* Sources, sinks, the markup writer. */
#include "config.h"

#include "account/account.h"
#include "stream/open.h"

#include <letterpress/markup.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void memory_is_read_at_any_offset(void **state) {
  (void)state;
  LpSource *source = lp_source_new_bytes("name", "abcdef", 6);
  char buffer[8] = "";
  assert_int_equal(lp_source_read_at(source, 4, buffer, 8), 2);
  assert_memory_equal(buffer, "ef", 2);
  assert_int_equal(lp_source_read_at(source, 6, buffer, 8), 0);
  assert_int_equal(lp_source_read_at(source, -1, buffer, 8), 0);
  size_t n;
  const uint8_t *bytes = lp_source_bytes(source, &n);
  assert_int_equal(n, 6);
  assert_string_equal((const char *)bytes, "abcdef");
  lp_source_free(source);
}

static void a_pipe_is_spooled(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], "over a pipe", 11), 11);
  close(ends[1]);
  LpSource *source = lp_source_new_descriptor("standard input", ends[0], account);
  assert_non_null(source);
  close(ends[0]);
  assert_int_equal(lp_source_size(source), 11);
  char buffer[4];
  assert_int_equal(lp_source_read_at(source, 7, buffer, 4), 4);
  assert_memory_equal(buffer, "pipe", 4);
  lp_source_free(source);
  lp_account_free(account);
}

static void an_input_over_the_limit_is_refused(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  lp_account_set_limit(account, LP_LIMIT_INPUT_BYTES, 4);
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], "12345", 5), 5);
  close(ends[1]);
  assert_null(lp_source_new_descriptor("standard input", ends[0], account));
  close(ends[0]);
  assert_int_equal(lp_account_class(account), LP_CLASS_LIMIT);
  lp_account_free(account);
}

static void a_folder_is_no_draft(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  int folder = open("/", O_RDONLY | O_DIRECTORY);
  assert_null(lp_source_new_descriptor("/", folder, account));
  close(folder);
  assert_int_equal(lp_account_class(account), LP_CLASS_INPUT);
  lp_account_free(account);
}

static void a_full_device_breaks_the_sink(void **state) {
  (void)state;
  int full = open("/dev/full", O_WRONLY);
  assert_true(full >= 0);
  LpSink *sink = lp_sink_new_descriptor(full, INT64_MAX);
  lp_sink_text(sink, "text");
  assert_false(lp_sink_broken(sink)); /* still in the buffer */
  assert_int_equal(lp_sink_finish(sink), ENOSPC);
  lp_sink_text(sink, "more");
  assert_int_equal(lp_sink_finish(sink), ENOSPC);
  lp_sink_free(sink);
  close(full);
}

static void a_limit_breaks_the_sink(void **state) {
  (void)state;
  int null = open("/dev/null", O_WRONLY);
  LpSink *sink = lp_sink_new_descriptor(null, 5);
  lp_sink_text(sink, "12345");
  assert_false(lp_sink_broken(sink));
  lp_sink_text(sink, "6");
  assert_int_equal(lp_sink_finish(sink), EFBIG);
  assert_int_equal(lp_sink_position(sink), 5);
  lp_sink_free(sink);
  close(null);
}

static void large_and_small_writes_keep_their_order(void **state) {
  (void)state;
  char path[] = "/tmp/stream_test_XXXXXX";
  int file = mkstemp(path);
  unlink(path);
  LpSink *sink = lp_sink_new_descriptor(file, INT64_MAX);
  enum { LARGE = 200000 };
  char *large = malloc(LARGE);
  memset(large, 'L', LARGE);
  lp_sink_text(sink, "a");
  lp_sink_write(sink, large, LARGE);
  lp_sink_text(sink, "z");
  assert_int_equal(lp_sink_finish(sink), 0);
  assert_int_equal(lp_sink_position(sink), LARGE + 2);
  char ends[2];
  assert_int_equal(pread(file, ends, 1, 0), 1);
  assert_int_equal(pread(file, ends + 1, 1, LARGE + 1), 1);
  assert_memory_equal(ends, "az", 2);
  free(large);
  lp_sink_free(sink);
  close(file);
}

static char *written(LpSink *sink) {
  lp_sink_write(sink, "", 1);
  size_t n;
  return (char *)(uintptr_t)lp_sink_bytes(sink, &n);
}

static void thousandths(void **state) {
  (void)state;
  LpSink *sink = lp_sink_new_memory();
  static const int64_t values[] = {0, 1500, -250, 1000, 7, -1, INT64_C(123456789012)};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
    lp_sink_thousandths(sink, values[i]);
    lp_sink_text(sink, " ");
  }
  assert_string_equal(written(sink), "0 1.5 -0.25 1 0.007 -0.001 123456789.012 ");
  lp_sink_free(sink);
}

static void base64_is_padded_at_the_end_only(void **state) {
  (void)state;
  LpSink *sink = lp_sink_new_memory();
  uint8_t many[3073];
  memset(many, 0xFF, sizeof many);
  lp_sink_base64(sink, many, sizeof many);
  assert_int_equal(lp_sink_position(sink), 4100);
  lp_sink_base64(sink, "", 0);
  lp_sink_base64(sink, "f", 1);
  lp_sink_base64(sink, "fo", 2);
  lp_sink_base64(sink, "foo", 3);
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_HTML);
  lp_markup_open(markup, "img");
  lp_markup_attribute_data(markup, "src", "image/png", "foo", 3);
  lp_markup_free(markup);
  assert_string_equal(written(sink) + 4092, "/////w==Zg==Zm8=Zm9v<img src=\"data:image/png;base64,Zm9v\">");
  lp_sink_free(sink);
}

static void xml_is_escaped_and_closed(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  lp_ledger_begin(account, LP_PHASE_WRITING, 5);
  LpSink *sink = lp_sink_new_memory();
  LpMarkup *markup = lp_markup_new(sink, account, LP_MARKUP_XML);
  lp_markup_open(markup, "a");
  lp_markup_attribute(markup, "b", "<\"&\n\t>");
  lp_markup_attribute(markup, "absent", NULL);
  lp_markup_attribute_points(markup, "c", 142875);
  lp_markup_text(markup, "1 < 2 & 3", 9);
  lp_markup_open(markup, "empty");
  lp_markup_close(markup);
  lp_markup_open(markup, "left-open");
  lp_markup_generated(markup, "page");
  lp_markup_free(markup);
  assert_string_equal(written(sink),
                      "<a b=\"&lt;&quot;&amp;&#10;&#9;&gt;\" c=\"11.25pt\">1 &lt; 2 &amp; 3<empty/>"
                      "<left-open>page</left-open></a>");
  assert_true(lp_ledger_balance(account, LP_PHASE_WRITING));
  lp_sink_free(sink);
  lp_account_free(account);
}

static void html_has_void_elements(void **state) {
  (void)state;
  LpSink *sink = lp_sink_new_memory();
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_HTML);
  lp_markup_open(markup, "p");
  lp_markup_open(markup, "br");
  lp_markup_close(markup);
  lp_markup_open(markup, "span");
  size_t depth = lp_markup_depth(markup);
  lp_markup_open(markup, "b");
  lp_markup_close_to(markup, depth);
  lp_markup_close(markup);
  lp_markup_free(markup);
  assert_string_equal(written(sink), "<p><br><span><b></b></span></p>");
  lp_sink_free(sink);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(memory_is_read_at_any_offset),
      cmocka_unit_test(a_pipe_is_spooled),
      cmocka_unit_test(an_input_over_the_limit_is_refused),
      cmocka_unit_test(a_folder_is_no_draft),
      cmocka_unit_test(a_full_device_breaks_the_sink),
      cmocka_unit_test(a_limit_breaks_the_sink),
      cmocka_unit_test(large_and_small_writes_keep_their_order),
      cmocka_unit_test(thousandths),
      cmocka_unit_test(base64_is_padded_at_the_end_only),
      cmocka_unit_test(xml_is_escaped_and_closed),
      cmocka_unit_test(html_has_void_elements),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
