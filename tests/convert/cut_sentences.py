"""The drafts whose pages cut sentences, and the one where nothing may be joined: their text as HTML, block by block, and what the
report says of each page's end, with its line."""

import html
import os
import re
import subprocess
import tempfile

from tap import check, finish, top_srcdir

DRAFTS = os.path.join(top_srcdir, "fixtures/drafts")

# Of each draft: blocks that must stand in the output as they are here, how often the letterhead was found, and the findings about
# its pages: line, code, and words that the sentence holds.
WANTED = {
    "en-02-letterhead-markdown.md": (
        ["Members considered a draft protocol under which a harbour master may open a berth without waiting for an order from the "
         "capital. Several members asked for more time to consult, and the Co-Chairs proposed that comments be sent to the secretariat "
         "by the end of July so that a clean text can be circulated in August.",
         "Members welcomed the offer of one delegation to host a table-top exercise. The exercise will be open to coast guards and to "
         "medical and consular services of all member states."],
        2, [(19, "rejoin.joined", "“sent to the” and “secretariat by the”")]),
    "en-03-page-numbers-form-feed.txt": (
        ["Experts agreed that training should begin with the genuine document. An officer who knows how a true page feels will recognise "
         "a false one without an instrument, and this knowledge lasts longer than any list of forgeries.",
         "an exchange of officers for periods of four weeks, the cost to be borne by the sending state.",
         "The Chair thanked the host and closed the meeting."],
        3, [(19, "rejoin.joined", "without the hyphen"), (34, "rejoin.joined", "“sending state.”"),
            (18, "recognise.page-number", "found 3 times")]),
    "en-04-other-tagline-form-feed.txt": (
        ["We recognise that a ship in distress reaches a city before it reaches a state. Our quays, clinics and schools are the first to "
         "receive those who land, and they need plans that do not depend on the goodwill of one official."],
        2, [(18, "rejoin.joined", "“depend on the” and “goodwill of one”"), (17, "recognise.page-number", "found 2 times")]),
    "en-05-do-not-join.txt": (
        ["The Bali Process was mentioned by several speakers as a place where such questions can be raised without preparing a position "
         "first.",
         "Speakers asked for guidance on the following points:", "how long a device may be kept;",
         "what a court in another state will accept", "Next steps",
         "iPhone and Android extracts will be compared by the laboratory of one member state.", "Members thanked the trainers",
         "Annex: list of devices examined"],
        4, [(16, "rejoin.apart", "“the following points:”"), (22, "rejoin.apart", "“Next steps”"),
            (30, "rejoin.possible-cut", "“thanked the trainers”")]),
    "en-16-cut-in-bold-and-list.md": (
        ["Members stressed that return must be voluntary wherever this is possible, and dignified in every case. They agreed on three "
         "points:",
         "the costs of the journey are paid by the state that decides on it, and not by the person;",
         "children travel with someone whom they know."],
        3, [(13, "rejoin.joined", "“possible, and dignified”"), (22, "rejoin.joined", "“state that decides”")]),
    "id-fair-recruitment.md": (
        ["Para anggota membahas pelindungan pekerja migran dari eksploitasi dan mendengarkan paparan tentang pemanfaatan teknologi dalam "
         "perekrutan tenaga kerja."],
        2, [(23, "rejoin.joined", "“teknologi dalam perekrutan”")]),
}


def blocks_of(page):
    """The text of each paragraph, item and heading."""
    article = page[page.index("<main"):] if "<main" in page else page
    article = re.sub(r"<(p|li|h[1-6]|td|th|dt|dd|div|ul|ol|section)\b[^>]*>", "\n", article)
    text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(p|li|h[1-6]|td|th|dt|dd|div|ul|ol|section)>", "\n", article)))
    return [" ".join(line.split()) for line in text.replace("\u2060", "").split("\n")]


def convert(draft, folder):
    """Its blocks, and its findings: line, code, sentence."""
    output = os.path.join(folder, draft + ".html")
    said = subprocess.run([os.environ["LETTERPRESS"], os.path.join(DRAFTS, draft), "-o", output, "-v", "--diagnostics", "short"],
                          capture_output=True, text=True)
    if said.returncode:
        return [], [(0, "exit", said.stderr)]
    findings = [(int(line), code, sentence) for line, sentence, code in
                re.findall(r":(\d+):\d+: \w+: (.*) \[([a-z.-]+)\]$", said.stderr, re.M)]
    with open(output, encoding="utf-8") as page:
        return blocks_of(page.read()), findings


with tempfile.TemporaryDirectory() as work:
    for draft, (wanted, heads, said) in WANTED.items():
        blocks, findings = convert(draft, work)
        check(f"{draft}: sentences are whole, and what is two stays two",
              [f"no block “{text}”" for text in wanted if not any(block.endswith(text) and len(block) < len(text) + 8 for block in blocks)])
        check(f"{draft}: its letterhead is left out",
              [f"{code}: {sentence}" for _, code, sentence in findings if code == "recognise.letterhead"
               and f"found {heads} times" not in sentence] or
              ["it was not found"] * (not any(code == "recognise.letterhead" for _, code, _ in findings)))
        told = [finding for finding in findings if finding[1].startswith("rejoin.") or finding[1] == "recognise.page-number"]
        check(f"{draft}: each page's end is told, with its line",
              [f"{line}: {code} “{words}” is not among {told}" for line, code, words in said
               if not any(line == at and code == what and words in sentence for at, what, sentence in told)] or
              [f"{len(told)} findings, not {len(said)}"] * (len(told) != len(said)))
finish()
