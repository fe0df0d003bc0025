/* host/options.h: options of formats, -x FORMAT.NAME=VALUE. */
#ifndef LETTERPRESS_HOST_OPTIONS_H
#define LETTERPRESS_HOST_OPTIONS_H

#include "call/call.h"

/* Options as given, in order. */
typedef struct LpFormatOptions LpFormatOptions;

LpFormatOptions *lp_format_options_new(void);
void lp_format_options_free(LpFormatOptions *options);

/* Takes one "FORMAT.NAME=VALUE". false: it is not of that form. */
bool lp_format_options_add(LpFormatOptions *options, const char *text);

/* The values for one format, checked against what it declares; g_free the array, not the strings. A format
   without any: NULL and *count 0. An unknown name or a value of the wrong type is reported (LP_CLASS_USAGE).
 */
LpOptionValue *lp_format_options_of(const LpFormatOptions *options, const LpFormat *format, size_t *count,
                                    LpAccount *account);

/* Reports each option whose format is not among the names (NULL at the end) of those that take part. */
void lp_format_options_unused(const LpFormatOptions *options, const char *const *formats, LpAccount *account);

#endif
