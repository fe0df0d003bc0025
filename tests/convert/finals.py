"""The statement in our own words, as text, and a summary as DOCX and ODT, all the way to finals: every letter in order in each format,
the letterhead once a page, the sentence that the draft's page cut whole again, the same bytes each time. What a format shows is asked
of other people's programs: poppler, qpdf, Chromium, LibreOffice."""

import difflib
import html.parser
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from tap import check, finish, top_srcdir

DRAFTS = os.path.join(top_srcdir, "fixtures/drafts")
NAME = "The Bali Process"
TAGLINE = "on People Smuggling, Trafficking in Persons and Related Transnational Crime"
NOTE = "1 Two members"  # how the line of the summary's one note begins
TEXT_TOP_FIRST, TEXT_TOP, TEXT_BOTTOM, WIDTH = 112, 70, 768, 596  # points: between the letterhead and the footer


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def letters(text):
    """The letters and digits in order: hyphens and white space are the line breaker's."""
    return "".join(c for c in text if c.isalnum())


def difference(expected, found):
    if expected == found:
        return []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if tag != "equal":
            return [f"{tag}: expected “{expected[max(a - 20, 0):b + 20]}”, found “{found[max(c - 20, 0):d + 20]}”"]
    return ["they differ"]


def words_of_statement():
    """The draft's own text without its letterhead and its marks."""
    with open(os.path.join(DRAFTS, "statement.txt"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    kept = [line for line in lines if line.lstrip("# ") not in (NAME, TAGLINE)]
    return "\n".join(line.lstrip("#").replace("*", "") for line in kept)


def pages_of(pdf):
    return int(re.search(r"^Pages:\s+(\d+)", run("pdfinfo", pdf).stdout, re.M).group(1))


def pdf_text(pdf, page, top, bottom):
    return run("pdftotext", "-f", str(page), "-l", str(page), "-x", "0", "-y", str(top), "-W", str(WIDTH), "-H",
               str(bottom - top), pdf, "-").stdout


def body_of(pdf):
    """The text between letterhead and footer, with the hyphens that the line breaker put in taken out."""
    pages = [pdf_text(pdf, page, TEXT_TOP_FIRST if page == 1 else TEXT_TOP, TEXT_BOTTOM)
             for page in range(1, pages_of(pdf) + 1)]
    return re.sub("\u00ad\\s*", "", "".join(pages))


class Visible(html.parser.HTMLParser):
    """The text of the article, as a reader sees it."""

    def __init__(self):
        super().__init__()
        self.text, self.open = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "link", "br", "img", "hr", "col", "wbr", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if "main" in self.open and not {"style", "script"} & set(self.open):
            self.text.append(data)


def check_pdf(name, pdf, expected):
    said = run("qpdf", "--check", pdf)
    check(f"{name}: qpdf finds nothing", [] if said.returncode == 0 else said.stdout.splitlines())
    check(f"{name}: every letter is there, in order", difference(letters(expected), letters(body_of(pdf))))
    rows = run("pdffonts", pdf).stdout.splitlines()[2:]
    check(f"{name}: all fonts are embedded", [row for row in rows if row.split()[-5] != "yes"] or not rows)
    for page in range(1, pages_of(pdf) + 1):
        top = letters(pdf_text(pdf, page, 0, TEXT_TOP_FIRST if page == 1 else TEXT_TOP))
        check(f"{name}: page {page} has the letterhead once",
              [f"{wanted}: {top.count(letters(wanted))} times" for wanted in (NAME, TAGLINE)
               if top.count(letters(wanted)) != 1])
        foot = pdf_text(pdf, page, TEXT_BOTTOM, 842)
        check(f"{name}: page {page} says which it is", f"Page {page} of {pages_of(pdf)}" not in foot)


def check_html(name, path, expected, work):
    with open(path, encoding="utf-8") as file:
        source = file.read()
    dom = run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
              f"--user-data-dir={work}/chromium", "--dump-dom", "file://" + os.path.abspath(path), timeout=120,
              env={**os.environ, "XDG_CONFIG_HOME": work, "XDG_CACHE_HOME": work})  # its crash reports go there, too
    visible = Visible()
    visible.feed(dom.stdout)
    check(f"{name}: Chromium shows every letter, in order", difference(letters(expected), letters("".join(visible.text))))
    check(f"{name}: it fetches nothing and runs nothing",
          re.findall(r"<script|<link|@import|url\((?![\"']?data:)[^)]*\)|src=\"(?!data:)[^\"]*", source))


def check_odt(name, path, expected, work):
    faults = []
    with zipfile.ZipFile(path) as package:
        if package.namelist()[0] != "mimetype":
            faults.append("mimetype is not the first entry")
        if package.infolist()[0].compress_type != zipfile.ZIP_STORED:
            faults.append("mimetype is packed")
    check(f"{name}: a package as ODF wants it", faults)
    run("soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf", "--outdir", work, path,
        timeout=180)
    pdf = os.path.join(work, os.path.basename(path)[:-4] + ".pdf")
    if not os.path.exists(pdf):
        check(f"{name}: LibreOffice opens it", ["no PDF"])
        return
    found = letters(body_of(pdf))
    for note in (letters(line) for line in expected.splitlines() if line.startswith(NOTE)):
        # On its page there, at the end of the text in the PDF.
        check(f"{name}: LibreOffice shows the note once", found.count(note) != 1)
        found = found.replace(note, "") + note
    check(f"{name}: LibreOffice shows every letter, in order", difference(letters(expected), found))
    check(f"{name}: the letterhead stands on its first page",
          letters(pdf_text(pdf, 1, 0, TEXT_TOP_FIRST)).casefold() != letters(NAME + TAGLINE).casefold())


def convert(draft, folder):
    return run(os.environ["LETTERPRESS"], draft, "-t", "pdf,html,odt", "-O", folder + "/", "--strict")


def check_draft(draft, expected, cut=None):
    with tempfile.TemporaryDirectory() as work:
        first, second = os.path.join(work, "first"), os.path.join(work, "second")
        done = convert(os.path.join(DRAFTS, draft), first)
        check(f"{draft} is converted, strictly", done.stderr.splitlines() if done.returncode else [])
        if done.returncode != 0:
            return
        stem = os.path.join(first, draft.rsplit(".", 1)[0])
        check_pdf(f"{draft} as PDF", stem + ".pdf", expected)
        check_html(f"{draft} as HTML", stem + ".html", expected, work)
        check_odt(f"{draft} as ODT", stem + ".odt", expected, work)
        if cut:
            check(f"{draft}: the sentence that was cut is whole", letters(cut) not in letters(body_of(stem + ".pdf")))
            check(f"{draft}: two pages", pages_of(stem + ".pdf") != 2)
        convert(os.path.join(DRAFTS, draft), second)
        changed = []
        for name in sorted(os.listdir(first)):
            with open(os.path.join(first, name), "rb") as a, open(os.path.join(second, name), "rb") as b:
                if a.read() != b.read():
                    changed.append(name)
        check(f"{draft}: the same bytes a second time", changed)


SUMMARY = os.path.join(top_srcdir, "tests/convert/summary.txt")


def main():
    check_draft("statement.txt", words_of_statement(),
                "Co-Chairs thanked members for their suggestions and welcomed further comments")
    with open(SUMMARY, encoding="utf-8") as file:
        summary = file.read()
    for draft in ("statement.docx", "statement.odt"):
        check_draft(draft, summary)
    finish()


if __name__ == "__main__":
    sys.exit(main())
