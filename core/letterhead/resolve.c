/* A definition becomes the values for one document: its language, its paper, its title and date. */
#include "config.h"

#include "letterhead/values.h"

#include "letterhead/date.h"
#include "letterhead/localise.h"
#include "letterhead/placeholders.h"

#include <glib.h>
#include <string.h>

/* What is in hand while a letterhead is resolved. */
typedef struct Resolving {
  const LpDefinition *definition;
  LpDocument *document;
  const LpOccasion *occasion;
  LpTags tags;
  LpLetterhead *letterhead;
} Resolving;

static const char *kept(const Resolving *resolving, const char *text) {
  return text ? lp_document_intern(resolving->document, text, strlen(text)) : NULL;
}

static const char *kept_if_any(const Resolving *resolving, const char *text) {
  return text && *text ? kept(resolving, text) : NULL;
}

/* ---- the letterhead's own values ---- */

static void take_naming(Resolving *resolving) {
  LpLetterhead *letterhead = resolving->letterhead;
  LpNaming naming = lp_definition_naming(resolving->definition, &resolving->tags);
  letterhead->string[LP_LETTERHEAD_ID] = kept(resolving, lp_definition_id(resolving->definition));
  letterhead->string[LP_LETTERHEAD_NAME] = kept(resolving, naming.name);
  letterhead->string[LP_LETTERHEAD_SHORT_NAME] = kept_if_any(resolving, naming.short_name);
  letterhead->string[LP_LETTERHEAD_TAGLINE] = kept_if_any(resolving, naming.tagline);
  letterhead->string[LP_LETTERHEAD_LANGUAGE] = kept(resolving, naming.language);
  letterhead->integer[LP_LETTERHEAD_TAGLINE_BEFORE] = naming.tagline_before;
  letterhead->integer[LP_LETTERHEAD_UNCONFIRMED] = naming.unconfirmed;
  if (naming.unconfirmed)
    lp_report(lp_document_account(resolving->document), LP_LEVEL_INFO, LP_CLASS_REFUSED,
              "letterhead.unconfirmed", NULL,
              "The name “%s” is a translation (%s) that is not yet confirmed by the secretariat.",
              naming.name, naming.language);
}

static bool is_page_group(const LpEntryGroup *group) {
  return g_str_has_prefix(group->name, "page ") && lp_key_group_known(group->name);
}

static const char *page_of(const LpDefinition *definition, const char *paper) {
  for (size_t i = 0; i < definition->group_count; i++) {
    const LpEntryGroup *group = &definition->groups[i];
    if (is_page_group(group) && (!paper || g_ascii_strcasecmp(group->name + strlen("page "), paper) == 0))
      return group->name;
  }
  return NULL;
}

static void report_paper(const Resolving *resolving) {
  GString *papers = g_string_new(NULL);
  const LpDefinition *definitions[] = {resolving->definition, &lp_definition_standard};
  for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++) {
    for (size_t k = 0; k < definitions[i]->group_count; k++)
      if (is_page_group(&definitions[i]->groups[k]))
        g_string_append_printf(papers, "%s%s", papers->len ? ", " : "", definitions[i]->groups[k].name + 5);
    if (resolving->definition->groups == lp_built_in_groups)
      break;
  }
  lp_fail(lp_document_account(resolving->document), LP_CLASS_USAGE, "letterhead.paper", NULL,
          "The letterhead knows no paper “%s”; it knows %s.", resolving->occasion->paper, papers->str);
  g_string_free(papers, TRUE);
}

/* The paper asked for; else the first of the file; else the first built in. */
static const char *page_group(const Resolving *resolving) {
  const char *paper = resolving->occasion->paper;
  const char *group = page_of(resolving->definition, paper);
  if (!group)
    group = page_of(&lp_definition_standard, paper);
  if (!group)
    report_paper(resolving);
  return group ? group : page_of(&lp_definition_standard, NULL);
}

static void take_key(Resolving *resolving, const LpKey *key, const char *group) {
  if (key->type == LP_KEY_TEXT && key->field != LP_LETTERHEAD_ID)
    resolving->letterhead->string[key->field] =
        lp_definition_localised(resolving->definition, group, key->name, &resolving->tags, NULL);
  else if (key->type != LP_KEY_TEXT && key->field != LP_LETTERHEAD_TAGLINE_BEFORE)
    resolving->letterhead->integer[key->field] = lp_definition_value(resolving->definition, group, key);
}

static void take_keys(Resolving *resolving) {
  size_t count;
  const LpKey *keys = lp_keys(&count);
  const char *page = page_group(resolving);
  for (size_t i = 0; i < count; i++) {
    const LpKey *key = &keys[i];
    if (strcmp(key->group, "colours") == 0) {
      resolving->letterhead->colour[0][key->field] =
          lp_definition_value(resolving->definition, "colours", key);
      resolving->letterhead->colour[1][key->field] =
          lp_definition_value(resolving->definition, "colours dark", key);
    } else if (strcmp(key->group, "script") != 0 && strcmp(key->group, "style") != 0 && key->field >= 0) {
      take_key(resolving, key, strcmp(key->group, "page") == 0 ? page : key->group);
    }
  }
}

