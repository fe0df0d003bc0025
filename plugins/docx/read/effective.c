#include "config.h"

#include "read/effective.h"

#include <string.h>

enum { EMU_PER_HALF_POINT = LP_EMU_PER_POINT / 2, LEAST_HALF_POINTS = 4, WHITE = 0xffffff };

/* ---- caches: most paragraphs and runs are like others ---- */

typedef struct BlockKey {
  DocxParagraphProperties properties;
  const DocxStyle *table;
} BlockKey;

typedef struct DocxTextKey {
  DocxRun run;
  const DocxStyle *paragraph, *table;
  int32_t ground;
  int16_t is_hidden, script;
} DocxTextKey;

static guint hash_bytes(const void *bytes, size_t n) {
  const uint32_t *words = bytes;
  uint64_t hash = 0;
  for (size_t i = 0; i < n / sizeof *words; i++)
    hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15u;
  return (guint)(hash >> 32);
}

static guint hash_block(gconstpointer key) {
  return hash_bytes(key, sizeof(BlockKey));
}

static gboolean equal_blocks(gconstpointer a, gconstpointer b) {
  return memcmp(a, b, sizeof(BlockKey)) == 0;
}

static guint hash_text(gconstpointer key) {
  return hash_bytes(key, sizeof(DocxTextKey));
}

static gboolean equal_texts(gconstpointer a, gconstpointer b) {
  return memcmp(a, b, sizeof(DocxTextKey)) == 0;
}

void docx_effective_begin(DocxReader *reader) {
  reader->blocks = g_hash_table_new_full(hash_block, equal_blocks, g_free, g_free);
  reader->texts = g_hash_table_new_full(hash_text, equal_texts, g_free, NULL);
}

void docx_effective_end(DocxReader *reader) {
  g_hash_table_destroy(reader->blocks);
  g_hash_table_destroy(reader->texts);
}

/* ---- characters ---- */

/* A toggle is on where an odd number of the table's, the paragraph's and the character's style turn it on, or
   where the defaults do; what the run itself says goes before all (17.7.3). */
static DocxRun resolve_run(const DocxReader *reader, const DocxStyle *table, const DocxStyle *paragraph,
                           const DocxRun *run) {
  static const DocxRun nothing;
  const DocxRun *of_table = table ? &table->run : &nothing;
  const DocxRun *of_paragraph = paragraph ? &paragraph->run : &nothing;
  const DocxRun *of_style = run->set & DOCX_RUN_STYLE && run->style ? &run->style->run : &nothing;
  DocxRun result = docx_run_over(reader->styles->default_run, of_table);
  result = docx_run_over(result, of_paragraph);
  result = docx_run_over(result, of_style);
  uint32_t on = (of_table->on ^ of_paragraph->on ^ of_style->on) | reader->styles->default_run.on;
  result.on = (result.on & ~(uint32_t)DOCX_TOGGLES) | (on & DOCX_TOGGLES);
  return docx_run_over(result, run);
}

static bool is_hidden(const DocxRun *run, int32_t ground) {
  if (run->on & DOCX_HIDDEN || (run->set & DOCX_SIZE && run->half_points < LEAST_HALF_POINTS))
    return true;
  if (run->set & DOCX_GROUND && run->ground != DOCX_AUTO)
    ground = run->ground;
  if (run->set & DOCX_HIGHLIGHT && run->highlight != DOCX_AUTO)
    ground = run->highlight;
  if (ground == DOCX_AUTO)
    ground = WHITE;
  return run->set & DOCX_COLOUR && run->colour != DOCX_AUTO && run->colour == ground;
}

static const LpStyle *with(DocxReader *reader, const LpStyle *style, LpProperty property, int32_t value) {
  return lp_style_with_integer(reader->document, style, property, value);
}

static const char *language_of(const DocxRun *run, DocxScript script) {
  if (script == DOCX_EAST_ASIAN && run->set & DOCX_LANGUAGE_EAST_ASIAN)
    return run->language_east_asian;
  bool is_complex = script == DOCX_COMPLEX || run->on & (DOCX_RIGHT_TO_LEFT | DOCX_COMPLEX_SCRIPT);
  return is_complex && run->set & DOCX_LANGUAGE_COMPLEX ? run->language_complex : run->language;
}

