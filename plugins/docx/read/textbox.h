/* Text boxes of DrawingML and VML (w:txbxContent; ECMA-376-1, 20.4.2.38), and text of drawings that is no
 * text box. */
#ifndef DOCX_READ_TEXTBOX_H
#define DOCX_READ_TEXTBOX_H

#include "read/state.h"

LpXmlInto docx_enter_textbox(void *state, const LpXmlElement *element);
void docx_leave_textbox(void *state, const LpXmlElement *element);

/* a:p: a paragraph of DrawingML's own text. */
LpXmlInto docx_enter_drawing_paragraph(void *state, const LpXmlElement *element);

/* v:textpath: text set along a line, which is an attribute. */
LpXmlInto docx_enter_textpath(void *state, const LpXmlElement *element);

#endif
