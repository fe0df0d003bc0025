#include "config.h"

#include "font/installed.h"

#include <glib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct Installed {
  FcConfig *usual; /* NULL when the environment names a configuration */
  FcConfig *full;  /* NULL until it is needed */
  bool full_tried;
  FcFontSet *sorted; /* the full configuration's answer to the last question */
  char *sorted_key;
  GHashTable *faces; /* "index file" -> Face: one face a file, whichever configuration lists it */
};

/* fonts.conf without its rules. Its folders and caches are fontconfig's own defaults. */
static const char USUAL_FOLDERS[] = "<?xml version=\"1.0\"?><fontconfig>"
                                    "<dir>/usr/share/fonts</dir>"
                                    "<dir>/usr/local/share/fonts</dir>"
                                    "<dir prefix=\"xdg\">fonts</dir>"
                                    "<dir>~/.fonts</dir>"
                                    "<cachedir>/var/cache/fontconfig</cachedir>"
                                    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
                                    "</fontconfig>";

/* Bold faces that claim the weight of a regular one (Debian 12's fonts-noto-core): taken, they make all text
 * bold. */
static const char *const FALSE_WEIGHTS[] = {"NotoSerifMyanmar-Bold.ttf", "NotoNastaliqUrdu-Bold.ttf"};

/* An environment that names another configuration means it. (Asked without a configuration at hand,
 * fontconfig would load that one first.) */
static bool is_usual_configuration(FcConfig *any) {
  FcChar8 *file = FcConfigGetFilename(any, NULL);
  bool usual = !file || strcmp((const char *)file, "/etc/fonts/fonts.conf") == 0;
  FcStrFree(file);
  return usual;
}

static FcConfig *open_usual(void) {
  FcConfig *config = FcConfigCreate();
  if (!config)
    return NULL;
  FcConfigSetRescanInterval(config, 0);
  if (!is_usual_configuration(config) ||
      !FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)USUAL_FOLDERS, FcFalse) ||
      !FcConfigBuildFonts(config)) {
    FcConfigDestroy(config);
    return NULL;
  }
  return config;
}

static FcConfig *open_full(Installed *installed) {
  if (!installed->full_tried) {
    installed->full_tried = true;
    installed->full = FcInitLoadConfigAndFonts();
  }
  return installed->full;
}

Installed *installed_open(void) {
  Installed *installed = g_new0(Installed, 1);
  installed->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)face_free);
  installed->usual = open_usual();
  if (!installed->usual)
    open_full(installed);
  return installed;
}

static void forget_sorted(Installed *installed) {
  if (installed->sorted)
    FcFontSetDestroy(installed->sorted);
  g_free(installed->sorted_key);
  installed->sorted = NULL;
  installed->sorted_key = NULL;
}

void installed_free(Installed *installed) {
  if (!installed)
    return;
  forget_sorted(installed);
  g_hash_table_destroy(installed->faces);
  if (installed->usual)
    FcConfigDestroy(installed->usual);
  if (installed->full)
    FcConfigDestroy(installed->full);
  g_free(installed);
}

static const FcFontSet *fonts_of(FcConfig *config) {
  return config ? FcConfigGetFonts(config, FcSetSystem) : NULL;
}

bool installed_any(const Installed *installed) {
  const FcFontSet *usual = fonts_of(installed->usual), *full = fonts_of(installed->full);
  return (usual && usual->nfont > 0) || (full && full->nfont > 0);
}

static bool has_false_weight(const FcPattern *pattern) {
  FcChar8 *file = NULL;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
    return true;
  for (size_t i = 0; i < G_N_ELEMENTS(FALSE_WEIGHTS); i++) {
    if (g_str_has_suffix((const char *)file, FALSE_WEIGHTS[i]))
      return true;
  }
  return false;
}

/* Only outlines that cairo embeds and HarfBuzz shapes. */
static bool is_usable(const FcPattern *pattern) {
  FcChar8 *format = NULL;
  FcBool colour = FcFalse;
  if (FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch)
    return false;
  if (strcmp((const char *)format, "TrueType") != 0 && strcmp((const char *)format, "CFF") != 0)
    return false;
  if (FcPatternGetBool(pattern, FC_COLOR, 0, &colour) == FcResultMatch && colour)
    return false;
  return !has_false_weight(pattern);
}

static bool is_of_family(const FcPattern *pattern, const char *family) {
  FcChar8 *name = NULL;
  for (int n = 0; FcPatternGetString(pattern, FC_FAMILY, n, &name) == FcResultMatch; n++) {
    if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
      return true;
  }
  return false;
}

