/* Chooses formats: readers by ranked evidence, writers by name. */
#include "config.h"

#include "host/choose.h"

#include "host/evidence.h"

#include <glib.h>
#include <string.h>

static bool is_able(const LpManifestFormat *format, bool to_read) {
  return to_read ? format->reads : format->writes;
}

/* The names of all formats that read or write, for a sentence. */
static char *names_of_all(const LpCatalogue *catalogue, bool to_read) {
  GString *names = g_string_new(NULL);
  const LpManifestFormat *format;
  for (size_t i = 0; (format = lp_catalogue_format(catalogue, i)); i++)
    if (is_able(format, to_read))
      g_string_append_printf(names, "%s%s", names->len ? ", " : "", format->name);
  if (names->len == 0)
    g_string_append(names, "none at all: no plugins were found");
  return g_string_free(names, FALSE);
}

static void refuse_name(const LpCatalogue *catalogue, const char *wanted, bool to_read, LpAccount *account) {
  char *names = names_of_all(catalogue, to_read);
  lp_fail(account, LP_CLASS_RESOURCE, "host.no-such-format", NULL,
          "No plugin %s the format %s. There are: %s.", to_read ? "reads" : "writes", wanted, names);
  g_free(names);
}

/* The format of that name, "plugin:format" or "format". Two of one name in one folder are nobody's choice. */
static const LpManifestFormat *by_name(const LpCatalogue *catalogue, const char *wanted, bool to_read,
                                       LpAccount *account) {
  const char *colon = strchr(wanted, ':');
  size_t plugin_n = colon ? (size_t)(colon - wanted) : 0;
  const char *name = colon ? colon + 1 : wanted;
  const LpManifestFormat *found = NULL;
  const LpManifestFormat *format;
  for (size_t i = 0; (format = lp_catalogue_format(catalogue, i)); i++) {
    if (!is_able(format, to_read) || strcmp(format->name, name) != 0)
      continue;
    const char *plugin = format->manifest->name;
    if (colon && (strlen(plugin) != plugin_n || strncmp(plugin, wanted, plugin_n) != 0))
      continue;
    if (!found) {
      found = format;
    } else if (lp_catalogue_folder(catalogue, found->manifest) ==
               lp_catalogue_folder(catalogue, format->manifest)) {
      lp_fail(account, LP_CLASS_RESOURCE, "host.ambiguous", NULL,
              "Two plugins of one folder %s the format %s: say %s:%s or %s:%s.", to_read ? "read" : "write",
              name, found->manifest->name, name, plugin, name);
      return NULL;
    }
  }
  if (!found)
    refuse_name(catalogue, wanted, to_read, account);
  return found;
}

/* Whether a goes before b when their evidence is equal: >0 yes, <0 no, 0 undecided. */
static int better(const LpCatalogue *catalogue, const LpTraits *traits, const LpManifestFormat *a,
                  const LpManifestFormat *b) {
  int of_name = (int)lp_evidence_of_name(traits, a) - (int)lp_evidence_of_name(traits, b);
  if (of_name)
    return of_name;
  unsigned folder_a = lp_catalogue_folder(catalogue, a->manifest);
  unsigned folder_b = lp_catalogue_folder(catalogue, b->manifest);
  return (folder_a < folder_b) - (folder_a > folder_b);
}

static void weigh(const LpCatalogue *catalogue, const LpTraits *traits, LpChoice *choice,
                  const LpManifestFormat **unreadable) {
  uint32_t best = 0;
  uint32_t best_unreadable = 0;
  const LpManifestFormat *format;
  for (size_t i = 0; (format = lp_catalogue_format(catalogue, i)); i++) {
    uint32_t evidence = lp_evidence(traits, format);
    if (evidence == 0)
      continue;
    if (!format->reads) {
      if (evidence > best_unreadable && evidence >> 16 > LP_RANK_EXTENSION) {
        best_unreadable = evidence;
        *unreadable = format;
      }
      continue;
    }
    int verdict = choice->count == 0 || evidence > best ? 1 : evidence < best ? -1 : 0;
    if (verdict == 0)
      verdict = better(catalogue, traits, format, choice->formats[0]);
    if (verdict > 0) {
      best = evidence;
      choice->count = 0;
    }
    if (verdict >= 0 && choice->count < LP_CHOICE_MOST)
      choice->formats[choice->count++] = format;
  }
  if (best_unreadable > best)
    choice->count = 0;
}

static bool by_evidence(const LpCatalogue *catalogue, LpSource *source, LpChoice *choice,
                        LpAccount *account) {
  LpTraits *traits = lp_traits_new(source);
  const LpManifestFormat *unreadable = NULL;
  weigh(catalogue, traits, choice, &unreadable);
  lp_traits_free(traits);
  if (choice->count == 0 && unreadable) {
    lp_fail(account, LP_CLASS_FORMAT, "host.not-read", NULL,
            "The draft is of the format %s (%s), which can be written, not read.", unreadable->name,
            unreadable->description);
  } else if (choice->count == 0) {
    char *names = names_of_all(catalogue, true);
    lp_fail(account, LP_CLASS_FORMAT, "host.unknown-format", NULL,
            "The draft is of no format that can be read. There are: %s.", names);
    g_free(names);
  }
  return choice->count > 0;
}

bool lp_choose_reader(const LpCatalogue *catalogue, LpSource *source, const char *wanted, LpChoice *choice,
                      LpAccount *account) {
  choice->count = 0;
  if (lp_source_size(source) == 0) {
    lp_fail(account, LP_CLASS_FORMAT, "host.empty", NULL, "The draft is empty.");
    return false;
  }
  if (!wanted)
    return by_evidence(catalogue, source, choice, account);
  choice->formats[0] = by_name(catalogue, wanted, true, account);
  choice->count = choice->formats[0] ? 1 : 0;
  return choice->count > 0;
}

const LpManifestFormat *lp_choose_writer(const LpCatalogue *catalogue, const char *wanted,
                                         LpAccount *account) {
  return by_name(catalogue, wanted, false, account);
}

const LpManifestFormat *lp_choose_writer_of_name(const LpCatalogue *catalogue, const char *name) {
  const char *slash = strrchr(name, '/');
  const char *dot = strrchr(slash ? slash : name, '.');
  const LpManifestFormat *found = NULL;
  if (!dot)
    return NULL;
  char *extension = g_ascii_strdown(dot + 1, -1);
  const LpManifestFormat *format;
  for (size_t i = 0; !found && (format = lp_catalogue_format(catalogue, i)); i++)
    if (format->writes && g_strv_contains(format->extensions, extension))
      found = format;
  g_free(extension);
  return found;
}
