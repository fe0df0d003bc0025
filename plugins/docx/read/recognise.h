/* What a draft is that is no DOCX, so that it can be named. */
#ifndef DOCX_READ_RECOGNISE_H
#define DOCX_READ_RECOGNISE_H

#include <letterpress/package.h>

/* Whether the source can be a package at all; if not, what it is has been reported. */
bool docx_is_package(LpSource *source, LpAccount *account);

/* Reports what a package is that has no main part, or one that is no text. */
void docx_report_other_package(LpPackage *package, LpAccount *account);

#endif
