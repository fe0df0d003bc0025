"""Rules of structure elements and links."""

import re

from pdf_content import own_content
from pdf_model import is_reference, text_of

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR
TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Figure Formula Form""".split())
# What an element may be a kid of, where that is not free (P 14.8.4).
PARENTS = {
    "LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"},
}
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def kind(model, element):
    return (model.at(element, "/S") or "/")[1:]


def tree_rules(model):
    root = model.catalogue.get("/StructTreeRoot")
    top = [element for element in model.elements() if model.get(element).get("/P") == root]
    if [kind(model, element) for element in top] != ["Document"]:
        yield "tree.top", "not one Document at the top (A 6.7.3.3)"
    for element in model.elements():
        name = kind(model, element)
        if name not in STANDARD:
            yield "tree.type", f"the type {name} is not a standard one (A 6.7.3.4)"
        kids = [kid for kid in model.kids(element) if model.is_element(kid)]
        if any(model.get(kid).get("/P") != element for kid in kids):
            yield "tree.parent", "an element does not name the one that it is a kid of (P 14.7.2)"
        for kid in kids:
            if name not in PARENTS.get(kind(model, kid), {name}):
                yield "tree.place", f"{kind(model, kid)} inside {name} (U 7.2)"
        page = model.get(element).get("/Pg")
        if own_content(model, element)[0] and (not is_reference(page) or model.at(page, "/Type") != "/Page"):
            yield "tree.page", "content without a page (P 14.7.2)"
        language = model.at(element, "/Lang")
        if language is not None and not LANGUAGE.fullmatch(text_of(language) or ""):
            yield "tree.lang", "a language that is none (U 7.2)"


def heading_rules(model):
    last = 0
    for element in model.elements():
        match = re.fullmatch(r"H([1-6])", kind(model, element))
        if match:
            if int(match[1]) > last + 1:
                yield "heading.gap", f"H{match[1]} behind H{last} (U 7.4.2)"
            last = int(match[1])


def list_rules(model):
    for element in model.elements():
        if kind(model, element) != "L":
            continue
        items = [kid for kid in model.kids(element) if kind(model, kid) == "LI"]
        labelled = any(kind(model, kid) == "Lbl" for item in items for kid in model.kids(item) if model.is_element(kid))
        if labelled and model.attribute(element, "/List", "/ListNumbering") in (None, "/None"):
            yield "list.numbering", "a list with labels does not say how it is numbered (U 7.6)"
        if any(kind(model, kid) not in ("LI", "L", "Caption") for kid in model.kids(element) if model.is_element(kid)):
            yield "list.kids", "a list holds something other than items (U 7.2)"


def rows_of(model, table):
    """The rows of a table, those of its groups included."""
    for kid in model.kids(table):
        if kind(model, kid) == "TR":
            yield kid
        elif kind(model, kid) in ("THead", "TBody", "TFoot"):
            yield from (row for row in model.kids(kid) if kind(model, row) == "TR")


def table_rules(model):
    for table in (element for element in model.elements() if kind(model, element) == "Table"):
        names = [kind(model, kid) for kid in model.kids(table)]
        if "Caption" in names[1:-1]:
            yield "table.caption", "a caption that is neither first nor last (P 14.8.4.3)"
        if "THead" in names and "TBody" not in names:
            yield "table.body", "a head without a body (U 7.2)"
        widths, hanging = set(), {}
        for number, row in enumerate(rows_of(model, table)):
            width = sum(columns for until, columns in hanging.values() if until > number)
            for index, cell in enumerate(model.kids(row)):
                columns = model.attribute(cell, "/Table", "/ColSpan") or 1
                rows = model.attribute(cell, "/Table", "/RowSpan") or 1
                width += columns
                if rows > 1:
                    hanging[number, index] = (number + rows, columns)
                if kind(model, cell) == "TH" and model.attribute(cell, "/Table", "/Scope") not in ("/Row", "/Column", "/Both"):
                    yield "table.scope", "a header cell without a scope (U 7.5)"
            widths.add(width)
        if len(widths) > 1:
            yield "table.rows", "rows of different lengths (U 7.2)"


def description_rules(model):
    for element in model.elements():
        name = kind(model, element)
        if name in ("Figure", "Formula") and not text_of(model.at(element, "/Alt")):
            yield "figure.alt", f"a {name} without a description (U 7.3, 7.7)"
        if name == "Figure" and len(model.attribute(element, "/Layout", "/BBox") or []) != 4:
            yield "figure.box", "a figure that does not say where it is (P 14.8.5.4.3)"


def id_rules(model):
    named = {model.at(element, "/ID"): element for element in model.elements() if model.at(element, "/ID")}
    if len(named) != sum(1 for element in model.elements() if model.at(element, "/ID")):
        yield "id.twice", "two elements of one ID (U 7.9)"
    if any(kind(model, element) == "Note" and not model.at(element, "/ID") for element in model.elements()):
        yield "id.note", "a note without an ID (U 7.9)"
    tree = dict(model.tree(model.at(model.catalogue, "/StructTreeRoot", "/IDTree")))
    if tree != named:
        yield "id.tree", "the tree of IDs is not that of the elements (P 14.7.2)"
    for element in model.elements():
        for header in model.attribute(element, "/Table", "/Headers") or []:
            if header not in named:
                yield "id.header", "a cell names a header that is not there (U 7.5)"


def link_rules(model):
    pages = model.pages()
    linked = {}
    for element in model.elements():
        objects = own_content(model, element)[1]
        if kind(model, element) == "Link" and not objects:
            yield "link.object", "a Link without its annotation (U 7.18.5)"
        for reference in objects:
            linked[reference] = kind(model, element)
    for page in pages:
        for reference in model.at(page, "/Annots") or []:
            annotation = model.get(reference)
            if annotation.get("/Subtype") != "/Link" or linked.get(reference) != "Link":
                yield "link.element", "an annotation that is not in a Link (U 7.18.5)"
            if annotation.get("/F") != 4:
                yield "link.print", "a link that is not printed (A 6.3.2)"
            if not text_of(annotation.get("/Contents")):
                yield "link.contents", "a link without a description (U 7.18.5)"
            if annotation.get("/Border") != [0, 0, 0]:
                yield "link.border", "a link with a border"
            quads = annotation.get("/QuadPoints")
            if quads is not None and len(quads) % 8 != 0:
                yield "link.quads", "a link's corners (P 12.5.6.5)"
            yield from action_rules(model, model.get(annotation.get("/A")) or {}, pages)


def action_rules(model, action, pages):
    if action.get("/S") == "/URI":
        if not re.fullmatch(r"[!-~]+", text_of(action.get("/URI")) or ""):
            yield "link.uri", "a URI that is none (P 12.6.4.7)"
    elif action.get("/S") == "/GoTo":
        target, element = action.get("/D"), action.get("/SD")
        if not isinstance(target, list) or target[0] not in pages:
            yield "link.target", "a link that leads nowhere"
        if not isinstance(element, list) or not model.is_element(element[0]):
            yield "link.structure", "a link that does not name the element it leads to"
    else:
        yield "link.action", f"the action {action.get('/S')} (A 6.5.1)"


RULES = (tree_rules, heading_rules, list_rules, table_rules, description_rules, id_rules, link_rules)
