#include "config.h"

#include "paragraph/pieces.h"

#include "paragraph/candidates.h"
#include "paragraph/itemise.h"
#include "paragraph/shape.h"

#include <glib.h>
#include <string.h>

enum { MOST_CLUSTER_BYTES = 60000 };

/* What is being filled. */
typedef struct Maker {
  const Setting *setting;
  const Line *line;
  ParagraphPiece *pieces;
  size_t piece_count;
  ParagraphRun *runs;
  size_t run_count;
  const Face *face; /* of the run that is open */
  RunGlyph *glyphs; /* the next free */
  RunCluster *clusters;
  char *text;
  uint32_t waiting; /* slices of white space before the first run */
} Maker;

static uint32_t byte_at(const Maker *maker, uint32_t character) {
  return maker->setting->offsets[character];
}

/* ---- Clusters ---- */

static void add_cluster(Maker *maker, const char *text, size_t bytes, uint32_t glyphs) {
  ParagraphRun *run = &maker->runs[maker->run_count - 1];
  memcpy(maker->text, text, bytes);
  maker->text += bytes;
  run->text_length += (uint32_t)bytes;
  run->glyph_count += glyphs;
  while (bytes > MOST_CLUSTER_BYTES) { /* a heap of marks on one letter: the rest of its text has no glyph */
    size_t cut = MOST_CLUSTER_BYTES;
    while ((text[cut] & 0xc0) == 0x80)
      cut--;
    *maker->clusters++ = (RunCluster){(uint16_t)cut, (uint16_t)MIN(glyphs, UINT16_MAX)};
    run->cluster_count++;
    glyphs -= MIN(glyphs, UINT16_MAX);
    text += cut;
    bytes -= cut;
  }
  *maker->clusters++ = (RunCluster){(uint16_t)bytes, (uint16_t)MIN(glyphs, UINT16_MAX)};
  run->cluster_count++;
}

static void add_glyph(Maker *maker, uint32_t id, int32_t x, int32_t y) {
  *maker->glyphs++ = (RunGlyph){id, x, y};
}

/* Adds the cluster of one glyph, which ends at `end_x`. A PDF's font says once what its glyph stands for, as
 * it is first drawn: the glyphs of space and hyphen stand for just that, whatever comes first. Where the text
 * is another, an inserted hyphen or a no-break space, a second glyph without ink makes cairo tell it beside
 * the glyphs. It stands behind the first: readers that go by position would find a space before the hyphen.
 */
static void add_single(Maker *maker, RunGlyph glyph, int32_t end_x, const char *text, size_t bytes) {
  const Face *face = maker->face;
  const bool plain = bytes == 1 && (text[0] == ' ' || text[0] == '-');
  const bool other = !plain && face->space != 0 && (glyph.id == face->space || glyph.id == face->hyphen);
  add_glyph(maker, glyph.id, glyph.x_emu, glyph.y_emu);
  if (other)
    add_glyph(maker, face->space, end_x, glyph.y_emu);
  add_cluster(maker, text, bytes, other ? 2 : 1);
}

/* White space without ink of its own: in the open run's face, so that its text is not lost with a call that
 * draws nothing. Tabs and breaks are spaces in the stream. */
static void add_white(Maker *maker, uint32_t character, int32_t x) {
  uint32_t c = maker->setting->characters[character];
  uint32_t start = byte_at(maker, character), end = byte_at(maker, character + 1);
  bool as_space = c < 0x20 || c == 0x2028 || c == 0x2029;
  const char *text = as_space ? " " : maker->setting->utf8 + start;
  add_single(maker, (RunGlyph){maker->face->space, x, 0}, x, text, as_space ? 1 : end - start);
}

static void add_whites(Maker *maker, const Slice *slice) {
  bool backwards = slice->item->level & 1;
  for (uint32_t i = slice->start; i < slice->end; i++)
    add_white(maker, i, backwards ? slice->right_emu : slice->left_emu);
}

static int32_t glyph_y(const ParagraphSpan *span, const Glyph *glyph) {
  return -span->rise_emu - glyph->dy_emu;
}

/* A cluster of a slice: glyphs from `left` on for the characters from `start` to before `next`. */
typedef struct Cluster {
  uint32_t left, glyphs;
  uint32_t start, next;
} Cluster;

