/* document/edit.h: the checked editor, for the passes. It keeps to the table of kinds and counts for the
 * ledger. */
#ifndef LETTERPRESS_DOCUMENT_EDIT_H
#define LETTERPRESS_DOCUMENT_EDIT_H

#include <letterpress/builder.h>

/* ---- documents and builders, for the program ---- */

LpDocument *lp_document_new(LpAccount *account);
void lp_document_free(LpDocument *document);

/* A builder for an empty document. lp_builder_finish closes what is open, settles references and frees the
 * builder. */
LpBuilder *lp_builder_new(LpDocument *document);
void lp_builder_finish(LpBuilder *builder);

/* The number of resources, of styles (see lp_style_number), and the style of a number. */
size_t lp_document_resource_count(const LpDocument *document);
size_t lp_document_style_count(const LpDocument *document);
const LpStyle *lp_document_style(const LpDocument *document, uint32_t number);

/* Sets metadata, over what is there; NULL unsets. */
void lp_document_set_metadata(LpDocument *document, LpMetadata entry, const char *value);

/* ---- nodes that may be changed ---- */

LpNode *lp_edit_root(LpDocument *document);
LpNode *lp_edit_parent(LpNode *node);
LpNode *lp_edit_first_child(LpNode *node);
LpNode *lp_edit_last_child(LpNode *node);
LpNode *lp_edit_next(LpNode *node);
LpNode *lp_edit_previous(LpNode *node);

/* The same node, to be changed: for a walk that found it. It must be of this document. */
LpNode *lp_edit_node(LpDocument *document, const LpNode *node);

/* A node without a parent. */
LpNode *lp_edit_new(LpDocument *document, LpKind kind, LpPlace place);

/* A text node without a parent: its characters count as added. */
LpNode *lp_edit_new_text(LpDocument *document, const char *text, size_t n, const LpStyle *style,
                         LpPlace place);

/* Puts a node that has no parent into the tree. false: the table of kinds forbids it; nothing is done. */
bool lp_edit_append(LpNode *parent, LpNode *child);
bool lp_edit_insert_before(LpNode *sibling, LpNode *node);
bool lp_edit_insert_after(LpNode *sibling, LpNode *node);

/* Takes a node out of the tree, with all below it, to be put in again. */
void lp_edit_unlink(LpNode *node);

/* Takes it out for good; the text in it is left out with that reason. */
void lp_edit_remove(LpDocument *document, LpNode *node, LpReason reason);

/* Its children take its place. false: they may not stand there; nothing is done. */
bool lp_edit_unwrap(LpNode *node);

/* Puts all children of one node behind those of another. false: one may not stand there; nothing is done. */
bool lp_edit_move_children(LpNode *from, LpNode *to);

/* Makes it another kind, if its parent and its children allow. */
bool lp_edit_set_kind(LpNode *node, LpKind kind);

void lp_edit_set_style(LpNode *node, const LpStyle *style);
void lp_edit_set_integer(LpDocument *document, LpNode *node, LpAttribute attribute, int32_t value);
void lp_edit_set_string(LpDocument *document, LpNode *node, LpAttribute attribute, const char *value);
void lp_edit_set_lengths(LpDocument *document, LpNode *node, LpAttribute attribute, const int32_t *values,
                         size_t count);
void lp_edit_clear(LpNode *node, LpAttribute attribute);

/* Cuts bytes [from, to) out of a text node: left out with that reason. An empty text node is unlinked. */
void lp_edit_cut_text(LpDocument *document, LpNode *node, size_t from, size_t to, LpReason reason);

/* Puts n bytes into a text node at an offset: they count as added. */
void lp_edit_add_text(LpDocument *document, LpNode *node, size_t offset, const char *text, size_t n);

/* Puts the text of a node behind that of another, in whose style it is then, and unlinks it: nothing is added
   or left out. */
void lp_edit_join_text(LpDocument *document, LpNode *node, LpNode *behind);

/* Parts a text node at an offset within it; returns the new node behind it. */
LpNode *lp_edit_split_text(LpDocument *document, LpNode *node, size_t offset);

/* The characters (as in the ledger) of all text in and below a node. */
int64_t lp_node_characters(const LpNode *node);

/* The text in and below a node, joined, line breaks and tabs as one space; from malloc. For matching, not for
 * output. */
char *lp_node_text_below(const LpNode *node);

#endif
