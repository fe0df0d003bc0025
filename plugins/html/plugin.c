/* The html plugin: writes web pages. */
#include "config.h"

#include "write.h"

static const char *const extensions[] = {"html", "htm", NULL};
static const char *const mime_types[] = {"text/html", NULL};

static const LpFormat html = {
    .size = sizeof html,
    .name = "html",
    .description = "Web page: one file, accessible, on letterhead, that prints as the PDF does",
    .extensions = extensions,
    .mime_types = mime_types,
    .write = html_write,
};

static const LpFormat *const formats[] = {&html, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
    LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
    .name = "html",
    .version = PACKAGE_VERSION,
    .licence = "Apache-2.0",
    .formats = formats,
};