/* The n-th glyph of a cluster in the order of the text. */
static const Glyph *glyph_of(const Slice *slice, const Cluster *cluster, uint32_t n) {
  const bool backwards = slice->item->level & 1;
  return &slice->glyphs[backwards ? cluster->left + cluster->glyphs - 1 - n : cluster->left + n];
}

/* Whether the glyph is what the font has for the character by itself. */
static bool is_own(const Maker *maker, const Glyph *glyph, uint32_t character) {
  hb_codepoint_t own = 0;
  return hb_font_get_nominal_glyph(maker->face->shaper, maker->setting->characters[character], &own) &&
         own == glyph->id;
}

static void add_one(Maker *maker, const Slice *slice, const Glyph *glyph, uint32_t start, uint32_t next) {
  const int32_t x = slice->xs[glyph - slice->glyphs],
                y = glyph_y(item_span(maker->setting, slice->item), glyph);
  const int32_t end_x = slice->item->level & 1 ? x : x + glyph->advance_emu;
  const uint32_t from = byte_at(maker, start), to = byte_at(maker, next);
  add_single(maker, (RunGlyph){glyph->id, x, y}, end_x, maker->setting->utf8 + from, to - from);
}

static void add_whole(Maker *maker, const Slice *slice, const Cluster *cluster) {
  const ParagraphSpan *span = item_span(maker->setting, slice->item);
  const uint32_t from = byte_at(maker, cluster->start), to = byte_at(maker, cluster->next);
  for (uint32_t i = cluster->left; i < cluster->left + cluster->glyphs; i++)
    add_glyph(maker, slice->glyphs[i].id, slice->xs[i], glyph_y(span, &slice->glyphs[i]));
  add_cluster(maker, maker->setting->utf8 + from, to - from, cluster->glyphs);
}

/* Adds a cluster in parts as small as can be: each character at its begin and end whose own glyph stands
 * there by itself, then what is left. A PDF tells the text of single glyphs in its fonts' tables, of others
 * beside the glyphs, and not all readers look there. */
static void add_parts(Maker *maker, const Slice *slice, const Cluster *cluster) {
  const uint32_t glyphs = cluster->glyphs, characters = cluster->next - cluster->start;
  const uint32_t most = glyphs > 1 ? MIN(glyphs, characters) : 0;
  uint32_t before = 0, behind = 0;
  while (before < most && is_own(maker, glyph_of(slice, cluster, before), cluster->start + before))
    before++;
  while (before + behind < most &&
         is_own(maker, glyph_of(slice, cluster, glyphs - 1 - behind), cluster->next - 1 - behind))
    behind++;
  /* Neither glyphs without characters are left, nor the other way round. */
  if (glyphs > 1 && glyphs != characters && before + behind == most)
    *(behind > 0 ? &behind : &before) -= 1;
  for (uint32_t i = 0; i < before; i++)
    add_one(maker, slice, glyph_of(slice, cluster, i), cluster->start + i, cluster->start + i + 1);
  const bool backwards = slice->item->level & 1;
  const Cluster middle = {cluster->left + (backwards ? behind : before), glyphs - before - behind,
                          cluster->start + before, cluster->next - behind};
  if (middle.glyphs == 1)
    add_one(maker, slice, &slice->glyphs[middle.left], middle.start, middle.next);
  else if (middle.glyphs > 1)
    add_whole(maker, slice, &middle);
  for (uint32_t i = behind; i > 0; i--)
    add_one(maker, slice, glyph_of(slice, cluster, glyphs - i), cluster->next - i, cluster->next - i + 1);
}

static void add_text(Maker *maker, const Slice *slice) {
  bool backwards = slice->item->level & 1;
  for (uint32_t done = 0; done < slice->glyph_count;) {
    uint32_t k = backwards ? slice->glyph_count - 1 - done : done, glyphs = 0;
    uint32_t start = slice->glyphs[k].character, next = slice->end;
    uint32_t left = k;
    for (; done < slice->glyph_count; done++, glyphs++) {
      k = backwards ? slice->glyph_count - 1 - done : done;
      if (slice->glyphs[k].character != start) {
        next = slice->glyphs[k].character;
        break;
      }
      left = MIN(left, k);
    }
    add_parts(maker, slice, &(Cluster){left, glyphs, start, next});
  }
}

/* ---- Runs and pieces ---- */

