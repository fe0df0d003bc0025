/* letterpress/letterhead.h: the letterhead's values for one document: in its language, on its paper, in EMU.

   Numbers are measured from the top or the start edge of the page unless the key says otherwise. The keys,
   their groups in the file, their types and defaults stand in one table of the core (letterhead/keys.c). */
#ifndef LETTERPRESS_LETTERHEAD_H
#define LETTERPRESS_LETTERHEAD_H

#include <letterpress/style.h>

LP_BEGIN_DECLS

typedef struct LpLetterhead LpLetterhead;

typedef enum LpLetterheadKey {
  /* [letterhead], in the document's language */
  LP_LETTERHEAD_ID = 0,             /* string */
  LP_LETTERHEAD_NAME = 1,           /* string */
  LP_LETTERHEAD_SHORT_NAME = 2,     /* string or NULL */
  LP_LETTERHEAD_TAGLINE = 3,        /* string or NULL: none in that language */
  LP_LETTERHEAD_TAGLINE_BEFORE = 4, /* flag: the tagline stands above the name */
  LP_LETTERHEAD_LANGUAGE = 5,       /* string: the language that name and tagline were found in */
  LP_LETTERHEAD_UNCONFIRMED = 6,    /* flag: that translation is not confirmed */
  /* [emblem] */
  LP_LETTERHEAD_EMBLEM_ALTERNATIVE = 16, /* string; "": decorative */
  LP_LETTERHEAD_EMBLEM_SIZE = 17,        /* length; 0: no emblem */
  LP_LETTERHEAD_EMBLEM_TOP = 18,         /* length */
  LP_LETTERHEAD_EMBLEM_GAP = 19,         /* length */
  /* the page */
  LP_LETTERHEAD_PAGE_WIDTH = 32,   /* length */
  LP_LETTERHEAD_PAGE_HEIGHT = 33,  /* length */
  LP_LETTERHEAD_MARGIN_INNER = 34, /* length: the start side */
  LP_LETTERHEAD_MARGIN_OUTER = 35, /* length */
  /* [first-page] */
  LP_LETTERHEAD_FIRST_ALIGN = 48,            /* integer: LpAlign */
  LP_LETTERHEAD_FIRST_NAME_BASELINE = 49,    /* length */
  LP_LETTERHEAD_FIRST_TAGLINE_BASELINE = 50, /* length */
  LP_LETTERHEAD_FIRST_RULE_TOP = 51,         /* length */
  LP_LETTERHEAD_FIRST_RULE_THICKNESS = 52,   /* length */
  LP_LETTERHEAD_FIRST_ACCENT_LENGTH = 53,    /* length */
  LP_LETTERHEAD_FIRST_ACCENT_THICKNESS = 54, /* length */
  LP_LETTERHEAD_FIRST_TEXT_TOP = 55,         /* length */
  /* [following-pages] */
  LP_LETTERHEAD_FOLLOWING_SHOW = 64,             /* flag */
  LP_LETTERHEAD_FOLLOWING_START = 65,            /* string, placeholders resolved */
  LP_LETTERHEAD_FOLLOWING_SECOND = 66,           /* string */
  LP_LETTERHEAD_FOLLOWING_END = 67,              /* string */
  LP_LETTERHEAD_FOLLOWING_BASELINE = 68,         /* length */
  LP_LETTERHEAD_FOLLOWING_SECOND_BASELINE = 69,  /* length */
  LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE = 70,      /* length */
  LP_LETTERHEAD_FOLLOWING_EMBLEM_TOP = 71,       /* length */
  LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP = 72,       /* length */
  LP_LETTERHEAD_FOLLOWING_RULE_TOP = 73,         /* length */
  LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS = 74,   /* length */
  LP_LETTERHEAD_FOLLOWING_ACCENT_LENGTH = 75,    /* length */
  LP_LETTERHEAD_FOLLOWING_ACCENT_THICKNESS = 76, /* length */
  LP_LETTERHEAD_FOLLOWING_TEXT_TOP = 77,         /* length */
  /* [footer] */
  LP_LETTERHEAD_FOOTER_BASELINE = 96,   /* length from the bottom edge */
  LP_LETTERHEAD_FOOTER_RULE_ABOVE = 97, /* length above the baseline */
  LP_LETTERHEAD_TEXT_BOTTOM = 98,       /* length from the bottom edge */
  LP_LETTERHEAD_FOOTER_START = 99,      /* string, resolved but for {page} and {pages}; NULL: nothing */
  LP_LETTERHEAD_FOOTER_CENTRE = 100,    /* string, likewise */
  LP_LETTERHEAD_FOOTER_END = 101,       /* string, likewise */
  /* [lists] [tables] [notes] [signatures] */
  LP_LETTERHEAD_LIST_LEVEL_INDENT = 112,        /* length */
  LP_LETTERHEAD_LIST_LAST_SPACE_AFTER = 113,    /* length */
  LP_LETTERHEAD_TABLE_RULE_OUTER = 114,         /* length */
  LP_LETTERHEAD_TABLE_RULE_HEAD = 115,          /* length */
  LP_LETTERHEAD_TABLE_RULE_ROW = 116,           /* length */
  LP_LETTERHEAD_NOTE_RULE_LENGTH = 117,         /* length */
  LP_LETTERHEAD_NOTE_RULE_THICKNESS = 118,      /* length */
  LP_LETTERHEAD_NOTE_RULE_GAP = 119,            /* length */
  LP_LETTERHEAD_NOTE_NUMBER_WIDTH = 120,        /* length */
  LP_LETTERHEAD_SIGNATURE_COLUMNS = 121,        /* integer */
  LP_LETTERHEAD_SIGNATURE_GAP = 122,            /* length */
  LP_LETTERHEAD_SIGNATURE_SPACE_TO_SIGN = 123,  /* length */
  LP_LETTERHEAD_SIGNATURE_RULE_THICKNESS = 124, /* length */
  /* of the document */
  LP_LETTERHEAD_TITLE = 144,             /* string or NULL: for metadata and running heads */
  LP_LETTERHEAD_CLASSIFICATION = 145,    /* string or NULL */
  LP_LETTERHEAD_MARK = 146,              /* string or NULL: a mark below the text of every page, "DRAFT" */
  LP_LETTERHEAD_DOCUMENT_LANGUAGE = 147, /* string: BCP 47, never NULL */
  LP_LETTERHEAD_RIGHT_TO_LEFT = 148,     /* flag: the document's direction */
  LP_LETTERHEAD_EMBARGO = 149            /* string or NULL: the embargo as a sentence */
} LpLetterheadKey;

