/* write/fonts.h: fonts and languages of the three kinds of script that ODF tells apart. */
#ifndef ODT_WRITE_FONTS_H
#define ODT_WRITE_FONTS_H

#include <letterpress/plugin.h>

#include "xml_text.h"

struct OdtWriter;

/* ODF 1.3, 20.186 (fo:font-family) and its -asian and -complex kin: a style has a font for each. */
typedef enum ScriptClass {
  SCRIPT_WESTERN = 0,
  SCRIPT_ASIAN = 1,
  SCRIPT_COMPLEX = 2,
  SCRIPT_CLASSES = 3
} ScriptClass;

enum { FONTS_KEPT = 64 };

/* Font families in use, to be declared. */
typedef struct Fonts {
  size_t count;
  const char *families[FONTS_KEPT];
  const LpScriptGroup *groups[SCRIPT_CLASSES]; /* of the document */
} Fonts;

/* Chooses the document's fonts: its language's for that language's class, of the others the letterhead's
 * usual ones. */
void fonts_begin(struct OdtWriter *writer);

/* The class of a language's script, and its fonts. */
ScriptClass fonts_class(const struct OdtWriter *writer, const char *language, const LpScriptGroup **group);

/* Adds the font and the language of one class; a size, where not 0, scaled as the group says. group may be
 * NULL. */
void fonts_add_face(struct OdtWriter *writer, XmlText *text, ScriptClass class_, const LpScriptGroup *group,
                    int32_t size_emu);
void fonts_add_language(XmlText *text, ScriptClass class_, const char *language);

/* Adds a family for all classes. */
void fonts_add_family(struct OdtWriter *writer, XmlText *text, const char *family);

/* Adds a size for all classes, each scaled as its fonts want it; group: those of the text's own class. */
void fonts_add_size(const struct OdtWriter *writer, XmlText *text, int32_t size_emu, ScriptClass class_,
                    const LpScriptGroup *group);

/* Adds bold or regular, italic or upright, for all classes; scripts without italics stay upright. */
void fonts_add_weight(XmlText *text, int32_t weight);
void fonts_add_slant(const struct OdtWriter *writer, XmlText *text, bool italic);

/* Writes office:font-face-decls. */
void fonts_write(const struct OdtWriter *writer, LpSink *sink);

#endif
