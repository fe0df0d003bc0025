/* Rows of w:rPr (ECMA-376-1, 17.3.2), wherever it stands: in a run, a paragraph mark, a style, a level of a
 * list. */
#ifndef DOCX_READ_RUN_PROPERTIES_H
#define DOCX_READ_RUN_PROPERTIES_H

#include <letterpress/xml.h>

LpXmlInto docx_enter_run_properties(void *state, const LpXmlElement *element);
void docx_leave_run_properties(void *state, const LpXmlElement *element);

LpXmlInto docx_enter_run_flag(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_fonts(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_size(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_colour(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_highlight(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_underline(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_vertical_position(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_tracking(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_language(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_run_style(void *state, const LpXmlElement *element);

/* w:shd, of runs, paragraphs, cells, tables and styles alike. */
LpXmlInto docx_enter_shading(void *state, const LpXmlElement *element);

#endif
