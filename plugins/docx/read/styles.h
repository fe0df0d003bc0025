/* The styles part (ECMA-376-1, 17.7): named styles, their parents, the defaults. */
#ifndef DOCX_READ_STYLES_H
#define DOCX_READ_STYLES_H

#include "read/properties.h"

#include <glib.h>
#include <letterpress/package.h>

typedef struct DocxReader DocxReader;

/* Borders of a table and of the cells within it (17.4.38). */
enum { DOCX_INSIDE_ROWS = 4, DOCX_INSIDE_COLUMNS = 5, DOCX_TABLE_BORDERS = 6 };

enum {
  DOCX_TABLE_BORDER = 1 << 0, /* and the five that follow */
  DOCX_TABLE_ALIGN = 1 << 6,
  DOCX_TABLE_WIDTH = 1 << 7,
  DOCX_TABLE_FILL = 1 << 8,
  DOCX_TABLE_BIDI = 1 << 9,
  DOCX_TABLE_START = 1 << 10
};

typedef struct DocxTableProperties {
  uint32_t set;
  int32_t border_emu[DOCX_TABLE_BORDERS], border_colour[DOCX_TABLE_BORDERS];
  int32_t align, width_emu, fill, start_emu;
  bool is_bidi;
} DocxTableProperties;

typedef enum DocxStyleType {
  DOCX_STYLE_PARAGRAPH = 0,
  DOCX_STYLE_CHARACTER,
  DOCX_STYLE_TABLE,
  DOCX_STYLE_NUMBERING
} DocxStyleType;

/* What a paragraph style makes of its paragraphs beside their look. */
typedef enum DocxUse {
  DOCX_USE_PLAIN = 0,
  DOCX_USE_TITLE,
  DOCX_USE_SUBTITLE,
  DOCX_USE_DATE,
  DOCX_USE_HEADING,
  DOCX_USE_QUOTE,
  DOCX_USE_CAPTION,
  DOCX_USE_CONTENTS,
  DOCX_USE_NOTE,
  DOCX_USE_LIST
} DocxUse;

struct DocxStyle {
  const char *id, *name, *based_on;
  DocxStyleType type;
  bool is_default;
  bool shades_parts; /* of a table: a part of it (its first row ...) has a ground of its own */
  DocxRun run;       /* its own; once is_resolved, with those of its parents */
  DocxParagraphProperties paragraph;
  DocxTableProperties table;
  DocxUse use;
  int32_t heading_level; /* by its name; 0: it is no heading */
  bool is_resolved;
};

typedef struct DocxStyles {
  GHashTable *by_id; /* "P" or the like and the id: an id is of one type */
  DocxRun default_run;
  DocxParagraphProperties default_paragraph;
  DocxStyle *default_paragraph_style; /* the style of paragraphs that name none; NULL: none */
  DocxStyle *default_table_style;
  /* while the part is read */
  DocxStyle *open;
  bool in_part; /* within w:tblStylePr */
} DocxStyles;

DocxStyles *docx_styles_new(void);
void docx_styles_free(DocxStyles *styles);

/* The style of that id, with what it has from its parents; one is made where the draft names a style that it
   does not define. */
const DocxStyle *docx_style(DocxReader *reader, DocxStyleType type, const char *id);

/* Rows. */
LpXmlInto docx_enter_style(void *state, const LpXmlElement *element);
void docx_leave_style(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_style_name(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_based_on(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_style_part(void *state, const LpXmlElement *element);
void docx_leave_style_part(void *state, const LpXmlElement *element);

#endif
