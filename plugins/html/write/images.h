/* write/images.h: pictures, within the page as data. */
#ifndef HTML_WRITE_IMAGES_H
#define HTML_WRITE_IMAGES_H

#include <letterpress/walk.h>

LpWalkInto image_enter(void *state, const LpNode *node);

#endif
