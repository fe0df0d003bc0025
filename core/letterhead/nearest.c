/* Which name was meant: the one with the fewest letters to change. */
#include "config.h"

#include "letterhead/read.h"

#include <glib.h>
#include <string.h>

enum { LONGEST = 40 };

/* Levenshtein's distance of two short names. */
static size_t distance(const char *one, const char *other) {
  size_t n = strlen(one), m = strlen(other);
  size_t row[LONGEST + 1];
  for (size_t k = 0; k <= m; k++)
    row[k] = k;
  for (size_t i = 1; i <= n; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t k = 1; k <= m; k++) {
      size_t changed = diagonal + (g_ascii_tolower(one[i - 1]) != other[k - 1]);
      diagonal = row[k];
      row[k] = MIN(changed, MIN(row[k], row[k - 1]) + 1);
    }
  }
  return row[m];
}

const char *lp_nearest(const char *misspelt, const char *const *names, size_t count) {
  const char *nearest = NULL;
  size_t n = strlen(misspelt), least = n / 2 + 1; /* more than half changed is another word */
  for (size_t i = 0; i < count && n <= LONGEST; i++) {
    if (strlen(names[i]) > LONGEST)
      continue;
    size_t far = distance(misspelt, names[i]);
    if (far >= least)
      continue;
    least = far;
    nearest = names[i];
  }
  return nearest;
}
