/* events.h: letterpress-events/1. README.md says what each event holds. */
#ifndef EVENTS_EVENTS_H
#define EVENTS_EVENTS_H

#include <letterpress/plugin.h>

#define EVENTS_VERSION "letterpress-events/1"

LpVerdict read_events(LpReading *reading);
LpVerdict write_events(LpWriting *writing);

#endif
