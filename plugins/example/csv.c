/* csv.c: the descriptor of an example plugin: what it is and which formats it has. Copy this folder to begin
   your own.

   A plugin includes the installed headers, the C library and its own libraries, and nothing else. */
#include "csv.h"

#include <letterpress/plugin.h>

static const char *const extensions[] = {"csv", NULL};
static const char *const mime_types[] = {"text/csv", NULL};

/* -x csv.separator=';' on the command line. */
static const LpOption separator = {
    .size = sizeof separator,
    .type = LP_OPTION_STRING,
    .name = "separator",
    .default_value = ",",
    .help = "the sign between two cells: one ASCII character",
};
static const LpOption *const options[] = {&separator, NULL};

static const LpFormat csv = {
    .size = sizeof csv,
    .name = "csv",
    .description = "Comma-separated values",
    .extensions = extensions,
    .mime_types = mime_types,
    .options = options,
    .read = read_csv,
    .write = write_csv,
};

static const LpFormat *const formats[] = {&csv, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
    LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
    .name = "csv",
    .version = "1.0",
    .licence = "Apache-2.0",
    .formats = formats,
};
