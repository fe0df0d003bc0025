#include "config.h"

#include "prepare.h"
#include "write.h"

#include <letterpress/plugin.h>

static const char *const extensions[] = {"pdf", NULL};
static const char *const mime_types[] = {"application/pdf", NULL};

static const LpFormat pdf = {.size = sizeof pdf,
                             .name = "pdf",
                             .description = "PDF, archival (PDF/A-2a) and accessible (PDF/UA-1)",
                             .extensions = extensions,
                             .mime_types = mime_types,
                             .prepare = prepare_fonts,
                             .write = write_pdf};

static const LpFormat *const formats[] = {&pdf, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
                                                        .name = "pdf", .version = PACKAGE_VERSION,
                                                        .licence = "Apache-2.0", .formats = formats};
