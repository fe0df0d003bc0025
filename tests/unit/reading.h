/* reading.h: a draft read by a plugin of this build, and its tree in one line; for tests of readers. */
#ifndef LETTERPRESS_TESTS_READING_H
#define LETTERPRESS_TESTS_READING_H

#include "account/account.h"
#include "call/call.h"
#include "document/edit.h"

typedef struct Draft {
  LpAccount *account;
  LpDocument *document;
  LpSource *source;
  LpVerdict verdict;
} Draft;

/* Loads the plugin of that name from the folder that make built it in. false: cmocka has been told why. */
bool load_plugin(const char *name);

/* Reads n bytes as a format of the loaded plugin. The bytes must outlive the draft. */
Draft read_bytes(const char *format, const void *bytes, size_t n);
void drop(Draft *draft);

/* The tree: kind(children), text as it is, *bold*, /italic/, -struck-, _underlined_, ?hidden?; p paragraph,
   h1 heading, l list, i[label] item, t table, g row group (g! head), r row, c cell, q quote, '/' line break,
   '=' page break, '~' tab, +inserted+ and !deleted! revisions; <target>, <name> or <address> behind a kind.
   Free it with g_free. */
char *draw(const LpDocument *document);

/* Reads text and compares its tree; the ledger must balance. */
void assert_read(const char *format, const char *text, const char *expected);

/* Reads bytes: the code was reported once, and the class of the first error is class_ (0: none). */
void assert_code(const char *format, const void *bytes, size_t n, const char *code, int class_);

#endif
