/* One conversion, bytes to bytes: all its stages, in order. */
#include "config.h"

#include "convert/conversion.h"

#include "call/call.h"
#include "document/edit.h"
#include "statement/passes.h"
#include "stream/open.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* ---- the order ---- */

static bool open_source(LpConversion *conversion);
static bool choose_reader(LpConversion *conversion);
static bool load_readers(LpConversion *conversion);
static bool load_writers(LpConversion *conversion);

bool lp_stages_before_fence(LpConversion *conversion) {
  return open_source(conversion) && choose_reader(conversion) && load_readers(conversion) &&
         load_writers(conversion);
}

static bool settle_reader(LpConversion *conversion);
static bool read_draft(LpConversion *conversion);
static bool pass(LpConversion *conversion);
static bool write_output(LpConversion *conversion, LpOutput *output);

/* Outputs of the draft as it was read, or of the final. */
static bool write_outputs(LpConversion *conversion, bool of_draft) {
  bool good = true;
  for (size_t i = 0; good && i < conversion->output_count; i++)
    if (conversion->outputs[i].manifest->takes_draft == of_draft)
      good = write_output(conversion, &conversion->outputs[i]);
  return good;
}

static bool has_final(const LpConversion *conversion) {
  for (size_t i = 0; i < conversion->output_count; i++)
    if (!conversion->outputs[i].manifest->takes_draft)
      return true;
  return false;
}

bool lp_stages_behind_fence(LpConversion *conversion) {
  bool good = settle_reader(conversion) && read_draft(conversion) && write_outputs(conversion, true);
  if (good && has_final(conversion))
    good = pass(conversion) && write_outputs(conversion, false);
  conversion->entered(conversion->state, LP_STAGE_END, NULL);
  return good && !lp_account_failed(conversion->account);
}

/* ---- before the fence ---- */

static bool open_source(LpConversion *conversion) {
  conversion->source =
      lp_source_new_descriptor(conversion->name, conversion->descriptor, conversion->account);
  return conversion->source != NULL;
}

static bool choose_reader(LpConversion *conversion) {
  return lp_choose_reader(conversion->equipment->catalogue, conversion->source,
                          conversion->equipment->settings->from, &conversion->choice, conversion->account);
}

static bool load_readers(LpConversion *conversion) {
  for (size_t i = 0; i < conversion->choice.count; i++) {
    conversion->readers[i] =
        lp_equipment_format(conversion->equipment, conversion->choice.formats[i], false, conversion->account);
    if (!conversion->readers[i])
      return false;
  }
  return true;
}

static bool load_writers(LpConversion *conversion) {
  if (!lp_equipment_letterhead(conversion->equipment, conversion->account))
    return false;
  for (size_t i = 0; i < conversion->output_count; i++) {
    LpOutput *output = &conversion->outputs[i];
    output->format = lp_equipment_format(conversion->equipment, output->manifest, true, conversion->account);
    if (!output->format)
      return false;
    output->options = lp_format_options_of(conversion->equipment->settings->format_options, output->format,
                                           &output->option_count, conversion->account);
  }
  return !lp_account_failed(conversion->account);
}

/* ---- behind it ---- */

static const char *plugin_of(const LpConversion *conversion) {
  for (size_t i = 0; i < conversion->choice.count; i++)
    if (conversion->readers[i] == conversion->reader)
      return conversion->choice.formats[i]->manifest->name;
  return NULL;
}

/* Several formats with equal evidence: each is asked how sure it is, and the surest reads. */
static bool settle_reader(LpConversion *conversion) {
  int best = 0;
  conversion->reader = conversion->choice.count == 1 ? conversion->readers[0] : NULL;
  for (size_t i = 0; conversion->choice.count > 1 && i < conversion->choice.count; i++) {
    const LpFormat *format = conversion->readers[i];
    conversion->entered(conversion->state, LP_STAGE_READ, conversion->choice.formats[i]->manifest->name);
    int sure = format->sniff ? format->sniff(conversion->source) : 0;
    if (sure > best) {
      best = sure;
      conversion->reader = format;
    }
  }
  if (!conversion->reader)
    lp_fail(conversion->account, LP_CLASS_FORMAT, "convert.ambiguous", NULL,
            "The draft may be of the format %s:%s or %s:%s; -f says which.",
            conversion->choice.formats[0]->manifest->name, conversion->choice.formats[0]->name,
            conversion->choice.formats[1]->manifest->name, conversion->choice.formats[1]->name);
  return conversion->reader != NULL;
}

/* Whether a plugin's word and the account agree that all is well; if not, the reason is in the account. */
static bool accepted(LpConversion *conversion, LpVerdict verdict, const char *plugin, const char *did) {
  if (verdict == LP_DONE || verdict == LP_DONE_WITH_LOSSES)
    return !lp_account_failed(conversion->account);
  if (verdict != LP_FAILED)
    lp_fail(conversion->account, LP_CLASS_INTERNAL, "convert.broken", NULL,
            "The plugin %s met a fault of its own while it %s.", plugin, did);
  else if (!lp_account_failed(conversion->account))
    lp_fail(conversion->account, LP_CLASS_INTERNAL, "convert.no-reason", NULL,
            "The plugin %s failed while it %s and did not say why.", plugin, did);
  return false;
}

