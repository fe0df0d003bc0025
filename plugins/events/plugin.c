/* plugins/events: the builder's events as NDJSON, both ways. */
#include "config.h"

#include "events.h"

#include <letterpress/plugin.h>

static const char *const extensions[] = {"events", "ndjson", NULL};
static const char *const mime_types[] = {"application/x-letterpress-events+x-ndjson", NULL};

static const LpOption resources = {
    .size = sizeof resources,
    .type = LP_OPTION_STRING,
    .name = "resources",
    .default_value = "data",
    .help = "data: pictures in base64; hash: their SHA-256 alone, for comparing",
};
static const LpOption places = {
    .size = sizeof places,
    .type = LP_OPTION_FLAG,
    .name = "places",
    .default_value = "true",
    .help = "where in the draft each node stands",
};
static const LpOption *const options[] = {&resources, &places, NULL};

static const LpFormat events = {
    .size = sizeof events,
    .name = "events",
    .description = "Builder events, one JSON object a line (letterpress-events/1)",
    .extensions = extensions,
    .mime_types = mime_types,
    .options = options,
    .read = read_events,
    .write = write_events,
};

static const LpFormat *const formats[] = {&events, NULL};

LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
    LETTERPRESS_PLUGIN_HEAD(letterpress_plugin),
    .name = "events",
    .version = PACKAGE_VERSION,
    .licence = "Apache-2.0",
    .formats = formats,
};