static const LpStyle *character_look(DocxReader *reader, const LpStyle *look, const DocxRun *run,
                                     DocxScript script) {
  if (run->set & DOCX_FAMILY)
    look = lp_style_with_string(reader->document, look, LP_PROPERTY_FAMILY, run->family);
  if (run->set & DOCX_SIZE)
    look = with(reader, look, LP_PROPERTY_SIZE_EMU, run->half_points * EMU_PER_HALF_POINT);
  if (run->set & DOCX_BOLD)
    look = with(reader, look, LP_PROPERTY_WEIGHT, run->on & DOCX_BOLD ? 700 : 400);
  if (run->set & DOCX_ITALIC)
    look = with(reader, look, LP_PROPERTY_ITALIC, (run->on & DOCX_ITALIC) != 0);
  if (run->set & DOCX_UNDERLINE)
    look = with(reader, look, LP_PROPERTY_UNDERLINE, run->underline);
  if (run->set & (DOCX_STRIKE | DOCX_DOUBLE_STRIKE))
    look = with(reader, look, LP_PROPERTY_STRIKE, (run->on & (DOCX_STRIKE | DOCX_DOUBLE_STRIKE)) != 0);
  if (run->set & DOCX_POSITION)
    look = with(reader, look, LP_PROPERTY_POSITION, run->position);
  if (run->set & (DOCX_CAPITALS | DOCX_SMALL_CAPITALS))
    look = with(reader, look, LP_PROPERTY_CASE,
                run->on & DOCX_CAPITALS         ? LP_CASE_CAPITALS
                : run->on & DOCX_SMALL_CAPITALS ? LP_CASE_SMALL_CAPITALS
                                                : LP_CASE_NONE);
  if (run->set & DOCX_COLOUR && run->colour != DOCX_AUTO)
    look = with(reader, look, LP_PROPERTY_COLOUR, run->colour);
  int32_t background = run->set & DOCX_HIGHLIGHT && run->highlight != DOCX_AUTO ? run->highlight
                       : run->set & DOCX_GROUND                                 ? run->ground
                                                                                : DOCX_AUTO;
  if (background != DOCX_AUTO)
    look = with(reader, look, LP_PROPERTY_BACKGROUND, background);
  if (run->set & DOCX_TRACKING)
    look = with(reader, look, LP_PROPERTY_TRACKING_EMU, run->tracking_emu);
  const char *language = language_of(run, script);
  if (language && *language)
    look = lp_style_with_string(reader->document, look, LP_PROPERTY_LANGUAGE, language);
  if (run->on & DOCX_RIGHT_TO_LEFT)
    look = with(reader, look, LP_PROPERTY_DIRECTION, LP_DIRECTION_RTL);
  return look;
}

static const DocxStyle *table_style(const DocxReader *reader) {
  const DocxTable *table = docx_table(reader);
  return table && docx_container(reader)->kind == LP_KIND_CELL ? table->style : NULL;
}

static const DocxStyle *paragraph_style(DocxReader *reader, const DocxParagraphProperties *properties) {
  if (properties && properties->set & DOCX_PARAGRAPH_STYLE && properties->style)
    return properties->style;
  const DocxStyle *style = reader->styles->default_paragraph_style;
  return style ? docx_style(reader, DOCX_STYLE_PARAGRAPH, style->id) : NULL;
}

const LpStyle *docx_text_look(DocxReader *reader) {
  DocxParagraph *paragraph = docx_paragraph(reader);
  const DocxContainer *container = docx_container(reader);
  const DocxBlock *block = paragraph ? docx_block(reader, paragraph) : NULL;
  bool fills = block && block->properties.set & DOCX_FILL && block->properties.fill != DOCX_AUTO;
  DocxTextKey key = {.run = reader->run,
                     .paragraph = block ? block->style : NULL,
                     .table = table_style(reader),
                     .ground = fills ? block->properties.fill : container->ground,
                     .is_hidden = container->is_hidden,
                     .script = (int16_t)reader->script};
  if (reader->last_text && equal_texts(reader->last_text, &key))
    return reader->last_style;
  gpointer known, look = NULL;
  if (!g_hash_table_lookup_extended(reader->texts, &key, &known, &look)) {
    DocxRun run = resolve_run(reader, key.table, key.paragraph, &key.run);
    look = (gpointer)(uintptr_t)character_look(reader, NULL, &run, reader->script);
    if (key.is_hidden || is_hidden(&run, key.ground))
      look = (gpointer)(uintptr_t)with(reader, look, LP_PROPERTY_HIDDEN, 1);
    known = g_memdup2(&key, sizeof key);
    g_hash_table_insert(reader->texts, known, look);
  }
  reader->last_text = known;
  reader->last_style = look;
  return look;
}

