"""Every draft of fixtures/ as PDF: valid for qpdf, without a fault by the rules, and the same bytes in another order of
conversion."""

import glob
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pdf_model import Model
from pdf_rules import faults
from tap import check, finish, top_srcdir

KINDS = ("*.md", "*.txt", "*.docx", "*.odt")
SETTLED = ["--revisions", "accept", "--comments", "drop", "--hidden", "drop"]


def convert(drafts, folder):
    """Converts each kind of draft in one go, into a folder of its own: two of one name would have one PDF."""
    complaints = []
    for extension in sorted({os.path.splitext(draft)[1] for draft in drafts}):
        ours = [draft for draft in drafts if draft.endswith(extension)]
        done = subprocess.run([os.environ["LETTERPRESS"], *SETTLED, "-t", "pdf", "-O", os.path.join(folder, extension[1:]),
                               *ours], capture_output=True, text=True)
        if done.returncode != 0:
            complaints += [f"{extension}: exit {done.returncode}"] + done.stderr.splitlines()[-20:]
    return complaints


def made_in(folder):
    return sorted(os.path.relpath(path, folder) for path in glob.glob(os.path.join(folder, "*/*.pdf")))


def qpdf_complaints(path):
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    drafts = sorted(path for kind in KINDS for path in glob.glob(os.path.join(top_srcdir, "fixtures/drafts", kind)))
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        check(f"{len(drafts)} drafts are converted", convert(drafts, first) or not drafts)
        check("each has its PDF", len(made_in(first)) != len(drafts))
        for name in made_in(first):
            path = os.path.join(first, name)
            check(f"{name}: nothing is found",
                  qpdf_complaints(path) or [f"{rule}: {said}" for rule, said in faults(Model(path))])
        check("three are converted again, the last first", convert(drafts[:-4:-1], second))
        check("they are the same, byte by byte",
              [name for name in made_in(second) if read(os.path.join(first, name)) != read(os.path.join(second, name))]
              or len(made_in(second)) != 3)
    finish()


main()
