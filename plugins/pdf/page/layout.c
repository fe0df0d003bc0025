#include "config.h"

#include "page/layout.h"

bool layout_is_news(Layout *layout, const char *key) {
  return g_hash_table_add(layout->reported, g_strdup(key));
}
