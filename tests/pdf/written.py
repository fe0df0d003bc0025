"""Statements as the writer draws them: the letterhead where the design has it, the words of the statement in order, the
structure that a screen reader follows, page numbers, and no fault by the rules of PDF/A and PDF/UA."""

import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pdf_model import Model, operators, text_of
from pdf_rules import faults
from tap import check, finish, top_builddir

PROGRAM = os.path.join(top_builddir, "tests/unit/pdf_pages_test")
START, MEASURE, HEIGHT = 79.37, 436.54, 841.89


def sample(folder, kind):
    path = os.path.join(folder, f"{kind}.pdf")
    subprocess.run([PROGRAM, kind, path], check=True)
    return path


def told(path, *options):
    """The words of the file, by poppler."""
    return subprocess.run(["pdftotext", *options, path, "-"], check=True, capture_output=True, text=True).stdout


def baselines(model, page):
    """Heights at which text is set on a page, from the top, rounded to a tenth of a point."""
    heights = set()
    for operator, operands in operators(model.content(model.pages()[page])):
        if operator == "Tm" and float(operands[3]) < 0:
            heights.add(round(float(operands[5]), 1))
    return heights


def rectangles(model, page):
    return [tuple(round(float(number), 1) for number in operands)
            for operator, operands in operators(model.content(model.pages()[page])) if operator == "re"]


def off(found, expected, tolerance=.15):
    """What of the expected is not near anything found."""
    near = lambda one, other: all(abs(a - b) <= tolerance for a, b in zip(one, other))
    return [f"nothing at {one}" for one in expected if not any(near(one, other) for other in found)]


def heights_off(model, page, expected):
    return off([(height,) for height in baselines(model, page)], [(height,) for height in expected])


def outline(model):
    """The structure as lines: the type of each element, deeper ones indented, lists and tables with what they say."""
    depth, lines = {}, []
    for reference in model.elements():
        element = model.get(reference)
        level = depth.get(element.get("/P"), -1) + 1
        depth[reference] = level
        said = [element["/S"][1:]]
        for owner, name in (("/Table", "/Scope"), ("/Table", "/ColSpan"), ("/Table", "/RowSpan"), ("/List", "/ListNumbering")):
            value = model.attribute(reference, owner, name)
            if value is not None:
                said.append(str(value).strip("/"))
        if element.get("/Lang"):
            said.append(text_of(element["/Lang"]))
        lines.append("  " * level + " ".join(said))
    return lines


def read_in_order(model):
    """The types of the elements that hang right below the document, repeats left out."""
    top = [line.strip().split()[0] for line in outline(model) if line.startswith("  ") and line[2] != " "]
    return [one for i, one in enumerate(top) if i == 0 or one != top[i - 1]]


def check_report(path):
    model, words = Model(path), told(path)
    check("the report has no fault by the rules", faults(model))
    check("name and tagline stand where the design has them", heights_off(model, 0, [66, 84.5]))
    check("the title stands where the design has it", heights_off(model, 0, [138 + 25 / 2 + .33 * 20]))
    check("the rule and its accent lie below the masthead", off(rectangles(model, 0), [
        (START, 106, MEASURE, .75), (START, 106 + .375 - 1.25, 48, 2.5)]))
    check("the footer stands where the design has it", heights_off(model, 0, [HEIGHT - 40]) + off(
        rectangles(model, 0), [(START, HEIGHT - 53, MEASURE, .5)]))
    check("the running head stands where the design has it", heights_off(model, 1, [46, 57]) + off(
        rectangles(model, 1), [(START, 66, MEASURE, .5)]))
    pages = words.split("\f")[:-1]
    check("each page has its number and the total", [f"page {i + 1}" for i, page in enumerate(pages)
                                                     if f"Page {i + 1} of {len(pages)}" not in page])
    check("the head of the table stands on each of its pages", [f"page {i + 1}" for i, page in enumerate(pages)
                                                                 if "Lembah Biru" in page and "Officers" not in page])
    top = read_in_order(model)
    check("the statement is read in its order", [] if top == [
        "P", "H1", "P", "H2", "L", "Table", "H3", "L", "H3", "L", "BlockQuote", "L", "P", "Div", "Note"] else [str(top)])


def check_structure(path):
    lines = outline(Model(path))
    text = "\n".join(lines)
    for what, pattern in {
            "a nested list stands in the item before it": r"LBody\n +P\n +L LowerRoman\n +LI\n +Lbl\n +LBody\n +P",
            "the table has a head with scopes, and a body": r"Table\n +Caption\n +THead\n +TR\n +TH Column\n(?: .*\n)*? +TBody\n +TR\n +TD",
            "a note is called by a link in a reference": r"Reference\n +Link",
            "a note has its mark and its text": r"Note\n +Lbl\n +Link\n +P",
            "words in another language say so": r"Span fr"}.items():
        check(what, [] if re.search(pattern, text) else lines[:80])


def check_tables(path):
    model, words = Model(path), told(path, "-layout")
    check("tables of every kind have no fault by the rules", faults(model))
    lines = "\n".join(outline(model))
    check("spans are told", [] if "TH Column 2" in lines and "TH Row 3" in lines else [lines])
    check("a page is turned and the others are not", [] if [
        model.at(page, "/MediaBox")[2] > model.at(page, "/MediaBox")[3] for page in model.pages()].count(True) == 1 else ["?"])
    count = re.sub(r"\s+", " ", words).count("where the passenger will sleep")
    check("no line of a long row is lost or printed twice", [] if count == 102 else [f"{count} for 102"])


def check_pictures(path):
    model = Model(path)
    check("pictures have no fault by the rules", faults(model))
    boxes = [model.attribute(element, "/Layout", "/BBox") for element in model.elements() if model.at(element, "/S") == "/Figure"]
    widths = [box[2] - box[0] for box in boxes if box]
    check("a picture is brought down to its measure", [] if len(widths) == 2 and abs(
        widths[0] - MEASURE) < .2 and 60 <= widths[1] < MEASURE else [str(boxes)])
    check("one picture stands in the file once", [] if model.raw.count(b"/Width 1600/") == 1 else ["?"])


def check_long(path):
    model, words = Model(path), told(path)
    check("a long statement has no fault by the rules", faults(model))
    pages = words.split("\f")[:-1]
    check("each page of it has its number and the total", [f"page {i + 1}" for i, page in enumerate(pages)
                                                           if f"Page {i + 1} of {len(pages)}" not in page])
    check("it has more pages than are held", [] if len(pages) > 20 else [str(len(pages))])
    check("each paragraph is there, once and in order", [] if re.findall(r"Paragraph (\d+)\.", words) == [
        str(i) for i in range(1, 401)] else ["another order"])
    check("no heading ends a page", [f"page {i + 1}" for i, page in enumerate(pages) if re.search(
        r"A further part of the statement\s+(DRAFT\s+)?30 August", page)])


with tempfile.TemporaryDirectory() as work:
    report = sample(work, "report")
    check_report(report)
    check_structure(report)
    check_tables(sample(work, "tables"))
    check_long(sample(work, "long"))
    check_pictures(sample(work, "pictures"))
    check("odd things have no fault by the rules", faults(Model(sample(work, "odd"))))
    mirrored = sample(work, "mirrored")
    check("a mirrored statement has no fault by the rules", faults(Model(mirrored)))
    check("its accent lies at the right", off(rectangles(Model(mirrored), 0), [
        (START + MEASURE - 48, 106 + .375 - 1.25, 48, 2.5)]))
finish()
