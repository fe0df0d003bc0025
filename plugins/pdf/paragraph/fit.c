#include "config.h"

#include "paragraph/fit.h"

#include "paragraph/candidates.h"
#include "paragraph/hyphenate.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Costs are in units of badness: a gap stretched by half of a space, or shrunk by a third, is worth 100. The
 * figures were found on long English texts at 160 and 80 mm (tests/bench/paragraph_pdf.c). */
static const struct Costs {
  double uneven;     /* times the square of the ratio: keeps all gaps near their natural width */
  double jump;       /* for each class of fitness that two neighbours are further apart than one */
  double second;     /* a second hyphen in a row */
  double third;      /* a third: a ladder */
  double runt;       /* a last line of one word or less than a tenth of the measure */
  double line;       /* each line */
  double last_break; /* a hyphen before the last line */
  double page_break; /* the same, where the paragraph ends a page */
  double rag;        /* times a break's penalty where lines are ragged: a hyphen saves less there */
  double overfull;   /* a line that cannot be set within the measure */
} COST = {.uneven = 40,
          .jump = 3,
          .second = 60,
          .third = 5000,
          .runt = 80,
          .line = 0.1,
          .last_break = 20,
          .page_break = 5000,
          .rag = 6,
          .overfull = 10000};

/* A paragraph is good enough without hyphens when its worst line and its mean line cost no more than this. */
static const double GOOD_WORST = 8, GOOD_MEAN = 1.2;

enum { WORST = 10000, CLASSES = 4, LADDER = 3, KINDS = CLASSES * LADDER, MOST_ACTIVE = 1024 };

static const double SCALE_STEP = 0.005;
static const int SCALE_STEPS = 4;
static const double RATIO_LEAST = -0.45; /* a gap is never narrower than .55 of a space */
static const double RATIO_USUAL = 1.2, RATIO_ANY = 1e9;
static const double RAG = 0.10; /* a ragged line that is short by so much of the measure has badness 100 */
static const double HOPELESS = 200; /* what joining lines can cost: a dearer node never wins */

LineFit fit_line(double natural, double give, double measure) {
  LineFit fit = {1, 0};
  if (natural <= 0)
    return fit;
  double steps = round((measure / natural - 1) / SCALE_STEP);
  fit.scale = 1 + SCALE_STEP * CLAMP(steps, -SCALE_STEPS, SCALE_STEPS);
  double rest = measure - natural * fit.scale;
  if (give > 0)
    fit.ratio = rest / (give * fit.scale);
  else
    fit.ratio = rest < -0.002 * measure ? -1 : rest > 0.002 * measure ? WORST : 0;
  return fit;
}

int64_t line_measure(const ParagraphShape *shape, bool first) {
  int64_t measure = (int64_t)shape->measure_emu - shape->indent_start_emu - shape->indent_end_emu;
  if (first)
    measure -= shape->indent_first_emu;
  return measure > 0 ? measure : 1;
}

/* ---- The search ---- */

/* A way to come to a candidate: the best of its kind. */
typedef struct Node {
  uint32_t candidate, lines;
  int32_t before; /* the node at which its last line begins; -1: the start of the text */
  uint8_t fitness, ladder;
  double total;
} Node;

typedef struct Search {
  Setting *setting;
  const Candidate *candidates;
  uint32_t count;
  GArray *nodes;
  GArray *active; /* of int32_t: nodes from which a line may still end further on, by place */
  double measure, measure_first;
  double most; /* ratio that a gap may be stretched to in this pass */
  bool justified, first_of_text;
} Search;

/* A line that is tried. */
typedef struct Trial {
  double cost;
  double ratio;
  bool too_long, too_short;
} Trial;

static const Node *node_at(const Search *search, int32_t index) {
  return &g_array_index(search->nodes, Node, index);
}

/* The last line of the text, or the one before a forced break, keeps its natural width where it fits. */
static bool ends_text(const Search *search, uint32_t to) {
  return to + 1 == search->count;
}

static double badness(double ratio) {
  double share = ratio > 0 ? ratio * 2 : -ratio * 3;
  return MIN(100 * share * share * share, WORST);
}

static int fitness(double ratio) {
  double share = ratio > 0 ? ratio * 2 : ratio * 3;
  return share < -0.5 ? 0 : share <= 0.5 ? 1 : share <= 1 ? 2 : 3;
}

