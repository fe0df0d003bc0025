#ifndef LP_PDF_FILE_FAULT_H
#define LP_PDF_FILE_FAULT_H

/* How the parts of the finisher say why they cannot go on. */

#include "file/finish.h"

#include <glib.h>

/* Fills the fault with the sentence and returns false; the first fault stays. */
bool pdf_fault_set(PdfFault *fault, PdfFaultCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
