/* letterpress/letterpress.h: all that a format plugin needs, but for packages and XML (letterpress/package.h,
 * xml.h). */
#ifndef LETTERPRESS_LETTERPRESS_H
#define LETTERPRESS_LETTERPRESS_H

#include <letterpress/account.h>
#include <letterpress/builder.h>
#include <letterpress/document.h>
#include <letterpress/kinds.h>
#include <letterpress/letterhead.h>
#include <letterpress/markup.h>
#include <letterpress/number.h>
#include <letterpress/plugin.h>
#include <letterpress/sink.h>
#include <letterpress/source.h>
#include <letterpress/style.h>
#include <letterpress/types.h>
#include <letterpress/walk.h>

#endif
