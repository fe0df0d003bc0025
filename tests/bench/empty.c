/* What it costs to be a program that is linked with libzip and libxml2: started, nothing done. */
#include "config.h"

#include <libxml/parser.h>
#include <zip.h>

/* Never called; it keeps both libraries linked. */
extern void empty_program_keeps(void);
void empty_program_keeps(void) {
  xmlCleanupParser();
  zip_discard(NULL);
}

int main(void) {
  return 0;
}
