/* Names the outputs of all drafts of a command. */
#include "config.h"

#include "batch/plan.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Planning {
  LpPlan *plan;
  const LpSettings *settings;
  LpEquipment *equipment;
  LpAccount *account;
  const char *folder; /* where all outputs go; NULL: beside each draft */
  const char *file;   /* the one output; NULL: names are derived */
  const LpManifestFormat *formats[LP_OUTPUTS_MOST];
  size_t format_count;
  GHashTable *taken; /* path to the draft that takes it */
} Planning;

static bool refuse(Planning *planning, const char *code, const char *sentence) {
  lp_fail(planning->account, LP_CLASS_USAGE, code, NULL, "%s", sentence);
  return false;
}

static char *keep(Planning *planning, char *string) {
  g_ptr_array_add(planning->plan->strings, string);
  return string;
}

/* ---- where to ---- */

static bool is_folder(const char *path) {
  struct stat status;
  return g_str_has_suffix(path, "/") || (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static bool settle_destination(Planning *planning, char *const *drafts, size_t count) {
  const LpSettings *settings = planning->settings;
  planning->folder = settings->output_dir;
  if (settings->output && is_folder(settings->output)) {
    planning->folder = settings->output;
  } else if (settings->output) {
    planning->file = settings->output;
    if (count > 1)
      return refuse(planning, "batch.one-output",
                    "-o names one file for several drafts; -O DIR takes them all.");
  } else if (count == 1 && strcmp(drafts[0], "-") == 0 && !planning->folder) {
    planning->file = "-";
  }
  return true;
}

/* ---- in which formats ---- */

static bool add_format(Planning *planning, const LpManifestFormat *format) {
  if (!format)
    return false;
  if (planning->format_count == LP_OUTPUTS_MOST)
    return refuse(planning, "batch.formats", "More than 16 formats are asked for.");
  planning->formats[planning->format_count++] = format;
  return true;
}

static bool settle_formats(Planning *planning) {
  const LpCatalogue *catalogue = planning->equipment->catalogue;
  const GPtrArray *wanted = planning->settings->to;
  const char *file = planning->file;
  for (guint i = 0; i < wanted->len; i++)
    if (!add_format(planning, lp_choose_writer(catalogue, g_ptr_array_index(wanted, i), planning->account)))
      return false;
  if (planning->format_count == 0 && file && strcmp(file, "-") != 0) {
    const char *slash = strrchr(file, '/');
    const LpManifestFormat *format = lp_choose_writer_of_name(catalogue, file);
    if (!format && strchr(slash ? slash : file, '.'))
      return refuse(planning, "batch.output-name",
                    "No format that can be written has the extension of the output's name; -t names one.");
    if (format)
      add_format(planning, format);
  }
  if (planning->format_count == 0 &&
      !add_format(planning, lp_choose_writer(catalogue, "pdf", planning->account)))
    return false;
  if (file && planning->format_count > 1)
    return refuse(planning, "batch.one-output",
                  "-o names one file for several formats; -O DIR takes them all.");
  return true;
}

/* Bytes that are no text do a terminal no good. */
static bool check_terminal(Planning *planning) {
  const LpManifestFormat *format = planning->formats[0];
  if (!planning->file || strcmp(planning->file, "-") != 0 || !isatty(STDOUT_FILENO))
    return true;
  for (const char *const *type = format->mime_types; *type; type++)
    if (g_str_has_prefix(*type, "text/"))
      return true;
  return refuse(planning, "batch.terminal",
                "That output is not for a terminal; -o FILE writes it to a file.");
}

/* ---- the names ---- */

/* "drafts/note.docx" and "pdf" to "drafts/note.pdf", or into the folder. */
static char *derive(const Planning *planning, const char *draft, const LpManifestFormat *format) {
  const char *extension = format->extensions[0] ? format->extensions[0] : format->name;
  char *base = strcmp(draft, "-") == 0 ? g_strdup("standard-input") : g_path_get_basename(draft);
  char *dot = strrchr(base, '.');
  if (dot && dot != base)
    *dot = 0;
  char *name = g_strconcat(base, ".", extension, NULL);
  char *folder = planning->folder ? g_strdup(planning->folder) : g_path_get_dirname(draft);
  char *path = strcmp(folder, ".") == 0 ? g_strdup(name) : g_build_filename(folder, name, NULL);
  g_free(base);
  g_free(name);
  g_free(folder);
  return path;
}

static bool take(Planning *planning, const char *path, const char *draft) {
  if (strcmp(path, "-") == 0)
    return true;
  char *whole = g_canonicalize_filename(path, NULL);
  const char *other = g_hash_table_lookup(planning->taken, whole);
  if (other) {
    lp_fail(planning->account, LP_CLASS_USAGE, "batch.clash", NULL, "Both %s and %s would become %s.", other,
            draft, path);
    g_free(whole);
    return false;
  }
  g_hash_table_insert(planning->taken, whole, (gpointer)(uintptr_t)draft);
  return true;
}

static bool add_draft(Planning *planning, const char *path) {
  LpDraft draft = {.path = path, .output_count = planning->format_count};
  struct stat status;
  for (size_t i = 0; i < planning->format_count; i++) {
    const LpManifestFormat *format = planning->formats[i];
    LpTargetPlan *target = &draft.targets[i];
    target->is_derived = !planning->file;
    target->path = planning->file ? planning->file : keep(planning, derive(planning, path, format));
    target->mark = format->mark;
    draft.formats[i] = format;
    if (!take(planning, target->path, path))
      return false;
  }
  g_array_append_val(planning->plan->drafts, draft);
  if (strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0) {
    LpFileId id = {status.st_dev, status.st_ino};
    g_array_append_val(planning->plan->inputs, id);
  }
  return true;
}

static bool make_folder(Planning *planning) {
  if (!planning->folder || g_mkdir_with_parents(planning->folder, 0777) == 0)
    return true;
  lp_fail(planning->account, LP_CLASS_OUTPUT, "batch.folder", NULL, "The folder %s cannot be made: %s.",
          planning->folder, g_strerror(errno));
  return false;
}

LpPlan *lp_plan_new(char *const *drafts, size_t count, LpEquipment *equipment, LpAccount *account) {
  LpPlan *plan = g_new0(LpPlan, 1);
  plan->drafts = g_array_new(FALSE, FALSE, sizeof(LpDraft));
  plan->inputs = g_array_new(FALSE, FALSE, sizeof(LpFileId));
  plan->strings = g_ptr_array_new_with_free_func(g_free);
  Planning planning = {
      .plan = plan, .settings = equipment->settings, .equipment = equipment, .account = account};
  planning.taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  bool good =
      settle_destination(&planning, drafts, count) && settle_formats(&planning) && check_terminal(&planning);
  for (size_t i = 0; good && i < count; i++)
    good = add_draft(&planning, drafts[i]);
  good = good && make_folder(&planning);
  g_hash_table_destroy(planning.taken);
  if (good)
    return plan;
  lp_plan_free(plan);
  return NULL;
}

void lp_plan_free(LpPlan *plan) {
  if (!plan)
    return;
  g_array_unref(plan->drafts);
  g_array_unref(plan->inputs);
  g_ptr_array_unref(plan->strings);
  g_free(plan);
}
