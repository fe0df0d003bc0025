/* Pictures: DrawingML (ECMA-376-1, 20.4, 20.2) and VML (ECMA-376-4, 19). */
#ifndef DOCX_READ_DRAWING_H
#define DOCX_READ_DRAWING_H

#include "read/state.h"

LpXmlInto docx_enter_drawing(void *state, const LpXmlElement *element);
void docx_leave_drawing(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_extent(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_drawing_title(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_decorative(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_group(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_graphic_data(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_blip(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_vml_shape(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_vml_picture(void *state, const LpXmlElement *element);

#endif