static Trial try_ragged(const Search *search, double natural, double measure, bool last) {
  double lack = last ? 0 : (measure - natural) / measure;
  double share = lack / RAG;
  return (Trial){.cost = MIN(100 * share * share * share, WORST),
                 .too_long = natural > measure,
                 .too_short = lack > search->most / 4};
}

static Trial try_justified(const Search *search, double natural, double give, double measure, bool last) {
  if (last && natural <= measure)
    return (Trial){0};
  LineFit line = fit_line(natural, give, measure);
  return (Trial){.cost = badness(line.ratio) + MIN(COST.uneven * line.ratio * line.ratio, WORST),
                 .ratio = line.ratio,
                 .too_long = line.ratio<RATIO_LEAST, .too_short = line.ratio> search->most};
}

static Trial try_line(const Search *search, const Node *node, uint32_t to) {
  const Candidate *from = &search->candidates[node->candidate], *end = &search->candidates[to];
  bool first = node->candidate == 0 && search->first_of_text, last = ends_text(search, to);
  double natural = (double)(end->width_end - from->width_next) + end->hyphen_emu;
  double give = (double)(end->give_end - from->give_next);
  double measure =
      (first ? search->measure_first : search->measure) + from->hang_next_emu + end->hang_end_emu;
  Trial trial = search->justified ? try_justified(search, natural, give, measure, last)
                                  : try_ragged(search, natural, measure, last);
  trial.cost += end->penalty * (search->justified ? 1 : COST.rag);
  if (last && node->before >= 0 && (natural < search->measure / 10 || give <= 0))
    trial.cost += COST.runt;
  return trial;
}

/* What two neighbouring lines cost together. */
static double join_cost(const Search *search, const Node *node, const Trial *trial, uint32_t to) {
  double cost = COST.line;
  int jump = abs(node->fitness - fitness(trial->ratio));
  if (search->justified && node->before >= 0 && jump > 1)
    cost += COST.jump * jump;
  if (search->candidates[to].hyphenated && node->ladder > 0)
    cost += node->ladder == 1 ? COST.second : COST.third;
  if (ends_text(search, to) && search->candidates[node->candidate].hyphenated)
    cost += search->setting->shape->keep_last_whole ? COST.page_break : COST.last_break;
  return cost;
}

/* The best lines of each kind that end at one candidate. */
typedef struct Ends {
  Node best[KINDS];
  double least;
} Ends;

static void note_end(const Search *search, Ends *ends, int32_t from, uint32_t to, const Trial *trial) {
  const Node *node = node_at(search, from);
  double total = node->total + trial->cost + join_cost(search, node, trial, to);
  int ladder = search->candidates[to].hyphenated ? MIN(node->ladder + 1, LADDER - 1) : 0;
  int class = search->justified ? fitness(trial->ratio) : 1;
  Node *best = &ends->best[ladder * CLASSES + class];
  if (total >= best->total)
    return;
  *best = (Node){to, node->lines + 1, from, (uint8_t) class, (uint8_t)ladder, total};
  ends->least = MIN(ends->least, total);
}

/* Tries the lines from all active nodes to one candidate. Nodes whose lines have grown too long leave the
 * list; behind the first whose line is too short yet, all are. Returns the last node that left. */
static int32_t try_lines(Search *search, uint32_t to, Ends *ends) {
  int32_t *active = (int32_t *)(void *)search->active->data, left = -1;
  guint count = search->active->len, kept = 0, a = 0;
  bool at_hyphen = search->candidates[to].hyphen_emu > 0; /* whose width the next candidate has not */
  for (; a < count; a++) {
    Trial trial = try_line(search, node_at(search, active[a]), to);
    if (trial.too_long && !at_hyphen) {
      left = active[a];
      continue;
    }
    active[kept++] = active[a];
    if (trial.too_long)
      continue;
    if (!trial.too_short || ends_text(search, to))
      note_end(search, ends, active[kept - 1], to, &trial);
    else if (node_at(search, active[kept - 1])->candidate > 0)
      break;
  }
  guint rest = a < count ? count - a - 1 : 0;
  if (rest)
    memmove(active + kept, active + count - rest, rest * sizeof *active);
  g_array_set_size(search->active, kept + rest);
  return left;
}

static void add_node(Search *search, Node node) {
  int32_t index = (int32_t)search->nodes->len;
  g_array_append_val(search->nodes, node);
  g_array_append_val(search->active, index);
}

