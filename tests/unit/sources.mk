# Unit tests: tests/unit/NAME_test.c with cmocka, one group a program (TAP knows one plan a program). The block of a
# test of the core, whose source is found by its name:
#
#   # ledger
#   check_PROGRAMS += tests/unit/ledger_test
#   tests_unit_ledger_test_CPPFLAGS = $(UNIT_CPPFLAGS)
#
# A test that needs more than LDADD names it: tests_unit_NAME_test_LDADD = libletterpress-container.la $(LDADD)
UNIT_CPPFLAGS = $(CORE_CPPFLAGS) $(GLIB_CFLAGS) $(CMOCKA_CFLAGS)
LDADD = libprogram.la libletterpress.la $(CMOCKA_LIBS) $(GLIB_LIBS)
TESTS += $(check_PROGRAMS)
EXTRA_DIST += tests/unit/README.md

# account, stream, document
check_PROGRAMS += tests/unit/account_test tests/unit/stream_test tests/unit/document_test
tests_unit_account_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_stream_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_document_test_CPPFLAGS = $(UNIT_CPPFLAGS)

# package, xml: the container
check_PROGRAMS += tests/unit/package_test tests/unit/xml_test
tests_unit_package_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_package_test_LDADD = libletterpress-container.la $(LDADD) $(ZLIB_LIBS)
tests_unit_xml_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_xml_test_LDADD = libletterpress-container.la $(LDADD)

# letterhead
check_PROGRAMS += tests/unit/letterhead_test
tests_unit_letterhead_test_CPPFLAGS = $(UNIT_CPPFLAGS)

# statement: the passes, on drafts in a short notation
EXTRA_DIST += tests/unit/drafting.h
check_PROGRAMS += tests/unit/joint_test tests/unit/match_test tests/unit/rejoin_test tests/unit/review_test \
	tests/unit/title_test tests/unit/house_style_test
tests_unit_joint_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_match_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_match_test_SOURCES = tests/unit/match_test.c tests/unit/drafting.c
tests_unit_rejoin_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_rejoin_test_SOURCES = tests/unit/rejoin_test.c tests/unit/drafting.c
tests_unit_review_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_review_test_SOURCES = tests/unit/review_test.c tests/unit/drafting.c
tests_unit_title_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_title_test_SOURCES = tests/unit/title_test.c tests/unit/drafting.c
tests_unit_house_style_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_house_style_test_SOURCES = tests/unit/house_style_test.c tests/unit/drafting.c

# plugins/pdf/file: pdf_file_test also writes the samples that tests/pdf reads
check_LTLIBRARIES += libpdfsample.la
libpdfsample_la_SOURCES = tests/pdf/finished.c tests/pdf/finished.h tests/pdf/packed.c tests/pdf/packed.h \
	tests/pdf/sample.c tests/pdf/sample.h \
	tests/pdf/sample_pictures.c
