/* The getters of letterpress/plugin.h. */
#include "config.h"

#include "call/call.h"

#include <glib.h>
#include <string.h>

/* A format's descriptor may be older and so smaller than ours: a member counts only if it lies within its
 * size. */
#define MEMBER_OF(object, member)                                                                            \
  ((object)->size >= offsetof(__typeof__(*(object)), member) + sizeof((object)->member) ? (object)->member   \
                                                                                        : NULL)

struct LpBlock {
  struct LpBlock *next;
  max_align_t bytes[];
};

static const char *option_value(const LpFormat *format, const LpOptionValue *given, size_t count,
                                const char *name) {
  const LpOption *const *options = MEMBER_OF(format, options);
  const LpOption *known = NULL;
  for (size_t i = 0; options && options[i] && !known; i++)
    if (strcmp(options[i]->name, name) == 0)
      known = options[i];
  if (!known)
    return NULL;
  for (size_t i = count; i-- > 0;)
    if (strcmp(given[i].name, name) == 0)
      return given[i].value;
  return known->default_value;
}

LpSource *lp_reading_source(LpReading *reading) {
  return reading->source;
}

LpBuilder *lp_reading_builder(LpReading *reading) {
  return reading->builder;
}

LpAccount *lp_reading_account(LpReading *reading) {
  return reading->account;
}

const char *lp_reading_option(const LpReading *reading, const char *name) {
  return option_value(reading->format, reading->options, reading->option_count, name);
}

const LpDocument *lp_writing_document(LpWriting *writing) {
  return writing->document;
}

const LpLetterhead *lp_writing_letterhead(LpWriting *writing) {
  return writing->letterhead;
}

LpSink *lp_writing_sink(LpWriting *writing) {
  return writing->sink;
}

LpAccount *lp_writing_account(LpWriting *writing) {
  return writing->account;
}

const char *lp_writing_option(const LpWriting *writing, const char *name) {
  return option_value(writing->format, writing->options, writing->option_count, name);
}

void *lp_writing_allocate(LpWriting *writing, size_t n) {
  size_t size;
  if (!g_size_checked_add(&size, n, sizeof(struct LpBlock)))
    g_error("a request for %zu bytes", n);
  struct LpBlock *block = g_malloc0(size);
  block->next = writing->memory;
  writing->memory = block;
  return block->bytes;
}

void lp_writing_end(LpWriting *writing) {
  while (writing->memory) {
    struct LpBlock *next = writing->memory->next;
    g_free(writing->memory);
    writing->memory = next;
  }
}

int64_t lp_writing_time(const LpWriting *writing) {
  return writing->time;
}

LpAccount *lp_preparation_account(LpPreparation *preparation) {
  return preparation->account;
}

const LpLetterhead *lp_preparation_letterhead(LpPreparation *preparation) {
  return preparation->letterhead;
}

bool lp_preparation_is_batch(const LpPreparation *preparation) {
  return preparation->is_batch;
}
