/* A paragraph while it is being set: what each step of the way finds out. For the files of this folder alone.
 *
 * The steps, in order: itemise (runs of one face), shape (glyphs and widths), breaks (where lines may end),
 * tabs, hyphenate (on need), fit (where lines do end), line (glyphs to their places). Text is counted in
 * characters here: a character is an index, from 0 to `count`.
 */
#ifndef PDF_PARAGRAPH_SETTING_H
#define PDF_PARAGRAPH_SETTING_H

#include "font/face.h"
#include "paragraph/paragraph.h"
#include "paragraph/store.h"

#include <hb.h>

enum {
  MARK_BREAK = 1 << 0,     /* a line may end before this character */
  MARK_FORCED = 1 << 1,    /* a line must end before it */
  MARK_WHITE = 1 << 2,     /* vanishes at a line's end */
  MARK_CLUSTER = 1 << 3,   /* a grapheme begins */
  MARK_HYPHEN = 1 << 4,    /* a line may end before it with a hyphen that the text has not */
  MARK_WORD = 1 << 5,      /* a word begins or ends before it, in scripts without spaces */
  MARK_EMERGENCY = 1 << 6, /* a line may end before it because nothing better is near */
};

typedef enum ItemKind { ITEM_TEXT, ITEM_TAB, ITEM_OBJECT, ITEM_BREAK } ItemKind;

/* Characters of one span, face, script and direction. */
typedef struct Item {
  uint32_t start, end;
  uint32_t span;
  ItemKind kind;
  uint8_t level;
  bool capitals; /* set in capitals that the text has not */
  bool foreign;  /* of another script or a larger size than the paragraph: may need a higher line */
  int32_t object;
  hb_script_t script;
  const char *language;
  Face *face; /* NULL when no font can be opened */
  int32_t size_emu;
  uint32_t glyph_start, glyph_end; /* in Setting.glyphs, in visual order */
} Item;

typedef struct Glyph {
  uint32_t id;
  int32_t advance_emu, dx_emu, dy_emu; /* dy upwards */
  uint32_t character : 31;             /* first of its cluster */
  uint32_t is_unsafe : 1;              /* cannot be cut from the one before without shaping anew */
} Glyph;

/* Where a line can end, and what that costs. Sums run over the characters before. */
typedef struct Candidate {
  uint32_t end;       /* the content ends before this character: white space cut off */
  uint32_t next;      /* the next line starts with it */
  int64_t width_end;  /* sum of widths to `end` */
  int64_t width_next; /* sum of widths to `next` */
  int64_t give_end;   /* sum of what gaps can give, likewise */
  int64_t give_next;
  int64_t track_end; /* sum of what tracking can give, likewise */
  int64_t track_next;
  int32_t hyphen_emu;    /* width of the hyphen to add */
  int32_t hang_end_emu;  /* how far the line's last mark may hang out */
  int32_t hang_next_emu; /* how far the next line's first mark may */
  int32_t penalty;
  bool hyphenated; /* a hyphen, added or real, would stand at the line's end */
  bool forced;
} Candidate;

/* A line as it was chosen. */
typedef struct Choice {
  uint32_t start, end, next; /* characters: content from start to end, the white to next goes with it */
  bool added_hyphen, forced, last;
} Choice;

typedef struct Setting {
  Typesetter *typesetter;
  FontConfiguration *fonts;
  Store *store; /* of the steps; lives as long as the setting */
  const ParagraphText *text;
  const char *utf8; /* the text, with characters that cairo refuses replaced by others of the same length */
  const ParagraphShape *shape;
  uint32_t count;
  uint32_t *characters; /* count + 1; ends in 0 */
  uint32_t *offsets;    /* count + 1: of bytes */
  uint8_t *levels;      /* of embedding; NULL: all nought */
  uint8_t *marks;       /* count + 1: MARK_BREAK ... */
  int32_t *widths;      /* count, EMU */
  int32_t *gives;       /* count, EMU: how elastic the gap after this character is */
  int32_t *tracks;      /* count, EMU: by how much this character can be tracked */
  bool right_to_left;
  bool ascii; /* all characters are below U+0080 */
  Item *items;
  uint32_t item_count, item_room;
  Glyph *glyphs;
  uint32_t glyph_count, glyph_room;
  Choice *choices;
  uint32_t choice_count, choice_room;
  ParagraphMissing *missing;
  size_t missing_count;
} Setting;

/* What the typesetter keeps for all paragraphs. */
typedef struct Hyphenator Hyphenator;
struct Typesetter {
  FontConfiguration *fonts;
  hb_buffer_t *buffer;
  Store *store;
  Hyphenator *hyphenator;
};

#endif
