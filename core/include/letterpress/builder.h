/* letterpress/builder.h: how a reader makes a document.

   A reader opens nodes, adds text, sets attributes and closes nodes, in the order of the draft. The builder
   refuses what the table of kinds forbids, mends what can be mended, counts for the ledger, and reports. It
   never crashes on a wrong order of calls. */
#ifndef LETTERPRESS_BUILDER_H
#define LETTERPRESS_BUILDER_H

#include <letterpress/document.h>

LP_BEGIN_DECLS

typedef struct LpBuilder LpBuilder;

/* The document in the making. */
LpDocument *lp_builder_document(LpBuilder *builder);

/* Opens a node in the innermost open one; leaves are made with lp_builder_leaf. Mended without a word:
   an inline or text where only blocks may stand opens a paragraph for it, closed by the next block or close;
   a block opened where only inlines may stand goes behind the enclosing block and the builder returns into
   that when it is closed (a text box in a paragraph); a note, a comment, a page header or a page footer goes
   into NOTES; an item outside a list, a row outside a table or a cell outside a row gets the missing parents.
   Else false: it was refused and reported ("builder.refused"); what follows stays in the parent; the matching
   close is still to be called. place may be NULL. */
bool lp_builder_open(LpBuilder *builder, LpKind kind, const LpPlace *place);

/* Closes the innermost node of that kind that was opened by the reader, and all that stands open within it.
   If none is open: reported, nothing done. */
void lp_builder_close(LpBuilder *builder, LpKind kind);

/* Adds a leaf; attributes may be set on it until the next call that adds or closes. */
bool lp_builder_leaf(LpBuilder *builder, LpKind kind, const LpPlace *place);

/* Adds n bytes of UTF-8 in the text style of the moment, counted for the ledger. Text of one style that
   follows on another is joined to it. Invalid bytes become U+FFFD with a warning; control characters are left
   out with one; CR, LF and TAB are taken as spaces. */
void lp_builder_text(LpBuilder *builder, const char *text, size_t n, const LpPlace *place);

/* Takes back a leaf added earlier that is no text and turned out not to be there: a page break before a
   section that says at its own end that it goes on. leaf may be NULL: nothing is done. */
void lp_builder_take_back(LpBuilder *builder, const LpNode *leaf);

/* The style of the text that follows, until set again; NULL: none. Not touched by open and close. */
void lp_builder_text_style(LpBuilder *builder, const LpStyle *style);

/* The style of the node opened or added last that is still current. */
void lp_builder_style(LpBuilder *builder, const LpStyle *style);

/* An attribute of the node opened or added last that is still current: after a close it is the parent's. A
   string is copied; NULL does nothing. An href with another scheme than http, https or mailto is refused with
   a warning. */
void lp_builder_integer(LpBuilder *builder, LpAttribute attribute, int32_t value);
void lp_builder_string(LpBuilder *builder, LpAttribute attribute, const char *value);
void lp_builder_lengths(LpBuilder *builder, LpAttribute attribute, const int32_t *values, size_t count);

/* The node that attributes go to now; NULL: it was refused. To come back to it when more is known. */
const LpNode *lp_builder_node(const LpBuilder *builder);

/* An integer attribute of a node met earlier: where the draft tells of it later only (how many rows a cell
   spans, when the rows below come). node may be NULL: nothing is done. */
void lp_builder_integer_at(LpBuilder *builder, const LpNode *node, LpAttribute attribute, int32_t value);

/* The kind of the innermost open node, and how many nodes of a kind are open. */
LpKind lp_builder_current(const LpBuilder *builder);
size_t lp_builder_depth(const LpBuilder *builder, LpKind kind);

/* Sets metadata; the first value of an entry stays. value is copied, trimmed; empty or NULL does nothing. It
   is no text of the tree: a reader that took it from the text leaves that with LP_REASON_METADATA. */
void lp_builder_metadata(LpBuilder *builder, LpMetadata entry, const char *value);

/* How a resource is read: returns bytes from malloc and their number, or NULL. */
typedef uint8_t *(*LpResourceReader)(void *holder, const char *name, size_t *n);

/* Adds a resource of size bytes whose bytes are had by reader(holder, name) whenever a writer asks; head: its
   first head_n bytes (at best 64 KiB, for its header). Returns its number, or -1 if refused (pixels:
   reported). The same holder and name are one resource. holder must live as long as the document: see
   lp_builder_keep. */
int32_t lp_builder_resource(LpBuilder *builder, const char *name, int64_t size, const uint8_t *head,
                            size_t head_n, LpResourceReader reader, void *holder);

/* Has the document free something (an open package) when it is freed itself. */
void lp_builder_keep(LpBuilder *builder, void *thing, void (*free_thing)(void *thing));

LP_END_DECLS
#endif
