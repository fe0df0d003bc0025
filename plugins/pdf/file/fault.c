#include "config.h"

#include "file/fault.h"

#include <stdarg.h>
#include <stdio.h>

bool pdf_fault_set(PdfFault *fault, PdfFaultCode code, const char *format, ...) {
  if (fault->code != PDF_FAULT_NONE)
    return false;
  fault->code = code;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(fault->sentence, sizeof fault->sentence, format, arguments);
  va_end(arguments);
  return false;
}
