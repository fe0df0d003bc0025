/* Tells findings: for people, for editors, for programs. */
#include "config.h"

#include "report/sentence.h"

#include "host/codes.h"
#include "report/finding.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { ERRORS_TOLD = 50 };

/* ---- text that is not ours ---- */

static bool moves_terminal(gunichar character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x061C ||
         (character >= 0x200E && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

void lp_escape(GString *text, const char *value) {
  const char *end = value + strlen(value);
  while (value < end) {
    gunichar character = g_utf8_get_char_validated(value, end - value);
    if (character == (gunichar)-1 || character == (gunichar)-2) {
      g_string_append_printf(text, "\\x%02X", (unsigned char)*value++);
      continue;
    }
    if (character == '\n')
      g_string_append_c(text, ' ');
    else if (moves_terminal(character))
      g_string_append_printf(text, character < 0x80 ? "\\x%02X" : "\\u{%04X}", character);
    else
      g_string_append_unichar(text, character);
    value += g_utf8_skip[(unsigned char)*value];
  }
}

/* ---- one finding ---- */

/* "draft.docx, word/document.xml, line 3: "; what is about no draft has its file in the place's part. */
static void append_subject(GString *text, const char *subject, const LpPlace *place) {
  if (subject)
    lp_escape(text, subject);
  if (subject && place->part)
    g_string_append(text, ", ");
  if (place->part)
    lp_escape(text, place->part);
  if (place->line)
    g_string_append_printf(text, ", line %u", place->line);
  if (place->line && place->column)
    g_string_append_printf(text, ", column %u", place->column);
  if (subject || place->part)
    g_string_append(text, ": ");
}

static void append_count(GString *text, const LpFinding *finding, bool grouped) {
  if (grouped && finding->count > 1)
    g_string_append_printf(text, " (%" G_GUINT64_FORMAT " times; this is the first)",
                           (guint64)finding->count);
}

static void append_human(GString *text, const LpTeller *teller, const char *subject, const LpFinding *finding,
                         bool grouped) {
  const LpDiagnostic *diagnostic = &finding->diagnostic;
  g_string_append(text, "letterpress: ");
  append_subject(text, subject, &diagnostic->place);
  g_string_append_printf(text, "%s: ", lp_level_name(diagnostic->level));
  lp_escape(text, diagnostic->sentence);
  g_string_append_printf(text, " [%s]", diagnostic->code);
  append_count(text, finding, grouped);
  g_string_append_c(text, '\n');
  LpCode *code = diagnostic->level == LP_LEVEL_ERROR ? lp_code_find(diagnostic->code, teller->folders) : NULL;
  if (code && *code->cure)
    g_string_append_printf(text, "  %s\n", code->cure);
  g_free(code);
}

static void append_short(GString *text, const char *subject, const LpFinding *finding, bool grouped) {
  const LpDiagnostic *diagnostic = &finding->diagnostic;
  const char *part = diagnostic->place.part;
  lp_escape(text, subject ? subject : part ? part : "letterpress");
  if (subject && part) {
    g_string_append_c(text, '!');
    lp_escape(text, part);
  }
  g_string_append_printf(text, ":%u:%u: %s: ", diagnostic->place.line, diagnostic->place.column,
                         lp_level_name(diagnostic->level));
  lp_escape(text, diagnostic->sentence);
  g_string_append_printf(text, " [%s]", diagnostic->code);
  append_count(text, finding, grouped);
  g_string_append_c(text, '\n');
}

static void append_json(GString *text, const char *subject, const LpFinding *finding) {
  LpJson json = {text, false};
  lp_json_open(&json, NULL, '{');
  lp_json_string(&json, "draft", subject);
  lp_json_finding(&json, finding);
  lp_json_close(&json, '}');
  g_string_append_c(text, '\n');
}

/* ---- all of them ---- */

/* What has been told so far. */
typedef struct Telling {
  const LpTeller *teller;
  GHashTable *met; /* codes of warnings */
  guint errors;
} Telling;

/* Whether a finding is told; *grouped: for all of its code. */
static bool is_told(Telling *telling, const LpFinding *finding, bool *grouped) {
  const LpTeller *teller = telling->teller;
  bool is_error = finding->diagnostic.level == LP_LEVEL_ERROR;
  *grouped = false;
  if (finding->diagnostic.level == LP_LEVEL_INFO)
    return teller->verbose && !teller->quiet;
  if (teller->quiet && !is_error)
    return false;
  if (teller->verbose || teller->form == LP_TELLING_JSON)
    return true;
  if (is_error)
    return telling->errors++ < ERRORS_TOLD;
  *grouped = true;
  return g_hash_table_add(telling->met, (gpointer)(uintptr_t)finding->diagnostic.code);
}

static void write_all(const GString *text) {
  for (size_t done = 0; done < text->len;) {
    ssize_t n = write(STDERR_FILENO, text->str + done, text->len - done);
    if (n < 0 && errno != EINTR)
      return;
    done += n > 0 ? (size_t)n : 0;
  }
}

void lp_tell(const LpTeller *teller, const char *subject, const LpOutcome *outcome) {
  GString *text = g_string_new(NULL);
  Telling telling = {teller, g_hash_table_new(g_str_hash, g_str_equal), 0};
  for (guint i = 0; i < outcome->findings->len; i++) {
    const LpFinding *finding = &g_array_index(outcome->findings, LpFinding, i);
    bool grouped;
    if (!is_told(&telling, finding, &grouped))
      continue;
    switch (teller->form) {
    case LP_TELLING_HUMAN: append_human(text, teller, subject, finding, grouped); break;
    case LP_TELLING_SHORT: append_short(text, subject, finding, grouped); break;
    case LP_TELLING_JSON: append_json(text, subject, finding); break;
    }
  }
  if (telling.errors > ERRORS_TOLD)
    g_string_append_printf(text, "letterpress: and %u errors more; -v tells all\n",
                           telling.errors - ERRORS_TOLD);
  g_hash_table_destroy(telling.met);
  write_all(text);
  g_string_free(text, TRUE);
}

void lp_tell_account(const LpTeller *teller, const char *subject, const LpAccount *account) {
  if (lp_account_diagnostic_count(account) == 0)
    return;
  LpOutcome *outcome = lp_outcome_new();
  lp_outcome_take(outcome, account);
  lp_tell(teller, subject, outcome);
  lp_outcome_free(outcome);
}
