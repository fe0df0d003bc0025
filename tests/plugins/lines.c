/* The smallest format that reads and writes: a line is a paragraph. Its option "mishap" has it go wrong in
   one of the ways in which plugins do, for the tests of the fence. */
#include <letterpress/letterpress.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Ends as told; LP_DONE where it is told nothing. */
static LpVerdict mishap(const char *what, LpAccount *account, LpDocument *document) {
  if (strcmp(what, "crash") == 0) {
    signal(SIGSEGV, SIG_DFL); /* a sanitizer would make an exit of it */
    raise(SIGSEGV);
  }
  if (strcmp(what, "kill") == 0)
    raise(SIGKILL);
  if (strcmp(what, "exit") == 0)
    _exit(0);
  if (strcmp(what, "memory") == 0)
    for (;;)
      lp_document_allocate(document, 1 << 20);
  if (strcmp(what, "spin") == 0)
    for (volatile unsigned n = 0;; n++)
      continue;
  if (strcmp(what, "sleep") == 0)
    for (;;)
      pause();
  if (strcmp(what, "warn") == 0)
    for (uint32_t line = 1; line <= 3; line++)
      lp_warn(account, "lines.warned", &(LpPlace){.line = line, .column = 2},
              "A warning with \x1b[31mcolour\x1b[0m, line %u.", line);
  if (strcmp(what, "fail") == 0)
    return lp_fail(account, LP_CLASS_FORMAT, "lines.damaged", &(LpPlace){"part.xml", 7, 0}, "It is damaged.");
  if (strcmp(what, "fail-silently") == 0)
    return LP_FAILED;
  if (strcmp(what, "broken") == 0)
    return LP_BROKEN;
  if (strcmp(what, "lose") == 0)
    lp_ledger_give(account, "lost", 4);
  return LP_DONE;
}

static LpVerdict read_lines(LpReading *reading) {
  LpBuilder *builder = lp_reading_builder(reading);
  size_t n;
  const char *text = (const char *)lp_source_bytes(lp_reading_source(reading), &n);
  if (!text)
    return LP_FAILED;
  LpVerdict verdict =
      mishap(lp_reading_option(reading, "mishap"), lp_reading_account(reading), lp_builder_document(builder));
  for (uint32_t line = 1; n > 0; line++) {
    const char *end = memchr(text, '\n', n);
    size_t length = end ? (size_t)(end - text) : n;
    LpPlace place = {NULL, line, 1};
    lp_ledger_give(lp_reading_account(reading), text, length);
    lp_builder_open(builder, LP_KIND_PARAGRAPH, &place);
    lp_builder_text(builder, text, length, &place);
    lp_builder_close(builder, LP_KIND_PARAGRAPH);
    n -= length + (end != NULL);
    text = end ? end + 1 : text + length;
  }
  return verdict;
}

static LpWalkInto write_text(void *state, const LpNode *node) {
  LpWriting *writing = state;
  size_t n;
  const char *text = lp_node_text(node, &n);
  lp_sink_write(lp_writing_sink(writing), text, n);
  lp_ledger_write(lp_writing_account(writing), text, n);
  return LP_WALK_INTO;
}

static void end_paragraph(void *state, const LpNode *node) {
  (void)node;
  lp_sink_text(lp_writing_sink(state), "\n");
}

static LpVerdict write_lines(LpWriting *writing) {
  static const LpRow rows[] = {{LP_KIND_TEXT, write_text, NULL},
                               {LP_KIND_PARAGRAPH, NULL, end_paragraph},
                               {LP_KIND_HEADING, NULL, end_paragraph}};
  const LpDocument *document = lp_writing_document(writing);
  if (strcmp(lp_writing_option(writing, "nothing"), "true") == 0)
    return LP_DONE;
  lp_sink_text(lp_writing_sink(writing), "#lines\n");
  lp_walk_rows(document, lp_document_root(document), rows, sizeof rows / sizeof *rows, writing);
  return LP_DONE;
}

static const LpOption mishap_option = {sizeof mishap_option, LP_OPTION_STRING, "mishap", "",
                                       "how to go wrong"};
static const LpOption nothing_option = {sizeof nothing_option, LP_OPTION_FLAG, "nothing", "false",
                                        "write nothing"};
static const LpOption *const options[] = {&mishap_option, &nothing_option, NULL};
static const char *const extensions[] = {"lines", NULL};
static const LpFormat lines = {
    .size = sizeof lines,
    .name = "lines",
    .description = "Lines",
    .extensions = extensions,
    .options = options,
    .read = read_lines,
    .write = write_lines,
};
static const LpFormat *const formats[] = {&lines, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
    LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
    .name = "lines",
    .version = "1.0",
    .licence = "Apache-2.0",
    .formats = formats,
};
