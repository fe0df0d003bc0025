/* An outcome: kept, sent by the worker, read and checked by the parent. */
#include "config.h"

#include "fence/outcome.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

typedef enum FrameType {
  FRAME_STAGE = 1,
  FRAME_FINDING = 2,
  FRAME_LEDGER = 3,
  FRAME_OUTPUT = 4,
  FRAME_READER = 5,
  FRAME_OUT_OF_MEMORY = 6,
  FRAME_END = 7
} FrameType;

typedef struct FrameHead {
  uint32_t type;
  uint32_t n; /* bytes that follow */
} FrameHead;

/* What FRAME_FINDING begins with; code, part and sentence follow, as long as said. */
typedef struct FindingHead {
  int32_t level;
  int32_t class_;
  uint64_t count;
  uint32_t line;
  uint32_t column;
  uint32_t code_n;
  uint32_t part_n; /* UINT32_MAX: no part */
  uint32_t sentence_n;
} FindingHead;

typedef struct LedgerFrame {
  uint32_t phase;
  LpLedger ledger;
} LedgerFrame;

typedef struct OutputFrame {
  uint32_t index;
  int64_t size;
  LpLedger ledger;
} OutputFrame;

/* ---- kept ---- */

LpOutcome *lp_outcome_new(void) {
  LpOutcome *outcome = g_new0(LpOutcome, 1);
  outcome->findings = g_array_new(FALSE, FALSE, sizeof(LpFinding));
  outcome->strings = g_string_chunk_new(1024);
  return outcome;
}

void lp_outcome_free(LpOutcome *outcome) {
  if (!outcome)
    return;
  g_array_unref(outcome->findings);
  g_string_chunk_free(outcome->strings);
  g_free(outcome);
}

static void add(LpOutcome *outcome, const LpFinding *finding) {
  g_array_append_val(outcome->findings, *finding);
  if (finding->diagnostic.level == LP_LEVEL_ERROR && !outcome->class_)
    outcome->class_ = (int)finding->diagnostic.class_;
}

void lp_outcome_fail(LpOutcome *outcome, LpClass class_, const char *code, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *sentence = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  LpFinding finding = {
      .diagnostic = {.level = LP_LEVEL_ERROR,
                     .class_ = class_,
                     .code = g_string_chunk_insert_const(outcome->strings, code),
                     .sentence = g_string_chunk_insert(outcome->strings, sentence)},
      .count = 1,
  };
  g_free(sentence);
  add(outcome, &finding);
}

void lp_outcome_take(LpOutcome *outcome, const LpAccount *account) {
  g_array_set_size(outcome->findings, 0);
  outcome->class_ = 0;
  for (size_t i = 0; i < lp_account_diagnostic_count(account); i++) {
    LpFinding finding = {.diagnostic = *lp_account_diagnostic(account, i)};
    LpDiagnostic *diagnostic = &finding.diagnostic;
    finding.count = lp_account_code_count(account, diagnostic->code);
    diagnostic->code = g_string_chunk_insert_const(outcome->strings, diagnostic->code);
    diagnostic->sentence = g_string_chunk_insert(outcome->strings, diagnostic->sentence);
    if (diagnostic->place.part)
      diagnostic->place.part = g_string_chunk_insert_const(outcome->strings, diagnostic->place.part);
    add(outcome, &finding);
  }
}

/* ---- sent ---- */

static void send_bytes(int pipe, const void *bytes, size_t n) {
  const char *at = bytes;
  while (n > 0) {
    ssize_t written = write(pipe, at, n);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return;
    at += written;
    n -= (size_t)written;
  }
}

static void put(GByteArray *record, FrameType type, const void *payload, size_t n) {
  FrameHead head = {type, (uint32_t)n};
  g_byte_array_append(record, (const guint8 *)&head, sizeof head);
  g_byte_array_append(record, payload, (guint)n);
}

void lp_outcome_send_stage(int pipe, LpStage stage, const char *plugin) {
  struct {
    FrameHead head;
    uint32_t stage;
    char plugin[64];
  } frame = {.head = {FRAME_STAGE, sizeof frame.stage + sizeof frame.plugin}, .stage = stage};
  if (plugin)
    g_strlcpy(frame.plugin, plugin, sizeof frame.plugin);
  send_bytes(pipe, &frame, sizeof frame);
}

