/* What this plugin is: docx.plugin says the same without being loaded. */
#include "config.h"

#include "read.h"

static const char *const extensions[] = {"docx", "docm", "dotx", "dotm", NULL};
static const char *const mime_types[] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-word.document.macroEnabled.12",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    "application/vnd.ms-word.template.macroEnabled.12", NULL};

static const LpFormat docx = {.size = sizeof docx,
                              .name = "docx",
                              .description = "Word document (ECMA-376)",
                              .extensions = extensions,
                              .mime_types = mime_types,
                              .read = docx_read};

static const LpFormat *const formats[] = {&docx, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin;
LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
                                                        .name = "docx", .version = PACKAGE_VERSION,
                                                        .licence = "Apache-2.0", .formats = formats};