/* ---- paragraphs ---- */

static LpRole role_of(const DocxBlock *block) {
  switch (block->use) {
  case DOCX_USE_TITLE: return LP_ROLE_TITLE;
  case DOCX_USE_SUBTITLE: return LP_ROLE_MEETING;
  case DOCX_USE_DATE: return LP_ROLE_DATE;
  case DOCX_USE_QUOTE: return LP_ROLE_QUOTE;
  case DOCX_USE_CAPTION: return LP_ROLE_CAPTION;
  case DOCX_USE_CONTENTS: return LP_ROLE_CONTENTS;
  case DOCX_USE_NOTE: return LP_ROLE_NOTE;
  default: break;
  }
  if (block->heading_level > 0)
    return block->heading_level == 1   ? LP_ROLE_HEADING_1
           : block->heading_level == 2 ? LP_ROLE_HEADING_2
                                       : LP_ROLE_HEADING_3;
  return block->numbering ? LP_ROLE_LIST : LP_ROLE_BODY;
}

/* A line's height where it is given in 240ths of a line: a line is 1.2 times the size of its characters. */
static int32_t leading_emu(int32_t leading, const DocxRun *run) {
  if (leading >= 0)
    return leading;
  int64_t half_points = run->set & DOCX_SIZE ? run->half_points : 20;
  return (int32_t)MIN(half_points * EMU_PER_HALF_POINT * -(int64_t)leading / 200, (int64_t)INT32_MAX);
}

static const LpStyle *spacing_look(DocxReader *reader, const LpStyle *look,
                                   const DocxParagraphProperties *properties, const DocxRun *run) {
  uint32_t set = properties->set;
  if (set & DOCX_ALIGN)
    look = with(reader, look, LP_PROPERTY_ALIGN, properties->align);
  if (set & DOCX_START)
    look = with(reader, look, LP_PROPERTY_INDENT_START_EMU, properties->start_emu);
  if (set & DOCX_END)
    look = with(reader, look, LP_PROPERTY_INDENT_END_EMU, properties->end_emu);
  if (set & DOCX_FIRST)
    look = with(reader, look, LP_PROPERTY_INDENT_FIRST_EMU, properties->first_emu);
  if (set & DOCX_BEFORE)
    look = with(reader, look, LP_PROPERTY_SPACE_BEFORE_EMU, properties->before_emu);
  if (set & DOCX_AFTER)
    look = with(reader, look, LP_PROPERTY_SPACE_AFTER_EMU, properties->after_emu);
  if (set & DOCX_LEADING)
    look = with(reader, look, LP_PROPERTY_LEADING_EMU, leading_emu(properties->leading_emu, run));
  if (set & DOCX_TABS)
    look = lp_style_with_string(reader->document, look, LP_PROPERTY_TABS, properties->tabs);
  return look;
}

static const LpStyle *frame_look(DocxReader *reader, const LpStyle *look,
                                 const DocxParagraphProperties *properties) {
  static const LpProperty borders[DOCX_SIDES] = {LP_PROPERTY_BORDER_TOP_EMU, LP_PROPERTY_BORDER_BOTTOM_EMU,
                                                 LP_PROPERTY_BORDER_START_EMU, LP_PROPERTY_BORDER_END_EMU};
  if (properties->set & DOCX_FILL && properties->fill != DOCX_AUTO)
    look = with(reader, look, LP_PROPERTY_GROUND, properties->fill);
  for (int side = 0; side < DOCX_SIDES; side++) {
    if (!(properties->set & (uint32_t)DOCX_BORDER_TOP << side))
      continue;
    look = with(reader, look, borders[side], properties->border_emu[side]);
    if (properties->border_emu[side] && properties->border_colour[side] != DOCX_AUTO)
      look = with(reader, look, LP_PROPERTY_BORDER_COLOUR, properties->border_colour[side]);
  }
  return look;
}

