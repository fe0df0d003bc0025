/* letterpress/number.h: numbers as labels of lists, notes and pages. */
#ifndef LETTERPRESS_NUMBER_H
#define LETTERPRESS_NUMBER_H

#include <letterpress/types.h>

LP_BEGIN_DECLS

/* After ECMA-376-1, 17.18.59 (ST_NumberFormat) and ODF 1.3, 19.500 (style:num-format). */
typedef enum LpNumberStyle {
  LP_NUMBER_DECIMAL = 0,
  LP_NUMBER_LOWER_ROMAN = 1,
  LP_NUMBER_UPPER_ROMAN = 2,
  LP_NUMBER_LOWER_LETTER = 3,
  LP_NUMBER_UPPER_LETTER = 4,
  LP_NUMBER_BULLET = 5, /* no number: the marker is the draft's sign */
  LP_NUMBER_NONE = 6,
  LP_NUMBER_ORDINAL = 7,      /* 1st: English */
  LP_NUMBER_DECIMAL_ZERO = 8, /* 01 */
  LP_NUMBER_ARABIC_INDIC = 9,
  LP_NUMBER_PERSIAN = 10,
  LP_NUMBER_DEVANAGARI = 11,
  LP_NUMBER_BENGALI = 12,
  LP_NUMBER_THAI = 13,
  LP_NUMBER_LAO = 14,
  LP_NUMBER_KHMER = 15,
  LP_NUMBER_MYANMAR = 16,
  LP_NUMBER_CJK = 17,              /* ideographic digits, counting */
  LP_NUMBER_LETTER_ALPHABETIC = 18 /* a ... z, aa, ab */
} LpNumberStyle;

/* Writes value in that style into buffer of n bytes, 0-terminated; letters beyond z are doubled (aa, bb:
   ECMA-376) but for LP_NUMBER_LETTER_ALPHABETIC (aa, ab). What a style cannot show (Roman beyond 3999, a
   letter for 0) is written in decimal. Returns the bytes needed without the 0. */
size_t lp_number_format(int64_t value, LpNumberStyle style, char *buffer, size_t n);

LP_END_DECLS
#endif
