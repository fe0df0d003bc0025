#ifndef LP_TESTS_PDF_PACKED_H
#define LP_TESTS_PDF_PACKED_H

/* A drawing of cairo 1.16 as 1.18 would have written it, or nearly. */

#include <glib.h>
#include <stdbool.h>

/* What is wrong with it. */
typedef enum PackedFlaw {
  PACKED_SOUND,
  PACKED_OTHER_WIDTHS,   /* [1 N 1] */
  PACKED_INDEX,          /* the cross-reference has an entry more */
  PACKED_NOT_DEFLATED,   /* it says another filter */
  PACKED_ROW_MISSING,    /* a row less than its Size */
  PACKED_ROW_KIND,       /* a row of a kind that there is not */
  PACKED_OUTSIDE,        /* an object behind the end of the file */
  PACKED_STREAM_MISSING, /* objects in a stream that is none */
  PACKED_IN_ITSELF,      /* a stream of objects that lies in itself */
  PACKED_WRONG_NUMBER,   /* the head of a stream has other objects than the cross-reference */
  PACKED_WRONG_ORDER,    /* two offsets of a head are swapped */
  PACKED_HEAD_OUTSIDE,   /* the first object lies behind the end */
  PACKED_OBJECT_MISSING, /* an object that the head has not */
  PACKED_MORE_BEHIND,    /* something stands behind an object */
  PACKED_FLAWS           /* how many there are */
} PackedFlaw;

/* Whether the drawing is packed already: this cairo does so. */
bool is_packed(const GByteArray *drawn);

/* Packs what a plain drawing has but streams and their lengths into two object streams. Free the result. */
GByteArray *packed(const GByteArray *drawn, PackedFlaw flaw);

#endif
