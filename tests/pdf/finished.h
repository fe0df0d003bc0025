#ifndef LP_TESTS_PDF_FINISHED_H
#define LP_TESTS_PDF_FINISHED_H

/* What becomes of a sample, for assertions of cmocka. */

#include "pdf/sample.h"

/* Finishes and frees the sample, which must succeed. All that the file says: its own bytes, then every stream
 * that is deflated, inflated. Free with g_string_free(). */
GString *finished(Sample *sample);
/* How often the text stands in what the file says. */
size_t count_in(const GString *plain, const char *text);
/* Finishes and frees the sample, which must be refused with this code and these words in the sentence. */
void refused(Sample *sample, PdfFaultCode code, const char *words);

#endif
