"""For tests in Python: `from tap import check, finish`. Each check is one case; a test that ends before finish() fails
for want of its plan."""

import os

top_srcdir = os.environ.get("top_srcdir", ".")
top_builddir = os.environ.get("top_builddir", "build")
_cases = 0


def check(name, faults):
    """One case: it passes when there are no faults. They are a list of sentences, or a truth value (true = wrong)."""
    global _cases
    _cases += 1
    print(f"{'not ok' if faults else 'ok'} {_cases} - {name}")
    for fault in faults if isinstance(faults, (list, tuple)) else []:
        print(f"# {fault}")


def skip(name, reason):
    """A case that cannot run here; in CI nothing is skipped (tests/closing-line)."""
    global _cases
    _cases += 1
    print(f"ok {_cases} - {name} # SKIP {reason}")


def finish():
    print(f"1..{_cases}")
