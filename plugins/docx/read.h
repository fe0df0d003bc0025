/* Reading a DOCX: the order of its parts. */
#ifndef DOCX_READ_H
#define DOCX_READ_H

#include <letterpress/plugin.h>

LpVerdict docx_read(LpReading *reading);

#endif
