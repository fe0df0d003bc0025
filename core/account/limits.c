/* The one table of limits: what a draft could inflate, and how far it may. */
#include "config.h"

#include "account/limits.h"

#include <string.h>

#define KIB INT64_C(1024)
#define MIB (1024 * KIB)
#define GIB (1024 * MIB)

static const LpLimitRow rows[LP_LIMIT_COUNT] = {
    [LP_LIMIT_INPUT_BYTES] = {"input-bytes", 256 * MIB, "the size of the draft in bytes"},
    [LP_LIMIT_PACKAGE_ENTRIES] = {"package-entries", 10000, "the number of parts in the package"},
    [LP_LIMIT_EXPANDED_BYTES] = {"expanded-bytes", 512 * MIB, "the unpacked size of all parts in bytes"},
    [LP_LIMIT_PART_BYTES] = {"part-bytes", 32 * MIB, "the unpacked size of one part in bytes"},
    [LP_LIMIT_PART_RATIO] = {"part-ratio", 200, "how many times a large part grows when unpacked"},
    [LP_LIMIT_XML_DEPTH] = {"xml-depth", 256, "how deep XML elements are nested"},
    [LP_LIMIT_XML_TEXT_BYTES] = {"xml-text-bytes", 10 * 1000 * 1000,
                                 "the length of one text in XML in bytes"},
    [LP_LIMIT_XML_TAG_BYTES] = {"xml-tag-bytes", MIB, "the length of one XML tag in bytes"},
    [LP_LIMIT_XML_ATTRIBUTES] = {"xml-attributes", 2000, "the number of attributes of one XML element"},
    [LP_LIMIT_TABLE_DEPTH] = {"table-depth", 32, "how deep tables are nested"},
    [LP_LIMIT_LIST_DEPTH] = {"list-depth", 10, "how deep lists are nested"},
    [LP_LIMIT_BOX_DEPTH] = {"box-depth", 8, "how deep text boxes are nested"},
    [LP_LIMIT_FIELD_DEPTH] = {"field-depth", 32, "how deep fields are nested"},
    [LP_LIMIT_REVISION_DEPTH] = {"revision-depth", 64, "how deep tracked changes are nested"},
    [LP_LIMIT_CHAIN_LENGTH] = {"chain-length", 64, "the length of a chain of styles or parts"},
    [LP_LIMIT_TABLE_COLUMNS] = {"table-columns", 1000, "the number of columns of a table"},
    [LP_LIMIT_REPEATS] = {"repeats", 10000, "the number of repeated rows and cells"},
    [LP_LIMIT_MARKS] = {"marks", 32, "the number of combining marks on one character"},
    [LP_LIMIT_PICTURE_PIXELS] = {"picture-pixels", 100 * 1000 * 1000, "the number of pixels of a picture"},
    [LP_LIMIT_ALL_PIXELS] = {"all-pixels", 400 * 1000 * 1000, "the number of pixels of all pictures"},
    [LP_LIMIT_SVG_BYTES] = {"svg-bytes", 8 * MIB, "the size of an SVG picture in bytes"},
    [LP_LIMIT_NODES] = {"nodes", 4 * 1000 * 1000, "the number of pieces that the document is made of"},
    [LP_LIMIT_PAGES] = {"pages", 5000, "the number of pages"},
    [LP_LIMIT_OUTPUT_BYTES] = {"output-bytes", 512 * MIB, "the size of an output in bytes"},
    [LP_LIMIT_PROCESSOR_SECONDS] = {"processor-seconds", 60, "the processor time of one draft in seconds"},
    [LP_LIMIT_WALL_SECONDS] = {"wall-seconds", 120, "the time of one draft in seconds"},
    [LP_LIMIT_MEMORY_BYTES] = {"memory-bytes", GIB, "the memory of one draft in bytes"},
    [LP_LIMIT_LETTERHEAD_BYTES] = {"letterhead-bytes", MIB, "the size of the letterhead's file in bytes"},
};

const LpLimitRow *lp_limit_row(LpLimit limit) {
  return (size_t)limit < LP_LIMIT_COUNT ? &rows[limit] : NULL;
}

LpLimit lp_limit_by_option(const char *option) {
  for (int i = 0; i < LP_LIMIT_COUNT; i++)
    if (strcmp(rows[i].option, option) == 0)
      return (LpLimit)i;
  return (LpLimit)LP_LIMIT_COUNT;
}
