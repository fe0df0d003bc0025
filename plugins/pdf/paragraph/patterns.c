#include "config.h"

#include "paragraph/patterns.h"

#include <glib.h>
#include <string.h>

enum { LONGEST_PATTERN = 63, LEAST_LETTERS = 2, LARGEST_FILE = 1 << 24 };

/* A pattern's letters stand in `pool` at `offset`, its values (one before each byte and one at the end) after
 * them. */
typedef struct Entry {
  uint32_t hash;
  uint32_t offset : 26, length : 6; /* bytes of letters; 0: an empty place of the table */
} Entry;

struct Patterns {
  Entry *table;
  uint32_t mask, used;
  uint8_t *pool;
  uint32_t pool_used;
  size_t longest; /* bytes */
  size_t least_left, least_right;
};

/* FNV-1a, a byte at a time: the hash of every start of a text falls out on the way. */
static const uint32_t HASH_START = 2166136261U;

static uint32_t hash_on(uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619U;
}

/* ---- The table ---- */

static void grow(Patterns *patterns) {
  uint32_t size = patterns->mask + 1, mask = size * 2 - 1;
  Entry *table = g_new0(Entry, (size_t)mask + 1);
  for (uint32_t i = 0; i < size; i++) {
    if (!patterns->table[i].length)
      continue;
    uint32_t at = patterns->table[i].hash & mask;
    while (table[at].length)
      at = (at + 1) & mask;
    table[at] = patterns->table[i];
  }
  g_free(patterns->table);
  patterns->table = table;
  patterns->mask = mask;
}

static const Entry *find(const Patterns *patterns, uint32_t hash, const char *letters, size_t length) {
  for (uint32_t at = hash & patterns->mask; patterns->table[at].length; at = (at + 1) & patterns->mask) {
    const Entry *entry = &patterns->table[at];
    if (entry->hash == hash && entry->length == length &&
        memcmp(patterns->pool + entry->offset, letters, length) == 0)
      return entry;
  }
  return NULL;
}

/* The pool has room: twice the file's length. Of patterns that are there twice the first is found. */
static void add(Patterns *patterns, const char *letters, const uint8_t *values, size_t length) {
  uint32_t hash = HASH_START;
  for (size_t i = 0; i < length; i++)
    hash = hash_on(hash, (unsigned char)letters[i]);
  if (patterns->used * 2 > patterns->mask)
    grow(patterns);
  uint32_t at = hash & patterns->mask;
  while (patterns->table[at].length)
    at = (at + 1) & patterns->mask;
  patterns->table[at] =
      (Entry){.hash = hash, .offset = patterns->pool_used, .length = length & LONGEST_PATTERN};
  patterns->used++;
  memcpy(patterns->pool + patterns->pool_used, letters, length);
  memcpy(patterns->pool + patterns->pool_used + length, values, length + 1);
  patterns->pool_used += (uint32_t)(2 * length + 1);
  patterns->longest = length > patterns->longest ? length : patterns->longest;
}

/* ---- The file ---- */

static void clear(Patterns *patterns) {
  memset(patterns->table, 0, ((size_t)patterns->mask + 1) * sizeof(Entry));
  patterns->pool_used = 0;
  patterns->used = 0;
  patterns->longest = 0;
}

static bool read_option(Patterns *patterns, const char *line, size_t length) {
  static const char LEFT[] = "LEFTHYPHENMIN ", RIGHT[] = "RIGHTHYPHENMIN ", NEXT[] = "NEXTLEVEL";
  if (length > sizeof LEFT - 1 && memcmp(line, LEFT, sizeof LEFT - 1) == 0)
    patterns->least_left = (size_t)CLAMP(line[sizeof LEFT - 1] - '0', LEAST_LETTERS, 9);
  else if (length > sizeof RIGHT - 1 && memcmp(line, RIGHT, sizeof RIGHT - 1) == 0)
    patterns->least_right = (size_t)CLAMP(line[sizeof RIGHT - 1] - '0', LEAST_LETTERS, 9);
  else if (length >= sizeof NEXT - 1 && memcmp(line, NEXT, sizeof NEXT - 1) == 0)
    clear(patterns); /* the levels before cut compounds apart; the last has the syllables */
  else
    return line[0] >= 'A' && line[0] <= 'Z';
  return true;
}

static void read_pattern(Patterns *patterns, const char *line, size_t length) {
  char letters[LONGEST_PATTERN];
  uint8_t values[LONGEST_PATTERN + 1] = {0};
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    if (line[i] == '/' || count == LONGEST_PATTERN)
      return; /* a spelling that changes at the hyphen */
    if (line[i] >= '0' && line[i] <= '9') {
      values[count] = (uint8_t)(line[i] - '0');
    } else {
      letters[count++] = line[i];
      values[count] = 0;
    }
  }
  if (count)
    add(patterns, letters, values, count);
}

