/* read/changes.h: tracked changes (ODF 1.3, 5.5). Deleted text stands apart from the body: it is kept until
   the place comes where it was deleted. */
#ifndef ODT_READ_CHANGES_H
#define ODT_READ_CHANGES_H

#include "read/state.h"

LpXmlInto odt_enter_changed_region(void *state, const LpXmlElement *element);
void odt_leave_changed_region(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_insertion(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_deletion(void *state, const LpXmlElement *element);
void odt_leave_deletion(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_format_change(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_change(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_change_start(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_change_end(void *state, const LpXmlElement *element);

/* In a deletion: text of it, and the end of a paragraph of it. */
void odt_keep_deleted(Reader *reader, const char *text, size_t n, const LpStyle *style, const LpPlace *place);
void odt_end_deleted_paragraph(Reader *reader);

/* At the start of a paragraph: insertions that go on from the one before. */
void odt_reopen_changes(Reader *reader);

/* At the end: deletions whose place never came. */
void odt_place_lost_deletions(Reader *reader);

void odt_free_change(gpointer change);

#endif
