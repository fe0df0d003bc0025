/* The title block: title, meeting, date. What stands in the text is given its role; what only the metadata
   says is set above the text; what both say is set once. */
#include "config.h"

#include "statement/passing.h"

#include "letterhead/date.h"
#include "statement/dates.h"
#include "statement/flow.h"
#include "statement/fold.h"
#include "statement/joint.h"
#include "statement/script.h"

#include <letterpress/walk.h>
#include <string.h>

enum { FRONT_MOST = 12, SHORT_LINE_MOST = 160 };

/* The lines before the first running text. */
typedef struct Front {
  LpNode *line[FRONT_MOST];
  char *text[FRONT_MOST];
  size_t count;
  size_t title, date; /* indices; count: none */
  size_t meeting_from, meeting_to;
} Front;

static LpRole role_of(const LpNode *block) {
  return (LpRole)lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE);
}

static bool has_title_role(const LpNode *block) {
  LpRole role = role_of(block);
  return role == LP_ROLE_TITLE || role == LP_ROLE_MEETING || role == LP_ROLE_DATE;
}

/* ---- finding ---- */

/* A lone short line: no sentence, no item, no salutation. */
static bool is_short_line(const LpNode *block, const char *text) {
  LpKind around = lp_node_kind(lp_node_parent(block));
  if (lp_node_kind(block) != LP_KIND_PARAGRAPH || around == LP_KIND_LIST_ITEM || around == LP_KIND_QUOTE)
    return false;
  size_t n = strlen(text);
  return n > 0 && n <= SHORT_LINE_MOST && !lp_text_ends_sentence(text) && !strchr(",;", text[n - 1]) &&
         !lp_text_begins_item(text);
}

static bool belongs_to_front(const LpNode *block, const char *text) {
  return lp_node_kind(block) == LP_KIND_HEADING || has_title_role(block) || is_short_line(block, text);
}

/* A paragraph of several lines of which one is a date is parted into its lines ("Meeting on ...", "Port, 1
   May 2022"). */
static void part_date_lines(LpPassing *passing, LpNode *block) {
  GString *line = g_string_new(NULL);
  LpNode *breaks[FRONT_MOST];
  size_t count = 0;
  bool has_date = false;
  for (LpNode *node = lp_edit_first_child(block);; node = lp_edit_next(node)) {
    if (node && lp_node_kind(node) != LP_KIND_LINE_BREAK) {
      char *text = lp_node_text_below(node);
      g_string_append(line, text);
      g_free(text);
      continue;
    }
    size_t place_bytes;
    const char *date;
    has_date |= lp_line_is_date(passing->definition, g_strstrip(line->str), &place_bytes, &date);
    g_string_assign(line, "");
    if (!node || count == FRONT_MOST)
      break;
    breaks[count++] = node;
  }
  g_string_free(line, TRUE);
  for (size_t i = count; has_date && i-- > 0;)
    lp_block_split(passing->document, breaks[i]);
}

static void collect(LpPassing *passing, const LpNode *root, Front *front) {
  GPtrArray *flow = lp_flow_of(passing->document, root);
  for (size_t i = 0; i < MIN(flow->len, FRONT_MOST); i++)
    if (lp_kind_takes_inlines(lp_node_kind(lp_flow_at(flow, i))) &&
        lp_block_length(lp_flow_at(flow, i), 1000) < 1000)
      part_date_lines(passing, lp_flow_at(flow, i));
  g_ptr_array_free(flow, TRUE);
  flow = lp_flow_of(passing->document, root);
  for (size_t i = lp_flow_next_full(flow, 0); i < flow->len && front->count < FRONT_MOST;
       i = lp_flow_next_full(flow, i + 1)) {
    LpNode *block = lp_flow_at(flow, i);
    if (!lp_kind_takes_inlines(lp_node_kind(block)) || lp_block_length(block, 4000) >= 4000)
      break;
    char *text = g_strstrip(lp_node_text_below(block));
    bool belongs = belongs_to_front(block, text) && *text;
    if (!belongs) {
      g_free(text);
      break;
    }
    front->line[front->count] = block;
    front->text[front->count++] = text;
  }
  g_ptr_array_free(flow, TRUE);
}

static size_t first_with_role(const Front *front, LpRole role) {
  size_t i = 0;
  while (i < front->count && role_of(front->line[i]) != role)
    i++;
  return i;
}

/* Whether a heading of that level stands behind the front too: then it heads a part, and names no meeting. */
static bool heads_parts(const LpNode *root, const LpNode *heading) {
  bool behind = false;
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    if (behind && !step.leaving && lp_node_kind(step.node) == LP_KIND_HEADING &&
        lp_node_integer(step.node, LP_ATTRIBUTE_LEVEL) == lp_node_integer(heading, LP_ATTRIBUTE_LEVEL))
      return true;
    behind |= step.node == heading;
  }
  return false;
}

