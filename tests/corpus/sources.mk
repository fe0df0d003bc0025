EXTRA_DIST += tests/corpus/README.md tests/corpus/run tests/corpus/letterhead-words.txt

SHARED = $(abs_top_srcdir)/../shared
CORPUS = $(SHARED)/corpus
DRAFTS = $(SHARED)/drafts
TOOLS = $(SHARED)/tools

.PHONY: corpus
corpus: all
	@top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)'; . $(srcdir)/tests/environment.sh; \
	$(PYTHON) $(srcdir)/tests/corpus/run --program "$$LETTERPRESS" --out corpus \
	  --corpus '$(CORPUS)' --drafts '$(DRAFTS)' --tools '$(TOOLS)'
