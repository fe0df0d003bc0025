/* Insertions, deletions, changes of format. */
#include "config.h"

#include "read/changes.h"

#include "read/paragraph.h"

#include <string.h>

void odt_free_change(gpointer data) {
  Change *change = data;
  for (guint i = 0; change->pieces && i < change->pieces->len; i++)
    g_free(g_array_index(change->pieces, DeletedPiece, i).text);
  if (change->pieces)
    g_array_free(change->pieces, TRUE);
  g_free(change->id);
  g_free(change->author);
  g_free(change->date);
  g_free(change);
}

LpXmlInto odt_enter_changed_region(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *id = lp_xml_attribute(element, NS_XML, "id");
  if (!id)
    id = lp_xml_attribute(element, NS_TEXT, "id");
  reader->change = g_new0(Change, 1);
  reader->change->id = g_strdup(id ? id : "");
  if (g_hash_table_contains(reader->changes,
                            reader->change->id)) { /* the first of an identity is what the text means */
    g_free(reader->change->id);
    reader->change->id = g_strdup_printf("another-%u", g_hash_table_size(reader->changes));
  }
  g_hash_table_replace(reader->changes, reader->change->id, reader->change);
  return LP_XML_INTO;
}

void odt_leave_changed_region(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->change = NULL;
}

LpXmlInto odt_enter_insertion(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (reader->change)
    reader->change->revision = LP_REVISION_INSERTED;
  return LP_XML_INTO;
}

LpXmlInto odt_enter_format_change(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (reader->change)
    reader->change->revision = LP_REVISION_FORMAT;
  return LP_XML_INTO;
}

LpXmlInto odt_enter_deletion(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!reader->change)
    return LP_XML_INTO;
  reader->change->revision = LP_REVISION_DELETED;
  if (!reader->change->pieces) /* a second deletion in one region goes on in the first */
    reader->change->pieces = g_array_new(FALSE, FALSE, sizeof(DeletedPiece));
  reader->in_deletion = true;
  return LP_XML_INTO;
}

void odt_leave_deletion(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->in_deletion = false;
}

static void add_piece(Reader *reader, DeletedPiece piece) {
  if (reader->change && reader->change->pieces) {
    g_array_append_val(reader->change->pieces, piece);
    return;
  }
  /* A deletion without a region to belong to is left out at once. */
  if (piece.text)
    lp_ledger_leave(reader->account, LP_REASON_DELETED, piece.text, strlen(piece.text), &piece.place);
  g_free(piece.text);
}

void odt_keep_deleted(Reader *reader, const char *text, size_t n, const LpStyle *style,
                      const LpPlace *place) {
  DeletedPiece piece = {.text = g_strndup(text, n), .style = style, .place = *place};
  if (piece.place.part)
    piece.place.part = odt_keep(reader, piece.place.part);
  add_piece(reader, piece);
}

void odt_end_deleted_paragraph(Reader *reader) {
  if (reader->change && reader->change->pieces && reader->change->pieces->len)
    add_piece(reader, (DeletedPiece){0});
}

static Change *change_of(const Reader *reader, const LpXmlElement *element) {
  const char *id = lp_xml_attribute(element, NS_TEXT, "change-id");
  return id ? g_hash_table_lookup(reader->changes, id) : NULL;
}

static void open_revision(Reader *reader, const Change *change, const LpPlace *place) {
  lp_builder_open(reader->builder, LP_KIND_REVISION, place);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_REVISION, change->revision);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_AUTHOR, change->author);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_DATE, change->date);
}

/* Deleted text where it was deleted; the ends of its paragraphs are line breaks there. */
static void place_deletion(Reader *reader, Change *change, const LpPlace *place) {
  open_revision(reader, change, place);
  for (guint i = 0; i < change->pieces->len; i++) {
    const DeletedPiece *piece = &g_array_index(change->pieces, DeletedPiece, i);
    if (!piece->text) {
      lp_builder_leaf(reader->builder, LP_KIND_LINE_BREAK, NULL);
      continue;
    }
    lp_builder_text_style(reader->builder, piece->style);
    lp_builder_text(reader->builder, piece->text, strlen(piece->text), &piece->place);
    g_free(piece->text);
  }
  g_array_free(change->pieces, TRUE);
  change->pieces = NULL;
  lp_builder_close(reader->builder, LP_KIND_REVISION);
}

LpXmlInto odt_enter_change(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  Change *change = change_of(reader, element);
  LpPlace place = lp_xml_place(element);
  if (change && change->pieces && !reader->in_deletion && !reader->collected) {
    place_deletion(reader, change, &place);
    odt_set_text_style(reader);
  }
  return LP_XML_INTO;
}

LpXmlInto odt_enter_change_start(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  Change *change = change_of(reader, element);
  LpPlace place = lp_xml_place(element);
  if (!change || change->active || reader->in_deletion || reader->collected)
    return LP_XML_INTO;
  change->active = true;
  reader->active_changes++;
  if (reader->paragraphs->len)
    open_revision(reader, change, &place);
  return LP_XML_INTO;
}

LpXmlInto odt_enter_change_end(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  Change *change = change_of(reader, element);
  if (!change || !change->active)
    return LP_XML_INTO;
  change->active = false;
  reader->active_changes--;
  if (reader->paragraphs->len && lp_builder_depth(reader->builder, LP_KIND_REVISION) > 0)
    lp_builder_close(reader->builder, LP_KIND_REVISION);
  return LP_XML_INTO;
}

void odt_reopen_changes(Reader *reader) {
  if (reader->active_changes == 0 || reader->in_deletion)
    return;
  GHashTableIter iterator;
  gpointer value;
  g_hash_table_iter_init(&iterator, reader->changes);
  while (g_hash_table_iter_next(&iterator, NULL, &value)) {
    const Change *change = value;
    if (!change->active)
      continue;
    /* The mark of the paragraph that ended before was inserted too. */
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_REVISION, change->revision);
    open_revision(reader, change, NULL);
  }
}

void odt_place_lost_deletions(Reader *reader) {
  GHashTableIter iterator;
  gpointer value;
  g_hash_table_iter_init(&iterator, reader->changes);
  while (g_hash_table_iter_next(&iterator, NULL, &value)) {
    Change *change = value;
    if (!change->pieces || change->pieces->len == 0)
      continue;
    lp_builder_open(reader->builder, LP_KIND_PARAGRAPH, NULL);
    place_deletion(reader, change, NULL);
    lp_builder_close(reader->builder, LP_KIND_PARAGRAPH);
  }
}
