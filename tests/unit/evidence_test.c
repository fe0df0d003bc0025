/* What a draft shows, the names in a ZIP, and the choice that comes of it. */
#include "config.h"

#include "host/choose.h"

#include "account/account.h"
#include "host/evidence.h"
#include "host/zip_names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static void put_16(GByteArray *bytes, unsigned value) {
  const guint8 little[] = {(guint8)value, (guint8)(value >> 8)};
  g_byte_array_append(bytes, little, 2);
}

static void put_32(GByteArray *bytes, unsigned value) {
  put_16(bytes, value & 0xFFFF);
  put_16(bytes, value >> 16);
}

static void put_text(GByteArray *bytes, const char *text) {
  g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
}

/* A ZIP of stored entries: names and contents in turn, NULL at the end. prefix: bytes before it; comment:
 * behind. */
static GByteArray *make_zip(const char *prefix, const char *comment, const char *const *entries) {
  GByteArray *zip = g_byte_array_new();
  GByteArray *directory = g_byte_array_new();
  unsigned count = 0;
  put_text(zip, prefix);
  for (; *entries; entries += 2, count++) {
    unsigned offset = zip->len;
    unsigned size = (unsigned)strlen(entries[1]);
    unsigned name = (unsigned)strlen(entries[0]);
    put_32(zip, 0x04034B50);
    for (int i = 0; i < 7; i++)
      put_16(zip, 0);
    put_32(zip, size);
    put_32(zip, size);
    put_16(zip, name);
    put_16(zip, 0);
    put_text(zip, entries[0]);
    put_text(zip, entries[1]);
    put_32(directory, 0x02014B50);
    for (int i = 0; i < 8; i++)
      put_16(directory, 0);
    put_32(directory, size);
    put_32(directory, size);
    put_16(directory, name);
    for (int i = 0; i < 6; i++)
      put_16(directory, 0);
    put_32(directory, offset);
    put_text(directory, entries[0]);
  }
  unsigned start = zip->len;
  g_byte_array_append(zip, directory->data, directory->len);
  put_32(zip, 0x06054B50);
  put_32(zip, 0);
  put_16(zip, count);
  put_16(zip, count);
  put_32(zip, directory->len);
  put_32(zip, start);
  put_16(zip, (unsigned)strlen(comment));
  put_text(zip, comment);
  g_byte_array_unref(directory);
  return zip;
}

static LpZipNames *names_of(const uint8_t *bytes, size_t n) {
  LpSource *source = lp_source_new_bytes("draft", bytes, n);
  LpZipNames *names = lp_zip_names_read(source);
  lp_source_free(source);
  return names;
}

static void names_are_read(void **state) {
  (void)state;
  const char *const entries[] = {"mimetype", "application/x", "a/b.xml", "<a/>", NULL};
  const char *const comments[] = {"", "a comment PK\5\6"};
  for (int i = 0; i < 2; i++) {
    GByteArray *zip = make_zip("", comments[i], entries);
    LpZipNames *names = names_of(zip->data, zip->len);
    assert_non_null(names);
    assert_int_equal(names->count, 2);
    assert_string_equal(names->names[1], "a/b.xml");
    assert_string_equal(names->mimetype, "application/x");
    lp_zip_names_free(names);
    g_byte_array_unref(zip);
  }
}

static void every_cut_and_every_flipped_byte_is_survived(void **state) {
  (void)state;
  const char *const entries[] = {"mimetype", "application/x", "a/b.xml", "<a/>", NULL};
  GByteArray *zip = make_zip("", "x", entries);
  for (guint n = 0; n < zip->len; n++)
    lp_zip_names_free(names_of(zip->data, n));
  for (guint i = 0; i < zip->len; i++) {
    guint8 kept = zip->data[i];
    zip->data[i] = (guint8)~kept;
    lp_zip_names_free(names_of(zip->data, zip->len));
    zip->data[i] = 0xFF;
    lp_zip_names_free(names_of(zip->data, zip->len));
    zip->data[i] = kept;
  }
  assert_null(names_of(zip->data, zip->len - 3));
  g_byte_array_unref(zip);
}

/* ---- choosing, over keyfiles in a folder of the test's own ---- */

static const char office[] =
    "[plugin]\nname=office\nversion=1\nlicence=MIT\nabi=1.0\n"
    "[format docx]\ndescription=D\nextensions=docx\nreads=true\npart=word/document*.xml\n"
    "[format odt]\ndescription=O\nextensions=odt\nreads=true\nwrites=true\nmimetype=application/odt\n"
    "[format pdf]\ndescription=PDF\nextensions=pdf\nwrites=true\nmagic=0:255044462D\n"
    "[format rtf]\ndescription=R\nextensions=rtf\nreads=true\nmagic=0:7B5C727466\n"
    "[format tail]\ndescription=T\nextensions=tail\nreads=true\nmagic=5:5441494C\n";
static const char text[] = "[plugin]\nname=text\nversion=1\nlicence=MIT\nabi=1.0\n"
                           "[format text]\ndescription=T\nextensions=txt\nreads=true\ntext=true\n"
                           "[format markdown]\ndescription=M\nextensions=md\nreads=true\n"
                           "[format pdf]\ndescription=P\nextensions=pdf\nwrites=true\n";

typedef struct Bench {
  char *folder;
  LpAccount *account;
  LpCatalogue *catalogue;
} Bench;

