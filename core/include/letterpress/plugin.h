/* letterpress/plugin.h: what a format plugin is.

   A plugin is a shared object that exports one constant, letterpress_plugin, and beside it a keyfile
   NAME.plugin that says the same and more without being loaded. There is no init and no deinit; a plugin is
   never unloaded. It is called by one thread, keeps nothing between documents, prints nothing, never exits,
   opens no path, touches no locale, signal or working folder, and polls lp_should_stop. Growth: structs carry
   their size, arrays are of pointers, enumerations only grow, and everything optional is found by
   extension(id).

   The smallest plugin:

     static LpVerdict read(LpReading *reading) { ... return LP_DONE; }
     static const LpFormat csv = {.size = sizeof csv, .name = "csv", .description = "Comma-separated values",
   .read = read}; static const LpFormat *const formats[] = {&csv, NULL}; LETTERPRESS_EXPORT const LpPlugin
   letterpress_plugin = {LETTERPRESS_PLUGIN_HEAD(letterpress_plugin), .name = "csv", .version = "1.0",
   .licence = "Apache-2.0", .formats = formats};
*/
#ifndef LETTERPRESS_PLUGIN_H
#define LETTERPRESS_PLUGIN_H

#include <letterpress/builder.h>
#include <letterpress/letterhead.h>
#include <letterpress/sink.h>
#include <letterpress/walk.h>

LP_BEGIN_DECLS

/* The major number changes when old plugins can no longer be loaded; the minor one when something is added.
 */
#define LETTERPRESS_ABI_MAJOR 1
#define LETTERPRESS_ABI_MINOR 0

#if defined(__GNUC__)
#define LETTERPRESS_EXPORT __attribute__((visibility("default")))
#else
#define LETTERPRESS_EXPORT
#endif

#define LETTERPRESS_PLUGIN_HEAD(plugin)                                                                      \
  .size = sizeof(plugin), .abi_major = LETTERPRESS_ABI_MAJOR, .abi_minor = LETTERPRESS_ABI_MINOR

typedef struct LpReading LpReading;         /* one draft being read */
typedef struct LpWriting LpWriting;         /* one output being written */
typedef struct LpPreparation LpPreparation; /* what happens before the fence is shut */

typedef enum LpOptionType { LP_OPTION_FLAG = 0, LP_OPTION_INTEGER = 1, LP_OPTION_STRING = 2 } LpOptionType;

/* An option of a format, given on the command line as -x FORMAT.NAME=VALUE. default_value is text, also of a
   flag ("false") or an integer. */
typedef struct LpOption {
  uint32_t size;
  LpOptionType type;
  const char *name;
  const char *default_value;
  const char *help; /* one line */
} LpOption;

typedef struct LpFormat {
  uint32_t size;
  const char *name;               /* as in -t: lower-case letters and digits */
  const char *description;        /* one line */
  const char *const *extensions;  /* without the dot, best first, NULL at the end; may be NULL */
  const char *const *mime_types;  /* NULL at the end; may be NULL */
  const LpOption *const *options; /* NULL at the end; may be NULL */
  /* How sure it is that the source is of this format: 0 no, 100 certain. Called only to break a tie between
     formats of equal evidence; may be NULL. Runs in the worker. */
  int (*sniff)(LpSource *source);
  /* Opens libraries and warms fonts, once, before the fence is shut and before any draft is seen. May be
   * NULL. */
  LpVerdict (*prepare)(LpPreparation *preparation);
  LpVerdict (*read)(LpReading *reading);  /* NULL: cannot read */
  LpVerdict (*write)(LpWriting *writing); /* NULL: cannot write */
  const void *(*extension)(
      const char *id); /* "letterpress.NAME/N" to a constant table, or NULL; may be NULL */
} LpFormat;

typedef struct LpPlugin {
  uint32_t size;
  uint32_t abi_major;
  uint32_t abi_minor; /* the least that it needs */
  const char *name;   /* as its file: NAME.so, NAME.plugin */
  const char *version;
  const char *licence;            /* SPDX expression */
  const LpFormat *const *formats; /* NULL at the end */
} LpPlugin;

/* ---- reading ---- */

/* The bytes of the draft, what its tree is built with, and the account of the conversion. The host owns them.
 */
LpSource *lp_reading_source(LpReading *reading);
LpBuilder *lp_reading_builder(LpReading *reading);
LpAccount *lp_reading_account(LpReading *reading);

/* The value of one of the format's own options: what the user gave, else its default; NULL for a name that is
 * none. */
const char *lp_reading_option(const LpReading *reading, const char *name);

/* ---- writing ---- */

/* What is to be written, on which letterhead, and where it goes; the host owns them. The option: as
 * lp_reading_option. */
const LpDocument *lp_writing_document(LpWriting *writing);
/* NULL for a format whose keyfile says takes-draft: it is handed the draft as read, before any pass. */
const LpLetterhead *lp_writing_letterhead(LpWriting *writing);
LpSink *lp_writing_sink(LpWriting *writing);
LpAccount *lp_writing_account(LpWriting *writing);
const char *lp_writing_option(const LpWriting *writing, const char *name);

/* Memory for the writer's own use, zeroed, freed when the writing ends. */
void *lp_writing_allocate(LpWriting *writing, size_t n);

/* The time that file metadata may carry, in seconds since 1970: SOURCE_DATE_EPOCH, else the same constant
 * each time. */
int64_t lp_writing_time(const LpWriting *writing);

/* ---- preparation ---- */

/* Where a missing library or font is reported. */
LpAccount *lp_preparation_account(LpPreparation *preparation);

/* The letterhead as it stands in its file or as built in, before any document: its fonts can be warmed. */
const LpLetterhead *lp_preparation_letterhead(LpPreparation *preparation);

/* Whether many documents follow (a batch): what most of them need is then worth warming. */
bool lp_preparation_is_batch(const LpPreparation *preparation);

LP_END_DECLS
#endif
