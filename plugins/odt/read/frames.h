/* read/frames.h: frames, pictures, text boxes, shapes (ODF 1.3, 10). */
#ifndef ODT_READ_FRAMES_H
#define ODT_READ_FRAMES_H

#include "read/state.h"

LpXmlInto odt_enter_frame(void *state, const LpXmlElement *element);
void odt_leave_frame(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_picture(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_object(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_alternative(void *state, const LpXmlElement *element);
void odt_leave_alternative(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_shape(void *state, const LpXmlElement *element);
void odt_leave_shape(void *state, const LpXmlElement *element);

/* A paragraph begins: the shape that it stands in becomes a text box. */
void odt_become_text_box(Reader *reader, const LpPlace *place);

#endif