static void take_emblem(Resolving *resolving) {
  LpLetterhead *letterhead = resolving->letterhead;
  letterhead->emblem = resolving->definition->emblem;
  const char *alternative = letterhead->string[LP_LETTERHEAD_EMBLEM_ALTERNATIVE];
  letterhead->string[LP_LETTERHEAD_EMBLEM_ALTERNATIVE] = kept(resolving, alternative ? alternative : "");
  if (!letterhead->integer[LP_LETTERHEAD_EMBLEM_SIZE])
    letterhead->emblem.bytes = NULL;
  if (!letterhead->emblem.bytes) {
    letterhead->integer[LP_LETTERHEAD_EMBLEM_SIZE] = 0;
    letterhead->integer[LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE] = 0;
    letterhead->emblem.n = 0;
  } else if (resolving->definition->owned) {
    /* the definition may go before the document */
    uint8_t *copy = lp_document_allocate(resolving->document, letterhead->emblem.n);
    letterhead->emblem.bytes = memcpy(copy, letterhead->emblem.bytes, letterhead->emblem.n);
  }
}

/* ---- of the document ---- */

static char *classification_line(const Resolving *resolving) {
  const char *classification = resolving->letterhead->string[LP_LETTERHEAD_CLASSIFICATION];
  const char *embargo = resolving->letterhead->string[LP_LETTERHEAD_EMBARGO];
  if (classification && embargo)
    return g_strconcat(classification, " · ", embargo, NULL);
  return g_strdup(classification ? classification : embargo);
}

static void fill_patterns(Resolving *resolving) {
  static const LpLetterheadKey patterns[] = {LP_LETTERHEAD_FOLLOWING_START, LP_LETTERHEAD_FOLLOWING_SECOND,
                                             LP_LETTERHEAD_FOLLOWING_END,   LP_LETTERHEAD_FOOTER_START,
                                             LP_LETTERHEAD_FOOTER_CENTRE,   LP_LETTERHEAD_FOOTER_END};
  LpLetterhead *letterhead = resolving->letterhead;
  const LpOccasion *occasion = resolving->occasion;
  const char *language = letterhead->string[LP_LETTERHEAD_DOCUMENT_LANGUAGE];
  const char *date = occasion->date ? lp_letterhead_date(resolving->definition, resolving->document, language,
                                                         occasion->date)
                                    : NULL;
  char *classification = classification_line(resolving);
  const LpPlaceholder placeholders[] = {
      {"name", letterhead->string[LP_LETTERHEAD_NAME], false},
      {"short-name", letterhead->string[LP_LETTERHEAD_SHORT_NAME], false},
      {"tagline", letterhead->string[LP_LETTERHEAD_TAGLINE], false},
      {"title", occasion->title, false},
      {"meeting", occasion->meeting, false},
      {"date", date, false},
      {"place", occasion->place, false},
      {"classification", classification, false},
      {"embargo", letterhead->string[LP_LETTERHEAD_EMBARGO], false},
      {"page-of-pages",
       lp_definition_localised(resolving->definition, "footer", "page", &resolving->tags, NULL), true}};
  for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
    const char *pattern = letterhead->string[patterns[i]];
    char *filled = pattern ? lp_placeholders_fill(pattern, placeholders, G_N_ELEMENTS(placeholders)) : NULL;
    letterhead->string[patterns[i]] = kept(resolving, filled);
    g_free(filled);
  }
  g_free(classification);
}

static void take_occasion(Resolving *resolving) {
  LpLetterhead *letterhead = resolving->letterhead;
  const LpOccasion *occasion = resolving->occasion;
  letterhead->string[LP_LETTERHEAD_TITLE] = kept_if_any(resolving, occasion->title);
  letterhead->string[LP_LETTERHEAD_CLASSIFICATION] = kept_if_any(resolving, occasion->classification);
  letterhead->string[LP_LETTERHEAD_MARK] = kept_if_any(resolving, occasion->mark);
  if (occasion->embargo && *occasion->embargo)
    letterhead->string[LP_LETTERHEAD_EMBARGO] =
        lp_letterhead_embargo(resolving->definition, resolving->document,
                              letterhead->string[LP_LETTERHEAD_DOCUMENT_LANGUAGE], occasion->embargo);
  fill_patterns(resolving);
}

const LpLetterhead *lp_letterhead_resolve(const LpDefinition *definition, LpDocument *document,
                                          const LpOccasion *occasion) {
  LpLetterhead *letterhead = lp_document_allocate(document, sizeof *letterhead);
  letterhead->document = document;
  letterhead->outline = lp_document_allocate(document, sizeof *letterhead->outline);
  Resolving resolving = {
      .definition = definition, .document = document, .occasion = occasion, .letterhead = letterhead};
  const char *language =
      occasion->language && *occasion->language ? occasion->language : lp_definition_language(definition);
  lp_tags_walk(&resolving.tags, language);
  letterhead->string[LP_LETTERHEAD_DOCUMENT_LANGUAGE] = kept(&resolving, language);
  letterhead->integer[LP_LETTERHEAD_RIGHT_TO_LEFT] = lp_language_is_rtl(language);
  take_keys(&resolving);
  take_naming(&resolving);
  take_emblem(&resolving);
  lp_letterhead_take_scripts(letterhead, definition);
  lp_letterhead_take_roles(letterhead, definition);
  take_occasion(&resolving);
  return letterhead;
}
