/* Automatic classes. */
#include "config.h"

#include "classes.h"

#include <stdio.h>
#include <string.h>

void declarations_clear(Declarations *declarations) {
  CssText *const texts[] = {&declarations->always, &declarations->light, &declarations->print};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    texts[i]->n = 0;
    texts[i]->full = false;
    texts[i]->bytes[0] = '\0';
  }
}

/* FNV-1a, 32 bits; the 0 at the end counts, so that the three lists do not run together. */
static uint32_t add_to_hash(uint32_t hash, const CssText *text) {
  for (size_t i = 0; i <= text->n; i++)
    hash = (hash ^ (unsigned char)text->bytes[i]) * 16777619U;
  return hash;
}

static bool declares(const Class *class_, uint32_t hash, const Declarations *declarations) {
  return class_->hash == hash && strcmp(class_->always, declarations->always.bytes) == 0 &&
         strcmp(class_->light, declarations->light.bytes) == 0 &&
         strcmp(class_->print, declarations->print.bytes) == 0;
}

static void put_in_slot(Classes *classes, size_t index) {
  size_t slot = classes->all[index].hash & (classes->slot_count - 1);
  while (classes->slots[slot])
    slot = (slot + 1) & (classes->slot_count - 1);
  classes->slots[slot] = (uint32_t)index + 1;
}

static void grow(Classes *classes) {
  size_t capacity = classes->capacity ? classes->capacity * 2 : 16;
  Class *all = lp_writing_allocate(classes->writing, capacity * sizeof *all);
  if (classes->count)
    memcpy(all, classes->all, classes->count * sizeof *all);
  classes->all = all;
  classes->capacity = capacity;
  classes->slot_count = capacity * 2;
  classes->slots = lp_writing_allocate(classes->writing, classes->slot_count * sizeof *classes->slots);
  for (size_t i = 0; i < classes->count; i++)
    put_in_slot(classes, i);
}

static const char *copy(Classes *classes, const CssText *text) {
  char *bytes = lp_writing_allocate(classes->writing, text->n + 1);
  memcpy(bytes, text->bytes, text->n);
  return bytes;
}

const char *class_name(Classes *classes, const Declarations *declarations) {
  if (!declarations->always.n && !declarations->light.n && !declarations->print.n)
    return NULL;
  uint32_t hash =
      add_to_hash(add_to_hash(add_to_hash(2166136261U, &declarations->always), &declarations->light),
                  &declarations->print);
  for (size_t slot = hash; classes->slot_count && classes->slots[slot & (classes->slot_count - 1)]; slot++) {
    const Class *class_ = &classes->all[classes->slots[slot & (classes->slot_count - 1)] - 1];
    if (declares(class_, hash, declarations))
      return class_->name;
  }
  if (classes->count == classes->capacity)
    grow(classes);
  Class *class_ = &classes->all[classes->count];
  snprintf(class_->name, sizeof class_->name, "s%zu", classes->count + 1);
  class_->hash = hash;
  class_->always = copy(classes, &declarations->always);
  class_->light = copy(classes, &declarations->light);
  class_->print = copy(classes, &declarations->print);
  put_in_slot(classes, classes->count++);
  return class_->name;
}

typedef const char *Part(const Class *class_);

static const char *always_of(const Class *class_) {
  return class_->always;
}
static const char *light_of(const Class *class_) {
  return class_->light;
}
static const char *print_of(const Class *class_) {
  return class_->print;
}

static void write_part(const Classes *classes, LpSink *sink, Part *part, const char *media) {
  bool any = false;
  for (size_t i = 0; i < classes->count; i++) {
    const char *declarations = part(&classes->all[i]);
    if (!*declarations)
      continue;
    if (!any && media)
      lp_sink_format(sink, "@media %s{\n", media);
    any = true;
    lp_sink_format(sink, ".%s{%s}\n", classes->all[i].name, declarations);
  }
  if (any && media)
    lp_sink_text(sink, "}\n");
}

void classes_write(const Classes *classes, LpSink *sink) {
  write_part(classes, sink, always_of, NULL);
  write_part(classes, sink, light_of, "print,(prefers-color-scheme:light)");
  write_part(classes, sink, print_of, "print");
}
