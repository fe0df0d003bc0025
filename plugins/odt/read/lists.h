/* read/lists.h: list styles and lists (ODF 1.3, 16.31 and 5.3): each item gets the label that the draft
 * shows. */
#ifndef ODT_READ_LISTS_H
#define ODT_READ_LISTS_H

#include "read/state.h"

LpXmlInto odt_enter_list_style(void *state, const LpXmlElement *element);
void odt_leave_list_style(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_outline_style(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_level_number(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_level_bullet(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_list(void *state, const LpXmlElement *element);
void odt_leave_list(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_item(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_list_header(void *state, const LpXmlElement *element);
void odt_leave_item(void *state, const LpXmlElement *element);

/* The number of a heading of that level by the outline style, counted on; from g_malloc, NULL where it shows
 * none. */
char *odt_next_outline_number(Reader *reader, int level, const LpXmlElement *element);

#endif
