/* letterpress/document.h: a document, its metadata and its resources; reading its nodes. */
#ifndef LETTERPRESS_DOCUMENT_H
#define LETTERPRESS_DOCUMENT_H

#include <letterpress/account.h>
#include <letterpress/kinds.h>
#include <letterpress/source.h>
#include <letterpress/style.h>

LP_BEGIN_DECLS

typedef struct LpNode LpNode;
typedef struct LpResource LpResource;

typedef enum LpMetadata {
  LP_METADATA_TITLE = 0,
  LP_METADATA_MEETING = 1,
  LP_METADATA_DATE = 2,
  LP_METADATA_PLACE = 3,
  LP_METADATA_LANGUAGE = 4, /* BCP 47 */
  LP_METADATA_AUTHORS = 5,
  LP_METADATA_SUBJECT = 6,
  LP_METADATA_KEYWORDS = 7,
  LP_METADATA_SYMBOL = 8,
  LP_METADATA_CLASSIFICATION = 9,
  LP_METADATA_EMBARGO = 10,
  LP_METADATA_COUNT = 11
} LpMetadata;

/* The key of a metadata entry on the command line and in front matter ("classification"); NULL if none. */
const char *lp_metadata_name(LpMetadata entry);

/* The entry of that key; LP_METADATA_COUNT if none. */
LpMetadata lp_metadata_by_name(const char *name);

/* The value of an entry; NULL if unset. */
const char *lp_document_metadata(const LpDocument *document, LpMetadata entry);

/* The root, of kind LP_KIND_DOCUMENT. */
const LpNode *lp_document_root(const LpDocument *document);

/* The note, comment or anchor of that NAME; NULL if none. */
const LpNode *lp_document_named(const LpDocument *document, LpKind kind, const char *name);

/* Memory that lives as long as the document, zeroed, aligned for any type. Never NULL: without memory the
 * worker ends. */
void *lp_document_allocate(LpDocument *document, size_t n);

/* A copy of n bytes and a 0, equal strings being one pointer; lives as long as the document. */
const char *lp_document_intern(LpDocument *document, const char *text, size_t n);

/* The account of the conversion that the document belongs to. */
LpAccount *lp_document_account(const LpDocument *document);

/* ---- nodes ---- */

/* What it is, and where it stands in the tree; NULL where there is none: above the root, past the last. */
LpKind lp_node_kind(const LpNode *node);
const LpNode *lp_node_parent(const LpNode *node);
const LpNode *lp_node_first_child(const LpNode *node);
const LpNode *lp_node_last_child(const LpNode *node);
const LpNode *lp_node_next(const LpNode *node);
const LpNode *lp_node_previous(const LpNode *node);

/* Its style; NULL where nothing is set. */
const LpStyle *lp_node_style(const LpNode *node);

/* The text of an LP_KIND_TEXT: UTF-8, valid, without control characters, 0 at the end; *n gets its bytes. Of
   another kind: NULL and 0. */
const char *lp_node_text(const LpNode *node, size_t *n);

/* Where it stands in the draft. part is owned by the document. */
LpPlace lp_node_place(const LpNode *node);

/* Whether an attribute is set. */
bool lp_node_has(const LpNode *node, LpAttribute attribute);

/* The value of an attribute that is an integer, flag or length; 0 where absent. */
int32_t lp_node_integer(const LpNode *node, LpAttribute attribute);

/* The value of a string attribute; NULL where absent. */
const char *lp_node_string(const LpNode *node, LpAttribute attribute);

/* The value of a lengths attribute, count entries in EMU; NULL and 0 where absent. */
const int32_t *lp_node_lengths(const LpNode *node, LpAttribute attribute, size_t *count);

/* ---- resources: pictures and other parts that are passed on. The tree holds a number; the bytes are read
 * when asked ---- */

typedef enum LpMediaType {
  LP_MEDIA_UNKNOWN = 0,
  LP_MEDIA_PNG = 1,
  LP_MEDIA_JPEG = 2,
  LP_MEDIA_GIF = 3,
  LP_MEDIA_WEBP = 4,
  LP_MEDIA_TIFF = 5,
  LP_MEDIA_SVG = 6,
  LP_MEDIA_EMF = 7,
  LP_MEDIA_WMF = 8
} LpMediaType;

/* The resource of that number (LP_ATTRIBUTE_RESOURCE); NULL if there is none. */
const LpResource *lp_document_resource(const LpDocument *document, int32_t number);

/* What it is, by its first bytes, never by its name. */
LpMediaType lp_resource_media_type(const LpResource *resource);

/* "image/png" ...; "application/octet-stream" for what is not known. */
const char *lp_resource_mime_type(const LpResource *resource);

/* Its size in bytes. */
int64_t lp_resource_size(const LpResource *resource);

/* Of a picture: pixels across and down, by its header; 0 where not known. */
int32_t lp_resource_pixel_width(const LpResource *resource);
int32_t lp_resource_pixel_height(const LpResource *resource);

/* Of a picture: pixels an inch by its header; 0 where not said. */
int32_t lp_resource_pixels_per_inch(const LpResource *resource);

/* Opens its bytes; the caller frees the source, soon: one picture at a time. NULL: unreadable, and reported.
 */
LpSource *lp_resource_open(const LpResource *resource);

LP_END_DECLS
#endif
