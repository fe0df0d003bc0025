/* Keeps -x options and hands each format its own. */
#include "config.h"

#include "host/options.h"

#include <glib.h>
#include <string.h>

typedef struct Given {
  char *format;
  char *name;
  char *value;
} Given;

struct LpFormatOptions {
  GArray *given; /* of Given */
};

static void clear(gpointer data) {
  Given *given = data;
  g_free(given->format);
  g_free(given->name);
  g_free(given->value);
}

LpFormatOptions *lp_format_options_new(void) {
  LpFormatOptions *options = g_new0(LpFormatOptions, 1);
  options->given = g_array_new(FALSE, FALSE, sizeof(Given));
  g_array_set_clear_func(options->given, clear);
  return options;
}

void lp_format_options_free(LpFormatOptions *options) {
  if (!options)
    return;
  g_array_unref(options->given);
  g_free(options);
}

bool lp_format_options_add(LpFormatOptions *options, const char *text) {
  const char *dot = strchr(text, '.');
  const char *equals = dot ? strchr(dot, '=') : NULL;
  if (!equals || dot == text || equals == dot + 1)
    return false;
  Given given = {
      .format = g_strndup(text, (gsize)(dot - text)),
      .name = g_strndup(dot + 1, (gsize)(equals - dot - 1)),
      .value = g_strdup(equals + 1),
  };
  g_array_append_val(options->given, given);
  return true;
}

static const LpOption *find(const LpFormat *format, const char *name) {
  for (const LpOption *const *option = format->options; option && *option; option++)
    if (strcmp((*option)->name, name) == 0)
      return *option;
  return NULL;
}

static void refuse_name(const Given *given, const LpFormat *format, LpAccount *account) {
  GString *names = g_string_new(NULL);
  for (const LpOption *const *option = format->options; option && *option; option++)
    g_string_append_printf(names, "%s%s", names->len ? ", " : "", (*option)->name);
  lp_fail(account, LP_CLASS_USAGE, "host.no-such-option", NULL, "The format %s has no option %s; it has: %s.",
          format->name, given->name, names->len ? names->str : "none");
  g_string_free(names, TRUE);
}

static bool fits(const Given *given, const LpOption *option, LpAccount *account) {
  int64_t number;
  const char *wanted = NULL;
  if (option->type == LP_OPTION_FLAG && strcmp(given->value, "true") != 0 &&
      strcmp(given->value, "false") != 0)
    wanted = "true or false";
  if (option->type == LP_OPTION_INTEGER && !lp_integer_parse(given->value, INT32_MIN, INT32_MAX, &number))
    wanted = "a whole number";
  if (wanted)
    lp_fail(account, LP_CLASS_USAGE, "host.option-value", NULL, "The option %s.%s takes %s, not \"%s\".",
            given->format, given->name, wanted, given->value);
  return !wanted;
}

LpOptionValue *lp_format_options_of(const LpFormatOptions *options, const LpFormat *format, size_t *count,
                                    LpAccount *account) {
  LpOptionValue *values = NULL;
  *count = 0;
  for (guint i = 0; i < options->given->len; i++) {
    const Given *given = &g_array_index(options->given, Given, i);
    if (strcmp(given->format, format->name) != 0)
      continue;
    const LpOption *option = find(format, given->name);
    if (!option)
      refuse_name(given, format, account);
    else if (fits(given, option, account)) {
      if (!values)
        values = g_new0(LpOptionValue, options->given->len);
      values[(*count)++] = (LpOptionValue){given->name, given->value};
    }
  }
  return values;
}

void lp_format_options_unused(const LpFormatOptions *options, const char *const *formats,
                              LpAccount *account) {
  for (guint i = 0; i < options->given->len; i++) {
    const Given *given = &g_array_index(options->given, Given, i);
    if (!g_strv_contains(formats, given->format))
      lp_fail(account, LP_CLASS_USAGE, "host.option-unused", NULL,
              "The option %s.%s is of a format that takes no part here.", given->format, given->name);
  }
}
