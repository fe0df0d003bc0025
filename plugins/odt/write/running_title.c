/* The title in the running head. */
#include "config.h"

#include "running_title.h"

#include "state.h"

#include <string.h>

static size_t character_length(const char *text) {
  size_t length = 1;
  while (((unsigned char)text[length] & 0xC0) == 0x80)
    length++;
  return length;
}

/* In thousandths of the size. East Asian characters (from U+2E80 on) are as wide as high. */
static int64_t rough_width(const char *text) {
  unsigned char lead = (unsigned char)*text;
  if (lead < 0xE0)
    return 450;
  return lead >= 0xE3 || (lead == 0xE2 && (unsigned char)text[1] >= 0xBA) ? 1000 : 480;
}

/* The bytes of text that fit into a width; *word: those up to the last space among them. */
static size_t fitting(const char *text, int64_t size, int64_t width, size_t *word) {
  size_t at = 0;
  *word = 0;
  for (; text[at]; at += character_length(text + at)) {
    width -= rough_width(text + at) * size / 1000;
    if (width < 0)
      break;
    if (text[at] == ' ')
      *word = at;
  }
  return at;
}

static int64_t size_of(const OdtWriter *writer, LpRole role) {
  return lp_style_integer(lp_letterhead_style(writer->letterhead, role), LP_PROPERTY_SIZE_EMU);
}

const char *running_title(OdtWriter *writer) {
  enum { GAP = 18 * LP_EMU_PER_POINT };
  static const char ellipsis[] = "…";
  const char *title = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_FOLLOWING_END);
  const char *name = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_FOLLOWING_START);
  if (!title || !*title)
    return NULL;
  int64_t room = (int64_t)state_measure(writer) - GAP -
                 lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE) -
                 lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP);
  for (const char *at = name ? name : ""; *at; at += character_length(at))
    room -= rough_width(at) * size_of(writer, LP_ROLE_RUNNING_NAME) * 5 / 4000;
  size_t word;
  int64_t size = size_of(writer, LP_ROLE_RUNNING_TITLE);
  if (!title[fitting(title, size, room, &word)])
    return title;
  (void)fitting(title, size, room - size, &word);
  if (!word)
    return NULL;
  char *cut = lp_writing_allocate(writer->writing, word + sizeof ellipsis);
  memcpy(cut, title, word);
  memcpy(cut + word, ellipsis, sizeof ellipsis);
  return cut;
}
