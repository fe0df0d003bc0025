/* write/classes.h: automatic classes, one a set of declarations, named in the order met. */
#ifndef HTML_WRITE_CLASSES_H
#define HTML_WRITE_CLASSES_H

#include <letterpress/plugin.h>

#include "css.h"

/* What a class declares: in all media; where the ground is light (light screens and paper); on paper only. */
typedef struct Declarations {
  CssText always;
  CssText light;
  CssText print;
} Declarations;

typedef struct Class {
  char name[16];
  uint32_t hash;
  const char *always;
  const char *light;
  const char *print;
} Class;

typedef struct Classes {
  LpWriting *writing;
  Class *all;
  size_t count;
  size_t capacity;
  uint32_t *slots; /* by hash; 1 + index, 0: free; a power of two, at most half full */
  size_t slot_count;
} Classes;

void declarations_clear(Declarations *declarations);

/* The name of the class of those declarations, made if it is new; NULL where nothing is declared. */
const char *class_name(Classes *classes, const Declarations *declarations);

/* Writes their rules into a style element. */
void classes_write(const Classes *classes, LpSink *sink);

#endif
