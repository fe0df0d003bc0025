/* letterpress/markup.h: writes XML or HTML, well-formed by construction, and counts for the ledger. */
#ifndef LETTERPRESS_MARKUP_H
#define LETTERPRESS_MARKUP_H

#include <letterpress/account.h>
#include <letterpress/sink.h>

LP_BEGIN_DECLS

typedef struct LpMarkup LpMarkup;

/* XML: elements without content close themselves. HTML: void elements have no end tag, all others have one.
 */
typedef enum LpMarkupSyntax { LP_MARKUP_XML = 0, LP_MARKUP_HTML = 1 } LpMarkupSyntax;

/* A writer onto a sink. account may be NULL where nothing is counted (metadata, manifests). Free it with
   lp_markup_free. */
LpMarkup *lp_markup_new(LpSink *sink, LpAccount *account, LpMarkupSyntax syntax);

/* Closes what is still open and frees the writer, not the sink. */
void lp_markup_free(LpMarkup *markup);

/* Begins an element; attributes may follow until text, another element or the close. name must live until its
 * close. */
void lp_markup_open(LpMarkup *markup, const char *name);

/* Adds an attribute to the element just begun; value is escaped. NULL as a value adds nothing. */
void lp_markup_attribute(LpMarkup *markup, const char *name, const char *value);

/* The same with a value in lp_sink_format's way. */
void lp_markup_attribute_format(LpMarkup *markup, const char *name, const char *format, ...) LP_PRINTF(3, 4);

/* The same for a length, written in points with at most three decimals: "11.25pt". */
void lp_markup_attribute_points(LpMarkup *markup, const char *name, int32_t length_emu);

/* The same for bytes, as a data URI (RFC 2397) in base64. */
void lp_markup_attribute_data(LpMarkup *markup, const char *name, const char *mime_type, const void *bytes,
                              size_t n);

/* Text of the tree: escaped, and counted as written in the ledger. */
void lp_markup_text(LpMarkup *markup, const char *text, size_t n);

/* Text that the writer makes (a page number, the letterhead): escaped, not counted. */
void lp_markup_generated(LpMarkup *markup, const char *text);

/* Bytes as they are: prologues, style sheets, data URIs. The caller vouches for them. */
void lp_markup_raw(LpMarkup *markup, const char *text, size_t n);

/* Ends the innermost open element. */
void lp_markup_close(LpMarkup *markup);

/* The number of open elements; a caller may note it and close down to it. */
size_t lp_markup_depth(const LpMarkup *markup);

/* Closes elements until depth are open. */
void lp_markup_close_to(LpMarkup *markup, size_t depth);

LP_END_DECLS
#endif
