/* What it costs to be a program that is linked with libzip and libxml2: started, nothing done. */
#include "config.h"

#include <libxml/parser.h>
#include <zip.h>

/* Never called; it keeps both libraries linked. */
extern const char *empty_program_keeps(void);
const char *empty_program_keeps(void) {
  xmlCleanupParser();
  return zip_libzip_version();
}

int main(void) {
  return 0;
}
