/* csv.h: the two sides of the example. RFC 4180. */
#ifndef EXAMPLE_CSV_H
#define EXAMPLE_CSV_H

#include <letterpress/plugin.h>

LpVerdict read_csv(LpReading *reading);
LpVerdict write_csv(LpWriting *writing);

#endif
