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
  double jump;       /* for each class of fitness that two neighbours are further apart than one */
  double second;     /* a second hyphen in a row */
  double third;      /* a third: a ladder */
  double runt;       /* a last line of one word or less than a tenth of the measure */
  double line;       /* each line */
  double last_break; /* a hyphen before the last line */
  double page_break; /* the same, where the paragraph ends a page */
  double rag;        /* times a break's penalty where lines are ragged: a hyphen saves less there */
  double overfull;   /* a line that cannot be set within the measure */
} COST = {.jump = 3,
          .second = 40,
          .third = 5000,
          .runt = 60,
          .line = 0.1,
          .last_break = 10,
          .page_break = 5000,
          .rag = 6,
          .overfull = 1e7};

/* A paragraph is good enough without hyphens when its worst line and its mean line cost no more than this. */
static const double GOOD_WORST = 8, GOOD_MEAN = 1.2;

enum { WORST = 1000000, CLASSES = 4, LADDER = 3, KINDS = CLASSES * LADDER, COUNTS = 8, MOST_ACTIVE = 1024 };

static const double SCALE_STEP = 0.005;
static const int SCALE_STEPS = 4;
/* Letters that come together are seen sooner than letters that part. */
static const double TRACK_LEAST = -0.6;
static const double RATIO_LEAST = -0.45; /* a gap is never narrower than .55 of a space */
static const double RATIO_USUAL = 1.2, RATIO_ANY = 1e9;
static const double RAG = 0.10; /* a ragged line that is short by so much of the measure has badness 100 */
static const double HOPELESS = 200; /* what joining lines can cost: a dearer node never wins */