libpdfsample_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf -I$(srcdir)/tests
libpdfsample_la_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(GLIB_CFLAGS) $(LIBPNG_CFLAGS) $(LIBDEFLATE_CFLAGS) $(CMOCKA_CFLAGS)
libpdfsample_la_LIBADD = libpdffile.la $(PDF_LIBS) $(GLIB_LIBS) $(LIBPNG_LIBS) $(LIBDEFLATE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/pdf_marks_test
tests_unit_pdf_marks_test_CPPFLAGS = $(libpdfsample_la_CPPFLAGS)
tests_unit_pdf_marks_test_CFLAGS = $(libpdfsample_la_CFLAGS)
tests_unit_pdf_marks_test_LDADD = libpdfsample.la $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/pdf_file_test
tests_unit_pdf_file_test_CPPFLAGS = $(libpdfsample_la_CPPFLAGS)
tests_unit_pdf_file_test_CFLAGS = $(libpdfsample_la_CFLAGS)
tests_unit_pdf_file_test_LDADD = libpdfsample.la $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/pdf_packed_test
tests_unit_pdf_packed_test_CPPFLAGS = $(libpdfsample_la_CPPFLAGS)
tests_unit_pdf_packed_test_CFLAGS = $(libpdfsample_la_CFLAGS)
tests_unit_pdf_packed_test_LDADD = libpdfsample.la $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/pdf_picture_test
tests_unit_pdf_picture_test_CPPFLAGS = $(libpdfsample_la_CPPFLAGS)
tests_unit_pdf_picture_test_CFLAGS = $(libpdfsample_la_CFLAGS)
tests_unit_pdf_picture_test_LDADD = libpdfsample.la $(CMOCKA_LIBS)
# readers: reading.c reads a draft by a plugin of this build
check_PROGRAMS += tests/unit/text_test tests/unit/odt_read_test
tests_unit_text_test_SOURCES = tests/unit/text_test.c tests/unit/reading.c tests/unit/reading.h
tests_unit_text_test_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(srcdir)/tests/unit
tests_unit_text_test_DEPENDENCIES = text.la
tests_unit_odt_read_test_SOURCES = tests/unit/odt_read_test.c tests/unit/reading.c tests/unit/reading.h
tests_unit_odt_read_test_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(srcdir)/tests/unit
tests_unit_odt_read_test_DEPENDENCIES = odt.la
tests_unit_odt_read_test_LDADD = libletterpress-container.la $(LDADD)

# writers: a document built by hand, given to a writer
EXTRA_DIST += tests/unit/writing.h
check_PROGRAMS += tests/unit/html_write_test
tests_unit_html_write_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_html_write_test_SOURCES = tests/unit/html_write_test.c tests/unit/writing.c
tests_unit_html_write_test_LDADD = libhtmlwrite.la $(LDADD)
# plugins/events
check_PROGRAMS += tests/unit/events_test
tests_unit_events_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_events_test_DEPENDENCIES = events.la
# host, convert, fence, report
check_PROGRAMS += tests/unit/manifest_test tests/unit/evidence_test tests/unit/load_test tests/unit/outcome_test \
	tests/unit/commit_test tests/unit/settings_test tests/unit/report_test
tests_unit_settings_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_report_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_manifest_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_evidence_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_load_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_outcome_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_commit_test_CPPFLAGS = $(UNIT_CPPFLAGS)

# plugins/pdf/page and draw
check_PROGRAMS += tests/unit/pdf_breaks_test
tests_unit_pdf_breaks_test_CPPFLAGS = $(libpdfpage_la_CPPFLAGS)
tests_unit_pdf_breaks_test_CFLAGS = $(libpdfpage_la_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_pdf_breaks_test_LDADD = libpdfpage.la $(CMOCKA_LIBS) $(GLIB_LIBS)
check_PROGRAMS += tests/unit/pdf_pages_test
tests_unit_pdf_pages_test_SOURCES = tests/unit/pdf_pages_test.c tests/pdf/report.c tests/pdf/statement.c \
	tests/pdf/statement.h tests/pdf/tables.c
tests_unit_pdf_pages_test_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(srcdir)/plugins/pdf -I$(srcdir)/tests
tests_unit_pdf_pages_test_LDADD = libpdfpage.la $(LDADD)

# docx: the reader
check_PROGRAMS += tests/unit/docx_test tests/unit/docx_asides_test tests/unit/docx_hostile_test
docx_draft = tests/unit/docx_draft.c tests/unit/docx_draft.h
tests_unit_docx_test_SOURCES = tests/unit/docx_test.c $(docx_draft)
tests_unit_docx_test_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(srcdir)/plugins/docx
tests_unit_docx_test_LDADD = libdocxread.la libletterpress-container.la $(LDADD)
tests_unit_docx_asides_test_SOURCES = tests/unit/docx_asides_test.c $(docx_draft)
tests_unit_docx_asides_test_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(srcdir)/plugins/docx
tests_unit_docx_asides_test_LDADD = libdocxread.la libletterpress-container.la $(LDADD)
tests_unit_docx_hostile_test_SOURCES = tests/unit/docx_hostile_test.c $(docx_draft)
tests_unit_docx_hostile_test_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(srcdir)/plugins/docx
tests_unit_docx_hostile_test_LDADD = libdocxread.la libletterpress-container.la $(LDADD)

# odt: the writer
check_PROGRAMS += tests/unit/odt_write_test
tests_unit_odt_write_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_odt_write_test_SOURCES = tests/unit/odt_write_test.c tests/unit/writing.c
tests_unit_odt_write_test_LDADD = libodtwrite.la libletterpress-container.la $(LDADD)
# paragraph, seam, patterns, fonts: what the PDF writer sets its text with
setting_tests = tests/unit/paragraph_test tests/unit/paragraph_random_test tests/unit/seam_test tests/unit/patterns_test tests/unit/fonts_test
check_PROGRAMS += $(setting_tests)
setting_test_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf $(PDF_CFLAGS) $(GLIB_CFLAGS) $(CMOCKA_CFLAGS)
setting_test_ldadd = libpdfparagraph.la $(PDF_LIBS) $(GLIB_LIBS) $(CMOCKA_LIBS)
tests_unit_paragraph_test_CPPFLAGS = $(setting_test_cppflags)
tests_unit_paragraph_test_LDADD = $(setting_test_ldadd)
tests_unit_paragraph_random_test_CPPFLAGS = $(setting_test_cppflags)
tests_unit_paragraph_random_test_LDADD = $(setting_test_ldadd)
tests_unit_seam_test_CPPFLAGS = $(setting_test_cppflags)
tests_unit_seam_test_LDADD = $(setting_test_ldadd)
tests_unit_patterns_test_CPPFLAGS = $(setting_test_cppflags)
tests_unit_patterns_test_LDADD = $(setting_test_ldadd) $(HYPHEN_LIBS)
tests_unit_fonts_test_CPPFLAGS = $(setting_test_cppflags)
tests_unit_fonts_test_LDADD = $(setting_test_ldadd)
