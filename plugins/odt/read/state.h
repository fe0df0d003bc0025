/* read/state.h: what is open while an OpenDocument text is read. */
#ifndef ODT_READ_STATE_H
#define ODT_READ_STATE_H

#include "read/namespaces.h"

#include <glib.h>
#include <letterpress/plugin.h>
#include <letterpress/xml.h>

/* A style:style or style:default-style (ODF 1.3, 16.2, 16.4). */
typedef struct StyleDefinition {
  const char *name, *display_name, *parent, *family, *list_style;
  bool automatic, resolved;
  const LpStyle *text, *block; /* its own; after resolving with all parents */
  int size_percent;            /* of the parent's; 0: none */
  int32_t column_width_emu;
  int column_share;  /* "26214*": of the table's width (ODF 1.3, 20.257); 0: none */
  int outline_level; /* of a paragraph style; 0: none */
} StyleDefinition;

enum { LIST_LEVELS = 10 };

/* One level of a text:list-style (ODF 1.3, 16.31). */
typedef struct ListLevel {
  bool numbered;
  int number_style; /* LpNumberStyle */
  const char *prefix, *suffix, *bullet;
  int start, display_levels;
} ListLevel;

typedef struct ListStyle {
  ListLevel levels[LIST_LEVELS];
} ListStyle;

/* A text:list that stands open. */
typedef struct OpenList {
  const ListStyle *style;
  const char *style_name, *id;
  int level; /* from 0 */
  int counters[LIST_LEVELS];
} OpenList;

/* A text:p or text:h that stands open. */
typedef struct OpenParagraph {
  LpKind kind;
  bool after_white; /* its last sign was white space, or it has none yet */
} OpenParagraph;

/* A table:table that stands open. */
typedef struct OpenTable {
  GArray *widths; /* of int32_t: columns in EMU */
  GArray *shares; /* of int32_t: of the columns that have no width but a share */
  int32_t width_emu;
  bool widths_set;
  bool in_header; /* within its header rows */
  size_t cells;   /* in the row so far */
} OpenTable;

/* Text of a tracked deletion, kept until its place comes (ODF 1.3, 5.5). */
typedef struct DeletedPiece {
  char *text; /* NULL: a paragraph ends */
  const LpStyle *style;
  LpPlace place;
} DeletedPiece;

typedef struct Change {
  char *id, *author, *date;
  int revision;   /* LpRevision */
  GArray *pieces; /* of DeletedPiece; NULL */
  bool active;    /* between its start and its end */
} Change;

typedef struct Reader {
  LpReading *reading;
  LpAccount *account;
  LpBuilder *builder;
  LpDocument *document;
  LpPackage *package; /* NULL: a flat file */
  bool automatic;     /* within automatic styles */
  bool in_body;       /* within office:text, a header or a footer */
  bool in_styles_part;

  GHashTable *styles;      /* "family name" -> StyleDefinition; names of automatic styles are per part */
  StyleDefinition *style;  /* being read */
  GHashTable *list_styles; /* name -> ListStyle */
  ListStyle *list_style;   /* being read */
  ListLevel *list_level;
  ListStyle outline; /* numbers of headings */
  int outline_counters[LIST_LEVELS];
  GHashTable *fonts; /* style:font-face: name -> family */

  GArray *text_styles; /* of const LpStyle *: of the paragraph, and each span in it */
  GArray *paragraphs;  /* of OpenParagraph */
  GArray *grounds;     /* of int32_t: the colour behind the text, of each open table, row, cell, paragraph */
  int hidden;          /* open elements whose text is not to be seen */
  GArray *sections;    /* of uint8_t: whether each open section or hidden field is hidden */
  GArray *lists;       /* of OpenList */
  GHashTable *list_counters; /* style name or id -> int[LIST_LEVELS]: where a list ended */
  GArray *tables;            /* of OpenTable */
  GArray *shapes;            /* of uint8_t: whether each open shape has become a text box */
  bool picture_taken;        /* of the open frame: one alternative is enough */
  int32_t frame_width_emu, frame_height_emu;

  GString *collected;  /* text goes here instead of the tree; NULL */
  int collect_reason;  /* LpReason */
  GHashTable *changes; /* id -> Change */
  Change *change;      /* being read */
  bool in_deletion;
  int active_changes;
  int note_number, comment_number;
  char *note_name;
  GHashTable *unknown; /* names of elements already reported */
} Reader;

/* The table of elements, for content.xml, styles.xml, meta.xml and flat files alike. */
LpXmlRows odt_rows(void);

/* Begins and ends gathering text that is no text of the tree; odt_collected returns it, to be freed. */
void odt_collect(Reader *reader, LpReason reason);
char *odt_collected(Reader *reader);

/* The ground of a table, row, cell or paragraph that is opened (that around it where it has none of its own),
 * and closed. */
void odt_push_ground(Reader *reader, const LpStyle *block);
void odt_pop_ground(Reader *reader);

/* Whether text of a style has the colour of its ground: it is not to be seen. */
bool odt_is_invisible(const Reader *reader, const LpStyle *style);

/* A string that lives as long as the document; NULL stays NULL. */
const char *odt_keep(Reader *reader, const char *text);

/* A boolean attribute. */
bool odt_flag(const LpXmlElement *element, int namespace_number, const char *name, bool absent);

/* An integer attribute within bounds; absent where it is not there or wrong. */
int odt_integer(const LpXmlElement *element, int namespace_number, const char *name, int least, int most,
                int absent);

#endif
