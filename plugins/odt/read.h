/* read.h: the reader of OpenDocument text (ODF 1.0 to 1.3): packages and flat files. */
#ifndef ODT_READ_H
#define ODT_READ_H

#include <letterpress/plugin.h>

LpVerdict read_odt(LpReading *reading);

#endif