void lp_outcome_send_out_of_memory(int pipe) {
  static const FrameHead head = {FRAME_OUT_OF_MEMORY, 0};
  send_bytes(pipe, &head, sizeof head);
}

/* The most bytes of a text that are sent: no character is cut in two. */
static size_t cut(const char *text) {
  size_t n = strlen(text);
  if (n <= LP_SENTENCE_BYTES)
    return n;
  for (n = LP_SENTENCE_BYTES; n > 0 && (text[n] & 0xC0) == 0x80;)
    n--;
  return n;
}

static void put_finding(GByteArray *record, const LpAccount *account, const LpDiagnostic *diagnostic) {
  const char *part = diagnostic->place.part;
  FindingHead head;
  memset(&head, 0, sizeof head);
  head.level = (int32_t)diagnostic->level;
  head.class_ = (int32_t)diagnostic->class_;
  head.count = lp_account_code_count(account, diagnostic->code);
  head.line = diagnostic->place.line;
  head.column = diagnostic->place.column;
  head.code_n = (uint32_t)cut(diagnostic->code);
  head.part_n = part ? (uint32_t)cut(part) : UINT32_MAX;
  head.sentence_n = (uint32_t)cut(diagnostic->sentence);
  FrameHead frame = {FRAME_FINDING,
                     (uint32_t)sizeof head + head.code_n + (part ? head.part_n : 0) + head.sentence_n};
  g_byte_array_append(record, (const guint8 *)&frame, sizeof frame);
  g_byte_array_append(record, (const guint8 *)&head, sizeof head);
  g_byte_array_append(record, (const guint8 *)diagnostic->code, head.code_n);
  if (part)
    g_byte_array_append(record, (const guint8 *)part, head.part_n);
  g_byte_array_append(record, (const guint8 *)diagnostic->sentence, head.sentence_n);
}

static void put_findings(GByteArray *record, const LpAccount *account) {
  /* Errors first: whatever else is cut, the reason of a failure is told. */
  for (int errors = 1; errors >= 0; errors--)
    for (size_t i = 0; i < lp_account_diagnostic_count(account); i++) {
      const LpDiagnostic *diagnostic = lp_account_diagnostic(account, i);
      if ((diagnostic->level == LP_LEVEL_ERROR) == (errors == 1) && record->len < LP_OUTCOME_BYTES / 2)
        put_finding(record, account, diagnostic);
    }
}

static void put_ledger(GByteArray *record, const LpAccount *account, LpPhase phase) {
  LedgerFrame frame;
  memset(&frame, 0, sizeof frame);
  frame.phase = phase;
  frame.ledger = *lp_ledger(account, phase);
  put(record, FRAME_LEDGER, &frame, sizeof frame);
}

void lp_outcome_send(int pipe, const LpConversion *conversion) {
  GByteArray *record = g_byte_array_new();
  put_findings(record, conversion->account);
  put_ledger(record, conversion->account, LP_PHASE_READING);
  put_ledger(record, conversion->account, LP_PHASE_PASSES);
  for (size_t i = 0; i < conversion->output_count; i++) {
    OutputFrame frame;
    memset(&frame, 0, sizeof frame);
    frame.index = (uint32_t)i;
    frame.size = conversion->outputs[i].size;
    frame.ledger = conversion->outputs[i].ledger;
    put(record, FRAME_OUTPUT, &frame, sizeof frame);
  }
  if (conversion->reader)
    put(record, FRAME_READER, conversion->reader->name, strlen(conversion->reader->name));
  put(record, FRAME_END, "", 0);
  send_bytes(pipe, record->data, record->len);
  g_byte_array_free(record, TRUE);
}

/* ---- read ---- */

static bool is_code(const char *text, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (!g_ascii_islower(text[i]) && !g_ascii_isdigit(text[i]) && text[i] != '.' && text[i] != '-')
      return false;
  return n > 0 && n <= 128;
}

static bool read_stage(LpOutcome *outcome, const uint8_t *bytes, size_t n) {
  uint32_t stage;
  char plugin[64];
  if (n != sizeof stage + sizeof plugin)
    return false;
  memcpy(&stage, bytes, sizeof stage);
  memcpy(plugin, bytes + sizeof stage, sizeof plugin);
  if (stage >= LP_STAGE_COUNT || plugin[sizeof plugin - 1])
    return false;
  if (*plugin && !is_code(plugin, strlen(plugin)))
    return false;
  outcome->stage = (LpStage)stage;
  outcome->plugin = *plugin ? g_string_chunk_insert_const(outcome->strings, plugin) : NULL;
  return true;
}