static bool is_white_slice(const Setting *setting, const Slice *slice) {
  if (slice->item->kind == ITEM_TAB || slice->item->kind == ITEM_BREAK)
    return true;
  for (uint32_t i = slice->start; i < slice->end; i++) {
    if (!(setting->marks[i] & MARK_WHITE) && setting->characters[i] != 0xa0)
      return false;
  }
  return true;
}

static void open_piece(Maker *maker, const ParagraphSpan *span, uint32_t start, const Slice *slice) {
  ParagraphPiece *piece = &maker->pieces[maker->piece_count++];
  *piece = (ParagraphPiece){.tag = span->tag,
                            .start = byte_at(maker, start),
                            .end = byte_at(maker, start),
                            .left_emu = slice->left_emu,
                            .right_emu = slice->right_emu,
                            .rise_emu = span->rise_emu,
                            .object = -1,
                            .runs = maker->runs + maker->run_count};
}

static void extend_piece(Maker *maker, const Slice *slice) {
  ParagraphPiece *piece = &maker->pieces[maker->piece_count - 1];
  const Item *item = slice->item;
  piece->end = byte_at(maker, slice->end);
  piece->left_emu = MIN(piece->left_emu, slice->left_emu);
  piece->right_emu = MAX(piece->right_emu, slice->right_emu);
  if (item->kind == ITEM_OBJECT || !item->face)
    return;
  int32_t rise = item_span(maker->setting, item)->rise_emu;
  piece->ascent_emu = MAX(piece->ascent_emu, item_length(item, item->face->ascent) + rise);
  piece->descent_emu = MAX(piece->descent_emu, item_length(item, item->face->descent) - rise);
}

static bool has_open_run(const Maker *maker) {
  return maker->piece_count > 0 && maker->pieces[maker->piece_count - 1].run_count > 0;
}

static double scale_of(const Maker *maker, const Slice *slice) {
  return slice < maker->line->slices + maker->line->first_scaled ? 1 : maker->line->scale;
}

static cairo_font_face_t *drawer_of(const Slice *slice, const ParagraphSpan *span) {
  Face *face = slice->item->face;
  bool small_caps = span->letter_case == PARAGRAPH_CASE_SMALL_CAPS && face->small_caps;
  return small_caps ? face_small_caps_drawer(face) : face->drawer;
}

static bool fits_open_run(const Maker *maker, const Slice *slice, const ParagraphSpan *span) {
  if (!has_open_run(maker))
    return false;
  const ParagraphRun *run = &maker->runs[maker->run_count - 1];
  return maker->face == slice->item->face && run->drawer == drawer_of(slice, span) &&
         run->colour == span->colour && run->scale == scale_of(maker, slice) &&
         run->size_pt == slice->item->size_emu / 12700.0;
}

static void open_run(Maker *maker, const Slice *slice, const ParagraphSpan *span) {
  maker->runs[maker->run_count++] = (ParagraphRun){.drawer = drawer_of(slice, span),
                                                   .size_pt = slice->item->size_emu / 12700.0,
                                                   .scale = scale_of(maker, slice),
                                                   .colour = span->colour,
                                                   .glyphs = maker->glyphs,
                                                   .clusters = maker->clusters,
                                                   .text = maker->text};
  maker->face = slice->item->face;
  maker->pieces[maker->piece_count - 1].run_count++;
}

/* A new piece begins at a new tag; white space that stood before the first run goes into it. */
static void open_for(Maker *maker, const Slice *slice) {
  const ParagraphSpan *span = item_span(maker->setting, slice->item);
  const Slice *first = slice - maker->waiting;
  bool new_piece = maker->piece_count == 0 || maker->pieces[maker->piece_count - 1].tag != span->tag ||
                   maker->pieces[maker->piece_count - 1].object >= 0;
  if (new_piece)
    open_piece(maker, span, first->start, slice);
  if (new_piece || !fits_open_run(maker, slice, span))
    open_run(maker, slice, span);
  for (; maker->waiting; maker->waiting--, first++)
    add_whites(maker, first);
}

static void add_object(Maker *maker, const Slice *slice) {
  const ParagraphSpan *span = item_span(maker->setting, slice->item);
  open_piece(maker, span, (slice - maker->waiting)->start, slice);
  maker->waiting = 0;
  ParagraphPiece *piece = &maker->pieces[maker->piece_count - 1];
  piece->object = slice->item->object;
  if (piece->object >= 0) {
    piece->ascent_emu = maker->setting->text->objects[piece->object].ascent_emu;
    piece->descent_emu = maker->setting->text->objects[piece->object].descent_emu;
  }
  extend_piece(maker, slice);
}

