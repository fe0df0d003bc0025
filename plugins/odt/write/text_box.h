/* write/text_box.h: text boxes. */
#ifndef ODT_WRITE_TEXT_BOX_H
#define ODT_WRITE_TEXT_BOX_H

#include <letterpress/walk.h>

#include "flow.h"

/* An open text box. */
typedef struct TextBox {
  struct TextBox *outer;
  Flow outer_flow;
} TextBox;

LpWalkInto text_box_enter(void *state, const LpNode *node);
void text_box_leave(void *state, const LpNode *node);

#endif
