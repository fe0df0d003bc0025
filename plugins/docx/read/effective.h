/* What the chain of defaults, styles and direct formatting comes to (ECMA-376-1, 17.7.2, 17.7.3). */
#ifndef DOCX_READ_EFFECTIVE_H
#define DOCX_READ_EFFECTIVE_H

#include "read/state.h"

/* A paragraph's effective properties. Equal ones are one pointer. */
typedef struct DocxBlock {
  DocxParagraphProperties properties;
  const DocxStyle *style; /* never NULL but in a draft without any */
  const LpStyle *look;    /* of its node */
  int32_t heading_level;  /* from 1; 0: it is no heading */
  DocxUse use;
  const DocxLevel *numbering; /* its level of a list; NULL: it is no item */
} DocxBlock;

/* Those of a paragraph whose own properties are known. */
const DocxBlock *docx_block(DocxReader *reader, DocxParagraph *paragraph);

/* The look of text of the current run, where it stands. */
const LpStyle *docx_text_look(DocxReader *reader);

void docx_effective_begin(DocxReader *reader);
void docx_effective_end(DocxReader *reader);

#endif
