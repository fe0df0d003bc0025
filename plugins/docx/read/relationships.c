#include "config.h"

#include "read/relationships.h"

#include "read/namespaces.h"

#include <glib.h>
#include <string.h>

struct DocxRelationships {
  LpPackage *package;
  const char *folder; /* of the part, with its '/' */
  GHashTable *by_id;
  GPtrArray *all;
};

static void free_relationship(void *freeing) {
  DocxRelationship *relationship = freeing;
  g_free(relationship->id);
  g_free(relationship->type);
  g_free(relationship->target);
  g_free(relationship);
}

/* A target as a part's name: from the folder of the part that it stands in, "." and ".." resolved. */
static char *part_name(const char *folder, const char *target) {
  g_autofree char *whole = *target == '/' ? g_strdup(target) : g_strconcat(folder, target, NULL);
  char **steps = g_strsplit_set(whole, "/\\", -1);
  GPtrArray *kept = g_ptr_array_new();
  for (size_t i = 0; steps[i]; i++) {
    if (strcmp(steps[i], "..") == 0) {
      if (kept->len > 0)
        g_ptr_array_remove_index(kept, kept->len - 1);
    } else if (*steps[i] && strcmp(steps[i], ".") != 0) {
      g_ptr_array_add(kept, steps[i]);
    }
  }
  g_ptr_array_add(kept, NULL);
  char *name = g_strjoinv("/", (char **)kept->pdata);
  g_ptr_array_free(kept, TRUE);
  g_strfreev(steps);
  return name;
}

/* The name as the package spells it; NULL if it has no such part. */
static char *spelled(LpPackage *package, const char *folder, const char *target) {
  g_autofree char *name = part_name(folder, target);
  const char *found = lp_package_find(package, name);
  if (!found && strchr(name, '%')) {
    g_autofree char *decoded = g_uri_unescape_string(name, NULL);
    found = decoded ? lp_package_find(package, decoded) : NULL;
  }
  return g_strdup(found);
}

static LpXmlInto enter_relationship(void *state, const LpXmlElement *element) {
  DocxRelationships *relationships = state;
  const char *id = lp_xml_attribute(element, 0, "Id"), *type = lp_xml_attribute(element, 0, "Type");
  const char *target = lp_xml_attribute(element, 0, "Target"),
             *mode = lp_xml_attribute(element, 0, "TargetMode");
  if (!id || !type || !target)
    return LP_XML_INTO;
  const char *slash = strrchr(type, '/');
  DocxRelationship *relationship = g_new0(DocxRelationship, 1);
  relationship->id = g_strdup(id);
  relationship->type = g_strdup(slash ? slash + 1 : type);
  relationship->is_outer = mode && strcmp(mode, "External") == 0;
  relationship->target = relationship->is_outer
                             ? g_strdup(target)
                             : spelled(relationships->package, relationships->folder, target);
  g_ptr_array_add(relationships->all, relationship);
  g_hash_table_insert(relationships->by_id, relationship->id, relationship);
  return LP_XML_INTO;
}

static const LpXmlRow rows[] = {{OPC, "Relationship", enter_relationship, NULL}};

DocxRelationships *docx_relationships_read(LpPackage *package, LpAccount *account, const char *part) {
  const LpXmlRows table = {.namespaces = docx_namespaces,
                           .namespace_count = docx_namespace_count,
                           .rows = rows,
                           .row_count = G_N_ELEMENTS(rows)};
  DocxRelationships *relationships = g_new0(DocxRelationships, 1);
  relationships->package = package;
  relationships->by_id = g_hash_table_new(g_str_hash, g_str_equal);
  relationships->all = g_ptr_array_new_with_free_func(free_relationship);
  const char *slash = strrchr(part, '/');
  g_autofree char *folder = g_strndup(part, slash ? (gsize)(slash + 1 - part) : 0);
  g_autofree char *name = g_strconcat(folder, "_rels/", slash ? slash + 1 : part, ".rels", NULL);
  relationships->folder = folder;
  const char *found = lp_package_find(package, name);
  if (found && !lp_account_failed(account))
    lp_xml_read_part(package, found, &table, relationships);
  relationships->folder = NULL;
  return relationships;
}

void docx_relationships_free(DocxRelationships *relationships) {
  if (!relationships)
    return;
  g_hash_table_destroy(relationships->by_id);
  g_ptr_array_free(relationships->all, TRUE);
  g_free(relationships);
}

const DocxRelationship *docx_relationship(const DocxRelationships *relationships, const char *id) {
  return id ? g_hash_table_lookup(relationships->by_id, id) : NULL;
}

const DocxRelationship *docx_relationship_of_type(const DocxRelationships *relationships, const char *type) {
  for (guint i = 0; i < relationships->all->len; i++) {
    const DocxRelationship *relationship = g_ptr_array_index(relationships->all, i);
    if (!relationship->is_outer && relationship->target && strcmp(relationship->type, type) == 0)
      return relationship;
  }
  return NULL;
}
