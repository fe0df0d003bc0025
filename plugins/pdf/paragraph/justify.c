#include "config.h"

#include "paragraph/justify.h"

#include <glib.h>
#include <math.h>

const double RATIO_LEAST = -0.45;

static const double SCALE_STEP = 0.005;
static const int SCALE_STEPS = 4;
/* Letters that come together are seen sooner than letters that part. */
static const double TRACK_LEAST = -0.6;

enum { WORST = 1000000 };

LineFit fit_line(LineRoom room, double measure) {
  LineFit fit = {.scale = 1};
  if (room.natural_emu <= 0) { /* nothing but white space: as bad as a line can be */
    fit.ratio = 100;
    return fit;
  }
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

double badness(double ratio) {
  double share = ratio > 0 ? ratio * 2 : -ratio * 3;
  return MIN(100 * share * share, WORST);
}
