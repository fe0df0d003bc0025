/* letterpress/xml.h: XML from strangers, streamed through tables of rows by element. Link
   -lletterpress-container.

   A reader of an XML format is a table: a row an element, with what to do on entering and leaving it. The
   cursor walks the part, keeps depth and sizes within the limits, loads nothing from outside, expands no
   entity but the five predefined ones and character references, and counts text for the ledger. Namespaces
   are small numbers that the reader chooses; several addresses (transitional and strict) may be one number.
 */
#ifndef LETTERPRESS_XML_H
#define LETTERPRESS_XML_H

#include <letterpress/account.h>
#include <letterpress/package.h>

LP_BEGIN_DECLS

/* The element that is being entered or left, or that holds the text. Valid during the call only. */
typedef struct LpXmlElement LpXmlElement;

/* An address and the reader's number for it, from 1; 0 is every address not listed, and no namespace. */
typedef struct LpXmlNamespace {
  const char *address;
  int number;
} LpXmlNamespace;

/* What a row wants after entering: its content walked, or left out. LP_XML_LEAVE + an LpReason: all below is
   passed over and its text named in the ledger with that reason; leave is then not called. */
typedef int LpXmlInto;
#define LP_XML_INTO 0
#define LP_XML_LEAVE 1

typedef struct LpXmlRow {
  int namespace_number;
  const char *name; /* local name */
  LpXmlInto (*enter)(void *state, const LpXmlElement *element);
  void (*leave)(void *state, const LpXmlElement *element);
} LpXmlRow;

typedef struct LpXmlRows {
  const LpXmlNamespace *namespaces; /* namespace_count of them */
  size_t namespace_count;
  const LpXmlRow *rows; /* row_count of them; a pair of namespace and name once */
  size_t row_count;
  /* Elements without a row; either may be NULL: their content is walked. */
  LpXmlInto (*enter_other)(void *state, const LpXmlElement *element);
  void (*leave_other)(void *state, const LpXmlElement *element);
  /* Text, maybe in several pieces, each of whole characters; element holds it. NULL: all text is left out as
   * MARKUP. */
  void (*text)(void *state, const LpXmlElement *element, const char *text, size_t n);
  /* Whether text is counted as given in the ledger: yes for parts that hold text of the draft, no for
   * settings. */
  bool counted;
} LpXmlRows;

/* Reads a part of a package. LP_FAILED: not there, not well-formed, with an entity or a declaration, over a
   limit; reported with its place. */
LpVerdict lp_xml_read_part(LpPackage *package, const char *part, const LpXmlRows *rows, void *state);

/* Reads a source that is itself XML (flat ODF, flat OPC). part: its name in places, or NULL. */
LpVerdict lp_xml_read_source(LpSource *source, const char *part, LpAccount *account, const LpXmlRows *rows,
                             void *state);

/* Ends the reading from within a row: nothing more is called, the verdict is LP_FAILED. Report why before. */
void lp_xml_stop(const LpXmlElement *element);

/* The element's namespace number and local name; the prefix and name as the part spells them. */
int lp_xml_namespace(const LpXmlElement *element);
const char *lp_xml_name(const LpXmlElement *element);
const char *lp_xml_qualified_name(const LpXmlElement *element);

/* The address of the namespace itself; "" if none. */
const char *lp_xml_namespace_address(const LpXmlElement *element);

/* The element around it; NULL for the root. Its attributes can no longer be asked for. */
const LpXmlElement *lp_xml_parent(const LpXmlElement *element);

/* Its depth: 1 for the root. */
size_t lp_xml_depth(const LpXmlElement *element);

/* The value of an attribute, 0-terminated, valid until the call of the row ends; NULL if absent. Attributes
   without a prefix have namespace number 0. On entering only. */
const char *lp_xml_attribute(const LpXmlElement *element, int namespace_number, const char *name);

/* All attributes by index, from 0: false past the last. */
bool lp_xml_attribute_at(const LpXmlElement *element, size_t index, int *namespace_number, const char **name,
                         const char **value);

/* The address that a prefix stands for at this element (markup compatibility, ECMA-376-3, 9.3); NULL if
 * unbound. */
const char *lp_xml_prefix_address(const LpXmlElement *element, const char *prefix);

/* Where the element begins, or the text. */
LpPlace lp_xml_place(const LpXmlElement *element);

LP_END_DECLS
#endif