/* Without a date to close the block, one line may be the meeting. */
static size_t lone_meeting(const Front *front, const LpNode *root) {
  size_t next = front->title + 1;
  if (next >= front->count)
    return next;
  const LpNode *line = front->line[next];
  bool is_part = lp_node_kind(line) == LP_KIND_HEADING && heads_parts(root, line);
  return is_part ? next : next + 1;
}

static void divide(const LpPassing *passing, const LpNode *root, Front *front) {
  size_t place_bytes;
  const char *date;
  front->title = first_with_role(front, LP_ROLE_TITLE);
  if (front->title == front->count)
    front->title = 0;
  front->date = first_with_role(front, LP_ROLE_DATE);
  for (size_t i = front->title + 1; front->date == front->count && i < front->count; i++)
    if (lp_line_is_date(passing->definition, front->text[i], &place_bytes, &date)) {
      front->date = i;
      break;
    }
  front->meeting_from = front->title + 1;
  front->meeting_to = front->date < front->count ? front->date : lone_meeting(front, root);
  size_t named = first_with_role(front, LP_ROLE_MEETING);
  if (named < front->count) {
    front->meeting_from = named;
    front->meeting_to = MAX(front->meeting_to, named + 1);
  }
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

static void set_roles(LpPassing *passing, const Front *front) {
  if (front->count == 0)
    return;
  set_role(passing, front->line[front->title], LP_ROLE_TITLE);
  for (size_t i = front->meeting_from; i < front->meeting_to && i < front->count; i++)
    if (i != front->title && i != front->date)
      set_role(passing, front->line[i], LP_ROLE_MEETING);
  if (front->date < front->count)
    set_role(passing, front->line[front->date], LP_ROLE_DATE);
}

/* ---- metadata ---- */

static void set_if_unset(LpPassing *passing, LpMetadata entry, const char *value) {
  if (!lp_document_metadata(passing->document, entry))
    lp_document_set_metadata(passing->document, entry, value);
}

/* What the block in the text says becomes metadata. A package's own properties are often those of an older
   document: its text goes before them, but for what the command line says. */
static void take_metadata(LpPassing *passing, const Front *front, bool over) {
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

static LpNode *line_at(const Front *front, size_t index, bool is_there) {
  return is_there && index < front->count ? front->line[index] : NULL;
}

/* prints: whether metadata without a line in the text is to be set above it. */
static void settle_block(LpPassing *passing, const Front *front, bool prints) {
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

static void free_front(Front *front) {
  for (size_t i = 0; i < front->count; i++)
    g_free(front->text[i]);
}

/* Whether the draft is a package (DOCX, ODT): its places name parts. */
static bool is_package(const LpNode *root) {
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step))
    if (lp_node_kind(step.node) == LP_KIND_TEXT)
      return lp_node_place(step.node).part != NULL;
  return false;
}

/* Front matter says the title outright: a draft that then begins with another heading has that as a heading.
 */
static bool has_its_own_title(const LpPassing *passing, const Front *front) {
  const char *title = lp_document_metadata(passing->document, LP_METADATA_TITLE);
  return front->count > 0 && title && !passing->settings->metadata[LP_METADATA_TITLE] &&
         role_of(front->line[front->title]) != LP_ROLE_TITLE &&
         !says_the_same(title, front->text[front->title]);
}

/* A section in another language has a title block of its own. */
static void title_sections(LpPassing *passing) {
  LpNode *root = lp_edit_root(passing->document);
  for (LpNode *section = lp_edit_first_child(root); section; section = lp_edit_next(section)) {
    const char *language = lp_style_string(lp_node_style(section), LP_PROPERTY_LANGUAGE);
    if (lp_node_kind(section) != LP_KIND_SECTION || !language || strcmp(language, passing->language) == 0)
      continue;
    Front front = {0};
    collect(passing, section, &front);
    divide(passing, section, &front);
    if (front.count && lp_node_kind(front.line[front.title]) == LP_KIND_HEADING)
      set_roles(passing, &front);
    free_front(&front);
  }
}

void lp_pass_title(LpPassing *passing) {
  const LpNode *root = lp_document_root(passing->document);
  bool package = is_package(root);
  Front front = {0};
  title_sections(passing);
  collect(passing, root, &front);
  divide(passing, root, &front);
  if (!package && has_its_own_title(passing, &front)) {
    free_front(&front);
    front = (Front){0};
  }
  set_roles(passing, &front);
  take_metadata(passing, &front, package);
  settle_block(passing, &front, !package);
  free_front(&front);
}
