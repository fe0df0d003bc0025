/* read/front_matter.h: metadata at the head of a draft. */
#ifndef TEXT_READ_FRONT_MATTER_H
#define TEXT_READ_FRONT_MATTER_H

#include "read/draft.h"

/* Reads a front matter of flat "key: value" lines between two lines "---" at the very head; what it holds
   becomes metadata and is left out of the text. Returns the offset behind it; 0: there is none. */
size_t read_front_matter(Draft *draft);

#endif
