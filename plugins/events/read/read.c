/* Events build a tree: what a program in any language wrote, or we ourselves. */
#include "config.h"

#include "events.h"
#include "read/resources.h"

#include <glib.h>
#include <jansson.h>
#include <string.h>

typedef struct Reader {
  LpReading *reading;
  LpAccount *account;
  LpBuilder *builder;
  LpDocument *document;
  GHashTable *styles; /* number -> LpStyle */
  Resources resources;
  LpPlace line; /* in the file of events, for what is wrong with it */
  bool places;  /* a node without a place has none; else the line of the events is its place */
  bool begun, ended;
} Reader;

static LpVerdict refuse(Reader *reader, const char *what) {
  return lp_fail(reader->account, LP_CLASS_FORMAT, "events.syntax", &reader->line, "%s", what);
}

static bool get_int32(const json_t *value, int32_t *number) {
  if (!json_is_integer(value))
    return false;
  json_int_t integer = json_integer_value(value);
  if (integer < INT32_MIN || integer > INT32_MAX)
    return false;
  *number = (int32_t)integer;
  return true;
}

static const LpStyle *style_of(Reader *reader, const json_t *event) {
  int32_t number;
  const json_t *value = json_object_get(event, "style");
  if (!value)
    return NULL;
  const LpStyle *style =
      get_int32(value, &number) ? g_hash_table_lookup(reader->styles, GINT_TO_POINTER(number)) : NULL;
  if (!style)
    lp_warn(reader->account, "events.unknown-style", &reader->line,
            "The style named here was not defined before.");
  return style;
}

/* {"style":n, "weight":700, ...}: an unknown property is of a newer version, and passed over. */
static LpVerdict define_style(Reader *reader, json_t *event) {
  int32_t number, integer;
  if (!get_int32(json_object_get(event, "style"), &number))
    return refuse(reader, "A style has a number.");
  const LpStyle *style = NULL;
  const char *name;
  json_t *value;
  json_object_foreach(event, name, value) {
    LpProperty property = lp_property_by_name(name);
    if (property == LP_PROPERTY_COUNT)
      continue;
    if (lp_property_type(property) == LP_TYPE_STRING && json_is_string(value))
      style = lp_style_with_string(reader->document, style, property, json_string_value(value));
    else if (lp_property_type(property) != LP_TYPE_STRING && get_int32(value, &integer))
      style = lp_style_with_integer(reader->document, style, property, integer);
  }
  g_hash_table_insert(reader->styles, GINT_TO_POINTER(number), (gpointer)(uintptr_t)style);
  return LP_DONE;
}

/* Where the node stands in the draft that the events were made of, if they tell; else in the file of events.
 */
static LpPlace place_of(const Reader *reader, const json_t *event) {
  const json_t *place = json_object_get(event, "place");
  if (!json_is_object(place))
    return reader->places ? (LpPlace){0} : reader->line;
  int32_t line = 0, column = 0;
  get_int32(json_object_get(place, "line"), &line);
  get_int32(json_object_get(place, "column"), &column);
  return (LpPlace){.part = json_string_value(json_object_get(place, "part")),
                   .line = (uint32_t)MAX(line, 0),
                   .column = (uint32_t)MAX(column, 0)};
}

static void set_lengths(Reader *reader, LpAttribute attribute, const json_t *value) {
  size_t count = json_array_size(value);
  int32_t *lengths = g_new0(int32_t, count + 1);
  for (size_t i = 0; i < count; i++)
    get_int32(json_array_get(value, i), &lengths[i]);
  lp_builder_lengths(reader->builder, attribute, lengths, count);
  g_free(lengths);
}

static void set_attributes(Reader *reader, json_t *event) {
  const char *name;
  json_t *value;
  int32_t integer;
  json_object_foreach(event, name, value) {
    LpAttribute attribute = lp_attribute_by_name(name);
    if (!attribute)
      continue;
    LpAttributeType type = lp_attribute_type(attribute);
    if (type == LP_TYPE_STRING && json_is_string(value))
      lp_builder_string(reader->builder, attribute, json_string_value(value));
    else if (type == LP_TYPE_LENGTHS && json_is_array(value))
      set_lengths(reader, attribute, value);
    else if (get_int32(value, &integer)) {
      if (attribute == LP_ATTRIBUTE_RESOURCE)
        integer = resource_number(&reader->resources, integer);
      lp_builder_integer(reader->builder, attribute, integer);
    }
  }
}

/* An unknown kind becomes a generic one that may stand where it is. */
static LpKind kind_of(Reader *reader, const char *name) {
  LpKind kind = lp_kind_by_name(name);
  if (kind != LP_KIND_NONE && kind != LP_KIND_DOCUMENT && kind != LP_KIND_NOTES)
    return kind;
  lp_warn(reader->account, "events.unknown-kind", &reader->line,
          "The kind \"%s\" is not known; a generic one takes its place.", name);
  return lp_kind_takes_inlines(lp_builder_current(reader->builder)) ? LP_KIND_SPAN : LP_KIND_GENERIC_BLOCK;
}

