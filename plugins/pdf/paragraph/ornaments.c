#include "config.h"

#include "paragraph/itemise.h"
#include "paragraph/pieces.h"
#include "paragraph/shape.h"

typedef struct Ornaments {
  ParagraphOrnament *list;
  size_t count;
} Ornaments;

/* A rule goes on from the slice before where colour, height and tag agree: one rule under a whole link. */
static void add_rule(Ornaments *ornaments, ParagraphOrnament rule) {
  for (size_t i = ornaments->count; i-- > 0;) {
    ParagraphOrnament *before = &ornaments->list[i];
    if (before->kind != rule.kind || before->colour != rule.colour || before->tag != rule.tag ||
        before->top_emu != rule.top_emu || before->thickness_emu != rule.thickness_emu)
      continue;
    if (before->right_emu == rule.left_emu) {
      before->right_emu = rule.right_emu;
      return;
    }
    if (before->left_emu == rule.right_emu) {
      before->left_emu = rule.left_emu;
      return;
    }
    break;
  }
  ornaments->list[ornaments->count++] = rule;
}

static ParagraphOrnament rule_of(const Slice *slice, const ParagraphSpan *span, int32_t top,
                                 int32_t thickness) {
  return (ParagraphOrnament){.kind = PARAGRAPH_ORNAMENT_RULE,
                             .colour = span->colour,
                             .tag = span->tag,
                             .left_emu = slice->left_emu,
                             .right_emu = slice->right_emu,
                             .top_emu = -item_length(slice->item, top) - span->rise_emu,
                             .thickness_emu = item_length(slice->item, thickness)};
}

static void add_decorations(const Setting *setting, const Slice *slice, Ornaments *ornaments) {
  const ParagraphSpan *span = item_span(setting, slice->item);
  const Face *face = slice->item->face;
  if (!face || slice->item->kind == ITEM_BREAK || slice->left_emu == slice->right_emu)
    return;
  if (span->flags & (PARAGRAPH_UNDERLINE | PARAGRAPH_DOUBLE_UNDERLINE))
    add_rule(ornaments, rule_of(slice, span, face->underline_top, face->underline_thickness));
  if (span->flags & PARAGRAPH_DOUBLE_UNDERLINE)
    add_rule(ornaments, rule_of(slice, span, face->underline_top - 2 * face->underline_thickness,
                                face->underline_thickness));
  if (span->flags & PARAGRAPH_STRIKE)
    add_rule(ornaments, rule_of(slice, span, face->strike_top, face->strike_thickness));
}

/* Leaders stand a little off the text on either side. */
static void add_leader(const Setting *setting, const Slice *slice, Ornaments *ornaments) {
  const ParagraphSpan *span = item_span(setting, slice->item);
  int32_t size = slice->item->size_emu, off = size / 4;
  if (slice->leader == PARAGRAPH_LEADER_NONE || slice->right_emu - slice->left_emu <= 2 * off)
    return;
  ParagraphOrnament leader = {.colour = span->colour,
                              .tag = span->tag,
                              .left_emu = slice->left_emu + off,
                              .right_emu = slice->right_emu - off};
  switch (slice->leader) {
  case PARAGRAPH_LEADER_NONE:
  case PARAGRAPH_LEADER_DOTS:
    leader.kind = PARAGRAPH_ORNAMENT_DOTS;
    leader.thickness_emu = size / 11;
    break;
  case PARAGRAPH_LEADER_DASHES:
    leader.kind = PARAGRAPH_ORNAMENT_DASHES;
    leader.thickness_emu = size / 20;
    break;
  case PARAGRAPH_LEADER_LINE:
    leader.kind = PARAGRAPH_ORNAMENT_RULE;
    leader.thickness_emu = size / 24;
    break;
  }
  leader.top_emu = -leader.thickness_emu;
  ornaments->list[ornaments->count++] = leader;
}

void make_ornaments(const Setting *setting, const Line *line, Store *store, ParagraphLine *result) {
  size_t room = 0;
  for (uint32_t k = 0; k < line->slice_count; k++) {
    const ParagraphSpan *span = item_span(setting, line->slices[k].item);
    if (span->flags & (PARAGRAPH_UNDERLINE | PARAGRAPH_DOUBLE_UNDERLINE | PARAGRAPH_STRIKE) ||
        line->slices[k].leader != PARAGRAPH_LEADER_NONE)
      room += 4;
  }
  if (room == 0)
    return;
  Ornaments ornaments = {store_take(store, room, sizeof *ornaments.list), 0};
  for (uint32_t k = 0; k < line->slice_count; k++) {
    add_decorations(setting, &line->slices[k], &ornaments);
    add_leader(setting, &line->slices[k], &ornaments);
  }
  result->ornaments = ornaments.list;
  result->ornament_count = ornaments.count;
}