static int integer(const FcPattern *pattern, const char *object, int otherwise) {
  int value = otherwise;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

/* How far a face is from what is asked: first the slant, then the width, then the weight. A variable font
 * counts last, since cairo 1.16 embeds its default instance. */
static int distance(const FcPattern *pattern, bool bold, bool italic) {
  int weight =
      abs(integer(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) - (bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR));
  int width = abs(integer(pattern, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL);
  bool slanted = integer(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  FcBool variable = FcFalse;
  bool varies = FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable) == FcResultMatch && variable;
  bool instance = integer(pattern, FC_INDEX, 0) >> 16 != 0;
  return weight + 10 * width + (slanted != italic ? 2000 : 0) + (varies || instance ? 10000 : 0);
}

static Face *face_of(Installed *installed, FcPattern *pattern) {
  FcChar8 *file = NULL;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  char *key = g_strdup_printf("%d %s", integer(pattern, FC_INDEX, 0), (const char *)file);
  Face *face = g_hash_table_lookup(installed->faces, key);
  if (face) {
    g_free(key);
    return face;
  }
  face = face_new(pattern);
  g_hash_table_insert(installed->faces, key, face);
  return face;
}

static FcPattern *nearest(const FcFontSet *fonts, const char *family, bool bold, bool italic) {
  FcPattern *best = NULL;
  int best_distance = INT_MAX;
  for (int i = 0; fonts && i < fonts->nfont; i++) {
    FcPattern *pattern = fonts->fonts[i];
    if (!is_of_family(pattern, family) || !is_usable(pattern))
      continue;
    int far = distance(pattern, bold, italic);
    if (far < best_distance) {
      best_distance = far;
      best = pattern;
    }
  }
  return best;
}

Face *installed_face(Installed *installed, const char *family, bool bold, bool italic, bool thorough) {
  FcPattern *pattern = nearest(fonts_of(installed->usual), family, bold, italic);
  if (!pattern)
    pattern = nearest(fonts_of(thorough ? open_full(installed) : installed->full), family, bold, italic);
  return pattern ? face_of(installed, pattern) : NULL;
}

/* fontconfig knows Chinese by region alone. */
static const char *language_for_fonts(const char *language) {
  static const char *const REGIONS[][2] = {{"zh-Hans", "zh-cn"}, {"zh-Hant", "zh-tw"}};
  for (size_t i = 0; i < G_N_ELEMENTS(REGIONS); i++) {
    if (g_ascii_strncasecmp(language, REGIONS[i][0], 7) == 0)
      return REGIONS[i][1];
  }
  return g_ascii_strcasecmp(language, "zh") == 0 ? "zh-cn" : language;
}

/* What the full configuration would take for a style, best first. Sorting is dear, so the last answer is
 * kept. */
static const FcFontSet *sorted_for(Installed *installed, const char *family, const char *language, bool bold,
                                   bool italic) {
  FcConfig *config = open_full(installed);
  if (!config)
    return NULL;
  char *key = g_strdup_printf("%d%d %s;%s", bold, italic, language ? language : "", family ? family : "");
  if (installed->sorted && strcmp(key, installed->sorted_key) == 0) {
    g_free(key);
    return installed->sorted;
  }
  FcPattern *pattern = FcPatternCreate();
  if (family)
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
  FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"serif");
  if (language)
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)language_for_fonts(language));
  FcPatternAddInteger(pattern, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger(pattern, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
  FcConfigSubstitute(config, pattern, FcMatchPattern);
  FcDefaultSubstitute(pattern);
  forget_sorted(installed);
  FcResult result = FcResultMatch;
  installed->sorted = FcFontSort(config, pattern, FcFalse, NULL, &result);
  installed->sorted_key = key;
  FcPatternDestroy(pattern);
  return installed->sorted;
}

Face *installed_substitute(Installed *installed, uint32_t character, const char *family, const char *language,
                           bool bold, bool italic) {
  const FcFontSet *sorted = sorted_for(installed, family, language, bold, italic);
  for (int i = 0; sorted && i < sorted->nfont; i++) {
    FcCharSet *characters = NULL;
    if (FcPatternGetCharSet(sorted->fonts[i], FC_CHARSET, 0, &characters) != FcResultMatch ||
        !FcCharSetHasChar(characters, character) || !is_usable(sorted->fonts[i]))
      continue;
    Face *face = face_of(installed, sorted->fonts[i]);
    if (face && face_open(face))
      return face;
  }
  return NULL;
}
