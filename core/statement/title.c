/* The title block: title, meeting, date. What stands in the text is given its role; what only the metadata
   says is set above the text; what both say is set once. */
#include "config.h"

#include "statement/passing.h"

#include "letterhead/date.h"
#include "statement/dates.h"
#include "statement/flow.h"
#include "statement/fold.h"
#include "statement/front.h"
#include "statement/script.h"

#include <letterpress/walk.h>
#include <string.h>

static LpRole role_of(const LpNode *block) {
  return (LpRole)lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE);
}

/* ---- roles ---- */

static void set_role(LpPassing *passing, LpNode *block, LpRole role) {
  bool is_title = role == LP_ROLE_TITLE;
  if (!lp_edit_set_kind(block, is_title ? LP_KIND_HEADING : LP_KIND_PARAGRAPH))
    return;
  if (is_title)
    lp_edit_set_integer(passing->document, block, LP_ATTRIBUTE_LEVEL, 1);
  else
    lp_edit_clear(block, LP_ATTRIBUTE_LEVEL);
  lp_edit_set_style(block,
                    lp_style_with_integer(passing->document, lp_node_style(block), LP_PROPERTY_ROLE, role));
}

static void set_roles(LpPassing *passing, const LpFront *front) {
  if (front->count == 0)
    return;
  set_role(passing, front->line[front->title], LP_ROLE_TITLE);
  for (size_t i = front->meeting_from; i < front->meeting_to && i < front->count; i++)
    if (i != front->title && i != front->date)
      set_role(passing, front->line[i], LP_ROLE_MEETING);
  if (front->date < front->count)
    set_role(passing, front->line[front->date], LP_ROLE_DATE);
}

/* A section of the document in another language has a title block of its own. */
static bool is_of_other_language(const LpPassing *passing, const LpNode *block) {
  const char *language = lp_style_string(lp_node_style(block), LP_PROPERTY_LANGUAGE);
  return lp_node_kind(block) == LP_KIND_SECTION && language && strcmp(language, passing->language) != 0;
}

static bool is_in_other_section(const LpPassing *passing, const LpNode *root, const LpNode *block) {
  while (lp_node_parent(block) != root)
    block = lp_node_parent(block);
  return is_of_other_language(passing, block);
}

/* Elsewhere a draft's style "Title" heads a part, and its "Subtitle" and "Date" are text. */
static void settle_stray_roles(LpPassing *passing, const LpNode *root, const LpFront *front) {
  GPtrArray *flow = lp_flow_of(passing->document, root);
  for (size_t i = 0; i < flow->len; i++) {
    LpNode *block = lp_flow_at(flow, i);
    bool is_front = false;
    for (size_t k = 0; k < front->count; k++)
      is_front |= front->line[k] == block;
    if (is_front || !lp_block_has_title_role(block) || lp_node_kind(block) == LP_KIND_HEADING ||
        is_in_other_section(passing, root, block))
      continue;
    if (role_of(block) == LP_ROLE_TITLE && lp_edit_set_kind(block, LP_KIND_HEADING))
      lp_edit_set_integer(passing->document, block, LP_ATTRIBUTE_LEVEL, 1);
    lp_edit_set_style(block, lp_style_without(passing->document, lp_node_style(block), LP_PROPERTY_ROLE));
  }
  g_ptr_array_free(flow, TRUE);
}

/* ---- metadata ---- */

static void set_if_unset(LpPassing *passing, LpMetadata entry, const char *value) {
  if (!lp_document_metadata(passing->document, entry))
    lp_document_set_metadata(passing->document, entry, value);
}

/* What the block in the text says becomes metadata. A package's own properties are often those of an older
   document: its text goes before them, but for what the command line says. */
static void take_metadata(LpPassing *passing, const LpFront *front, bool over) {
  const char *const *said = passing->settings->metadata;
  if (front->count == 0)
    return;
  if (over && !said[LP_METADATA_TITLE])
    lp_document_set_metadata(passing->document, LP_METADATA_TITLE, front->text[front->title]);
  set_if_unset(passing, LP_METADATA_TITLE, front->text[front->title]);
  if (front->meeting_from < front->meeting_to && front->meeting_from < front->count)
    set_if_unset(passing, LP_METADATA_MEETING, front->text[front->meeting_from]);
  size_t place_bytes;
  const char *date;
  if (front->date == front->count)
    return;
  if (!lp_line_is_date(passing->definition, front->text[front->date], &place_bytes, &date))
    date = front->text[front->date]; /* the draft's own style says so */
  set_if_unset(passing, LP_METADATA_DATE, date);
  char *place = g_strndup(front->text[front->date], place_bytes);
  if (*place)
    set_if_unset(passing, LP_METADATA_PLACE, place);
  g_free(place);
}

/* ---- what the metadata says and the text does not ---- */

static LpNode *insert_line(LpPassing *passing, LpNode *behind, LpRole role, const char *text) {
  LpDocument *document = passing->document;
  LpNode *root = lp_edit_root(document);
  LpNode *line = lp_edit_new(document, LP_KIND_PARAGRAPH, (LpPlace){0});
  lp_edit_append(line, lp_edit_new_text(document, text, strlen(text), NULL, (LpPlace){0}));
  if (behind)
    lp_edit_insert_after(behind, line);
  else if (lp_edit_first_child(root))
    lp_edit_insert_before(lp_edit_first_child(root), line);
  else
    lp_edit_append(root, line);
  set_role(passing, line, role);
  return line;
}