static const char *take(LpOutcome *outcome, const uint8_t **at, uint32_t n) {
  const char *text = g_string_chunk_insert_len(outcome->strings, (const char *)*at, n);
  *at += n;
  return text;
}

static bool read_finding(LpOutcome *outcome, const uint8_t *bytes, size_t n) {
  FindingHead head;
  if (n < sizeof head)
    return false;
  memcpy(&head, bytes, sizeof head);
  const uint8_t *at = bytes + sizeof head;
  bool has_part = head.part_n != UINT32_MAX;
  uint64_t sum = (uint64_t)head.code_n + (has_part ? head.part_n : 0) + head.sentence_n;
  if (sum != n - sizeof head || memchr(at, 0, n - sizeof head))
    return false;
  if (head.level < LP_LEVEL_INFO || head.level > LP_LEVEL_ERROR)
    return false;
  if (head.class_ < LP_CLASS_USAGE || head.class_ > LP_CLASS_INTERNAL)
    return false;
  if (!is_code((const char *)at, head.code_n) || head.count == 0)
    return false;
  LpFinding finding = {.count = head.count};
  finding.diagnostic.level = (LpLevel)head.level;
  finding.diagnostic.class_ = (LpClass)head.class_;
  finding.diagnostic.code = take(outcome, &at, head.code_n);
  if (has_part)
    finding.diagnostic.place.part = take(outcome, &at, head.part_n);
  finding.diagnostic.sentence = take(outcome, &at, head.sentence_n);
  finding.diagnostic.place.line = head.line;
  finding.diagnostic.place.column = head.column;
  add(outcome, &finding);
  return true;
}

static bool read_ledger(LpOutcome *outcome, const uint8_t *bytes, size_t n) {
  LedgerFrame frame;
  if (n != sizeof frame)
    return false;
  memcpy(&frame, bytes, sizeof frame);
  if (frame.phase != LP_PHASE_READING && frame.phase != LP_PHASE_PASSES)
    return false;
  *(frame.phase == LP_PHASE_READING ? &outcome->reading : &outcome->passes) = frame.ledger;
  return true;
}

static bool read_output(LpOutcome *outcome, const uint8_t *bytes, size_t n) {
  OutputFrame frame;
  if (n != sizeof frame)
    return false;
  memcpy(&frame, bytes, sizeof frame);
  if (frame.index != outcome->output_count || frame.index >= LP_OUTPUTS_MOST || frame.size < 0)
    return false;
  outcome->sizes[frame.index] = frame.size;
  outcome->writing[frame.index] = frame.ledger;
  outcome->output_count++;
  return true;
}

static bool read_reader(LpOutcome *outcome, const uint8_t *bytes, size_t n) {
  if (!is_code((const char *)bytes, n) || n >= sizeof outcome->reader)
    return false;
  memcpy(outcome->reader, bytes, n);
  outcome->reader[n] = 0;
  return true;
}

static bool read_frame(LpOutcome *outcome, uint32_t type, const uint8_t *bytes, size_t n) {
  switch (type) {
  case FRAME_STAGE: return read_stage(outcome, bytes, n);
  case FRAME_FINDING: return read_finding(outcome, bytes, n);
  case FRAME_LEDGER: return read_ledger(outcome, bytes, n);
  case FRAME_OUTPUT: return read_output(outcome, bytes, n);
  case FRAME_READER: return read_reader(outcome, bytes, n);
  case FRAME_OUT_OF_MEMORY: outcome->out_of_memory = true; return n == 0;
  case FRAME_END: outcome->ended = true; return n == 0;
  default: return false;
  }
}

bool lp_outcome_read(LpOutcome *outcome, const uint8_t *bytes, size_t n) {
  FrameHead head;
  bool good = true;
  outcome->ended = false;
  while (good && n >= sizeof head) {
    memcpy(&head, bytes, sizeof head);
    bytes += sizeof head;
    n -= sizeof head;
    good = !outcome->ended && head.n <= n && read_frame(outcome, head.type, bytes, head.n);
    if (good) {
      bytes += head.n;
      n -= head.n;
    }
  }
  if (!good || n > 0)
    outcome->ended = false;
  return good && n == 0;
}
