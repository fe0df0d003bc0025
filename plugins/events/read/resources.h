/* read/resources.h: pictures in base64: decoded when a writer asks, one at a time. */
#ifndef EVENTS_READ_RESOURCES_H
#define EVENTS_READ_RESOURCES_H

#include <glib.h>
#include <jansson.h>
#include <letterpress/plugin.h>

typedef struct Resources {
  LpBuilder *builder;
  LpAccount *account;
  GHashTable *numbers; /* number in the events -> number in the tree + 1 */
} Resources;

void resources_begin(Resources *resources, LpBuilder *builder, LpAccount *account);
void resources_end(Resources *resources);

/* Takes a line {"resource":n, "data":"..."}; the line must live as long as the document. */
LpVerdict add_resource(Resources *resources, const json_t *event, const char *line, size_t n,
                       const LpPlace *place);

/* The number in the tree of a resource of the events; -1: there is none. */
int32_t resource_number(const Resources *resources, int32_t number);

#endif
