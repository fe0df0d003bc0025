/* The first is the title, one that is wholly a date the date, those between the meeting; the draft's own
   styles say it outright. */
#include "config.h"

#include "statement/front.h"

#include "statement/dates.h"
#include "statement/flow.h"
#include "statement/fold.h"
#include "statement/joint.h"
#include "statement/words.h"

#include <letterpress/walk.h>
#include <string.h>

enum { SHORT_LINE_MOST = 160 };

static LpRole role_of(const LpNode *block) {
  return (LpRole)lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE);
}

bool lp_block_has_title_role(const LpNode *block) {
  LpRole role = role_of(block);
  return role == LP_ROLE_TITLE || role == LP_ROLE_MEETING || role == LP_ROLE_DATE;
}

/* A lone short line: no sentence, no item, no salutation. */
static bool is_short_line(const LpNode *block, const char *text) {
  LpKind around = lp_node_kind(lp_node_parent(block));
  if (lp_node_kind(block) != LP_KIND_PARAGRAPH || around == LP_KIND_LIST_ITEM || around == LP_KIND_QUOTE)
    return false;
  size_t n = strlen(text);
  return n > 0 && n <= SHORT_LINE_MOST && !lp_text_ends_sentence(text) && !strchr(",;", text[n - 1]) &&
         !lp_text_begins_item(text);
}

static bool heads_contents(const char *text) {
  char *folded = lp_fold(text);
  bool heads = lp_words_head_contents(folded);
  g_free(folded);
  return heads;
}

static bool belongs_to_front(const LpNode *block, const char *text) {
  if (heads_contents(text))
    return false;
  return lp_node_kind(block) == LP_KIND_HEADING || lp_block_has_title_role(block) ||
         is_short_line(block, text);
}

/* A paragraph of several lines of which one is a date is parted into its lines ("Meeting on ...", "Port, 1
   May 2022"). */
static void part_date_lines(LpPassing *passing, LpNode *block) {
  GString *line = g_string_new(NULL);
  LpNode *breaks[LP_FRONT_MOST];
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
    if (!node || count == LP_FRONT_MOST)
      break;
    breaks[count++] = node;
  }
  g_string_free(line, TRUE);
  for (size_t i = count; has_date && i-- > 0;)
    lp_block_split(passing->document, breaks[i]);
}

static void collect(LpPassing *passing, const LpNode *root, LpFront *front) {
  GPtrArray *flow = lp_flow_of(passing->document, root);
  for (size_t i = 0; i < MIN(flow->len, LP_FRONT_MOST); i++)
    if (lp_kind_takes_inlines(lp_node_kind(lp_flow_at(flow, i))) &&
        lp_block_length(lp_flow_at(flow, i), 1000) < 1000)
      part_date_lines(passing, lp_flow_at(flow, i));
  g_ptr_array_free(flow, TRUE);
  flow = lp_flow_of(passing->document, root);
  for (size_t i = lp_flow_next_full(flow, 0); i < flow->len && front->count < LP_FRONT_MOST;
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

static size_t first_with_role(const LpFront *front, LpRole role) {
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
static size_t lone_meeting(const LpFront *front, const LpNode *root) {
  size_t next = front->title + 1;
  if (next >= front->count)
    return next;
  const LpNode *line = front->line[next];
  bool is_part = lp_node_kind(line) == LP_KIND_HEADING && heads_parts(root, line);
  return is_part ? next : next + 1;
}

static void divide(const LpPassing *passing, const LpNode *root, LpFront *front) {
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

void lp_front_find(LpPassing *passing, const LpNode *root, LpFront *front) {
  *front = (LpFront){0};
  collect(passing, root, front);
  divide(passing, root, front);
}

void lp_front_clear(LpFront *front) {
  for (size_t i = 0; i < front->count; i++)
    g_free(front->text[i]);
  *front = (LpFront){0};
}
