/* Tables (ECMA-376-1, 17.4): the grid, merged cells, header rows, borders. */
#ifndef DOCX_READ_TABLE_H
#define DOCX_READ_TABLE_H

#include "read/state.h"

LpXmlInto docx_enter_table(void *state, const LpXmlElement *element);
void docx_leave_table(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_row(void *state, const LpXmlElement *element);
void docx_leave_row(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_cell(void *state, const LpXmlElement *element);
void docx_leave_cell(void *state, const LpXmlElement *element);

/* Makes sure that the cell that is being read has its node: called before any block is opened. */
void docx_open_cell(DocxReader *reader);

void docx_free_table(DocxTable *table);

#endif
