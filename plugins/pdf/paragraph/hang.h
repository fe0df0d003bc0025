/* Optical margins: how much of a mark may stand outside the measure so that the edge looks straight. */
#ifndef PDF_PARAGRAPH_HANG_H
#define PDF_PARAGRAPH_HANG_H

#include <stdint.h>

/* In thousandths of the mark's width, at a line's start or end. */
int32_t hang_at_start(uint32_t character);
int32_t hang_at_end(uint32_t character);

#endif