LineFit fit_line(LineRoom room, double measure) {
  LineFit fit = {.scale = 1};
  if (room.natural_emu <= 0)
    return fit;
  double steps = round((measure / room.natural_emu - 1) / SCALE_STEP);
  fit.scale = 1 + SCALE_STEP * CLAMP(steps, -SCALE_STEPS, SCALE_STEPS);
  double rest = measure / fit.scale - room.natural_emu;
  if (fabs(steps) > SCALE_STEPS && room.track_emu > 0) {
    fit.track = CLAMP(rest / room.track_emu, TRACK_LEAST, 1);
    rest -= fit.track * room.track_emu;
  }
  if (room.give_emu > 0)
    fit.ratio = rest / room.give_emu;
  else if (fabs(rest) > 0.002 * measure) /* without gaps a line can only be short; as though it had one */
    fit.ratio = rest < 0 ? -1 : rest / (0.01 * measure);
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
  bool counts_lines; /* ways of different numbers of lines are kept apart */
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
  return MIN(100 * share * share, WORST);
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

static Trial try_justified(const Search *search, LineRoom room, double measure, bool last) {
  if (last && room.natural_emu <= measure)
    return (Trial){0};
  LineFit line = fit_line(room, measure);
  return (Trial){.cost = badness(line.ratio),
                 .ratio = line.ratio,
                 .too_long = line.ratio<RATIO_LEAST, .too_short = line.ratio> search->most};
}

static Trial try_line(const Search *search, const Node *node, uint32_t to) {
  const Candidate *from = &search->candidates[node->candidate], *end = &search->candidates[to];
  bool first = node->candidate == 0 && search->first_of_text, last = ends_text(search, to);
  LineRoom room = {.natural_emu = (double)(end->width_end - from->width_next) + end->hyphen_emu,
                   .give_emu = (double)(end->give_end - from->give_next),
                   .track_emu = (double)(end->track_end - from->track_next)};
  double measure =
      (first ? search->measure_first : search->measure) + from->hang_next_emu + end->hang_end_emu;
  Trial trial = search->justified ? try_justified(search, room, measure, last)
                                  : try_ragged(search, room.natural_emu, measure, last);
  trial.cost += end->penalty * (search->justified ? 1 : COST.rag);
  if (last && node->before >= 0 && (room.natural_emu < search->measure / 10 || room.give_emu <= 0))
    trial.cost += COST.runt;
  return trial;
}

/* A third hyphen in a row is for when nothing else will do. */
static bool is_ladder(const Search *search, const Node *node, uint32_t to) {
  return search->candidates[to].hyphenated && node->ladder == LADDER - 1 && search->most < RATIO_ANY;
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

/* The best lines of each kind that end at one candidate; of each number of lines, from `fewest` on, where it
 * counts. */
typedef struct Ends {
  Node best[COUNTS][KINDS];
  double least;
  uint32_t fewest;
} Ends;

static void clear_ends(const Search *search, Ends *ends) {
  ends->least = INFINITY;
  ends->fewest = UINT32_MAX;
  for (guint a = 0; search->counts_lines && a < search->active->len; a++)
    ends->fewest = MIN(ends->fewest, node_at(search, g_array_index(search->active, int32_t, a))->lines + 1);
  for (int n = 0; n < (search->counts_lines ? COUNTS : 1); n++) {
    for (int k = 0; k < KINDS; k++)
      ends->best[n][k].total = INFINITY;
  }
}

static void note_end(const Search *search, Ends *ends, int32_t from, uint32_t to, const Trial *trial) {
  const Node *node = node_at(search, from);
  double total = node->total + trial->cost + join_cost(search, node, trial, to);
  int ladder = search->candidates[to].hyphenated ? MIN(node->ladder + 1, LADDER - 1) : 0;
  int class = search->justified ? fitness(trial->ratio) : 1;
  uint32_t number = search->counts_lines ? MIN(node->lines + 1 - ends->fewest, COUNTS - 1) : 0;
  Node *best = &ends->best[number][ladder * CLASSES + class];
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
    const Node *node = node_at(search, active[kept - 1]);
    if (trial.too_short && !ends_text(search, to)) {
      if (node->candidate > 0)
        break;
    } else if (!is_ladder(search, node, to)) {
      note_end(search, ends, active[kept - 1], to, &trial);
    }
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
  Ends ends;
  clear_ends(search, &ends);
  int32_t left = try_lines(search, to, &ends);
  for (int n = 0; n < (search->counts_lines ? COUNTS : 1); n++) {
    for (int k = 0; k < KINDS; k++) {
      double total = ends.best[n][k].total;
      if (total < INFINITY && (search->counts_lines || total <= ends.least + HOPELESS))
        add_node(search, ends.best[n][k]);
    }
  }
  /* Nothing reaches on: a cluster is wider than a line. It stands there all the same. */
  if (search->active->len == 0 && left >= 0 && search->most == RATIO_ANY) {
    const Node *node = node_at(search, left);
    add_node(search, (Node){to, node->lines + 1, left, 1, 0, node->total + COST.overfull});
  }
}

/* Of the nodes that end the text, the one whose number of lines is as far from the best's as was asked. */
static int32_t loosen(const Search *search, int32_t best, guint first_end) {
  int wanted = (int)node_at(search, best)->lines + search->setting->shape->looseness;
  int32_t chosen = best;
  for (guint i = first_end; i < search->nodes->len; i++) {
    const Node *node = node_at(search, (int32_t)i), *so_far = node_at(search, chosen);
    int off = abs((int)node->lines - wanted), off_so_far = abs((int)so_far->lines - wanted);
    if (off < off_so_far || (off == off_so_far && node->total < so_far->total))
      chosen = (int32_t)i;
  }
  return chosen;
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
  guint first_end = search->nodes->len;
  for (; first_end > 0 && ends_text(search, node_at(search, (int32_t)first_end - 1)->candidate);
       first_end--) {
    if (best < 0 || node_at(search, (int32_t)first_end - 1)->total < node_at(search, best)->total)
      best = (int32_t)first_end - 1;
  }
  return best >= 0 && search->counts_lines ? loosen(search, best, first_end) : best;
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
  uint32_t lines = node_at(search, best)->lines;
  Choice *choices = add_choices(search->setting, lines);
  for (uint32_t k = lines; k-- > 0;) {
    const Node *node = node_at(search, best);
    const Candidate *from = &search->candidates[node_at(search, node->before)->candidate];
    const Candidate *to = &search->candidates[node->candidate];
    choices[k] = (Choice){.start = from->next,
                          .end = to->end,
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