static LpVerdict open_node(Reader *reader, json_t *event, const char *name, bool leaf) {
  LpPlace place = place_of(reader, event);
  LpKind kind = kind_of(reader, name);
  if (leaf && lp_kind_is_leaf(kind))
    lp_builder_leaf(reader->builder, kind, &place);
  else if (!lp_kind_is_leaf(kind))
    lp_builder_open(reader->builder, kind, &place);
  else
    return refuse(reader, "A leaf is not opened: it has an event \"leaf\".");
  lp_builder_style(reader->builder, style_of(reader, event));
  set_attributes(reader, event);
  if (leaf && !lp_kind_is_leaf(kind))
    lp_builder_close(reader->builder, kind);
  return LP_DONE;
}

static LpVerdict close_node(Reader *reader, const char *name) {
  LpKind kind = lp_kind_by_name(name);
  if (kind == LP_KIND_NONE) /* what it was opened as */
    kind = lp_kind_is_block(lp_builder_current(reader->builder)) ? LP_KIND_GENERIC_BLOCK : LP_KIND_SPAN;
  lp_builder_close(reader->builder, kind);
  return LP_DONE;
}

static LpVerdict add_text(Reader *reader, const json_t *event, const json_t *text) {
  LpPlace place = place_of(reader, event);
  lp_ledger_give(reader->account, json_string_value(text), json_string_length(text));
  lp_builder_text_style(reader->builder, style_of(reader, event));
  lp_builder_text(reader->builder, json_string_value(text), json_string_length(text), &place);
  return LP_DONE;
}

static LpVerdict add_metadata(Reader *reader, const json_t *event, const char *name) {
  lp_builder_metadata(reader->builder, lp_metadata_by_name(name),
                      json_string_value(json_object_get(event, "value")));
  return LP_DONE;
}

static LpVerdict begin(Reader *reader, const json_t *event) {
  const char *version = json_string_value(json_object_get(event, "letterpress"));
  if (!version || strcmp(version, EVENTS_VERSION) != 0)
    return lp_fail(reader->account, LP_CLASS_FORMAT, "events.not-events", &reader->line,
                   "The first line does not say \"%s\".", EVENTS_VERSION);
  reader->places = json_is_true(json_object_get(event, "places"));
  reader->begun = true;
  return LP_DONE;
}

static LpVerdict read_event(Reader *reader, json_t *event, const char *line, size_t n) {
  if (!reader->begun)
    return begin(reader, event);
  const json_t *text = json_object_get(event, "text");
  const char *open = json_string_value(json_object_get(event, "open"));
  const char *leaf = json_string_value(json_object_get(event, "leaf"));
  const char *close = json_string_value(json_object_get(event, "close"));
  const char *metadata = json_string_value(json_object_get(event, "metadata"));
  if (json_is_string(text))
    return add_text(reader, event, text);
  if (open || leaf)
    return open_node(reader, event, open ? open : leaf, !open);
  if (close)
    return close_node(reader, close);
  if (metadata)
    return add_metadata(reader, event, metadata);
  if (json_object_get(event, "resource"))
    return add_resource(&reader->resources, event, line, n, &reader->line);
  if (json_object_get(event, "style"))
    return define_style(reader, event);
  reader->ended = json_is_true(json_object_get(event, "end"));
  return LP_DONE; /* an event of a newer version is passed over */
}

static LpVerdict read_line(Reader *reader, const char *line, size_t n) {
  json_error_t error;
  json_t *event = json_loadb(line, n, JSON_REJECT_DUPLICATES, &error);
  LpVerdict verdict;
  if (!json_is_object(event)) {
    reader->line.column = error.column > 0 ? (uint32_t)error.column : 0;
    verdict = reader->begun ? refuse(reader, "The line is no JSON object.")
                            : lp_fail(reader->account, LP_CLASS_FORMAT, "events.not-events", &reader->line,
                                      "The first line is no event.");
  } else {
    verdict = read_event(reader, event, line, n);
  }
  json_decref(event);
  return verdict;
}

LpVerdict read_events(LpReading *reading) {
  Reader reader = {
      .reading = reading, .account = lp_reading_account(reading), .builder = lp_reading_builder(reading)};
  size_t n;
  const char *bytes = (const char *)lp_source_bytes(lp_reading_source(reading), &n);
  if (!bytes)
    return LP_FAILED;
  reader.document = lp_builder_document(reader.builder);
  reader.styles = g_hash_table_new(NULL, NULL);
  resources_begin(&reader.resources, reader.builder, reader.account);
  LpVerdict verdict = LP_DONE;
  for (size_t at = 0; at < n && verdict == LP_DONE && !reader.ended && !lp_should_stop(reader.account);) {
    const char *end = memchr(bytes + at, '\n', n - at);
    size_t length = end ? (size_t)(end - bytes) - at : n - at;
    reader.line.line++;
    reader.line.column = 1;
    if (lp_characters(bytes + at, length) > 0)
      verdict = read_line(&reader, bytes + at, length);
    at += length + 1;
  }
  if (verdict == LP_DONE && !reader.begun)
    verdict =
        lp_fail(reader.account, LP_CLASS_FORMAT, "events.not-events", NULL, "The file holds no events.");
  else if (verdict == LP_DONE && !reader.ended)
    verdict = lp_fail(reader.account, LP_CLASS_FORMAT, "events.cut-short", &reader.line,
                      "The last event is missing.");
  resources_end(&reader.resources);
  g_hash_table_destroy(reader.styles);
  return verdict;
}
