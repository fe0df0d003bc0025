/* Attribute values of WordprocessingML: flags, numbers, measures, colours (ECMA-376-1, 17.18 and 22.9). All
   take the element being entered; an attribute without a prefix is accepted as well, as other programs write
   it. */
#ifndef DOCX_READ_VALUES_H
#define DOCX_READ_VALUES_H

#include "read/properties.h"

/* w:NAME; NULL if absent. */
const char *docx_value(const LpXmlElement *element, const char *name);

/* ST_OnOff in w:val, which means on where it is absent. */
bool docx_is_on(const LpXmlElement *element);

/* The same of another attribute, which means off where it is absent. */
bool docx_flag(const LpXmlElement *element, const char *name);

/* A decimal number in [least, most]; otherwise is returned for what is absent or no such number. */
int32_t docx_integer(const LpXmlElement *element, const char *name, int32_t least, int32_t most,
                     int32_t otherwise);

/* ST_TwipsMeasure and ST_SignedTwipsMeasure in EMU: twentieths of a point, or a number with its unit. false:
   absent or no such thing, *emu untouched. */
bool docx_twips(const LpXmlElement *element, const char *name, int32_t *emu);

/* A half-point measure (sizes of characters), in half-points; 0 if absent or none. */
int32_t docx_half_points(const LpXmlElement *element, const char *name);

/* ST_HexColor: 0xRRGGBB or DOCX_AUTO. */
int32_t docx_colour(const LpXmlElement *element, const char *name);

/* ST_HighlightColor; DOCX_AUTO for "none". */
int32_t docx_highlight(const char *name);

/* The ground of w:shd: its fill, or its colour where the pattern is solid; DOCX_AUTO. */
int32_t docx_shading(const LpXmlElement *element);

/* Whether the local name of the element around it is that. */
bool docx_is_in(const LpXmlElement *element, const char *parent_name);

#endif
