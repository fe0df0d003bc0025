/* Writes the report of a run, a line a draft, each at once: an interrupted run can go on from it. */
#include "config.h"

#include "report/ndjson.h"

#include "report/finding.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct LpReport {
  char *path;
  int descriptor;
  int error;
  char *draft_hash; /* of the draft at hand; NULL: not converted */
  char *output_hashes[LP_OUTPUTS_MOST];
};

LpReport *lp_report_open(const char *path, LpAccount *account) {
  bool to_stdout = strcmp(path, "-") == 0;
  int descriptor =
      to_stdout ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
  if (descriptor < 0) {
    lp_fail(account, LP_CLASS_OUTPUT, "report.file", NULL, "The report %s cannot be written: %s.", path,
            g_strerror(errno));
    return NULL;
  }
  LpReport *report = g_new0(LpReport, 1);
  report->path = g_strdup(path);
  report->descriptor = descriptor;
  return report;
}

static char *hash(int descriptor) {
  guint8 buffer[65536];
  GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);
  off_t offset = 0;
  ssize_t n;
  while ((n = pread(descriptor, buffer, sizeof buffer, offset)) > 0) {
    g_checksum_update(checksum, buffer, n);
    offset += n;
  }
  char *text = n == 0 ? g_strdup(g_checksum_get_string(checksum)) : NULL;
  g_checksum_free(checksum);
  return text;
}

static void forget_hashes(LpReport *report) {
  g_clear_pointer(&report->draft_hash, g_free);
  for (size_t i = 0; i < LP_OUTPUTS_MOST; i++)
    g_clear_pointer(&report->output_hashes[i], g_free);
}

void lp_report_hash(void *state, int draft, const LpTarget *targets, size_t count) {
  LpReport *report = state;
  forget_hashes(report);
  report->draft_hash = hash(draft);
  for (size_t i = 0; i < count; i++)
    report->output_hashes[i] = hash(targets[i].descriptor);
}

static void put_outputs(LpJson *json, const LpReport *report, const LpDraft *draft,
                        const LpOutcome *outcome) {
  lp_json_open(json, "outputs", '[');
  for (size_t i = 0; outcome->class_ == 0 && i < draft->output_count; i++) {
    lp_json_open(json, NULL, '{');
    lp_json_string(json, "path", draft->targets[i].path);
    lp_json_string(json, "format", draft->formats[i]->name);
    lp_json_integer(json, "bytes", outcome->sizes[i]);
    lp_json_string(json, "sha256", report->output_hashes[i]);
    lp_json_ledger(json, "ledger", &outcome->writing[i]);
    lp_json_close(json, '}');
  }
  lp_json_close(json, ']');
}

void lp_report_draft(LpReport *report, const LpDraft *draft, const LpOutcome *outcome, int64_t milliseconds) {
  GString *text = g_string_new(NULL);
  LpJson json = {text, false};
  lp_json_open(&json, NULL, '{');
  lp_json_string(&json, "schema", "letterpress-report/1");
  lp_json_string(&json, "letterpress", PACKAGE_VERSION);
  lp_json_string(&json, "draft", draft->path);
  lp_json_integer(&json, "exit", outcome->class_);
  if (*outcome->reader)
    lp_json_string(&json, "format", outcome->reader);
  if (report->draft_hash)
    lp_json_string(&json, "sha256", report->draft_hash);
  lp_json_integer(&json, "milliseconds", milliseconds);
  put_outputs(&json, report, draft, outcome);
  lp_json_ledger(&json, "reading", &outcome->reading);
  lp_json_ledger(&json, "passes", &outcome->passes);
  lp_json_open(&json, "findings", '[');
  for (guint i = 0; i < outcome->findings->len; i++) {
    lp_json_open(&json, NULL, '{');
    lp_json_finding(&json, &g_array_index(outcome->findings, LpFinding, i));
    lp_json_close(&json, '}');
  }
  lp_json_close(&json, ']');
  lp_json_close(&json, '}');
  g_string_append_c(text, '\n');
  for (size_t done = 0; done < text->len && !report->error;) {
    ssize_t n = write(report->descriptor, text->str + done, text->len - done);
    if (n < 0 && errno != EINTR)
      report->error = errno;
    done += n > 0 ? (size_t)n : 0;
  }
  g_string_free(text, TRUE);
  forget_hashes(report);
}

bool lp_report_close(LpReport *report, LpAccount *account) {
  if (!report)
    return true;
  if (report->descriptor != STDOUT_FILENO && close(report->descriptor) != 0 && !report->error)
    report->error = errno;
  bool good = report->error == 0;
  if (!good)
    lp_fail(account, LP_CLASS_OUTPUT, "report.file", NULL, "The report %s cannot be written: %s.",
            report->path, g_strerror(report->error));
  forget_hashes(report);
  g_free(report->path);
  g_free(report);
  return good;
}