typedef enum LpLetterheadColour {
  LP_COLOUR_INK = 0,
  LP_COLOUR_HEADING = 1,
  LP_COLOUR_ACCENT = 2,
  LP_COLOUR_RULE = 3,
  LP_COLOUR_HAIRLINE = 4,
  LP_COLOUR_MUTED = 5,
  LP_COLOUR_PAPER = 6,
  LP_COLOUR_COUNT = 7
} LpLetterheadColour;

/* The value of a key that is a length (EMU), an integer or a flag. */
int32_t lp_letterhead_integer(const LpLetterhead *letterhead, LpLetterheadKey key);

/* The value of a string key; NULL where there is none. Lives as long as the letterhead. */
const char *lp_letterhead_string(const LpLetterhead *letterhead, LpLetterheadKey key);

/* A colour, 0xRRGGBB; dark: for dark screens. */
int32_t lp_letterhead_colour(const LpLetterhead *letterhead, LpLetterheadColour colour, bool dark);

/* The computed style of a role in the document's own script: size, leading, spacing, weight, colour, align
   and all else set. Roles of the letterhead itself included. Never NULL. */
const LpStyle *lp_letterhead_style(const LpLetterhead *letterhead, LpRole role);

/* ---- fonts by script (ISO 15924, "Latn"); groups of one language come before those of all ---- */

typedef struct LpScriptGroup LpScriptGroup;

/* The groups in the order of the file; NULL past the last. */
const LpScriptGroup *lp_letterhead_script(const LpLetterhead *letterhead, size_t index);

/* The group for text of that script in that language (BCP 47, may be NULL); the Latn group where the file has
   none. script NULL: the script that the language names ("zh-Hant") or is usually written in. */
const LpScriptGroup *lp_letterhead_script_for(const LpLetterhead *letterhead, const char *script,
                                              const char *language);

/* The script that it is for (ISO 15924), and the language (BCP 47; NULL: all). */
const char *lp_script_group_script(const LpScriptGroup *group);
const char *lp_script_group_language(const LpScriptGroup *group);
/* The family of that index, best first; NULL past the last. The Latn families are to follow those of any
 * other script. */
const char *lp_script_group_family(const LpScriptGroup *group, size_t index);
/* Factors in thousandths on the size of a font (applied where the font is chosen) and on the leading (already
   applied in computed styles). */
int32_t lp_script_group_scale(const LpScriptGroup *group);
int32_t lp_script_group_leading(const LpScriptGroup *group);
LpAlign lp_script_group_align(const LpScriptGroup *group);
bool lp_script_group_hyphenates(const LpScriptGroup *group);
bool lp_script_group_has_italic(const LpScriptGroup *group);    /* false: italic text is set upright */
int32_t lp_script_group_spread_emu(const LpScriptGroup *group); /* name and tagline move apart by this */

/* ---- the emblem ---- */

/* The emblem's file: LP_MEDIA_SVG or LP_MEDIA_PNG bytes that live as long as the letterhead. NULL: none. */
const uint8_t *lp_letterhead_emblem(const LpLetterhead *letterhead, size_t *n, bool *is_svg);

/* An emblem as filled outlines, where it is simple enough to be: paths of absolute moves, lines, curves and
   closes in a square box of 1000000 units. */
typedef enum LpPathStep {
  LP_PATH_MOVE = 0,
  LP_PATH_LINE = 1,
  LP_PATH_CURVE = 2,
  LP_PATH_CLOSE = 3
} LpPathStep;

/* The outline of that index: its fill 0xRRGGBB, its steps (step_count) and their coordinates (2, 2, 6 and 0 a
   step, x before y). false past the last, and at 0 when the emblem is no such drawing. */
bool lp_letterhead_emblem_path(const LpLetterhead *letterhead, size_t index, int32_t *fill,
                               const uint8_t **steps, size_t *step_count, const int32_t **coordinates);

LP_END_DECLS
#endif