static void end_lines_at(Search *search, uint32_t to) {
  Ends ends = {.least = INFINITY};
  for (int k = 0; k < KINDS; k++)
    ends.best[k].total = INFINITY;
  int32_t left = try_lines(search, to, &ends);
  for (int k = 0; k < KINDS; k++) {
    if (ends.best[k].total < INFINITY && ends.best[k].total <= ends.least + HOPELESS)
      add_node(search, ends.best[k]);
  }
  /* Nothing reaches on: a cluster is wider than a line. It stands there all the same. */
  if (search->active->len == 0 && left >= 0) {
    const Node *node = node_at(search, left);
    add_node(search, (Node){to, node->lines + 1, left, 1, 0, node->total + COST.overfull});
  }
}

/* The best node that ends the text; -1 when there is none within the bounds of this pass. */
static int32_t run(Search *search, double most) {
  search->most = most;
  g_array_set_size(search->nodes, 0);
  g_array_set_size(search->active, 0);
  add_node(search, (Node){.before = -1, .fitness = 1});
  for (uint32_t to = 1; to < search->count && search->active->len > 0; to++) {
    if (search->active->len > MOST_ACTIVE)
      g_array_remove_range(search->active, 0, search->active->len - MOST_ACTIVE);
    end_lines_at(search, to);
  }
  int32_t best = -1;
  for (guint i = search->nodes->len; i-- > 0;) {
    const Node *node = node_at(search, (int32_t)i);
    if (!ends_text(search, node->candidate))
      break;
    if (best < 0 || node->total < node_at(search, best)->total)
      best = (int32_t)i;
  }
  return best;
}

/* ---- Passes ---- */

static bool is_good(const Search *search, int32_t best) {
  const Node *node = node_at(search, best);
  if (node->total > GOOD_MEAN * node->lines)
    return false;
  for (; node->before >= 0; node = node_at(search, node->before)) {
    if (node->total - node_at(search, node->before)->total > GOOD_WORST)
      return false;
  }
  return true;
}

static void keep(Search *search, int32_t best) {
  Setting *setting = search->setting;
  uint32_t lines = node_at(search, best)->lines;
  Choice *choices = store_take(setting->store, (size_t)setting->choice_count + lines, sizeof *choices);
  if (setting->choice_count)
    memcpy(choices, setting->choices, setting->choice_count * sizeof *choices);
  for (uint32_t k = lines; k-- > 0;) {
    const Node *node = node_at(search, best);
    const Candidate *from = &search->candidates[node_at(search, node->before)->candidate];
    const Candidate *to = &search->candidates[node->candidate];
    choices[setting->choice_count + k] = (Choice){.start = from->next,
                                                  .end = to->end,
                                                  .next = to->next,
                                                  .added_hyphen = to->hyphen_emu > 0,
                                                  .forced = to->forced,
                                                  .last = k + 1 == lines};
    best = node->before;
  }
  setting->choices = choices;
  setting->choice_count += lines;
}

/* Without hyphens first: if that is good, no patterns need to be loaded. Then with them; then whatever there
 * is. */
static void fit_part(Search *search, uint32_t start, uint32_t end, bool *hyphenated) {
  Setting *setting = search->setting;
  search->first_of_text = start == 0;
  search->candidates = list_candidates(setting, start, end, &search->count);
  int32_t best = run(search, RATIO_USUAL);
  if (!*hyphenated && setting->shape->hyphenate && (best < 0 || !is_good(search, best))) {
    hyphenate(setting, 0);
    *hyphenated = true;
    search->candidates = list_candidates(setting, start, end, &search->count);
    best = run(search, RATIO_USUAL);
  }
  if (best < 0)
    best = run(search, RATIO_ANY);
  if (best >= 0)
    keep(search, best);
}

void fit(Setting *setting) {
  Search search = {.setting = setting,
                   .nodes = g_array_new(FALSE, FALSE, sizeof(Node)),
                   .active = g_array_new(FALSE, FALSE, sizeof(int32_t)),
                   .measure = (double)line_measure(setting->shape, false),
                   .measure_first = (double)line_measure(setting->shape, true),
                   .justified = setting->shape->align == PARAGRAPH_ALIGN_JUSTIFY};
  bool hyphenated = false;
  break_wide_parts(setting, (int64_t)MIN(search.measure, search.measure_first));
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