static bool read_draft(LpConversion *conversion) {
  LpAccount *account = conversion->account;
  const char *plugin = plugin_of(conversion);
  conversion->options = lp_format_options_of(conversion->equipment->settings->format_options,
                                             conversion->reader, &conversion->option_count, account);
  if (lp_account_failed(account))
    return false;
  conversion->document = lp_document_new(account);
  LpReading reading = {
      .format = conversion->reader,
      .source = conversion->source,
      .builder = lp_builder_new(conversion->document),
      .account = account,
      .options = conversion->options,
      .option_count = conversion->option_count,
  };
  conversion->entered(conversion->state, LP_STAGE_READ, plugin);
  LpVerdict verdict = conversion->reader->read(&reading);
  lp_builder_finish(reading.builder);
  int error = lp_source_error(conversion->source);
  if (error)
    lp_fail(account, LP_CLASS_INPUT, "source.unreadable", NULL, "%s cannot be read: %s.", conversion->name,
            g_strerror(error));
  if (!accepted(conversion, verdict, plugin, "read"))
    return false;
  lp_ledger_balance(account, LP_PHASE_READING);
  return !lp_account_failed(account);
}

/* What the settings say to the passes; metadata are copies that the document owns. */
static LpPassSettings pass_settings(const LpConversion *conversion) {
  static const LpTreatment revisions[] = {[LP_REVISIONS_REFUSE] = LP_TREATMENT_REFUSE,
                                          [LP_REVISIONS_ACCEPT] = LP_TREATMENT_ACCEPT,
                                          [LP_REVISIONS_REJECT] = LP_TREATMENT_REJECT,
                                          [LP_REVISIONS_SHOW] = LP_TREATMENT_SHOW};
  static const LpTreatment review[] = {[LP_REVIEW_REFUSE] = LP_TREATMENT_REFUSE,
                                       [LP_REVIEW_DROP] = LP_TREATMENT_DROP,
                                       [LP_REVIEW_SHOW] = LP_TREATMENT_SHOW};
  const LpSettings *settings = conversion->equipment->settings;
  LpPassSettings passes = {.revisions = revisions[settings->revisions],
                           .comments = review[settings->comments],
                           .hidden = review[settings->hidden],
                           .is_draft = settings->status == LP_STATUS_DRAFT,
                           .keeps_style = settings->style == LP_HOUSE_DRAFT,
                           .paper = settings->paper};
  for (guint i = 0; i < settings->metadata->len; i++) {
    const char *member = g_ptr_array_index(settings->metadata, i), *equals = strchr(member, '=');
    char *key = g_strndup(member, (gsize)(equals - member));
    passes.metadata[lp_metadata_by_name(key)] =
        lp_document_intern(conversion->document, equals + 1, strlen(equals + 1));
    g_free(key);
  }
  return passes;
}

static bool pass(LpConversion *conversion) {
  const LpPassSettings settings = pass_settings(conversion);
  conversion->entered(conversion->state, LP_STAGE_PASSES, NULL);
  conversion->letterhead = lp_passes_run(conversion->document, conversion->equipment->definition, &settings);
  return conversion->letterhead != NULL;
}

/* The time that file metadata may carry: SOURCE_DATE_EPOCH, else the same each time (1980, the first of ZIP).
 */
static int64_t file_time(void) {
  const char *epoch = getenv("SOURCE_DATE_EPOCH");
  int64_t time = 315532800;
  if (epoch)
    lp_integer_parse(epoch, 0, INT64_C(253402300799), &time);
  return time;
}

/* Writes out what the sink still holds, says what went wrong with it, and frees it. */
static void finish_sink(LpConversion *conversion, LpOutput *output, LpSink *sink) {
  LpAccount *account = conversion->account;
  int error = lp_sink_finish(sink);
  output->size = lp_sink_position(sink);
  lp_sink_free(sink);
  struct rlimit system = {RLIM_INFINITY, RLIM_INFINITY};
  getrlimit(RLIMIT_FSIZE, &system);
  bool is_ours = (rlim_t)lp_account_limit(account, LP_LIMIT_OUTPUT_BYTES) <= system.rlim_cur;
  if (error == EFBIG && is_ours)
    lp_account_within(account, LP_LIMIT_OUTPUT_BYTES, INT64_MAX, NULL);
  else if (error)
    lp_fail(account, LP_CLASS_OUTPUT, "convert.output", NULL, "The output cannot be written: %s.",
            g_strerror(error));
}

static bool write_output(LpConversion *conversion, LpOutput *output) {
  LpAccount *account = conversion->account;
  const char *plugin = output->manifest->manifest->name;
  LpWriting writing = {
      .format = output->format,
      .document = conversion->document,
      .letterhead = conversion->letterhead,
      .sink = lp_sink_new_descriptor(output->descriptor, lp_account_limit(account, LP_LIMIT_OUTPUT_BYTES)),
      .account = account,
      .options = output->options,
      .option_count = output->option_count,
      .time = file_time(),
  };
  conversion->entered(conversion->state, LP_STAGE_WRITE, plugin);
  LpPhase before = output->manifest->takes_draft ? LP_PHASE_READING : LP_PHASE_PASSES;
  lp_ledger_begin(account, LP_PHASE_WRITING, lp_ledger(account, before)->out);
  LpVerdict verdict = output->format->write(&writing);
  lp_writing_end(&writing);
  finish_sink(conversion, output,
              writing.sink); /* a full disk is the reason, whatever the writer made of it */
  bool good = accepted(conversion, verdict, plugin, "wrote");
  if (good && output->size == 0)
    lp_fail(account, LP_CLASS_INTERNAL, "convert.empty-output", NULL, "The plugin %s wrote nothing.", plugin);
  else if (good)
    lp_ledger_balance(account, LP_PHASE_WRITING);
  output->ledger = *lp_ledger(account, LP_PHASE_WRITING);
  return !lp_account_failed(account);
}

void lp_conversion_clear(LpConversion *conversion) {
  lp_document_free(conversion->document);
  lp_source_free(conversion->source);
  g_free(conversion->options);
  for (size_t i = 0; i < conversion->output_count; i++)
    g_free(conversion->outputs[i].options);
  conversion->document = NULL;
  conversion->source = NULL;
  conversion->options = NULL;
}
