/* Comments (ECMA-376-1, 17.13.4). */
#ifndef DOCX_READ_COMMENTS_H
#define DOCX_READ_COMMENTS_H

#include "read/state.h"

LpXmlInto docx_enter_comment_edge(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_comment(void *state, const LpXmlElement *element);
void docx_leave_comment(void *state, const LpXmlElement *element);

#endif
