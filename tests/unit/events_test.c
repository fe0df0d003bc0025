/* plugins/events: what is written is read back as the same tree; what is wrong is named. */
#include "config.h"

#include "account/account.h"
#include "call/call.h"
#include "document/edit.h"
#include "document/kinds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

static const LpFormat *events;

static int load(void **state) {
  (void)state;
  void *handle = dlopen("./.libs/events.so", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    print_error("%s\n", dlerror());
    return -1;
  }
  const LpPlugin *plugin = dlsym(handle, "letterpress_plugin");
  events = plugin ? plugin->formats[0] : NULL;
  return events ? 0 : -1;
}

typedef struct Tree {
  LpAccount *account;
  LpDocument *document;
  LpSource *source;
  LpVerdict verdict;
} Tree;

static Tree read_events(const char *bytes, size_t n) {
  Tree tree = {.account = lp_account_new()};
  tree.document = lp_document_new(tree.account);
  tree.source = lp_source_new_bytes("events", bytes, n);
  lp_ledger_begin(tree.account, LP_PHASE_READING, 0);
  LpReading reading = {.format = events,
                       .source = tree.source,
                       .builder = lp_builder_new(tree.document),
                       .account = tree.account};
  tree.verdict = events->read(&reading);
  lp_builder_finish(reading.builder);
  return tree;
}

static void drop(Tree *tree) {
  lp_document_free(tree->document);
  lp_source_free(tree->source);
  lp_account_free(tree->account);
}

static GString *write_events(const LpDocument *document, LpAccount *account, const char *resources) {
  LpSink *sink = lp_sink_new_memory();
  LpOptionValue option = {"resources", resources};
  LpWriting writing = {.format = events,
                       .document = document,
                       .sink = sink,
                       .account = account,
                       .options = &option,
                       .option_count = 1};
  lp_ledger_begin(account, LP_PHASE_WRITING, lp_node_characters(lp_document_root(document)));
  assert_int_equal(events->write(&writing), LP_DONE);
  assert_true(lp_ledger_balance(account, LP_PHASE_WRITING));
  lp_writing_end(&writing);
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  GString *text = g_string_new_len((const char *)bytes, (gssize)n);
  lp_sink_free(sink);
  return text;
}

static void random_attribute(GRand *random, LpBuilder *builder) {
  static const int32_t lengths[] = {1, -2, INT32_MAX};
  LpAttribute attribute = (LpAttribute)g_rand_int_range(random, 1, LP_ATTRIBUTE_COUNT);
  if (!lp_attribute_name(attribute) || attribute == LP_ATTRIBUTE_HREF || attribute == LP_ATTRIBUTE_RESOURCE)
    return;
  if (lp_attribute_type(attribute) == LP_TYPE_STRING)
    lp_builder_string(builder, attribute, "a \"quoted\" \\ ຖະ");
  else if (lp_attribute_type(attribute) == LP_TYPE_LENGTHS)
    lp_builder_lengths(builder, attribute, lengths, (size_t)g_rand_int_range(random, 0, 4));
  else
    lp_builder_integer(builder, attribute, g_rand_int_range(random, -5, 5));
}

static const LpStyle *random_style(GRand *random, LpDocument *document) {
  const LpStyle *style = NULL;
  for (int i = g_rand_int_range(random, 0, 4); i > 0; i--) {
    LpProperty property = (LpProperty)g_rand_int_range(random, 0, LP_PROPERTY_COUNT);
    if (!lp_property_name(property))
      continue;
    style = lp_property_type(property) == LP_TYPE_STRING
                ? lp_style_with_string(document, style, property, i % 2 ? "one" : "two")
                : lp_style_with_integer(document, style, property, g_rand_int_range(random, -2, 3));
  }
  return style;
}

static void random_call(GRand *random, LpBuilder *builder, LpDocument *document) {
  LpKind kind = (LpKind)g_rand_int_range(random, 0, LP_KIND_COUNT);
  LpPlace place = {"part", (uint32_t)g_rand_int_range(random, 0, 9), 1};
  switch (g_rand_int_range(random, 0, 8)) {
  case 0:
  case 1: lp_builder_open(builder, kind, &place); break;
  case 2: lp_builder_close(builder, kind); break;
  case 3: lp_builder_leaf(builder, kind, &place); break;
  case 4: random_attribute(random, builder); break;
  case 5: lp_builder_style(builder, random_style(random, document)); break;
  case 6: lp_builder_text_style(builder, random_style(random, document)); break;
  default: lp_builder_text(builder, "word \n\"ຖ\" ", strlen("word \n\"ຖ\" "), &place); break;
  }
}

