/* Rows of w:tblPr, w:tblGrid, w:trPr and w:tcPr (ECMA-376-1, 17.4), and what cells look like. */
#ifndef DOCX_READ_TABLE_PROPERTIES_H
#define DOCX_READ_TABLE_PROPERTIES_H

#include "read/state.h"

LpXmlInto docx_enter_table_properties(void *state, const LpXmlElement *element);
void docx_leave_table_properties(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_table_style(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_table_width(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_table_indent(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_table_bidi(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_table_caption(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_grid_column(void *state, const LpXmlElement *element);
void docx_leave_grid(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_row_property(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_cell_property(void *state, const LpXmlElement *element);

/* The look of the cell that is about to be opened. */
const LpStyle *docx_cell_look(DocxReader *reader, DocxTable *table);

/* The colour behind its text, where around it is that one. */
int32_t docx_cell_ground(const DocxTable *table, int32_t around);

#endif