static int set_up(void **state) {
  Bench *bench = g_new0(Bench, 1);
  bench->folder = g_dir_make_tmp("evidence-XXXXXX", NULL);
  bench->account = lp_account_new();
  char *office_path = g_build_filename(bench->folder, "office.plugin", NULL);
  char *text_path = g_build_filename(bench->folder, "text.plugin", NULL);
  g_file_set_contents(office_path, office, -1, NULL);
  g_file_set_contents(text_path, text, -1, NULL);
  const char *folders[] = {bench->folder, NULL};
  bench->catalogue = lp_catalogue_new(folders, bench->account);
  g_unlink(office_path);
  g_unlink(text_path);
  g_free(office_path);
  g_free(text_path);
  *state = bench;
  return lp_account_diagnostic_count(bench->account) ? -1 : 0;
}

static int tear_down(void **state) {
  Bench *bench = *state;
  lp_catalogue_free(bench->catalogue);
  lp_account_free(bench->account);
  g_rmdir(bench->folder);
  g_free(bench->folder);
  g_free(bench);
  return 0;
}

/* The format chosen for bytes of that name; the code of the refusal where there is none. */
static const char *choice_of(Bench *bench, const char *name, const void *bytes, size_t n) {
  LpSource *source = lp_source_new_bytes(name, bytes, n);
  LpChoice choice;
  bool chosen = lp_choose_reader(bench->catalogue, source, NULL, &choice, bench->account);
  lp_source_free(source);
  if (chosen && choice.count == 1)
    return choice.formats[0]->name;
  size_t count = lp_account_diagnostic_count(bench->account);
  return chosen ? "several" : lp_account_diagnostic(bench->account, count - 1)->code;
}

static const char *choice_of_text(Bench *bench, const char *name, const char *bytes) {
  return choice_of(bench, name, bytes, strlen(bytes));
}

static void evidence_is_ranked(void **state) {
  Bench *bench = *state;
  const char *const docx[] = {"[Content_Types].xml", "x", "Word/Document2.xml", "<a/>", NULL};
  const char *const odt[] = {"mimetype", "application/odt", "content.xml", "<a/>", NULL};
  const char *const other[] = {"a", "b", NULL};
  GByteArray *zip = make_zip("", "", docx);
  assert_string_equal(choice_of(bench, "draft.odt", zip->data, zip->len), "docx"); /* a part over a name */
  g_byte_array_unref(zip);
  zip = make_zip("", "", odt);
  assert_string_equal(choice_of(bench, "draft", zip->data, zip->len), "odt");
  g_byte_array_unref(zip);
  zip = make_zip("", "", other);
  assert_string_equal(choice_of(bench, "draft", zip->data, zip->len),
                      "host.unknown-format"); /* a ZIP is no text */
  assert_string_equal(choice_of(bench, "draft.docx", zip->data, zip->len), "docx");
  g_byte_array_unref(zip);
  assert_string_equal(choice_of_text(bench, "a.txt", "{\\rtf1 x"), "rtf"); /* bytes over a name */
  assert_string_equal(choice_of_text(bench, "a.docx", "only text"), "docx");
  assert_string_equal(choice_of_text(bench, "A.MD", "# text"), "markdown");
  assert_string_equal(choice_of_text(bench, "dir.md/draft", "# text"), "text");
  assert_string_equal(choice_of_text(bench, "draft", "xxxxxTAIL"), "tail");
  assert_string_equal(choice_of(bench, "draft",
                                "\xff\xfe"
                                "a\0b\0",
                                6),
                      "text");
  assert_string_equal(choice_of(bench, "draft", "a\0b", 3), "host.unknown-format");
}

static void what_can_only_be_written_is_named(void **state) {
  Bench *bench = *state;
  assert_string_equal(choice_of_text(bench, "draft.txt", "%PDF-1.7\n"), "host.not-read");
  assert_string_equal(choice_of_text(bench, "draft.txt", ""), "host.empty");
  assert_int_equal(lp_account_class(bench->account), LP_CLASS_FORMAT);
}

static void names_choose(void **state) {
  Bench *bench = *state;
  LpSource *source = lp_source_new_bytes("draft", "text", 4);
  LpChoice choice;
  assert_true(lp_choose_reader(bench->catalogue, source, "office:docx", &choice, bench->account));
  assert_string_equal(choice.formats[0]->name, "docx");
  assert_string_equal(lp_choose_writer(bench->catalogue, "odt", bench->account)->name, "odt");
  assert_string_equal(lp_choose_writer_of_name(bench->catalogue, "a.b/final.ODT")->name, "odt");
  assert_null(lp_choose_writer_of_name(bench->catalogue, "a.odt/final"));
  assert_int_equal(lp_account_diagnostic_count(bench->account), 0);
  assert_false(lp_choose_reader(bench->catalogue, source, "pdf", &choice, bench->account));
  assert_null(lp_choose_writer(bench->catalogue, "text:odt", bench->account));
  assert_int_equal(lp_account_class(bench->account), LP_CLASS_RESOURCE);
  lp_source_free(source);
}

static void two_of_one_name_are_nobodys_choice(void **state) {
  Bench *bench = *state;
  assert_null(lp_choose_writer(bench->catalogue, "pdf", bench->account));
  assert_string_equal(lp_account_diagnostic(bench->account, 0)->code, "host.ambiguous");
  assert_string_equal(lp_choose_writer(bench->catalogue, "text:pdf", bench->account)->manifest->name, "text");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_read),
      cmocka_unit_test(every_cut_and_every_flipped_byte_is_survived),
      cmocka_unit_test_setup_teardown(evidence_is_ranked, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_can_only_be_written_is_named, set_up, tear_down),
      cmocka_unit_test_setup_teardown(names_choose, set_up, tear_down),
      cmocka_unit_test_setup_teardown(two_of_one_name_are_nobodys_choice, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
