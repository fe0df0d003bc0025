#ifndef LP_PDF_WRITE_H
#define LP_PDF_WRITE_H

#include <letterpress/plugin.h>

/* Writes a document as PDF/A-2a and PDF/UA-1: the order of all steps stands in write.c. */
LpVerdict write_pdf(LpWriting *writing);

#endif
