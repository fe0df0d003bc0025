/* write/automatic.h: automatic styles: collected while the body is written, each set of properties once. */
#ifndef ODT_WRITE_AUTOMATIC_H
#define ODT_WRITE_AUTOMATIC_H

#include <letterpress/plugin.h>

typedef enum StyleFamily {
  FAMILY_PARAGRAPH = 0,
  FAMILY_TEXT = 1,
  FAMILY_TABLE = 2,
  FAMILY_COLUMN = 3,
  FAMILY_ROW = 4,
  FAMILY_CELL = 5,
  FAMILY_GRAPHIC = 6,
  FAMILY_SECTION = 7,
  FAMILY_LIST = 8, /* text:list-style, not style:style */
  FAMILY_COUNT = 9
} StyleFamily;

typedef struct AutomaticStyle {
  char name[16];
  StyleFamily family;
  uint32_t hash;
  const char *attributes; /* of style:style, beside name and family: parent, master page */
  const char *properties; /* its content */
} AutomaticStyle;

typedef struct Automatic {
  LpWriting *writing;
  AutomaticStyle *all;
  size_t count;
  size_t capacity;
  uint32_t *slots; /* by hash; 1 + index, 0: free; a power of two, at most half full */
  size_t slot_count;
  unsigned of_family[FAMILY_COUNT];
} Automatic;

/* The name of the style of that family, with those attributes and that content, made if it is new. */
const char *automatic_style(Automatic *automatic, StyleFamily family, const char *attributes,
                            const char *properties);

/* Writes all into office:automatic-styles, family by family. */
void automatic_write(const Automatic *automatic, LpSink *sink);

#endif
