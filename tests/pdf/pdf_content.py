"""Rules of page content, its marks, and the parent tree that leads from them to elements."""

from pdf_model import is_reference, operators

PAINTING = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "Tj", "TJ", "'", '"', "sh", "BI"}
SHOWING = {"Tj", "TJ", "'", '"'}
RESTORES_MOST = 28


def marked_content(model, page):
    """(MCIDs in order, faults) of a page."""
    mcids, faults, stack, saved, text = [], [], [], 0, None
    for operator, operands in operators(model.content(page)):
        if operator in ("BDC", "BMC"):
            tag, properties = operands[0], b" ".join(operands[1:])
            if b"/MCID" in operands:
                mcids.append(int(operands[operands.index(b"/MCID") + 1]))
            kind = "artifact" if tag == b"/Artifact" else "content" if b"/MCID" in operands else "span"
            if kind == "span" and b"/ActualText" not in properties:
                faults.append(("content.mark", f"a mark that says nothing: {tag.decode()}"))
            if kind != "span" and any(other != "span" for other in stack):
                faults.append(("content.nested", "marked content inside marked content (U 7.1)"))
            stack.append(kind)
        elif operator == "EMC":
            if not stack:
                faults.append(("content.balance", "marked content ends that never began"))
            else:
                stack.pop()
        elif operator in PAINTING and not any(kind != "span" for kind in stack):
            faults.append(("content.unmarked", f"{operator} outside all marked content (U 7.1)"))
        elif operator == "q":
            saved += 1
            if saved > RESTORES_MOST:
                faults.append(("content.saved", "the graphics state is saved too often (A 6.1.13)"))
        elif operator == "Q":
            saved -= 1
        elif operator == "Tf":
            text = operands[0].decode()
        if operator in SHOWING and shows_nothing(model, page, text, operands):
            faults.append(("content.notdef", "a glyph that the font does not have (A 6.2.11.8)"))
    if stack:
        faults.append(("content.balance", "marked content that never ends"))
    return mcids, faults


def shows_nothing(model, page, font, operands):
    """Whether a string of two-byte codes has glyph 0, .notdef."""
    if model.at(page, "/Resources", "/Font", font, "/Encoding") != "/Identity-H":
        return False
    for operand in operands:
        digits = b"".join(operand[1:-1].split()) if operand.startswith(b"<") else b""
        if any(digits[i:i + 4] == b"0000" for i in range(0, len(digits), 4)):
            return True
    return False


def content_rules(model):
    for page in model.pages():
        mcids, faults = marked_content(model, page)
        yield from faults
        if mcids != list(range(len(mcids))):
            yield "content.mcid", "the marks of a page are not numbered one after the other"


def own_content(model, element):
    """(page, MCID) and annotations that are kids of the element itself."""
    marks, objects = [], []
    for kid in model.kids(element):
        if isinstance(kid, int):
            marks.append((model.get(element).get("/Pg"), kid))
        elif isinstance(kid, dict) and kid.get("/Type") == "/MCR":
            marks.append((kid.get("/Pg", model.get(element).get("/Pg")), kid["/MCID"]))
        elif isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
            objects.append(kid["/Obj"])
    return marks, objects


def parent_rules(model):
    tree = dict(model.tree(model.at(model.catalogue, "/StructTreeRoot", "/ParentTree")))
    owner = {}
    for element in model.elements():
        marks, objects = own_content(model, element)
        for mark in marks + objects:
            if mark in owner:
                yield "parents.twice", f"{mark} belongs to two elements"
            owner[mark] = element
    for page in model.pages():
        parents = model.get(tree.get(model.at(page, "/StructParents"))) or []
        mcids, _ = marked_content(model, page)
        if len(parents) != len(mcids):
            yield "parents.length", "a page's entry in the parent tree has not all its marks (P 14.7.4.4)"
        for mcid, parent in enumerate(parents):
            if owner.get((page, mcid)) != parent:
                yield "parents.element", "the parent tree and the elements do not agree (P 14.7.4.4)"
        for mcid in mcids:
            if (page, mcid) not in owner:
                yield "parents.lost", "real content that no element has (A 6.7.3)"
        for annotation in model.at(page, "/Annots") or []:
            if tree.get(model.at(annotation, "/StructParent")) != owner.get(annotation) or annotation not in owner:
                yield "parents.annotation", "a link outside the structure (U 7.18.1)"
    for key, value in tree.items():
        if is_reference(value) and model.get(value) is None:
            yield "parents.element", f"entry {key} of the parent tree leads nowhere"


RULES = (content_rules, parent_rules)
