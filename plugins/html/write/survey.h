/* write/survey.h: the walk before the first byte. */
#ifndef HTML_WRITE_SURVEY_H
#define HTML_WRITE_SURVEY_H

struct HtmlWriter;

/* Finds what the head must know of the body: automatic classes, roles and languages in use; and the numbers
   of notes. So the style sheet can stand where HTML wants it, and the body is written straight to the sink.
 */
void survey(struct HtmlWriter *writer);

#endif
