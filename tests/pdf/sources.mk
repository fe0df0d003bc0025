# The finished PDF by the rules of PDF/A and PDF/UA; the samples come from tests/unit/pdf_file_test.
TESTS += tests/pdf/finished.py tests/pdf/written.py tests/pdf/drafts.py tests/pdf/text.py
EXTRA_DIST += tests/pdf/README.md tests/pdf/drafts.py tests/pdf/finished.py tests/pdf/pdf_content.py tests/pdf/pdf_dressing.py \
	tests/pdf/pdf_model.py tests/pdf/pdf_rules.py tests/pdf/pdf_structure.py tests/pdf/pdf_text.py tests/pdf/text.py \
	tests/pdf/written.py
