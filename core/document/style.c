/* Styles: interned, immutable sets of properties. */
#include "config.h"

#include "document/tree.h"

#include <string.h>

static guint style_hash(gconstpointer key) {
  const LpStyle *style = key;
  uint64_t hash = style->set * UINT64_C(0x9E3779B97F4A7C15);
  for (uint64_t rest = style->set; rest; rest &= rest - 1) {
    hash ^= (uint32_t)style->values[__builtin_ctzll(rest)];
    hash *= UINT64_C(0x9E3779B97F4A7C15);
    hash ^= hash >> 29;
  }
  return (guint)(hash >> 32);
}

static gboolean style_equal(gconstpointer a, gconstpointer b) {
  const LpStyle *x = a, *y = b;
  return x->set == y->set && memcmp(x->values, y->values, sizeof x->values) == 0;
}

static const LpStyle *intern(LpDocument *document, const LpStyle *wanted) {
  if (!wanted->set)
    return NULL; /* the empty style has no pointer of its own */
  if (!document->style_set) {
    document->style_set = g_hash_table_new(style_hash, style_equal);
    document->styles = g_ptr_array_new();
  }
  LpStyle *style = g_hash_table_lookup(document->style_set, wanted);
  if (style)
    return style;
  style = lp_arena_allocate(document->arena, sizeof *style);
  *style = *wanted;
  style->document = document;
  style->number = document->styles->len;
  g_ptr_array_add(document->styles, style);
  g_hash_table_add(document->style_set, style);
  return style;
}

static void start_from(LpStyle *style, const LpStyle *base) {
  if (base)
    *style = *base;
  else
    memset(style, 0, sizeof *style);
}

static const LpStyle *with_value(LpDocument *document, const LpStyle *base, LpProperty property,
                                 int32_t value) {
  if (lp_style_has(base, property) && base->values[property] == value)
    return base;
  LpStyle wanted;
  start_from(&wanted, base);
  wanted.set |= UINT64_C(1) << property;
  wanted.values[property] = value;
  return intern(document, &wanted);
}

const LpStyle *lp_style_with_integer(LpDocument *document, const LpStyle *base, LpProperty property,
                                     int32_t value) {
  g_return_val_if_fail(lp_property_name(property) && lp_property_type(property) != LP_TYPE_STRING, base);
  return with_value(document, base, property, value);
}

static int32_t string_number(LpDocument *document, const char *value) {
  if (!document->string_table) {
    document->string_table = g_ptr_array_new();
    g_ptr_array_add(document->string_table, NULL);
    document->string_numbers = g_hash_table_new(g_str_hash, g_str_equal);
  }
  gpointer known = g_hash_table_lookup(document->string_numbers, value);
  if (known)
    return GPOINTER_TO_INT(known);
  const char *interned = lp_document_intern(document, value, strlen(value));
  g_ptr_array_add(document->string_table, (gpointer)(uintptr_t)interned);
  int32_t number = (int32_t)document->string_table->len - 1;
  g_hash_table_insert(document->string_numbers, (gpointer)(uintptr_t)interned, GINT_TO_POINTER(number));
  return number;
}

const LpStyle *lp_style_with_string(LpDocument *document, const LpStyle *base, LpProperty property,
                                    const char *value) {
  g_return_val_if_fail(lp_property_name(property) && lp_property_type(property) == LP_TYPE_STRING, base);
  if (!value)
    return base;
  return with_value(document, base, property, string_number(document, value));
}

const LpStyle *lp_style_without(LpDocument *document, const LpStyle *base, LpProperty property) {
  if (!lp_style_has(base, property))
    return base;
  LpStyle wanted = *base;
  wanted.set &= ~(UINT64_C(1) << property);
  wanted.values[property] = 0;
  return intern(document, &wanted);
}

const LpStyle *lp_style_over(LpDocument *document, const LpStyle *base, const LpStyle *over) {
  if (!over || base == over)
    return base;
  if (!base || (base->set & ~over->set) == 0)
    return over;
  LpStyle wanted = *base;
  wanted.set |= over->set;
  for (uint64_t rest = over->set; rest; rest &= rest - 1) {
    int property = __builtin_ctzll(rest);
    wanted.values[property] = over->values[property];
  }
  return intern(document, &wanted);
}

bool lp_style_has(const LpStyle *style, LpProperty property) {
  return style && (size_t)property < LP_PROPERTY_COUNT && (style->set >> property & 1);
}

int32_t lp_style_integer(const LpStyle *style, LpProperty property) {
  return lp_style_has(style, property) && lp_property_type(property) != LP_TYPE_STRING
             ? style->values[property]
             : 0;
}

const char *lp_style_string(const LpStyle *style, LpProperty property) {
  if (!lp_style_has(style, property) || lp_property_type(property) != LP_TYPE_STRING)
    return NULL;
  return style->document->string_table->pdata[style->values[property]];
}

uint32_t lp_style_number(const LpStyle *style) {
  return style->number;
}

size_t lp_document_style_count(const LpDocument *document) {
  return document->styles ? document->styles->len : 0;
}

const LpStyle *lp_document_style(const LpDocument *document, uint32_t number) {
  return number < lp_document_style_count(document) ? document->styles->pdata[number] : NULL;
}
