#include "config.h"

#include "paragraph/search.h"

#include "paragraph/justify.h"

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

enum { CLASSES = 4, LADDER = 3, KINDS = CLASSES * LADDER, COUNTS = 8, MOST_ACTIVE = 1024 };

static const double RAG = 0.10; /* a ragged line that is short by so much of the measure has badness 100 */
static const double MOST_BAD = 1e6;
static const double HOPELESS = 200; /* what joining lines can cost: a dearer node never wins */

/* A line that is tried. */
typedef struct Trial {
  double cost;
  double ratio;
  bool too_long, too_short;
} Trial;

/* The last line of the text, or the one before a forced break, keeps its natural width where it fits. */
static bool ends_text(const Search *search, uint32_t to) {
  return to + 1 == search->count;
}

static int fitness(double ratio) {
  double share = ratio > 0 ? ratio * 2 : ratio * 3;
  return share < -0.5 ? 0 : share <= 0.5 ? 1 : share <= 1 ? 2 : 3;
}

static Trial try_ragged(const Search *search, double natural, double measure, bool last) {
  double lack = last ? 0 : (measure - natural) / measure;
  double share = lack / RAG;
  return (Trial){.cost = MIN(100 * share * share * share, MOST_BAD),
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
    ends->fewest =
        MIN(ends->fewest, search_node(search, g_array_index(search->active, int32_t, a))->lines + 1);
  for (int n = 0; n < (search->counts_lines ? COUNTS : 1); n++) {
    for (int k = 0; k < KINDS; k++)
      ends->best[n][k].total = INFINITY;
  }
}

static void note_end(const Search *search, Ends *ends, int32_t from, uint32_t to, const Trial *trial) {
  const Node *node = search_node(search, from);
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
    Trial trial = try_line(search, search_node(search, active[a]), to);
    if (trial.too_long && !at_hyphen) {
      left = active[a];
      continue;
    }
    active[kept++] = active[a];
    if (trial.too_long)
      continue;
    const Node *node = search_node(search, active[kept - 1]);
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
    const Node *node = search_node(search, left);
    add_node(search, (Node){to, node->lines + 1, left, 1, 0, node->total + COST.overfull});
  }
}

/* Of the nodes that end the text, the one whose number of lines is as far from the best's as was asked. */
static int32_t loosen(const Search *search, int32_t best, guint first_end) {
  int wanted = (int)search_node(search, best)->lines + search->setting->shape->looseness;
  int32_t chosen = best;
  for (guint i = first_end; i < search->nodes->len; i++) {
    const Node *node = search_node(search, (int32_t)i), *so_far = search_node(search, chosen);
    int off = abs((int)node->lines - wanted), off_so_far = abs((int)so_far->lines - wanted);
    if (off < off_so_far || (off == off_so_far && node->total < so_far->total))
      chosen = (int32_t)i;
  }
  return chosen;
}

int32_t search_run(Search *search, double most) {
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
  for (; first_end > 0 && ends_text(search, search_node(search, (int32_t)first_end - 1)->candidate);
       first_end--) {
    if (best < 0 || search_node(search, (int32_t)first_end - 1)->total < search_node(search, best)->total)
      best = (int32_t)first_end - 1;
  }
  return best >= 0 && search->counts_lines ? loosen(search, best, first_end) : best;
}
