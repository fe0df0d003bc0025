/* In which language the document is: that of its words, not what a word processor marked them as by habit. */
#include "config.h"

#include "statement/passing.h"

#include "letterhead/definition.h"
#include "statement/script.h"

#include <letterpress/walk.h>
#include <string.h>

enum { LETTERS_ENOUGH = 20000 }; /* a sample of a long document tells as much */

/* How many letters are marked as being in a language. */
typedef struct Marked {
  const char *language;
  uint64_t letters;
} Marked;

static void count_marked(GArray *languages, const char *language, uint64_t letters) {
  for (guint i = 0; language && i < languages->len; i++)
    if (strcmp(g_array_index(languages, Marked, i).language, language) == 0) {
      g_array_index(languages, Marked, i).letters += letters;
      return;
    }
  Marked marked = {language, letters};
  if (language && languages->len < 64)
    g_array_append_val(languages, marked);
}

static void sample(const LpDocument *document, LpScriptCount *scripts, GArray *languages) {
  const LpNode *root = lp_document_root(document);
  for (LpStep step = lp_walk_first(root); step.node && scripts->all < LETTERS_ENOUGH;
       step = lp_walk_next(root, step)) {
    size_t n;
    const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (!text)
      continue;
    uint32_t before = scripts->all;
    lp_script_count(scripts, text, n);
    count_marked(languages, lp_style_string(lp_node_style(step.node), LP_PROPERTY_LANGUAGE),
                 scripts->all - before);
  }
}

static const char *most_marked(const GArray *languages) {
  const Marked *most = NULL;
  for (guint i = 0; i < languages->len; i++) {
    const Marked *marked = &g_array_index(languages, Marked, i);
    if (!most || marked->letters > most->letters)
      most = marked;
  }
  return most ? most->language : NULL;
}

static const char *decide(const LpPassing *passing, const char *script, const char *marked) {
  const char *said = lp_document_metadata(passing->document, LP_METADATA_LANGUAGE);
  const char *own = lp_definition_language(passing->definition);
  if (passing->settings->metadata[LP_METADATA_LANGUAGE])
    return passing->settings->metadata[LP_METADATA_LANGUAGE];
  if (said && lp_script_fits(script, said))
    return said;
  if (marked && lp_script_fits(script, marked))
    return marked;
  if (passing->found_language && lp_script_fits(script, passing->found_language))
    return passing->found_language;
  const char *by_script = lp_script_language(script);
  return by_script && !lp_script_fits(script, own) ? by_script : own;
}

void lp_pass_language(LpPassing *passing) {
  LpScriptCount scripts = {0};
  GArray *languages = g_array_new(FALSE, FALSE, sizeof(Marked));
  sample(passing->document, &scripts, languages);
  const char *language = decide(passing, lp_script_most(&scripts), most_marked(languages));
  g_array_free(languages, TRUE);
  passing->language = lp_document_intern(passing->document, language, strlen(language));
  lp_document_set_metadata(passing->document, LP_METADATA_LANGUAGE, passing->language);
}
