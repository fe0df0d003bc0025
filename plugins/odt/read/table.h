/* read/table.h: tables (ODF 1.3, 9). */
#ifndef ODT_READ_TABLE_H
#define ODT_READ_TABLE_H

#include "read/state.h"

LpXmlInto odt_enter_table(void *state, const LpXmlElement *element);
void odt_leave_table(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_column(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_header_rows(void *state, const LpXmlElement *element);
void odt_leave_header_rows(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_row(void *state, const LpXmlElement *element);
void odt_leave_row(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_cell(void *state, const LpXmlElement *element);
void odt_leave_cell(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_covered_cell(void *state, const LpXmlElement *element);

#endif
