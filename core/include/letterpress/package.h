/* letterpress/package.h: ZIP packages, read from strangers and written the same each time. Link
   -lletterpress-container. */
#ifndef LETTERPRESS_PACKAGE_H
#define LETTERPRESS_PACKAGE_H

#include <letterpress/builder.h>
#include <letterpress/sink.h>

LP_BEGIN_DECLS

typedef struct LpPackage LpPackage;

/* Opens a package over a source, which must outlive it. NULL: it is damaged, encrypted, ambiguous (two parts
   of one name) or over a limit, and that was reported (LP_CLASS_FORMAT or LP_CLASS_LIMIT). Nothing is
   unpacked yet. */
LpPackage *lp_package_open(LpSource *source, LpAccount *account);

/* Closes it. NULL is allowed. Of the type that lp_builder_keep takes. */
void lp_package_close(void *package);

/* The number of parts, and the name of one (UTF-8, '/' between folders, never a path of the machine). */
size_t lp_package_count(const LpPackage *package);
const char *lp_package_name(const LpPackage *package, size_t index);

/* Whether a part of that name is there. Case counts; OPC names
   (ECMA-376-2, 6.2.2) are better looked up by lp_package_find. */
bool lp_package_has(const LpPackage *package, const char *name);

/* The name as the package spells it, of a part whose name is equal but for ASCII case; NULL if none. */
const char *lp_package_find(const LpPackage *package, const char *name);

/* Unpacks a part: bytes from malloc, followed by a 0 that is not counted; the caller frees them. NULL: not
   there (not reported; ask lp_package_has), damaged or over a limit (reported). */
uint8_t *lp_package_read(LpPackage *package, const char *name, size_t *n);

/* Adds a part as a resource of the document (see lp_builder_resource). The package must live as long as the
   document: hand it to lp_builder_keep once. Returns its number, -1 if refused. */
int32_t lp_package_resource(LpPackage *package, LpBuilder *builder, const char *name);

typedef struct LpPackageWriter LpPackageWriter;

typedef enum LpPacking { LP_PACKING_STORED = 0, LP_PACKING_DEFLATED = 1 } LpPacking;

/* A new package, written into the sink part by part in the order of the calls, with one fixed time. account
   gets what fails. */
LpPackageWriter *lp_package_writer_new(LpSink *sink, LpAccount *account);

/* Adds a part; it is written before the call returns. What packing does not make smaller is stored. */
void lp_package_writer_add(LpPackageWriter *writer, const char *name, const void *bytes, size_t n,
                           LpPacking packing);

/* Writes the directory and frees the writer. false: a part was too large, which was reported, or the sink
   broke. */
bool lp_package_writer_finish(LpPackageWriter *writer);

LP_END_DECLS
#endif