static const LpStyle *block_look(DocxReader *reader, const DocxBlock *block, const DocxStyle *table) {
  static const DocxRun nothing;
  const DocxParagraphProperties *properties = &block->properties;
  DocxRun run = resolve_run(reader, table, block->style, &nothing);
  const LpStyle *look = character_look(reader, NULL, &run, DOCX_LATIN);
  look = with(reader, look, LP_PROPERTY_ROLE, (int32_t)role_of(block));
  if (block->style)
    look = lp_style_with_string(reader->document, look, LP_PROPERTY_NAME, block->style->name);
  look = spacing_look(reader, look, properties, &run);
  look = frame_look(reader, look, properties);
  if (properties->on & DOCX_KEEP_NEXT)
    look = with(reader, look, LP_PROPERTY_KEEP_WITH_NEXT, 1);
  if (properties->on & DOCX_KEEP_LINES)
    look = with(reader, look, LP_PROPERTY_KEEP_TOGETHER, 1);
  if (properties->on & DOCX_BREAK_BEFORE)
    look = with(reader, look, LP_PROPERTY_PAGE_BREAK_BEFORE, 1);
  if (properties->on & DOCX_NO_HYPHENS)
    look = with(reader, look, LP_PROPERTY_HYPHENATE, 0);
  if (properties->set & DOCX_BIDI)
    look = with(reader, look, LP_PROPERTY_DIRECTION,
                properties->on & DOCX_BIDI ? LP_DIRECTION_RTL : LP_DIRECTION_LTR);
  return look;
}

/* A list's indents go before those of the style where the paragraph itself names the list, else behind them
 * (17.9.23). */
static void number(DocxReader *reader, DocxBlock *block, const DocxParagraphProperties *base,
                   const DocxParagraphProperties *own) {
  static const DocxParagraphProperties nothing;
  const DocxStyle *style = block->style;
  const DocxParagraphProperties *of_style = style ? &style->paragraph : &nothing;
  bool is_own = own->set & DOCX_NUMBER;
  int32_t id = is_own ? own->number : of_style->set & DOCX_NUMBER ? of_style->number : 0;
  const DocxNumber *use = id ? docx_number(reader, id) : NULL;
  if (!use) {
    block->properties.number = 0;
    return;
  }
  int32_t level = own->set & DOCX_NUMBER_LEVEL        ? own->number_level
                  : is_own                            ? 0
                  : of_style->set & DOCX_NUMBER_LEVEL ? of_style->number_level
                                                      : docx_level_of_style(use, style ? style->id : "");
  block->numbering = docx_level(use, level);
  const DocxParagraphProperties *of_list = &block->numbering->paragraph;
  DocxParagraphProperties merged = docx_paragraph_over(*base, is_own ? of_style : of_list);
  merged = docx_paragraph_over(merged, is_own ? of_list : of_style);
  block->properties = docx_paragraph_over(merged, own);
  block->properties.number = id;
  block->properties.number_level = level;
}

static DocxBlock *resolve_block(DocxReader *reader, const BlockKey *key) {
  DocxBlock *block = g_new0(DocxBlock, 1);
  block->style = paragraph_style(reader, &key->properties);
  DocxParagraphProperties base = reader->styles->default_paragraph;
  if (key->table)
    base = docx_paragraph_over(base, &key->table->paragraph);
  block->properties = base;
  if (block->style)
    block->properties = docx_paragraph_over(base, &block->style->paragraph);
  block->properties = docx_paragraph_over(block->properties, &key->properties);
  number(reader, block, &base, &key->properties);
  block->use = block->style ? block->style->use : DOCX_USE_PLAIN;
  if (block->properties.set & DOCX_OUTLINE)
    block->heading_level = block->properties.outline < 9 ? block->properties.outline + 1 : 0;
  else if (block->style)
    block->heading_level = block->style->heading_level;
  if (block->use == DOCX_USE_HEADING && block->heading_level == 0)
    block->use = DOCX_USE_PLAIN;
  block->look = block_look(reader, block, key->table);
  return block;
}

const DocxBlock *docx_block(DocxReader *reader, DocxParagraph *paragraph) {
  if (paragraph->block)
    return paragraph->block;
  BlockKey key = {.properties = paragraph->properties, .table = table_style(reader)};
  paragraph->block = g_hash_table_lookup(reader->blocks, &key);
  if (!paragraph->block) {
    DocxBlock *block = resolve_block(reader, &key);
    g_hash_table_insert(reader->blocks, g_memdup2(&key, sizeof key), block);
    paragraph->block = block;
  }
  return paragraph->block;
}