static void whatever_a_reader_builds_comes_back(void **state) {
  (void)state;
  GRand *random = g_rand_new_with_seed(1847);
  for (int round = 0; round < 1500; round++) {
    LpAccount *account = lp_account_new();
    LpDocument *document = lp_document_new(account);
    LpBuilder *builder = lp_builder_new(document);
    for (int i = g_rand_int_range(random, 1, 120); i > 0; i--)
      random_call(random, builder, document);
    lp_builder_metadata(builder, LP_METADATA_TITLE, "Title");
    lp_builder_finish(builder);
    GString *first = write_events(document, account, "data");
    Tree tree = read_events(first->str, first->len);
    assert_int_equal(tree.verdict, LP_DONE);
    if (lp_account_code_count(tree.account, "builder.refused") > 0)
      print_error("round %d: %s\n%s", round, lp_account_diagnostic(tree.account, 0)->sentence, first->str);
    assert_int_equal(lp_account_code_count(tree.account, "builder.refused"), 0);
    assert_true(lp_ledger_balance(tree.account, LP_PHASE_READING));
    GString *second = write_events(tree.document, tree.account, "data");
    assert_string_equal(first->str, second->str);
    g_string_free(first, TRUE);
    g_string_free(second, TRUE);
    drop(&tree);
    lp_document_free(document);
    lp_account_free(account);
  }
  g_rand_free(random);
}

static uint8_t *ten_bytes(void *holder, const char *name, size_t *n) {
  (void)holder, (void)name;
  *n = 10;
  uint8_t *bytes = malloc(10);
  memcpy(bytes, "\x89PNG\r\n\x1a\n\0\1", 10);
  return bytes;
}

static void pictures_come_back(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  LpDocument *document = lp_document_new(account);
  LpBuilder *builder = lp_builder_new(document);
  int32_t number = lp_builder_resource(builder, "a.png", 10, (const uint8_t *)"\x89PNG\r\n\x1a\n\0\1", 10,
                                       ten_bytes, document);
  lp_builder_leaf(builder, LP_KIND_IMAGE, NULL);
  lp_builder_integer(builder, LP_ATTRIBUTE_RESOURCE, number);
  lp_builder_finish(builder);
  GString *text = write_events(document, account, "data");
  Tree tree = read_events(text->str, text->len);
  const LpResource *resource = lp_document_resource(tree.document, 0);
  assert_non_null(resource);
  assert_int_equal(lp_resource_media_type(resource), LP_MEDIA_PNG);
  assert_int_equal(lp_resource_size(resource), 10);
  LpSource *source = lp_resource_open(resource);
  size_t n;
  assert_memory_equal(lp_source_bytes(source, &n), "\x89PNG\r\n\x1a\n\0\1", 10);
  assert_int_equal(n, 10);
  lp_source_free(source);
  drop(&tree);
  g_string_free(text, TRUE);
  text = write_events(document, account, "hash");
  assert_null(strstr(text->str, "\"data\""));
  assert_non_null(strstr(text->str, "\"sha-256\":\"289c77"));
  g_string_free(text, TRUE);
  lp_document_free(document);
  lp_account_free(account);
}

#define HELLO "{\"letterpress\":\"letterpress-events/1\"}\n"
#define END "{\"end\":true}\n"

static void assert_code(const char *text, const char *code, int class_) {
  Tree tree = read_events(text, strlen(text));
  if (lp_account_code_count(tree.account, code) == 0)
    print_error("%s: no %s\n", text, code);
  assert_true(lp_account_code_count(tree.account, code) > 0);
  assert_int_equal(lp_account_class(tree.account), class_);
  drop(&tree);
}

static void what_is_wrong_is_named(void **state) {
  (void)state;
  assert_code("", "events.not-events", LP_CLASS_FORMAT);
  assert_code("{}\n", "events.not-events", LP_CLASS_FORMAT);
  assert_code("no json\n", "events.not-events", LP_CLASS_FORMAT);
  assert_code("{\"letterpress\":\"letterpress-events/2\"}\n", "events.not-events", LP_CLASS_FORMAT);
  assert_code(HELLO, "events.cut-short", LP_CLASS_FORMAT);
  assert_code(HELLO "[]\n" END, "events.syntax", LP_CLASS_FORMAT);
  assert_code(HELLO "{\"text\":\"a\",\"text\":\"b\"}\n" END, "events.syntax", LP_CLASS_FORMAT);
  assert_code(HELLO "{\"open\":\"tab\"}\n" END, "events.syntax", LP_CLASS_FORMAT);
  assert_code(HELLO "{\"style\":\"x\",\"weight\":1}\n" END, "events.syntax", LP_CLASS_FORMAT);
  assert_code(HELLO "{\"text\":\"a\",\"style\":7}\n" END, "events.unknown-style", 0);
  assert_code(HELLO "{\"open\":\"hologram\"}\n{\"text\":\"a\"}\n{\"close\":\"hologram\"}\n" END,
              "events.unknown-kind", 0);
  assert_code(HELLO "{\"resource\":0}\n" END, "events.resource", 0);
}

static void what_is_newer_is_passed_over(void **state) {
  (void)state;
  static const char text[] = HELLO "{\"sound\":1}\n{\"open\":\"paragraph\",\"scent\":2,\"style\":0}\n{"
                                   "\"text\":\"kept\",\"colour\":{}}\n" END;
  Tree tree = read_events(text, sizeof text - 1);
  assert_int_equal(tree.verdict, LP_DONE);
  char *words = lp_node_text_below(lp_document_root(tree.document));
  assert_string_equal(words, "kept");
  g_free(words);
  drop(&tree);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whatever_a_reader_builds_comes_back),
      cmocka_unit_test(pictures_come_back),
      cmocka_unit_test(what_is_wrong_is_named),
      cmocka_unit_test(what_is_newer_is_passed_over),
  };
  return cmocka_run_group_tests(tests, load, NULL);
}
