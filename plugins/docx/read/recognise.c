#include "config.h"

#include "read/recognise.h"

#include <glib.h>
#include <string.h>

enum { COMPOUND_BYTES = 64 << 10 };

static void refuse(LpAccount *account, const char *code, const char *what, const char *cure) {
  lp_report(account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, code, NULL, "The draft is %s, not a DOCX; %s.", what,
            cure);
}

/* Whether the name of a stream, in UTF-16, stands in the first sectors of a compound file ([MS-CFB], 2.6.1).
 */
static bool has_stream(const uint8_t *bytes, size_t n, const char *name) {
  uint8_t wide[80];
  size_t length = 2 * strlen(name);
  for (size_t i = 0; i < length; i++)
    wide[i] = i % 2 ? 0 : (uint8_t)name[i / 2];
  for (size_t at = 0; at + length <= n; at += 2)
    if (memcmp(bytes + at, wide, length) == 0)
      return true;
  return false;
}

/* A compound file is a draft of Word 97 to 2003, or a DOCX that a password protects ([MS-OFFCRYPTO], 1.3.2).
   Its directory may stand anywhere: its first sector is told by the header. */
static void refuse_compound(LpSource *source, LpAccount *account) {
  uint8_t *bytes = g_malloc(COMPOUND_BYTES);
  int64_t n = lp_source_read_at(source, 0, bytes, COMPOUND_BYTES);
  int64_t size = lp_source_size(source);
  bool is_encrypted = n > 0 && has_stream(bytes, (size_t)n, "EncryptedPackage");
  bool is_word = n > 0 && has_stream(bytes, (size_t)n, "WordDocument");
  if (n >= 80 && !is_encrypted && !is_word) {
    int64_t shift = bytes[30] == 12 ? 12 : 9;
    int64_t sector =
        (int64_t)bytes[48] | (int64_t)bytes[49] << 8 | (int64_t)bytes[50] << 16 | (int64_t)bytes[51] << 24;
    int64_t offset = (sector + 1) << shift;
    n = offset < size ? lp_source_read_at(source, offset, bytes, COMPOUND_BYTES) : 0;
    is_encrypted = n > 0 && has_stream(bytes, (size_t)n, "EncryptedPackage");
    is_word = n > 0 && has_stream(bytes, (size_t)n, "WordDocument");
  }
  g_free(bytes);
  if (is_encrypted)
    lp_report(account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "docx.encrypted", NULL,
              "The draft is encrypted; save it without a password.");
  else if (is_word)
    refuse(account, "docx.word-97", "a document of Word 97 to 2003 (.doc)", "save it as DOCX");
  else
    refuse(account, "docx.no-docx", "a compound file of another program", "save it as DOCX");
}

bool docx_is_package(LpSource *source, LpAccount *account) {
  static const struct {
    const char *bytes, *what;
  } signatures[] = {
      {"{\\rtf", "rich text (RTF)"},      {"%PDF-", "a PDF file"},        {"\211PNG", "a PNG picture"},
      {"\377\330\377", "a JPEG picture"}, {"GIF8", "a GIF picture"},      {"<?xml", "a plain XML file"},
      {"<!DOCTYPE", "a web page (HTML)"}, {"<html", "a web page (HTML)"}, {"7z\274\257", "a 7-Zip archive"},
      {"Rar!", "a RAR archive"},          {"\037\213", "a gzip file"}};
  char head[16] = {0};
  int64_t n = lp_source_read_at(source, 0, head, sizeof head);
  if (n < 0)
    return false; /* the host reports it */
  if (n == 0) {
    refuse(account, "docx.empty", "an empty file", "nothing can be read from it");
    return false;
  }
  if (n >= 2 && memcmp(head, "PK", 2) == 0)
    return true;
  if (n >= 4 && memcmp(head, "\320\317\021\340", 4) == 0) {
    refuse_compound(source, account);
    return false;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(signatures); i++)
    if (memcmp(head, signatures[i].bytes, strlen(signatures[i].bytes)) == 0) {
      refuse(account, "docx.no-docx", signatures[i].what, "save it as DOCX, or name it for what it is");
      return false;
    }
  bool is_text = true;
  for (int64_t i = 0; i < n; i++)
    is_text = is_text && (unsigned char)head[i] >= '\t' && head[i] != 0x7f;
  refuse(account, "docx.no-docx", is_text ? "plain text" : "a file of unknown kind",
         is_text ? "name it .txt, or read it with -f text" : "it may be damaged");
  return false;
}

/* Whether a part is there whose name begins so. */
static bool has_folder(const LpPackage *package, const char *folder) {
  for (size_t i = 0; i < lp_package_count(package); i++)
    if (g_str_has_prefix(lp_package_name(package, i), folder))
      return true;
  return false;
}

void docx_report_other_package(LpPackage *package, LpAccount *account) {
  if (lp_account_failed(account))
    return;
  if (lp_package_has(package, "mimetype") && lp_package_has(package, "content.xml"))
    refuse(account, "docx.no-docx", "an OpenDocument file (ODT)", "name it .odt, or read it with -f odt");
  else if (has_folder(package, "xl/"))
    refuse(account, "docx.no-docx", "a spreadsheet (XLSX)", "only documents of text can be read");
  else if (has_folder(package, "ppt/"))
    refuse(account, "docx.no-docx", "a presentation (PPTX)", "only documents of text can be read");
  else if (lp_package_has(package, "mimetype") && has_folder(package, "META-INF/"))
    refuse(account, "docx.no-docx", "a package of another kind (EPUB or OpenDocument)", "save it as DOCX");
  else
    refuse(account, "docx.no-docx", "a ZIP archive without a main document", "it may be damaged");
}
