/* plugins/text: plain text and Markdown, read. */
#include "config.h"

#include "read.h"

#include <letterpress/plugin.h>

static const char *const text_extensions[] = {"txt", "text", NULL};
static const char *const text_mime_types[] = {"text/plain", NULL};
static const LpOption markup = {
    .size = sizeof markup,
    .type = LP_OPTION_STRING,
    .name = "markup",
    .default_value = "auto",
    .help =
        "auto: read # headings and ** as Markdown where the draft uses them; plain: never; markdown: always",
};
static const LpOption *const text_options[] = {&markup, NULL};

static const LpFormat text = {
    .size = sizeof text,
    .name = "text",
    .description = "Plain text, with light markup or without",
    .extensions = text_extensions,
    .mime_types = text_mime_types,
    .options = text_options,
    .read = read_text,
};

static const char *const markdown_extensions[] = {"md", "markdown", "mdown", "mkd", NULL};
static const char *const markdown_mime_types[] = {"text/markdown", "text/x-markdown", NULL};

static const LpFormat markdown = {
    .size = sizeof markdown,
    .name = "markdown",
    .description = "Markdown (CommonMark with tables, strike-through and notes)",
    .extensions = markdown_extensions,
    .mime_types = markdown_mime_types,
    .read = read_markdown,
};

static const LpFormat *const formats[] = {&text, &markdown, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
    LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
    .name = "text",
    .version = PACKAGE_VERSION,
    .licence = "Apache-2.0",
    .formats = formats,
};
