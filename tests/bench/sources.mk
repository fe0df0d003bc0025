# Floor programs and the launcher, built only for make bench and make lint.
EXTRA_DIST += tests/bench/README.md tests/bench/run tests/bench/drafts.py
bench_programs = tests/bench/measure tests/bench/empty tests/bench/floor_pdf tests/bench/floor_html \
	tests/bench/floor_odt tests/bench/floor_parse
EXTRA_PROGRAMS += $(bench_programs)

# Paragraphs of the PDF writer alone, for tuning and profiling: make tests/bench/paragraph_pdf
EXTRA_PROGRAMS += tests/bench/paragraph_pdf
tests_bench_paragraph_pdf_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/plugins/pdf $(PDF_CFLAGS) $(GLIB_CFLAGS)
tests_bench_paragraph_pdf_LDADD = libpdfparagraph.la $(PDF_LIBS) $(GLIB_LIBS)
CLEANFILES += tests/bench/paragraph_pdf
bench_text = tests/bench/statement_text.c tests/bench/statement_text.h

tests_bench_measure_LDADD =
tests_bench_empty_CPPFLAGS = $(AM_CPPFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS)
tests_bench_empty_LDADD = $(LIBZIP_LIBS) $(LIBXML_LIBS)
tests_bench_floor_pdf_SOURCES = tests/bench/floor_pdf.c $(bench_text)
tests_bench_floor_pdf_CPPFLAGS = $(AM_CPPFLAGS) $(PDF_CFLAGS)
tests_bench_floor_pdf_LDADD = $(PDF_LIBS)
tests_bench_floor_html_SOURCES = tests/bench/floor_html.c $(bench_text)
tests_bench_floor_html_LDADD =
tests_bench_floor_odt_SOURCES = tests/bench/floor_odt.c $(bench_text)
tests_bench_floor_odt_CPPFLAGS = $(AM_CPPFLAGS) $(GLIB_CFLAGS) $(LIBZIP_CFLAGS)
tests_bench_floor_odt_LDADD = $(GLIB_LIBS) $(LIBZIP_LIBS)
tests_bench_floor_parse_SOURCES = tests/bench/floor_parse.c $(bench_text)
tests_bench_floor_parse_CPPFLAGS = $(AM_CPPFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS)
tests_bench_floor_parse_LDADD = $(LIBZIP_LIBS) $(LIBXML_LIBS)

# make bench BENCH='--part 2 --part 3': some parts only.
BENCH =
.PHONY: bench
bench: all $(bench_programs)
	@top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)'; export top_srcdir top_builddir; \
	. $(srcdir)/tests/environment.sh; unset MALLOC_PERTURB_; $(PYTHON) $(srcdir)/tests/bench/run $(BENCH)
CLEANFILES += $(bench_programs)
