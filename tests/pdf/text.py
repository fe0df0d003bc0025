"""The text of every draft of fixtures/ as its PDF gives it, in the order of the structure: character for character what
the HTML of the same draft says. All scripts, so this is where a glyph that stands for another text would be seen."""

import glob
import html.parser
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pdf_model import Model
from pdf_text import Text
from tap import check, finish, top_srcdir

KINDS = ("*.md", "*.txt", "*.docx", "*.odt")
SETTLED = ["--revisions", "accept", "--comments", "drop", "--hidden", "drop"]
INLINE = {"a", "abbr", "b", "bdi", "bdo", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
VOID = {"br", "col", "hr", "img", "link", "meta", "wbr"}
# What the PDF leaves to its own elements or to artifacts.
UNREAD = {"marker", "noteref", "emblem"}


class Page(html.parser.HTMLParser):
    """The text of an HTML page, notes apart from the rest."""

    def __init__(self, markup):
        super().__init__()
        self.stack, self.text, self.notes = [], [], []
        self.feed(markup)

    def out(self):
        return self.notes if any("notes" in classes for _, classes in self.stack) else self.text

    def handle_starttag(self, tag, attributes):
        if tag not in INLINE:
            self.out().append("\n")
        if tag not in VOID:
            self.stack.append((tag, set((dict(attributes).get("class") or "").split())))

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.out().append("\n")
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = {tag for tag, _ in self.stack}
        unread = any(classes & UNREAD for _, classes in self.stack)
        if "body" in tags and not unread and not tags & {"style", "title", "script", "svg"}:
            self.out().append(data)


def words(text):
    """The words of a text, without the soft hyphens that ended lines and the points between parts of a footer."""
    return [word for word in re.split(r"[ \t\n\r\f]+", text.replace("\xad", "")) if word not in ("", "\xb7")]


def first_difference(name, told, expected):
    """Where two lists of words begin to differ, as a sentence; none: they do not."""
    for at, (one, other) in enumerate(zip(told, expected)):
        if one != other:
            break
    else:
        at = min(len(told), len(expected))
        if len(told) == len(expected):
            return []
    near = lambda some: " ".join(some[max(at - 3, 0):at + 4])
    return [f"{name}: {near(told)!r} for {near(expected)!r}"]


def marks(model, element):
    """(page, MCID) of an element and those in it, in the order of reading; notes stand apart, at the foot of each page."""
    page = model.get(element).get("/Pg")
    for kid in model.kids(element):
        if isinstance(kid, int):
            yield page, kid
        elif isinstance(kid, dict) and "/MCID" in kid:
            yield kid.get("/Pg", page), kid["/MCID"]
        elif model.is_element(kid) and model.at(kid, "/S") != "/Note":
            yield from marks(model, kid)


def order_faults(model):
    """Marks that are met in the stream of a page in another order than in the structure."""
    last = {}
    for page, mark in marks(model, model.elements()[0]):
        if mark < last.get(page, -1):
            yield f"mark {mark} is drawn before mark {last[page]}"
        last[page] = mark


def faults(pdf, html_page):
    with open(html_page, encoding="utf-8") as file:
        page = Page(file.read())
    model = Model(pdf)
    text = Text(model)
    notes = [element for element in model.elements() if model.at(element, "/S") == "/Note"]
    document = text.of_element(model.elements()[0], ("/Note", "/Lbl", "/Reference"))
    of_notes = "\n".join(text.of_element(note, ("/Lbl",)) for note in notes)
    return (list(order_faults(model)) + first_difference("text", words(document), words("".join(page.text))) +
            first_difference("notes", words(of_notes), words("".join(page.notes))))


def main():
    drafts = sorted(path for kind in KINDS for path in glob.glob(os.path.join(top_srcdir, "fixtures/drafts", kind)))
    with tempfile.TemporaryDirectory() as folder:
        for draft in drafts:
            name = os.path.basename(draft)
            outputs = [os.path.join(folder, f"{name}.{kind}") for kind in ("pdf", "html")]
            for output in outputs:
                subprocess.run([os.environ["LETTERPRESS"], "-q", *SETTLED, draft, "-o", output], check=True)
            check(f"{name}: the PDF says what the HTML says", faults(*outputs))
    finish()


if __name__ == "__main__":
    main()
