/* document/tree.h: what documents, nodes and styles are made of; for the files of this folder. */
#ifndef LETTERPRESS_DOCUMENT_TREE_H
#define LETTERPRESS_DOCUMENT_TREE_H

#include "account/account.h"
#include "document/arena.h"
#include "document/edit.h"
#include "document/kinds.h"

#include <glib.h>

typedef struct Attribute {
  struct Attribute *next;
  uint32_t attribute;
  uint32_t count; /* of lengths */
  union {
    int32_t integer;
    const char *string; /* interned */
    const int32_t *lengths;
  } value;
} Attribute;

struct LpNode {
  LpNode *parent, *first, *last, *next, *previous;
  const LpStyle *style;
  Attribute *attributes;
  const char *text;
  const char *part;
  uint32_t text_length;
  uint32_t line, column;
  uint32_t kind;
};

struct LpStyle {
  const LpDocument *document;
  uint32_t number;
  uint64_t set;                      /* a bit a property */
  int32_t values[LP_PROPERTY_COUNT]; /* of strings: their index in the document's table; 0 where not set */
};

struct LpResource {
  const LpDocument *document;
  const char *name;
  int64_t size;
  LpMediaType media_type;
  int32_t pixel_width, pixel_height, pixels_per_inch;
  LpResourceReader reader;
  void *holder;
};

typedef struct Kept {
  void *thing;
  void (*free_thing)(void *thing);
} Kept;

struct LpDocument {
  LpAccount *account;
  LpArena *arena;
  LpNode *root;
  LpNode *notes; /* the NOTES; NULL until the first */
  GHashTable *strings;
  GPtrArray *string_table; /* strings of styles by index; index 0 is not used */
  GHashTable *string_numbers;
  GHashTable *style_set;
  GPtrArray *styles;
  GHashTable *names; /* "kind name" -> LpNode */
  GPtrArray *resources;
  GArray *kept; /* of Kept */
  int64_t pixels;
  int64_t node_count;
  const char *metadata[LP_METADATA_COUNT];
};

/* A node without a parent. NULL: the limit of nodes is reached; reported, and the conversion stops. */
LpNode *tree_new_node(LpDocument *document, LpKind kind, const LpPlace *place);

/* Whether a child of that kind may stand in a node: a block revision may contain what its own parent may. */
bool tree_may_contain(const LpNode *parent, LpKind child);

/* Links without asking; a document's NOTES stay last. */
void tree_append(LpNode *parent, LpNode *child);
void tree_insert_before(LpNode *sibling, LpNode *node);
void tree_unlink(LpNode *node);

/* The NOTES of a document, made on need. */
LpNode *tree_notes(LpDocument *document);

void tree_set_integer(LpDocument *document, LpNode *node, LpAttribute attribute, int32_t value);
void tree_set_string(LpDocument *document, LpNode *node, LpAttribute attribute, const char *value);
void tree_set_lengths(LpDocument *document, LpNode *node, LpAttribute attribute, const int32_t *values,
                      size_t count);

/* Adds a resource, or finds it; see lp_builder_resource. */
int32_t document_add_resource(LpDocument *document, const char *name, int64_t size, const uint8_t *head,
                              size_t head_n, LpResourceReader reader, void *holder);

/* Reads the header of a picture. */
void image_read_header(const uint8_t *head, size_t n, LpResource *resource);

#endif
