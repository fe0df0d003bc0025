/* Automatic styles. */
#include "config.h"

#include "automatic.h"

#include <stdio.h>
#include <string.h>

/* The letter before the number, as LibreOffice names them, and the value of style:family. */
static const struct {
  const char *prefix;
  const char *family;
} families[FAMILY_COUNT] = {
    [FAMILY_PARAGRAPH] = {"P", "paragraph"},
    [FAMILY_TEXT] = {"T", "text"},
    [FAMILY_TABLE] = {"Ta", "table"},
    [FAMILY_COLUMN] = {"Co", "table-column"},
    [FAMILY_ROW] = {"Ro", "table-row"},
    [FAMILY_CELL] = {"Ce", "table-cell"},
    [FAMILY_GRAPHIC] = {"fr", "graphic"},
    [FAMILY_SECTION] = {"Sect", "section"},
    [FAMILY_LIST] = {"L", NULL},
};

/* FNV-1a, 32 bits, the 0 at the end included. */
static uint32_t add_to_hash(uint32_t hash, const char *text) {
  do
    hash = (hash ^ (unsigned char)*text) * 16777619U;
  while (*text++);
  return hash;
}

static void put_in_slot(Automatic *automatic, size_t index) {
  size_t slot = automatic->all[index].hash;
  while (automatic->slots[slot & (automatic->slot_count - 1)])
    slot++;
  automatic->slots[slot & (automatic->slot_count - 1)] = (uint32_t)index + 1;
}

static void grow(Automatic *automatic) {
  size_t capacity = automatic->capacity ? automatic->capacity * 2 : 32;
  AutomaticStyle *all = lp_writing_allocate(automatic->writing, capacity * sizeof *all);
  if (automatic->count)
    memcpy(all, automatic->all, automatic->count * sizeof *all);
  automatic->all = all;
  automatic->capacity = capacity;
  automatic->slot_count = capacity * 2;
  automatic->slots =
      lp_writing_allocate(automatic->writing, automatic->slot_count * sizeof *automatic->slots);
  for (size_t i = 0; i < automatic->count; i++)
    put_in_slot(automatic, i);
}

static const char *copy(Automatic *automatic, const char *text) {
  size_t n = strlen(text) + 1;
  return memcpy(lp_writing_allocate(automatic->writing, n), text, n);
}

static const AutomaticStyle *find(const Automatic *automatic, uint32_t hash, StyleFamily family,
                                  const char *attributes, const char *properties) {
  if (!automatic->slot_count)
    return NULL;
  for (size_t slot = hash;; slot++) {
    uint32_t index = automatic->slots[slot & (automatic->slot_count - 1)];
    if (!index)
      return NULL;
    const AutomaticStyle *style = &automatic->all[index - 1];
    if (style->hash == hash && style->family == family && strcmp(style->attributes, attributes) == 0 &&
        strcmp(style->properties, properties) == 0)
      return style;
  }
}

const char *automatic_style(Automatic *automatic, StyleFamily family, const char *attributes,
                            const char *properties) {
  uint32_t hash = add_to_hash(add_to_hash(2166136261U + family, attributes), properties);
  const AutomaticStyle *known = find(automatic, hash, family, attributes, properties);
  if (known)
    return known->name;
  if (automatic->count == automatic->capacity)
    grow(automatic);
  AutomaticStyle *style = &automatic->all[automatic->count];
  snprintf(style->name, sizeof style->name, "%s%u", families[family].prefix, ++automatic->of_family[family]);
  style->family = family;
  style->hash = hash;
  style->attributes = copy(automatic, attributes);
  style->properties = copy(automatic, properties);
  put_in_slot(automatic, automatic->count++);
  return style->name;
}

static void write_style(const AutomaticStyle *style, LpSink *sink) {
  const char *family = families[style->family].family;
  if (family)
    lp_sink_format(sink, "<style:style style:name=\"%s\" style:family=\"%s\"%s>%s</style:style>", style->name,
                   family, style->attributes, style->properties);
  else
    lp_sink_format(sink, "<text:list-style style:name=\"%s\"%s>%s</text:list-style>", style->name,
                   style->attributes, style->properties);
}

void automatic_write(const Automatic *automatic, LpSink *sink) {
  for (StyleFamily family = 0; family < FAMILY_COUNT; family++)
    for (size_t i = 0; i < automatic->count; i++)
      if (automatic->all[i].family == family)
        write_style(&automatic->all[i], sink);
}
