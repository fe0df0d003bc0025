#include "config.h"

#include "paragraph/hang.h"

#include <stddef.h>

typedef struct Hang {
  uint32_t character;
  int16_t start, end;
} Hang;

/* Hyphens, stops and commas hang by half, quotation marks too, the rest by what the eye forgives. Full-width
 * marks of Chinese and Japanese are blank in their other half. By character. */
static const Hang HANGS[] = {
    {'!', 0, 100},     {'"', 400, 400},    {'\'', 500, 500}, {'(', 100, 0},    {')', 0, 100},
    {',', 0, 500},     {'-', 0, 500},      {'.', 0, 600},    {'/', 0, 100},    {':', 0, 300},
    {';', 0, 300},     {'?', 0, 100},      {'[', 100, 0},    {']', 0, 100},    {0xab, 250, 0},
    {0xad, 0, 500},    {0xbb, 0, 250},     {0x60c, 0, 400},  {0x61b, 0, 300},  {0x61f, 0, 100},
    {0x6d4, 0, 400},   {0x964, 0, 300},    {0x2010, 0, 500}, {0x2011, 0, 500}, {0x2013, 100, 200},
    {0x2014, 50, 100}, {0x2018, 500, 500}, {0x2019, 0, 500}, {0x201a, 300, 0}, {0x201c, 400, 400},
    {0x201d, 0, 400},  {0x201e, 250, 0},   {0x2026, 0, 100}, {0x3001, 0, 500}, {0x3002, 0, 500},
    {0xff0c, 0, 500},  {0xff0e, 0, 500},
};

static const Hang *find(uint32_t character) {
  if ((character | 0x20) - 'a' < 26 || character == ' ')
    return NULL; /* nearly all */
  size_t low = 0, high = sizeof HANGS / sizeof HANGS[0];
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (HANGS[middle].character < character)
      low = middle + 1;
    else
      high = middle;
  }
  return low < sizeof HANGS / sizeof HANGS[0] && HANGS[low].character == character ? &HANGS[low] : NULL;
}

int32_t hang_at_start(uint32_t character) {
  const Hang *hang = find(character);
  return hang ? hang->start : 0;
}

int32_t hang_at_end(uint32_t character) {
  const Hang *hang = find(character);
  return hang ? hang->end : 0;
}