static void read_lines(Patterns *patterns, const char *text, size_t length) {
  for (const char *at = text, *end = text + length; at < end;) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    stop = stop ? stop : end;
    size_t line = (size_t)(stop - at);
    while (line && (at[line - 1] == '\r' || at[line - 1] == ' ' || at[line - 1] == '\t'))
      line--;
    if (line && *at != '%' && *at != '#' && !read_option(patterns, at, line))
      read_pattern(patterns, at, line);
    at = stop + 1;
  }
}

/* The text behind the first line, which names the encoding, in UTF-8; NULL when it cannot be had. `converted`
 * is to be freed. Whether UTF-8 is valid does not matter here: bytes are compared with the bytes of words,
 * which are. */
static const char *to_utf8(const char *text, size_t *length, char **converted) {
  const char *stop = memchr(text, '\n', *length);
  if (!stop || stop - text > 40)
    return NULL;
  char *name = g_strstrip(g_strndup(text, (size_t)(stop - text)));
  const char *result = stop + 1;
  *length -= (size_t)(result - text);
  if (g_ascii_strcasecmp(name, "UTF-8") != 0) {
    const char *part = g_str_has_prefix(name, "ISO8859-") ? name + 7 : NULL;
    char *encoding = part ? g_strconcat("ISO-8859", part, NULL) : g_strdup(name);
    result = *converted = g_convert(result, (gssize)*length, "UTF-8", encoding, NULL, length, NULL);
    g_free(encoding);
  }
  g_free(name);
  return result;
}

Patterns *patterns_load(const char *file) {
  GMappedFile *mapped = g_mapped_file_new(file, FALSE, NULL);
  if (!mapped)
    return NULL;
  size_t length = g_mapped_file_get_length(mapped);
  char *converted = NULL;
  const char *contents = g_mapped_file_get_contents(mapped);
  const char *utf8 = contents && length < LARGEST_FILE ? to_utf8(contents, &length, &converted) : NULL;
  Patterns *patterns = NULL;
  if (utf8 && length < LARGEST_FILE) {
    patterns = g_new0(Patterns, 1);
    patterns->mask = 32767;
    patterns->table = g_new0(Entry, (size_t)patterns->mask + 1);
    patterns->pool = g_malloc(2 * length + 2);
    patterns->least_left = patterns->least_right = LEAST_LETTERS;
    read_lines(patterns, utf8, length);
  }
  g_free(converted);
  g_mapped_file_unref(mapped);
  return patterns;
}

void patterns_free(Patterns *patterns) {
  if (!patterns)
    return;
  g_free(patterns->table);
  g_free(patterns->pool);
  g_free(patterns);
}

/* ---- Words ---- */

static void raise_values(const Patterns *patterns, const char *text, size_t length, uint8_t *values) {
  for (size_t start = 0; start < length; start++) {
    if (((unsigned char)text[start] & 0xc0) == 0x80)
      continue;
    uint32_t hash = HASH_START;
    size_t limit = MIN(length - start, patterns->longest);
    for (size_t n = 1; n <= limit; n++) {
      hash = hash_on(hash, (unsigned char)text[start + n - 1]);
      const Entry *entry = find(patterns, hash, text + start, n);
      if (!entry)
        continue;
      const uint8_t *raised = patterns->pool + entry->offset + entry->length;
      for (size_t i = 0; i <= n; i++)
        values[start + i] = MAX(values[start + i], raised[i]);
    }
  }
}

uint64_t patterns_points(const Patterns *patterns, const char *word, size_t length, size_t letters) {
  enum { ROOM = PATTERNS_LONGEST_WORD * 4 + 2 };
  char text[ROOM];
  uint8_t values[ROOM + 1] = {0};
  if (letters > PATTERNS_LONGEST_WORD || length > ROOM - 2 ||
      letters < patterns->least_left + patterns->least_right)
    return 0;
  text[0] = '.';
  memcpy(text + 1, word, length);
  text[length + 1] = '.';
  raise_values(patterns, text, length + 2, values);
  uint64_t points = 0;
  size_t letter = 0;
  for (size_t i = 0; i < length; i++) {
    if (((unsigned char)word[i] & 0xc0) == 0x80)
      continue;
    if (letter >= patterns->least_left && letter + patterns->least_right <= letters && values[i + 1] & 1)
      points |= UINT64_C(1) << letter;
    letter++;
  }
  return points;
}
