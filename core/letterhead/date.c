/* Dates for people. Only ISO 8601 is rewritten; any other date is printed as the draft writes it. */
#include "config.h"

#include "letterhead/date.h"

#include "letterhead/localise.h"
#include "letterhead/placeholders.h"

#include <glib.h>
#include <string.h>

typedef struct Date {
  int year, month, day;
  int hour, minute; /* -1: no time */
  char zone[16];    /* "", " UTC", " UTC+8" */
} Date;

static bool take_digits(const char **text, size_t count, int *value) {
  *value = 0;
  for (size_t i = 0; i < count; i++) {
    if (!g_ascii_isdigit((*text)[i]))
      return false;
    *value = *value * 10 + ((*text)[i] - '0');
  }
  *text += count;
  return true;
}

static bool take_sign(const char **text, char sign) {
  if (**text != sign)
    return false;
  (*text)++;
  return true;
}

/* "", "Z", "+08:00", "-0330" */
static bool take_zone(const char **text, Date *date) {
  date->zone[0] = '\0';
  if (take_sign(text, 'Z')) {
    g_strlcpy(date->zone, " UTC", sizeof date->zone);
    return true;
  }
  char sign = **text;
  if (sign != '+' && sign != '-')
    return true;
  (*text)++;
  int hours, minutes = 0;
  if (!take_digits(text, 2, &hours))
    return false;
  take_sign(text, ':');
  if (**text && !take_digits(text, 2, &minutes))
    return false;
  if (hours > 14 || minutes > 59)
    return false;
  if (minutes)
    g_snprintf(date->zone, sizeof date->zone, " UTC%c%d:%02d", sign, hours, minutes);
  else
    g_snprintf(date->zone, sizeof date->zone, " UTC%c%d", sign, hours);
  return true;
}

static bool take_time(const char **text, Date *date) {
  int second;
  if (!take_digits(text, 2, &date->hour) || !take_sign(text, ':') || !take_digits(text, 2, &date->minute))
    return false;
  if (take_sign(text, ':') && !take_digits(text, 2, &second))
    return false;
  return date->hour <= 24 && date->minute <= 59 && take_zone(text, date);
}

/* YYYY-MM-DD, then maybe T or a space, a time and a zone (ISO 8601-1, 5.2.2 and 5.4.2). */
static bool date_parse(const char *text, Date *date) {
  date->hour = -1;
  date->zone[0] = '\0';
  if (!take_digits(&text, 4, &date->year) || !take_sign(&text, '-') || !take_digits(&text, 2, &date->month) ||
      !take_sign(&text, '-') || !take_digits(&text, 2, &date->day))
    return false;
  if (!g_date_valid_dmy((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->year))
    return false;
  if (*text && !take_sign(&text, 'T') && !take_sign(&text, ' '))
    return false;
  if (text[-1] == 'T' || text[-1] == ' ')
    if (!take_time(&text, date))
      return false;
  return *text == '\0';
}

static char *month_name(const char *months, int month) {
  for (int i = 1; i < month; i++) {
    months = strchrnul(months, ';');
    months += *months != '\0';
  }
  return g_strndup(months, (size_t)(strchrnul(months, ';') - months));
}

static char *date_format(const LpDefinition *definition, const LpTags *tags, const Date *date) {
  const char *months = lp_definition_in_language(definition, "dates", "months", tags);
  if (!months)
    return NULL;
  const char *pattern = lp_definition_localised(definition, "dates", "pattern", tags, NULL);
  const char *first = lp_definition_localised(definition, "dates", "first-day", tags, NULL);
  char *month = month_name(months, date->month);
  char *day = date->day == 1 && first ? g_strdup(first) : g_strdup_printf("%d", date->day);
  char *year = g_strdup_printf("%d", date->year);
  char *buddhist_year = g_strdup_printf("%d", date->year + 543);
  const LpPlaceholder parts[] = {{"day", day, true},
                                 {"month", month, true},
                                 {"year", year, true},
                                 {"buddhist-year", buddhist_year, true}};
  char *filled = lp_placeholders_fill(pattern, parts, G_N_ELEMENTS(parts));
  g_free(month);
  g_free(day);
  g_free(year);
  g_free(buddhist_year);
  if (!filled || date->hour < 0)
    return filled;
  char *timed = g_strdup_printf("%s, %02d:%02d%s", filled, date->hour, date->minute, date->zone);
  g_free(filled);
  return timed;
}

const char *lp_letterhead_date(const LpDefinition *definition, LpDocument *document, const char *language,
                               const char *date) {
  Date parsed;
  LpTags tags;
  char *text = NULL;
  lp_tags_walk(&tags, language);
  if (date_parse(date, &parsed))
    text = date_format(definition, &tags, &parsed);
  const char *owned = lp_document_intern(document, text ? text : date, strlen(text ? text : date));
  g_free(text);
  return owned;
}

const char *lp_letterhead_embargo(const LpDefinition *definition, LpDocument *document, const char *language,
                                  const char *embargo) {
  LpTags tags;
  lp_tags_walk(&tags, language);
  const char *pattern = lp_definition_localised(definition, "marks", "embargo", &tags, NULL);
  const LpPlaceholder parts[] = {
      {"embargo", lp_letterhead_date(definition, document, language, embargo), false}};
  char *text = pattern ? lp_placeholders_fill(pattern, parts, 1) : NULL;
  const char *owned = lp_document_intern(document, text ? text : embargo, strlen(text ? text : embargo));
  g_free(text);
  return owned;
}

const char *lp_letterhead_draft_mark(const LpDefinition *definition, const char *language) {
  LpTags tags;
  lp_tags_walk(&tags, language);
  return lp_definition_localised(definition, "marks", "draft", &tags, NULL);
}

static const char *months_of(const LpEntryGroup *group, size_t *index) {
  for (size_t i = 0; group && i < group->count; i++)
    if (strcmp(group->entries[i].key, "months") == 0 && (*index)-- == 0)
      return group->entries[i].value;
  return NULL;
}

const char *lp_definition_months(const LpDefinition *definition, size_t index) {
  const char *months = months_of(lp_definition_group(definition, "dates"), &index);
  if (months || definition->groups == lp_built_in_groups)
    return months;
  return months_of(lp_definition_group(&lp_definition_standard, "dates"), &index);
}
