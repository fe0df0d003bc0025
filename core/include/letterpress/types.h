/* letterpress/types.h: the words that all other headers share. */
#ifndef LETTERPRESS_TYPES_H
#define LETTERPRESS_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define LP_BEGIN_DECLS extern "C" {
#define LP_END_DECLS }
#else
#define LP_BEGIN_DECLS
#define LP_END_DECLS
#endif

#if defined(__GNUC__)
#define LP_PRINTF(format_index, first_argument) __attribute__((format(printf, format_index, first_argument)))
#else
#define LP_PRINTF(format_index, first_argument)
#endif

LP_BEGIN_DECLS

/* Lengths are int32_t in English Metric Units (ECMA-376-1, 20.1.2.1), and their names end in _emu. */
#define LP_EMU_PER_POINT 12700
#define LP_EMU_PER_INCH 914400
#define LP_EMU_PER_CENTIMETRE 360000

/* How a call of a plugin ended. */
typedef enum LpVerdict {
  LP_DONE = 0,             /* all of it */
  LP_DONE_WITH_LOSSES = 1, /* done; what is missing was reported */
  LP_FAILED = 2,           /* an error was reported; no output of this draft is kept */
  LP_BROKEN = 3            /* the plugin met its own fault: reported as a bug (exit code 9) */
} LpVerdict;

/* How grave a diagnostic is. */
typedef enum LpLevel { LP_LEVEL_INFO = 0, LP_LEVEL_WARNING = 1, LP_LEVEL_ERROR = 2 } LpLevel;

/* What an error means to the caller of the program: the value is the exit code. */
typedef enum LpClass {
  LP_CLASS_USAGE = 2,    /* options or settings */
  LP_CLASS_INPUT = 3,    /* the draft is missing or cannot be read */
  LP_CLASS_FORMAT = 4,   /* unknown, damaged, encrypted */
  LP_CLASS_REFUSED = 5,  /* it would leak or lose something */
  LP_CLASS_OUTPUT = 6,   /* the output exists or cannot be written */
  LP_CLASS_LIMIT = 7,    /* size, time, memory: a higher limit may help */
  LP_CLASS_RESOURCE = 8, /* a plugin, font or letterhead is missing or unusable */
  LP_CLASS_INTERNAL = 9  /* our fault, or the plugin's */
} LpClass;

/* A place in the draft. part: the member of a package, or NULL for a plain file; it must outlive the call
   that takes it, and is copied. line and column count from 1 (column in bytes); 0 where not known. */
typedef struct LpPlace {
  const char *part;
  uint32_t line;
  uint32_t column;
} LpPlace;

/* The same question has one answer on all paths: these enumerations are never renumbered. */
typedef enum LpDirection { LP_DIRECTION_AUTO = 0, LP_DIRECTION_LTR = 1, LP_DIRECTION_RTL = 2 } LpDirection;

/* Reads a length as CSS, ODF 1.3 (18.3.18) and OOXML write it: a decimal number and cm, mm, in, pt, pc, px or
   Q; a bare number is taken as points. Locale plays no part. false: no such thing, or beyond int32_t; *emu is
   then untouched. */
bool lp_length_parse(const char *text, int32_t *emu);

/* Reads a decimal integer in [least, most], signs and surrounding white space allowed. false: none, and
 *value is untouched. */
bool lp_integer_parse(const char *text, int64_t least, int64_t most, int64_t *value);

LP_END_DECLS
#endif
