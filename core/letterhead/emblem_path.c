/* Path data of an emblem, drawn through its transforms. */
#include "config.h"

#include "letterhead/emblem_path.h"

#include <letterpress/letterhead.h>
#include <math.h>
#include <string.h>

enum { STEPS_MOST = 65536 };

LpMatrix lp_matrix_after(const LpMatrix *inner, const LpMatrix *outer) {
  return (LpMatrix){
      .a = outer->a * inner->a + outer->c * inner->b,
      .b = outer->b * inner->a + outer->d * inner->b,
      .c = outer->a * inner->c + outer->c * inner->d,
      .d = outer->b * inner->c + outer->d * inner->d,
      .e = outer->a * inner->e + outer->c * inner->f + outer->e,
      .f = outer->b * inner->e + outer->d * inner->f + outer->f,
  };
}

static void pass_white(const char **at, const char *end) {
  while (*at < end && (g_ascii_isspace(**at) || **at == ','))
    (*at)++;
}

bool lp_number_next(const char **at, const char *end, double *number) {
  pass_white(at, end);
  const char *digit = *at;
  double value = 0, unit = 1, sign = 1;
  bool any = false;
  if (digit < end && (*digit == '-' || *digit == '+'))
    sign = *digit++ == '-' ? -1 : 1;
  for (; digit < end && g_ascii_isdigit(*digit); digit++, any = true)
    value = value * 10 + (*digit - '0');
  if (digit < end && *digit == '.')
    for (digit++; digit < end && g_ascii_isdigit(*digit); digit++, any = true)
      value += (*digit - '0') * (unit /= 10);
  if (!any || value > 1e9)
    return false; /* what is larger, or 1e5, is in no emblem */
  *at = digit;
  *number = sign * value;
  return true;
}

/* ---- transforms ---- */

static LpMatrix rotation(double degrees, double x, double y) {
  double angle = degrees * (G_PI / 180), cosine = cos(angle), sine = sin(angle);
  return (LpMatrix){cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y};
}

static bool transform_of(const char *name, size_t n, const double *v, size_t count, LpMatrix *matrix) {
  if (n == 9 && memcmp(name, "translate", 9) == 0 && (count == 1 || count == 2))
    *matrix = (LpMatrix){1, 0, 0, 1, v[0], count == 2 ? v[1] : 0};
  else if (n == 5 && memcmp(name, "scale", 5) == 0 && (count == 1 || count == 2))
    *matrix = (LpMatrix){v[0], 0, 0, count == 2 ? v[1] : v[0], 0, 0};
  else if (n == 6 && memcmp(name, "rotate", 6) == 0 && (count == 1 || count == 3))
    *matrix = rotation(v[0], count == 3 ? v[1] : 0, count == 3 ? v[2] : 0);
  else if (n == 6 && memcmp(name, "matrix", 6) == 0 && count == 6)
    *matrix = (LpMatrix){v[0], v[1], v[2], v[3], v[4], v[5]};
  else
    return false;
  return true;
}

bool lp_transform_parse(const char *text, size_t n, LpMatrix *matrix) {
  const char *at = text, *end = text + n;
  for (pass_white(&at, end); at < end; pass_white(&at, end)) {
    const char *name = at;
    while (at < end && g_ascii_isalpha(*at))
      at++;
    size_t length = (size_t)(at - name), count = 0;
    double values[6];
    LpMatrix next;
    pass_white(&at, end);
    if (at == end || *at++ != '(')
      return false;
    while (count < G_N_ELEMENTS(values) && lp_number_next(&at, end, &values[count]))
      count++;
    pass_white(&at, end);
    if (at == end || *at++ != ')' || !transform_of(name, length, values, count, &next))
      return false;
    *matrix = lp_matrix_after(&next, matrix); /* the last of a list is done first */
  }
  return true;
}

/* ---- path data ---- */

static bool put_point(LpPen *pen, double x, double y) {
  const LpMatrix *m = &pen->matrix;
  double point[2] = {m->a * x + m->c * y + m->e, m->b * x + m->d * y + m->f};
  for (size_t i = 0; i < 2; i++) {
    if (!(fabs(point[i]) < 1e9))
      return false;
    int32_t coordinate = (int32_t)lround(point[i]);
    g_array_append_val(pen->coordinates, coordinate);
  }
  return true;
}

static bool put_step(LpPen *pen, LpPathStep step) {
  uint8_t byte = (uint8_t)step;
  if (pen->steps->len >= STEPS_MOST)
    return false;
  g_array_append_val(pen->steps, byte);
  return true;
}

/* How many numbers a command takes; -1: it is none of ours. */
static int numbers_of(char command) {
  switch (command) {
  case 'M':
  case 'L': return 2;
  case 'H':
  case 'V': return 1;
  case 'C': return 6;
  case 'Z': return 0;
  default: return -1;
  }
}

/* One command with its numbers, relative ones already added to the current point. */
static bool draw_step(LpPen *pen, char command, const double *v) {
  if (command == 'Z') {
    pen->x = pen->start_x;
    pen->y = pen->start_y;
    return put_step(pen, LP_PATH_CLOSE);
  }
  if (command == 'C') {
    pen->x = v[4];
    pen->y = v[5];
    return put_step(pen, LP_PATH_CURVE) && put_point(pen, v[0], v[1]) && put_point(pen, v[2], v[3]) &&
           put_point(pen, v[4], v[5]);
  }
  if (command != 'V')
    pen->x = v[0];
  if (command == 'V')
    pen->y = v[0];
  if (command == 'M' || command == 'L')
    pen->y = v[1];
  if (command == 'M') {
    pen->start_x = pen->x;
    pen->start_y = pen->y;
  }
  return put_step(pen, command == 'M' ? LP_PATH_MOVE : LP_PATH_LINE) && put_point(pen, pen->x, pen->y);
}

static bool take_numbers(LpPen *pen, char command, bool relative, const char **at, const char *end,
                         double *v) {
  int count = numbers_of(command);
  for (int i = 0; i < count; i++) {
    if (!lp_number_next(at, end, &v[i]))
      return false;
    if (relative)
      v[i] += command == 'V' || (command != 'H' && i % 2 == 1) ? pen->y : pen->x;
  }
  return true;
}

bool lp_pen_draw(LpPen *pen, const char *data, size_t n) {
  const char *at = data, *end = data + n;
  char command = '\0';
  bool relative = false, begun = false;
  pen->x = pen->y = 0;
  for (pass_white(&at, end); at < end; pass_white(&at, end)) {
    double values[6];
    if (g_ascii_isalpha(*at)) {
      relative = g_ascii_islower(*at);
      command = g_ascii_toupper(*at++);
    } else if (command == 'Z') {
      return false;
    } else if (command == 'M') {
      command = 'L'; /* further pairs after a move are lines */
    }
    if (numbers_of(command) < 0 || (!begun && command != 'M'))
      return false;
    if (!take_numbers(pen, command, relative, &at, end, values) || !draw_step(pen, command, values))
      return false;
    begun = true;
  }
  return begun;
}
