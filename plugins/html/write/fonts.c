/* Families by script. */
#include "config.h"

#include "fonts.h"

#include "css.h"
#include "state.h"

#include <string.h>

void languages_add(Languages *languages, const char *tag) {
  if (!tag || !*tag || languages->count == LANGUAGES_KEPT)
    return;
  for (size_t i = 0; i < languages->count; i++)
    if (strcmp(languages->tags[i], tag) == 0)
      return;
  languages->tags[languages->count++] = tag;
}

static bool is_cjk(const LpScriptGroup *group) {
  static const char *const scripts[] = {"Hans", "Hant", "Hani", "Jpan", "Kore"};
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
    if (strcmp(lp_script_group_script(group), scripts[i]) == 0)
      return true;
  return false;
}

static void write_group(const LpScriptGroup *group, LpSink *sink, char quote) {
  const char *family;
  for (size_t i = 0; (family = lp_script_group_family(group, i)); i++) {
    /* A family with a quotation mark or backslash in its name is none that anybody has. */
    if (strpbrk(family, "\"'\\<>&\n\r"))
      continue;
    lp_sink_format(sink, "%c%s%c,", quote, family, quote);
  }
}

void fonts_write_families(const HtmlWriter *writer, const char *language, LpSink *sink, char quote) {
  const LpScriptGroup *latin = lp_letterhead_script_for(writer->letterhead, "Latn", NULL);
  const LpScriptGroup *own = lp_letterhead_script_for(writer->letterhead, NULL, language);
  const LpScriptGroup *first = own && is_cjk(own) ? own : latin;
  const LpScriptGroup *second = first == own ? latin : own;
  if (first)
    write_group(first, sink, quote);
  if (second && second != first)
    write_group(second, sink, quote);
  lp_sink_text(sink, "serif");
}

bool fonts_have_italic(const HtmlWriter *writer) {
  const char *language = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE);
  const LpScriptGroup *group = lp_letterhead_script_for(writer->letterhead, NULL, language);
  return !group || lp_script_group_has_italic(group);
}

void fonts_write_rules(const HtmlWriter *writer, LpSink *sink) {
  const char *document = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE);
  const LpScriptGroup *usual = lp_letterhead_script_for(writer->letterhead, NULL, document);
  for (size_t i = 0; i < writer->languages.count; i++) {
    const char *tag = writer->languages.tags[i];
    const LpScriptGroup *group = lp_letterhead_script_for(writer->letterhead, NULL, tag);
    if (!group ||
        strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen(tag))
      continue;
    if (group != usual) {
      lp_sink_format(sink, ":lang(%s){font-family:", tag);
      fonts_write_families(writer, tag, sink, '"');
      lp_sink_text(sink, "}\n");
    }
    if (!lp_script_group_has_italic(group))
      lp_sink_format(sink, "em:lang(%s){font-style:normal}\n", tag);
  }
}
