#include "config.h"

#include "page/rule.h"

static RuleBox *rule_of(Box *box) {
  return (RuleBox *)(void *)box;
}

static void rule_widths(Box *box, int32_t *least, int32_t *natural) {
  *least = 0;
  *natural = rule_of(box)->length_emu;
}

static void rule_set(Box *box, int32_t measure) {
  RuleBox *rule = rule_of(box);
  rule->length_emu = MIN(rule->length_emu, measure);
  box->slices = g_new0(Slice, 1);
  box->slice_count = 1;
  box->slices[0].height_emu = rule->thickness_emu;
}

static void rule_free(Box *box) {
  g_free(rule_of(box));
}

static const BoxKind rule_kind = {rule_widths, rule_set, rule_free};

RuleBox *rule_box_new(int32_t length_emu, int32_t thickness_emu, uint32_t colour) {
  RuleBox *rule = g_new0(RuleBox, 1);
  rule->box.kind = &rule_kind;
  rule->length_emu = length_emu;
  rule->thickness_emu = thickness_emu;
  rule->colour = colour;
  return rule;
}

bool box_is_rule(const Box *box) {
  return box->kind == &rule_kind;
}