/* The text of a line becomes what the command line says. */
static void replace_text(LpPassing *passing, LpNode *line, const char *text) {
  while (lp_edit_first_child(line))
    lp_edit_remove(passing->document, lp_edit_first_child(line), LP_REASON_REPLACED);
  lp_edit_append(line, lp_edit_new_text(passing->document, text, strlen(text), NULL, lp_node_place(line)));
}

/* The digits of a text, which folding makes equal. */
static char *digits_of(const char *text) {
  GString *digits = g_string_new(NULL);
  for (; *text; text = lp_next_character(text)) {
    int value = g_unichar_digit_value(g_utf8_get_char(text));
    if (value >= 0)
      g_string_append_c(digits, (char)('0' + value));
  }
  return g_string_free(digits, FALSE);
}

static bool says_the_same(const char *one, const char *other) {
  char *a = lp_fold(one), *b = lp_fold(other), *c = digits_of(one), *d = digits_of(other);
  bool same = strcmp(a, b) == 0 && strcmp(c, d) == 0;
  g_free(a);
  g_free(b);
  g_free(c);
  g_free(d);
  return same;
}

/* A line of the block: what stands there, or what the metadata says. Returns the last line of the block so
 * far. */
static LpNode *settle_line(LpPassing *passing, LpNode *behind, LpNode *line, LpRole role, const char *text,
                           bool is_said) {
  if (!line)
    return text ? insert_line(passing, behind, role, text) : behind;
  char *there = lp_node_text_below(line);
  if (is_said && text && !says_the_same(there, text))
    replace_text(passing, line, text);
  g_free(there);
  return line;
}

static char *date_line(LpPassing *passing) {
  const char *date = lp_document_metadata(passing->document, LP_METADATA_DATE);
  const char *place = lp_document_metadata(passing->document, LP_METADATA_PLACE);
  if (date)
    date = lp_letterhead_date(passing->definition, passing->document, passing->language, date);
  if (date && place)
    return g_strdup_printf("%s, %s", place, date);
  return g_strdup(date ? date : place);
}

static LpNode *line_at(const LpFront *front, size_t index, bool is_there) {
  return is_there && index < front->count ? front->line[index] : NULL;
}

/* prints: whether metadata without a line in the text is to be set above it. */
static void settle_block(LpPassing *passing, const LpFront *front, bool prints) {
  const char *const *said = passing->settings->metadata;
  const char *title = lp_document_metadata(passing->document, LP_METADATA_TITLE);
  const char *meeting = lp_document_metadata(passing->document, LP_METADATA_MEETING);
  const char *embargo = lp_document_metadata(passing->document, LP_METADATA_EMBARGO);
  bool has_meeting = front->meeting_from < front->meeting_to;
  bool date_is_said = said[LP_METADATA_DATE] || said[LP_METADATA_PLACE];
  char *date = date_line(passing);
  LpNode *last = settle_line(passing, NULL, line_at(front, front->title, true), LP_ROLE_TITLE,
                             prints || said[LP_METADATA_TITLE] ? title : NULL, said[LP_METADATA_TITLE]);
  last = settle_line(passing, last, line_at(front, front->meeting_from, has_meeting), LP_ROLE_MEETING,
                     prints || said[LP_METADATA_MEETING] ? meeting : NULL, said[LP_METADATA_MEETING]);
  for (size_t i = front->meeting_from + 1; has_meeting && i < front->meeting_to && i < front->count; i++)
    last = front->line[i];
  last = settle_line(passing, last, line_at(front, front->date, true), LP_ROLE_DATE,
                     prints || date_is_said ? date : NULL, date_is_said);
  if (embargo)
    insert_line(passing, last, LP_ROLE_EMBARGO,
                lp_letterhead_embargo(passing->definition, passing->document, passing->language, embargo));
  g_free(date);
}

/* ---- the pass ---- */

/* Whether the draft is a package (DOCX, ODT): its places name parts. */
static bool is_package(const LpNode *root) {
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step))
    if (lp_node_kind(step.node) == LP_KIND_TEXT)
      return lp_node_place(step.node).part != NULL;
  return false;
}

/* Front matter says the title outright: a draft that then begins with another heading has that as a heading.
 */
static bool has_its_own_title(const LpPassing *passing, const LpFront *front) {
  const char *title = lp_document_metadata(passing->document, LP_METADATA_TITLE);
  return front->count > 0 && title && !passing->settings->metadata[LP_METADATA_TITLE] &&
         role_of(front->line[front->title]) != LP_ROLE_TITLE &&
         !says_the_same(title, front->text[front->title]);
}

static void title_sections(LpPassing *passing) {
  LpNode *root = lp_edit_root(passing->document);
  for (LpNode *section = lp_edit_first_child(root); section; section = lp_edit_next(section)) {
    if (!is_of_other_language(passing, section))
      continue;
    LpFront front;
    lp_front_find(passing, section, &front);
    if (front.count && lp_node_kind(front.line[front.title]) == LP_KIND_HEADING)
      set_roles(passing, &front);
    settle_stray_roles(passing, section, &front);
    lp_front_clear(&front);
  }
}

void lp_pass_title(LpPassing *passing) {
  const LpNode *root = lp_document_root(passing->document);
  bool package = is_package(root);
  LpFront front;
  title_sections(passing);
  lp_front_find(passing, root, &front);
  if (!package && has_its_own_title(passing, &front))
    lp_front_clear(&front);
  set_roles(passing, &front);
  settle_stray_roles(passing, root, &front);
  take_metadata(passing, &front, package);
  settle_block(passing, &front, !package);
  lp_front_clear(&front);
}
