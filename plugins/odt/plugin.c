/* The odt plugin: OpenDocument text. */
#include "config.h"

#include "read.h"
#include "write.h"

static const char *const extensions[] = {"odt", "ott", "fodt", "odm", NULL};
static const char *const mime_types[] = {"application/vnd.oasis.opendocument.text",
                                         "application/vnd.oasis.opendocument.text-template", NULL};

static const LpFormat odt = {
    .size = sizeof odt,
    .name = "odt",
    .description = "OpenDocument text (ODF 1.3)",
    .extensions = extensions,
    .mime_types = mime_types,
    .read = read_odt,
    .write = odt_write,
};

static const LpFormat *const formats[] = {&odt, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
    LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
    .name = "odt",
    .version = PACKAGE_VERSION,
    .licence = "Apache-2.0",
    .formats = formats,
};
