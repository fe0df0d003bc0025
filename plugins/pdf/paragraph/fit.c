#include "config.h"

#include "paragraph/fit.h"

#include "paragraph/candidates.h"
#include "paragraph/hyphenate.h"
#include "paragraph/justify.h"
#include "paragraph/search.h"

#include <string.h>

/* A paragraph is good enough without hyphens when its worst line and its mean line cost no more than this. */
static const double GOOD_WORST = 8, GOOD_MEAN = 1.2;

static bool is_good(const Search *search, int32_t best) {
  const Node *node = search_node(search, best);
  if (node->total > GOOD_MEAN * node->lines)
    return false;
  for (; node->before >= 0; node = search_node(search, node->before)) {
    if (node->total - search_node(search, node->before)->total > GOOD_WORST)
      return false;
  }
  return true;
}

static Choice *add_choices(Setting *setting, uint32_t count) {
  if (setting->choice_room - setting->choice_count < count) {
    uint32_t room = setting->choice_count * 2 + count;
    Choice *choices = store_take(setting->store, room, sizeof *choices);
    if (setting->choice_count)
      memcpy(choices, setting->choices, setting->choice_count * sizeof *choices);
    setting->choices = choices;
    setting->choice_room = room;
  }
  Choice *added = setting->choices + setting->choice_count;
  setting->choice_count += count;
  return added;
}

static void keep(Search *search, int32_t best) {
  uint32_t lines = search_node(search, best)->lines;
  Choice *choices = add_choices(search->setting, lines);
  for (uint32_t k = lines; k-- > 0;) {
    const Node *node = search_node(search, best);
    const Candidate *from = &search->candidates[search_node(search, node->before)->candidate];
    const Candidate *to = &search->candidates[node->candidate];
    choices[k] = (Choice){.start = from->next,
                          .end = MAX(to->end, from->next), /* a line may be all white */
                          .next = to->next,
                          .added_hyphen = to->hyphen_emu > 0,
                          .forced = to->forced,
                          .last = k + 1 == lines};
    best = node->before;
  }
}

/* ---- Balance ---- */

/* How many lines first fit needs when the measure is narrower by so much. */
static uint32_t count_lines(const Search *search, double narrower) {
  uint32_t lines = 1, from = 0;
  for (uint32_t to = 1; to < search->count; to++) {
    bool first = from == 0 && search->first_of_text;
    double measure = (first ? search->measure_first : search->measure) - narrower;
    double natural = (double)(search->candidates[to].width_end - search->candidates[from].width_next);
    if (natural + search->candidates[to].hyphen_emu > measure && to - 1 > from) {
      lines++;
      from = --to;
    }
  }
  return lines;
}

/* Narrows the measure as far as the number of lines bears it. */
static void balance(Search *search) {
  double low = 0, high = MIN(search->measure, search->measure_first);
  uint32_t lines = count_lines(search, 0);
  if (lines < 2)
    return;
  while (high - low > search->setting->shape->size_emu / 20.0) {
    double middle = (low + high) / 2;
    if (count_lines(search, middle) > lines)
      high = middle;
    else
      low = middle;
  }
  search->measure -= low;
  search->measure_first -= low;
}

/* ---- The paragraph ---- */

/* Without hyphens first: if that is good, no patterns need to be loaded. Then with them; then whatever there
 * is. */
static void fit_part(Search *search, uint32_t start, uint32_t end, bool *hyphenated) {
  Setting *setting = search->setting;
  search->first_of_text = start == 0;
  search->candidates = list_candidates(setting, start, end, &search->count);
  search->measure = (double)line_measure(setting->shape, false);
  search->measure_first = (double)line_measure(setting->shape, true);
  if (setting->shape->balance && !search->justified)
    balance(search);
  int32_t best = search_run(search, RATIO_USUAL);
  if (!*hyphenated && setting->shape->hyphenate && (best < 0 || !is_good(search, best))) {
    hyphenate(setting, 0);
    *hyphenated = true;
    search->candidates = list_candidates(setting, start, end, &search->count);
    best = search_run(search, RATIO_USUAL);
  }
  if (best < 0)
    best = search_run(search, RATIO_ANY);
  if (best >= 0)
    keep(search, best);
}

void fit(Setting *setting) {
  Search search = {.setting = setting,
                   .nodes = g_array_new(FALSE, FALSE, sizeof(Node)),
                   .active = g_array_new(FALSE, FALSE, sizeof(int32_t)),
                   .justified = setting->shape->align == PARAGRAPH_ALIGN_JUSTIFY,
                   .counts_lines = setting->shape->looseness != 0};
  bool hyphenated = false;
  break_wide_parts(setting, MIN(line_measure(setting->shape, false), line_measure(setting->shape, true)));
  for (uint32_t start = 0; start < setting->count;) {
    uint32_t end = start + 1;
    while (end < setting->count && !(setting->marks[end] & MARK_FORCED))
      end++;
    fit_part(&search, start, end, &hyphenated);
    start = end;
  }
  g_array_free(search.nodes, TRUE);
  g_array_free(search.active, TRUE);
}
