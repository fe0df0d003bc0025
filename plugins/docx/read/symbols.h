/* Symbol fonts, whose characters are numbered in their own way: as Unicode, where it has them. */
#ifndef DOCX_READ_SYMBOLS_H
#define DOCX_READ_SYMBOLS_H

#include "read/state.h"

bool docx_is_symbol_family(const char *family);

/* The character of Unicode for a code of a family, which may be NULL; the code itself where there is none. */
uint32_t docx_symbol(const char *family, uint32_t code);

/* Text in a symbol font. */
void docx_symbol_text(DocxReader *reader, const char *text, size_t n, const LpPlace *place);

/* Turns a bullet in a symbol font into one of Unicode, within size bytes. */
void docx_symbol_marker(const char *family, char *marker, size_t size);

#endif
