/* write.h: the writer's one way in. */
#ifndef ODT_WRITE_H
#define ODT_WRITE_H

#include <letterpress/plugin.h>

/* Writes the document of the call as an ODF 1.3 text package. */
LpVerdict odt_write(LpWriting *writing);

#endif
