/* call/call.h: what a plugin is handed in one call; filled by the program, read through letterpress/plugin.h.
 */
#ifndef LETTERPRESS_CALL_CALL_H
#define LETTERPRESS_CALL_CALL_H

#include <letterpress/plugin.h>

/* Values of a format's own options, as the user gave them: pairs of name and value, NULL at the end. */
typedef struct LpOptionValue {
  const char *name;
  const char *value;
} LpOptionValue;

struct LpReading {
  const LpFormat *format;
  LpSource *source;
  LpBuilder *builder;
  LpAccount *account;
  const LpOptionValue *options; /* NULL: none */
  size_t option_count;
};

struct LpWriting {
  const LpFormat *format;
  const LpDocument *document;
  const LpLetterhead *letterhead;
  LpSink *sink;
  LpAccount *account;
  const LpOptionValue *options;
  size_t option_count;
  int64_t time;
  struct LpBlock *memory; /* of lp_writing_allocate; starts as NULL */
};

struct LpPreparation {
  const LpFormat *format;
  const LpLetterhead *letterhead;
  LpAccount *account;
  bool is_batch;
};

/* Frees what lp_writing_allocate gave. */
void lp_writing_end(LpWriting *writing);

#endif
