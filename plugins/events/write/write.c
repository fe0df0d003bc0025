/* A tree as the events that would build it again. */
#include "config.h"

#include "events.h"
#include "write/json.h"

#include <glib.h>
#include <string.h>

typedef struct Writer {
  LpWriting *writing;
  LpSink *sink;
  const LpDocument *document;
  bool places, hashes_only;
  GHashTable
      *styles; /* LpStyle -> its number here + 1, in the order of first use: the same after a reading */
  GHashTable *resources; /* LpResource -> its number here + 1, likewise */
  GString *text;         /* of neighbours of one style, joined */
  const LpStyle *text_style;
  LpPlace text_place;
} Writer;

static void write_place(const Writer *writer, Json *json, LpPlace place) {
  if (!writer->places || (!place.part && !place.line))
    return;
  json_name(json, "place");
  Json within = {.sink = writer->sink, .first = true};
  lp_sink_write(writer->sink, "{", 1);
  if (place.part)
    json_string(&within, "part", place.part, strlen(place.part));
  if (place.line) {
    json_integer(&within, "line", place.line);
    json_integer(&within, "column", place.column);
  }
  lp_sink_write(writer->sink, "}", 1);
}

static int number_of(GHashTable *table, const void *key) {
  return GPOINTER_TO_INT(g_hash_table_lookup(table, key)) - 1;
}

/* false: it has one already. */
static bool give_number(GHashTable *table, const void *key) {
  if (g_hash_table_contains(table, key))
    return false;
  g_hash_table_insert(table, (gpointer)(uintptr_t)key, GINT_TO_POINTER((int)g_hash_table_size(table) + 1));
  return true;
}

/* A style is a line of its own before its first use. */
static void define_style(Writer *writer, const LpStyle *style) {
  if (!style || !give_number(writer->styles, style))
    return;
  Json json = json_begin(writer->sink);
  json_integer(&json, "style", number_of(writer->styles, style));
  for (int i = 0; i < LP_PROPERTY_COUNT; i++) {
    LpProperty property = (LpProperty)i;
    const char *string = lp_style_string(style, property);
    if (string)
      json_string(&json, lp_property_name(property), string, strlen(string));
    else if (lp_style_has(style, property))
      json_integer(&json, lp_property_name(property), lp_style_integer(style, property));
  }
  json_end(&json);
}

static void write_base64(Writer *writer, Json *json, const uint8_t *bytes, size_t n) {
  json_name(json, "data");
  lp_sink_write(writer->sink, "\"", 1);
  lp_sink_base64(writer->sink, bytes, n);
  lp_sink_write(writer->sink, "\"", 1);
}

/* A resource is a line of its own before its first use. */
static void define_resource(Writer *writer, int32_t number) {
  const LpResource *resource = lp_document_resource(writer->document, number);
  if (!resource || !give_number(writer->resources, resource))
    return;
  Json json = json_begin(writer->sink);
  json_integer(&json, "resource", number_of(writer->resources, resource));
  const char *type = lp_resource_mime_type(resource);
  json_string(&json, "media-type", type, strlen(type));
  LpSource *source = lp_resource_open(resource);
  size_t n = 0;
  const uint8_t *bytes = source ? lp_source_bytes(source, &n) : NULL;
  if (bytes) {
    char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, n);
    json_integer(&json, "size", (int64_t)n);
    json_string(&json, "sha-256", hash, strlen(hash));
    g_free(hash);
    if (!writer->hashes_only)
      write_base64(writer, &json, bytes, n);
  }
  lp_source_free(source);
  json_end(&json);
}

static void flush_text(Writer *writer) {
  if (writer->text->len == 0)
    return;
  define_style(writer, writer->text_style);
  Json json = json_begin(writer->sink);
  json_string(&json, "text", writer->text->str, writer->text->len);
  if (writer->text_style)
    json_integer(&json, "style", number_of(writer->styles, writer->text_style));
  write_place(writer, &json, writer->text_place);
  json_end(&json);
  lp_ledger_write(lp_writing_account(writer->writing), writer->text->str, writer->text->len);
  g_string_truncate(writer->text, 0);
}

static void add_text(Writer *writer, const LpNode *node) {
  if (writer->text->len > 0 && lp_node_style(node) != writer->text_style)
    flush_text(writer);
  if (writer->text->len == 0) {
    writer->text_style = lp_node_style(node);
    writer->text_place = lp_node_place(node);
  }
  size_t n;
  const char *text = lp_node_text(node, &n);
  g_string_append_len(writer->text, text, (gssize)n);
}

