/* write/fonts.h: font families by script, for the languages in use. */
#ifndef HTML_WRITE_FONTS_H
#define HTML_WRITE_FONTS_H

#include <letterpress/plugin.h>

struct HtmlWriter;

enum { LANGUAGES_KEPT = 64 };

/* Languages of the text, each once. */
typedef struct Languages {
  size_t count;
  const char *tags[LANGUAGES_KEPT];
} Languages;

void languages_add(Languages *languages, const char *tag);

/* Writes the families for text in a language, quoted, generic one last: of CJK scripts their own first, of
   all others the Latin ones, so that a digit or bracket that they lack is a Latin one. quote: the quotation
   mark to use. */
void fonts_write_families(const struct HtmlWriter *writer, const char *language, LpSink *sink, char quote);

/* Whether the document's script has italics: where it has none, nothing that is italic is slanted. */
bool fonts_have_italic(const struct HtmlWriter *writer);

/* Rules for all languages in use whose script is not that of the document. */
void fonts_write_rules(const struct HtmlWriter *writer, LpSink *sink);

#endif
