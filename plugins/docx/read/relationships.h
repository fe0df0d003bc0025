/* Relationship parts: what a part leads to (ECMA-376-2, 9.3). */
#ifndef DOCX_READ_RELATIONSHIPS_H
#define DOCX_READ_RELATIONSHIPS_H

#include <letterpress/xml.h>

typedef struct DocxRelationship {
  char *id;
  char *type;   /* the last word of its address: "styles" */
  char *target; /* of an inner one: the part's name as the package spells it; of an outer one: the address */
  bool is_outer;
} DocxRelationship;

typedef struct DocxRelationships DocxRelationships;

/* Of a part; "" for those of the package. Without a relationship part they are empty; a damaged one is
 * reported. */
DocxRelationships *docx_relationships_read(LpPackage *package, LpAccount *account, const char *part);
void docx_relationships_free(DocxRelationships *relationships);

/* By its id; NULL: there is none. id may be NULL. */
const DocxRelationship *docx_relationship(const DocxRelationships *relationships, const char *id);

/* The first inner one of that type whose part is there; NULL: there is none. */
const DocxRelationship *docx_relationship_of_type(const DocxRelationships *relationships, const char *type);

#endif