static void write_attribute(Writer *writer, Json *json, const LpNode *node, LpAttribute attribute) {
  const char *name = lp_attribute_name(attribute);
  size_t count;
  const int32_t *lengths = lp_node_lengths(node, attribute, &count);
  const char *string = lp_node_string(node, attribute);
  if (string) {
    json_string(json, name, string, strlen(string));
  } else if (lengths) {
    json_name(json, name);
    for (size_t i = 0; i < count; i++)
      lp_sink_format(writer->sink, "%c%d", i ? ',' : '[', lengths[i]);
    lp_sink_text(writer->sink, count ? "]" : "[]");
  } else if (attribute == LP_ATTRIBUTE_RESOURCE) {
    const LpResource *resource = lp_document_resource(writer->document, lp_node_integer(node, attribute));
    json_integer(json, name, resource ? number_of(writer->resources, resource) : -1);
  } else {
    json_integer(json, name, lp_node_integer(node, attribute));
  }
}

enum { ATTRIBUTE_END = 64 }; /* attributes beyond this have no name yet */

static void write_node(Writer *writer, const LpNode *node) {
  LpKind kind = lp_node_kind(node);
  const LpStyle *style = lp_node_style(node);
  define_style(writer, style);
  if (lp_node_has(node, LP_ATTRIBUTE_RESOURCE))
    define_resource(writer, lp_node_integer(node, LP_ATTRIBUTE_RESOURCE));
  Json json = json_begin(writer->sink);
  json_string(&json, lp_kind_is_leaf(kind) ? "leaf" : "open", lp_kind_name(kind), strlen(lp_kind_name(kind)));
  if (style)
    json_integer(&json, "style", number_of(writer->styles, style));
  for (int i = LP_ATTRIBUTE_LEVEL; i < ATTRIBUTE_END; i++)
    if (lp_attribute_name((LpAttribute)i) && lp_node_has(node, (LpAttribute)i))
      write_attribute(writer, &json, node, (LpAttribute)i);
  write_place(writer, &json, lp_node_place(node));
  json_end(&json);
}

static void write_tree(Writer *writer) {
  const LpNode *root = lp_document_root(writer->document);
  LpAccount *account = lp_writing_account(writer->writing);
  for (LpStep step = lp_walk_first(root); step.node && !lp_should_stop(account);
       step = lp_walk_next(root, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (kind == LP_KIND_TEXT) {
      add_text(writer, step.node);
      continue;
    }
    flush_text(writer);
    if (kind == LP_KIND_DOCUMENT || kind == LP_KIND_NOTES)
      continue; /* the builder makes both itself */
    if (step.leaving) {
      Json json = json_begin(writer->sink);
      json_string(&json, "close", lp_kind_name(kind), strlen(lp_kind_name(kind)));
      json_end(&json);
    } else {
      write_node(writer, step.node);
    }
  }
}

static void write_metadata(const Writer *writer) {
  for (int i = 0; i < LP_METADATA_COUNT; i++) {
    const char *value = lp_document_metadata(writer->document, (LpMetadata)i);
    if (!value)
      continue;
    Json json = json_begin(writer->sink);
    const char *name = lp_metadata_name((LpMetadata)i);
    json_string(&json, "metadata", name, strlen(name));
    json_string(&json, "value", value, strlen(value));
    json_end(&json);
  }
}

static bool option_is(const LpWriting *writing, const char *name, const char *value) {
  const char *given = lp_writing_option(writing, name);
  return given && strcmp(given, value) == 0;
}

LpVerdict write_events(LpWriting *writing) {
  Writer writer = {
      .writing = writing,
      .sink = lp_writing_sink(writing),
      .document = lp_writing_document(writing),
      .places = !option_is(writing, "places", "false"),
      .hashes_only = option_is(writing, "resources", "hash"),
      .styles = g_hash_table_new(NULL, NULL),
      .resources = g_hash_table_new(NULL, NULL),
      .text = g_string_new(NULL),
  };
  Json json = json_begin(writer.sink);
  json_string(&json, "letterpress", EVENTS_VERSION, strlen(EVENTS_VERSION));
  if (writer.places)
    json_true(&json, "places");
  json_end(&json);
  write_metadata(&writer);
  write_tree(&writer);
  flush_text(&writer);
  json = json_begin(writer.sink);
  json_true(&json, "end");
  json_end(&json);
  g_hash_table_destroy(writer.styles);
  g_hash_table_destroy(writer.resources);
  g_string_free(writer.text, TRUE);
  return lp_sink_broken(writer.sink) || lp_should_stop(lp_writing_account(writing)) ? LP_FAILED : LP_DONE;
}
