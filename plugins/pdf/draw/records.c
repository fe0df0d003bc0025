#include "config.h"

#include "draw/records.h"

#include <string.h>

/* Records are many and small, and all die together: they lie in blocks. */
typedef struct PdfRecordBlock {
  struct PdfRecordBlock *older;
  max_align_t bytes[];
} PdfRecordBlock;

#define RECORD_BLOCK_BYTES ((size_t)1 << 16)

PdfTags *pdf_tags_new(void) {
  PdfTags *tags = g_new0(PdfTags, 1);
  tags->pieces = g_array_new(FALSE, FALSE, sizeof(PdfPiece));
  tags->page_starts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  tags->overlays = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  tags->elements = g_ptr_array_new();
  tags->annotations = g_ptr_array_new();
  tags->destinations = g_ptr_array_new();
  tags->by_name = g_hash_table_new(g_str_hash, g_str_equal);
  tags->bookmarks = g_array_new(FALSE, FALSE, sizeof(PdfBookmark));
  tags->pictures = g_ptr_array_new();
  tags->by_key = g_hash_table_new(NULL, NULL);
  const uint32_t first_page = 0;
  g_array_append_val(tags->page_starts, first_page);
  tags->document = pdf_element_new(tags, NULL, PDF_DOCUMENT);
  return tags;
}

void pdf_tags_free(PdfTags *tags) {
  if (tags == NULL)
    return;
  g_array_unref(tags->pieces);
  g_array_unref(tags->page_starts);
  g_array_unref(tags->overlays);
  g_ptr_array_unref(tags->elements);
  g_ptr_array_unref(tags->annotations);
  g_ptr_array_unref(tags->destinations);
  g_hash_table_unref(tags->by_name);
  g_array_unref(tags->bookmarks);
  g_ptr_array_unref(tags->pictures);
  g_hash_table_unref(tags->by_key);
  for (PdfRecordBlock *block = tags->blocks, *older; block != NULL; block = older) {
    older = block->older;
    g_free(block);
  }
  g_free(tags);
}

void *pdf_record_new(PdfTags *tags, size_t size) {
  const size_t units = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t);
  const size_t bytes = units * sizeof(max_align_t);
  const bool own_block = bytes > RECORD_BLOCK_BYTES / 4;
  if (own_block || bytes > tags->block_left) {
    const size_t room = own_block ? bytes : RECORD_BLOCK_BYTES;
    PdfRecordBlock *block = g_malloc(sizeof *block + room);
    if (own_block && tags->blocks != NULL) {
      /* Behind the block that is being filled. */
      block->older = tags->blocks->older;
      tags->blocks->older = block;
      return memset(block->bytes, 0, bytes);
    }
    block->older = tags->blocks;
    tags->blocks = block;
    tags->block_left = room;
  }
  /* A block is filled from its end: what is left is also where the next record ends. */
  tags->block_left -= bytes;
  return memset((char *)tags->blocks->bytes + tags->block_left, 0, bytes);
}

char *pdf_record_text(PdfTags *tags, const char *text) {
  if (text == NULL)
    return NULL;
  const size_t size = strlen(text) + 1;
  return memcpy(pdf_record_new(tags, size), text, size);
}

PdfKid *pdf_kid_append(PdfTags *tags, PdfElement *element, PdfKidKind kind) {
  PdfKid *kid = pdf_record_new(tags, sizeof *kid);
  kid->kind = kind;
  if (element->last_kid != NULL)
    element->last_kid->next = kid;
  else
    element->first_kid = kid;
  element->last_kid = kid;
  return kid;
}

void pdf_tags_refuse(PdfTags *tags, const char *sentence) {
  if (tags->refusal == NULL)
    tags->refusal = sentence;
}

PdfElementDetails *pdf_element_details(PdfTags *tags, PdfElement *element) {
  if (element->details == NULL)
    element->details = pdf_record_new(tags, sizeof(PdfElementDetails));
  return element->details;
}
