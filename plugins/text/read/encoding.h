/* read/encoding.h: bytes become UTF-8. */
#ifndef TEXT_READ_ENCODING_H
#define TEXT_READ_ENCODING_H

#include <glib.h>
#include <letterpress/account.h>

/* Decodes a draft: UTF-8; UTF-16 by its byte order mark, or by its looks; else Windows-1252, which is
   reported. Line ends of every kind (CR, LF, CRLF, NEL, LS, PS) become LF; other control characters but TAB
   and FF a space. The result has no U+0000 and is freed by the caller. NULL: it is no text, and that was
   reported. */
GString *decode(const uint8_t *bytes, size_t n, LpAccount *account);

#endif
