#include "config.h"

#include "file/png.h"
#include "file/rows.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

/* Ancillary chunks that libpng may hold, and the most bytes of one: none of them is used. */
#define CHUNK_COUNT_LIMIT 64
#define CHUNK_BYTES_LIMIT 8000000

typedef struct Decoding {
  const PngFacts *facts;
  size_t at; /* next byte to be read */
  png_structp png;
  png_infop info;
  uint8_t *pixels; /* one row, or all of an interlaced picture */
  uint8_t *colours, *alphas;
  unsigned channels;
  bool has_alpha, is_opaque;
  PdfRows colour_rows, alpha_rows;
  char sentence[120];
} Decoding;

static void fail(png_structp png, png_const_charp message) {
  Decoding *decoding = png_get_error_ptr(png);
  g_snprintf(decoding->sentence, sizeof decoding->sentence, "%s", message);
  png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void read_bytes(png_structp png, png_bytep bytes, size_t size) {
  Decoding *decoding = png_get_io_ptr(png);
  if (size > decoding->facts->size - decoding->at)
    png_error(png, "it ends too early");
  memcpy(bytes, decoding->facts->bytes + decoding->at, size);
  decoding->at += size;
}

/* Parts a row into colours and alpha. */
static void add_row(Decoding *decoding, const uint8_t *row) {
  if (!decoding->has_alpha) {
    pdf_rows_add(&decoding->colour_rows, row);
    return;
  }
  const unsigned colours = decoding->channels - 1;
  uint8_t least = 0xFF;
  for (uint32_t x = 0; x < decoding->facts->width; x++, row += decoding->channels) {
    memcpy(decoding->colours + (size_t)x * colours, row, colours);
    decoding->alphas[x] = row[colours];
    least &= row[colours];
  }
  decoding->is_opaque = decoding->is_opaque && least == 0xFF;
  pdf_rows_add(&decoding->colour_rows, decoding->colours);
  pdf_rows_add(&decoding->alpha_rows, decoding->alphas);
}

/* Asks for eight bits a channel, grey or RGB, with alpha where there is any; then there is room for the rows.
 */
static void prepare(Decoding *decoding) {
  png_structp png = decoding->png;
  const PngFacts *facts = decoding->facts;
  png_set_user_limits(png, facts->width, facts->height);
  png_set_chunk_cache_max(png, CHUNK_COUNT_LIMIT);
  png_set_chunk_malloc_max(png, CHUNK_BYTES_LIMIT);
  png_set_read_fn(png, decoding, read_bytes);
  png_read_info(png, decoding->info);
  png_set_expand(png);
  png_set_scale_16(png);
  (void)png_set_interlace_handling(png);
  png_read_update_info(png, decoding->info);
  decoding->channels = png_get_channels(png, decoding->info);
  decoding->has_alpha = decoding->channels == 2 || decoding->channels == 4;
  const unsigned colours = decoding->channels - (decoding->has_alpha ? 1 : 0);
  const size_t row_bytes = png_get_rowbytes(png, decoding->info);
  if (row_bytes != (size_t)facts->width * decoding->channels)
    png_error(png, "its kind of pixels");
  decoding->pixels = g_try_malloc(facts->is_interlaced ? row_bytes * facts->height : row_bytes);
  if (decoding->pixels == NULL)
    png_error(png, "no memory is left for its pixels");
  decoding->colours = g_malloc((size_t)facts->width * colours);
  decoding->alphas = g_malloc(facts->width);
  decoding->is_opaque = true;
  pdf_rows_init(&decoding->colour_rows, facts->width, colours);
  pdf_rows_init(&decoding->alpha_rows, facts->width, 1);
}

static void read_rows(Decoding *decoding) {
  const PngFacts *facts = decoding->facts;
  const size_t row_bytes = (size_t)facts->width * decoding->channels;
  if (facts->is_interlaced) {
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++)
      for (uint32_t y = 0; y < facts->height; y++)
        png_read_row(decoding->png, decoding->pixels + y * row_bytes, NULL);
    for (uint32_t y = 0; y < facts->height; y++)
      add_row(decoding, decoding->pixels + y * row_bytes);
    return;
  }
  for (uint32_t y = 0; y < facts->height; y++) {
    png_read_row(decoding->png, decoding->pixels, NULL);
    add_row(decoding, decoding->pixels);
  }
}

/* Everything that libpng may jump out of; false: it did. */
static bool decode(Decoding *decoding) {
  if (setjmp(png_jmpbuf(decoding->png)) != 0)
    return false;
  prepare(decoding);
  read_rows(decoding);
  return true;
}

static void write_image(PdfWriter *writer, uint32_t object, const Decoding *decoding, bool is_mask,
                        uint32_t mask) {
  const PdfRows *rows = is_mask ? &decoding->alpha_rows : &decoding->colour_rows;
  GString *entries = g_string_new("/Type/XObject/Subtype/Image/BitsPerComponent 8/Filter/FlateDecode");
  g_string_append_printf(entries, "/Width %u/Height %u/ColorSpace/%s", decoding->facts->width,
                         decoding->facts->height, rows->pixel_bytes == 3 ? "DeviceRGB" : "DeviceGray");
  g_string_append_printf(entries, "/DecodeParms<</Predictor 15/Colors %u/Columns %u>>", rows->pixel_bytes,
                         decoding->facts->width);
  if (mask != 0)
    g_string_append_printf(entries, "/SMask %u 0 R", mask);
  pdf_stream_write(writer, object, entries->str, rows->deflated->data, rows->deflated->len);
  g_string_free(entries, TRUE);
}

static bool write_decoding(PdfWriter *writer, uint32_t object, Decoding *decoding) {
  if (!pdf_rows_end(&decoding->colour_rows) || !pdf_rows_end(&decoding->alpha_rows))
    return pdf_fault_set(writer->fault, PDF_FAULT_LIMIT, "the picture is too large");
  const bool masked = decoding->has_alpha && !decoding->is_opaque;
  const uint32_t mask = masked ? pdf_object_reserve(writer) : 0;
  write_image(writer, object, decoding, false, mask);
  if (masked)
    write_image(writer, mask, decoding, true, 0);
  return pdf_writer_is_sound(writer);
}

bool png_write_decoded(PdfWriter *writer, uint32_t object, const PngFacts *facts) {
  Decoding decoding = {.facts = facts};
  decoding.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &decoding, fail, ignore);
  decoding.info = decoding.png != NULL ? png_create_info_struct(decoding.png) : NULL;
  bool done = false;
  if (decoding.info == NULL)
    (void)pdf_fault_set(writer->fault, PDF_FAULT_LIMIT, "no memory is left to decode a picture");
  else if (!decode(&decoding))
    (void)pdf_fault_set(writer->fault, PDF_FAULT_PICTURE, "the PNG picture is damaged: %s",
                        decoding.sentence);
  else
    done = write_decoding(writer, object, &decoding);
  png_destroy_read_struct(&decoding.png, &decoding.info, NULL);
  pdf_rows_clear(&decoding.colour_rows);
  pdf_rows_clear(&decoding.alpha_rows);
  g_free(decoding.pixels);
  g_free(decoding.colours);
  g_free(decoding.alphas);
  return done;
}