static void add_slice(Maker *maker, const Slice *slice, bool last) {
  if (slice->item->kind == ITEM_OBJECT) {
    add_object(maker, slice);
    return;
  }
  if (!slice->item->face)
    return;
  if (is_white_slice(maker->setting, slice)) {
    if (has_open_run(maker)) {
      add_whites(maker, slice);
      extend_piece(maker, slice);
      return;
    }
    if (!last) {
      maker->waiting++;
      return;
    }
    open_for(maker, slice); /* nothing but white: a run without ink */
    add_whites(maker, slice);
  } else {
    open_for(maker, slice);
    add_text(maker, slice);
  }
  extend_piece(maker, slice);
}

/* ---- The line's end ---- */

static void add_hyphen(Maker *maker) {
  const Choice *choice = &maker->line->choice;
  if (!choice->added_hyphen || !has_open_run(maker) || !maker->face->hyphen)
    return;
  const ParagraphRun *run = &maker->runs[maker->run_count - 1];
  int32_t y = run->glyph_count ? run->glyphs[run->glyph_count - 1].y_emu : 0;
  add_single(maker, (RunGlyph){maker->face->hyphen, maker->line->hyphen_x_emu, y}, maker->line->end_x_emu,
             "\xc2\xad", 2);
  ParagraphPiece *piece = &maker->pieces[maker->piece_count - 1];
  if (maker->setting->right_to_left)
    piece->left_emu = MIN(piece->left_emu, maker->line->left_emu);
  else
    piece->right_emu = MAX(piece->right_emu, maker->line->right_emu);
}

static void add_trailing_white(Maker *maker) {
  const Choice *choice = &maker->line->choice;
  if (maker->piece_count)
    maker->pieces[maker->piece_count - 1].end = byte_at(maker, choice->next);
  if (!has_open_run(maker))
    return;
  for (uint32_t i = choice->end; i < choice->next; i++)
    add_white(maker, i, maker->line->end_x_emu);
}

/* A line of white space, or of a soft hyphen, has no slice; it gets a run that the line's end is added to. */
static void open_for_nothing(Maker *maker) {
  const Choice *choice = &maker->line->choice;
  const Item *item = choice->next > choice->start ? item_of(maker->setting, choice->start) : NULL;
  if (!item || !item->face)
    return;
  Slice *empty = &maker->line->slices[maker->line->slice_count]; /* there is room for one more */
  *empty = (Slice){.item = item,
                   .start = choice->start,
                   .end = choice->start,
                   .left_emu = maker->line->left_emu,
                   .right_emu = maker->line->left_emu};
  open_for(maker, empty);
}

static void take_room(Maker *maker, Store *store) {
  const Line *line = maker->line;
  const Choice *choice = &line->choice;
  size_t glyphs = 2 * ((size_t)(choice->next - choice->start) + 2), bytes = byte_at(maker, choice->next);
  bytes = bytes - byte_at(maker, choice->start) + 4;
  for (uint32_t k = 0; k < line->slice_count; k++)
    glyphs += line->slices[k].glyph_count;
  size_t clusters = (size_t)(choice->next - choice->start) + 2 + bytes / MOST_CLUSTER_BYTES;
  maker->pieces = store_take(store, (size_t)line->slice_count + 1, sizeof *maker->pieces);
  maker->runs = store_take(store, (size_t)line->slice_count + 1, sizeof *maker->runs);
  maker->glyphs = store_take(store, glyphs, sizeof *maker->glyphs);
  maker->clusters = store_take(store, clusters, sizeof *maker->clusters);
  maker->text = store_take(store, bytes, 1);
}

void make_pieces(const Setting *setting, const Line *line, Store *store, ParagraphLine *result) {
  Maker maker = {.setting = setting, .line = line};
  take_room(&maker, store);
  for (uint32_t k = 0; k < line->slice_count; k++)
    add_slice(&maker, &line->slices[k], k + 1 == line->slice_count);
  if (maker.piece_count == 0)
    open_for_nothing(&maker);
  add_hyphen(&maker);
  add_trailing_white(&maker);
  result->pieces = maker.pieces;
  result->piece_count = maker.piece_count;
}
