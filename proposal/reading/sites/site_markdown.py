"""Brings the Markdown of Jekyll, Hugo and Quarto into the form that is read here: CommonMark.

Every line of a text stays a line, so that each of them knows where it was written.
"""

from __future__ import annotations

import re

from proposal.model.english_days import one_of
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE

_BLOCK_END = re.compile(r"</(?:h[1-6]|p|div|center|table|ul|ol|section)>\s*$", re.IGNORECASE)
"""`</div>`, at the end of a line."""
_TAG = re.compile(
    r"<(?:/(?P<closes>div|center|table|ul|ol|section|article|main|p)"
    r"|(?:div|center|table|ul|ol|section|article|main|p)\b(?P<attributes>[^<>]*)(?<!/))>",
    re.IGNORECASE,
)
"""`<div class="row">`, `<div markdown="1">`, `</section>`, but not `<p/>`."""
_AS_MARKDOWN = re.compile(r"\bmarkdown(?:-block)?=")
"""What says that an element holds Markdown: `markdown="1"`."""
_SPACED_PICTURE = re.compile(r"(!\[[^\[\]]*\]\()([^()<>\n\"]*\s[^()<>\n\"]*)(\))")
"""`![Logo](our logo.png)`, which is no picture to Markdown."""
_WITH_MARKDOWN = re.compile(
    r"(<(?P<tag>td|th|p|span|div|li|h[1-6])\b[^<>]*\bmarkdown=[\"']?(?:span|1"
    r"|block)[\"']?[^<>]*>)(?P<inner>.*?)(</(?P=tag)>)",
    re.DOTALL | re.IGNORECASE,
)
"""`<td markdown="span">**Room 114**</td>`"""
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\((https?://[^()\s]+|[^()\s]*)\)(?:\{:[^{}]*\})?")
"""`[Papers](papers.html){:target="_blank"}`"""
_STYLE = (
    (re.compile(r"\*\*([^*\n]+)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)"), r"<i>\1</i>"),
)
"""`**bold**`, `*italic*`"""
_ATTRIBUTES = re.compile(
    r"\{:[^{}\n]*\}|(?<=\])\{[.#][^{}\n]*\}|(?<=\))\{[^{}\n]*\}|(?<=\S)[ \t]+\{#[\w:-]+\}[ \t]*$",
    re.MULTILINE,
)
"""Examples: `{: .notice}`, `[text]{.button}`, `## Organizers {#organizers}`."""
_ALL_IS_MARKDOWN = re.compile(r"\{::options\b[^{}\n]*parse_block_html=\"true\"")
"""`{::options parse_block_html="true" /}`"""
_BOX = re.compile(r"\s*</?(?:div|section|center|article|main)\b[^<>]*>\s*", re.IGNORECASE)
"""`<div class="row">`, `</div>`"""
_DEFINITION = re.compile(r"^:[ \t]+(?P<text>\S.*)$")
"""What is said of the line before it: `: University of Testing`."""
_NO_TERM = re.compile(r"^\s*(?:$|[-*+#>|:<\d`]|\{)")
"""A line above `: text` that is no term of a definition: `- item`, `# Heading`, `| cell |`."""
_FENCE = re.compile(
    r"^(?P<indent>[ \t]*):{3,}[ \t]*(?:\{(?P<attributes>[^{}]*)\}|(?P<name>[\w-]+))?"
    r"(?:\[(?P<label>[^\[\]]*)\])?(?P<title>.*?)[ \t:]*$"
)
"""The beginning or the end of a box of Pandoc's, MyST's or Docusaurus'.

Examples: `::: {.callout-note title="Hint"}`, `:::tip[Hint]`, `:::{note} Hint`, `:::`.
"""
_PART_OF_CARD = re.compile(r"[ \t]*(?:\+{3}|\^{3})[ \t]*")
"""What parts the head, the text and the foot of a card of MyST: `^^^` and `+++`."""
_OPTION = re.compile(r"^[ \t]*:(?P<key>[a-z][\w-]*):[ \t]*(?P<value>.*?)[ \t]*$")
"""An option of a box of MyST, in the lines right below its beginning: `:link: https://…`."""
_OF_LOOKS = re.compile(
    r"(?:class|columns|gutter|margin|padding|text-align|shadow|width|link-type|link-alt)(?:-[\w-]+)?"
)
"""Keys that say how something looks: `margin-top`, `columns`."""
_BOX_TITLE = re.compile(r"\btitle\s*=\s*([\"'])(?P<title>.+?)\1")
"""`{.callout-note title="Please note"}`"""
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(?P<title>\S.*?)[ \t]*#*[ \t]*$")
"""`## Important dates ##`"""


def kramdown(text: str) -> list[tuple[int, str]]:
    """The lines of a text of Jekyll's Markdown as CommonMark reads it the same way.

    HTML reaches to the end of its element, and not to the next empty line.

    Returns:
        Each line, behind the number of the line of the text that it was.
    """
    opened, is_literal, made = list[bool](), False, list[tuple[int, str]]()
    lines = _with_lists_of_terms(_BREAK.sub("<br>", commonmark(text)).split("\n"))
    if _ALL_IS_MARKDOWN.search(text):
        return [part for index, line in enumerate(lines) for part in _apart(index, line)]
    unfinished = ""
    for index, line in enumerate(lines):
        is_literal = _in_literal(line, is_literal)
        is_inside = bool(opened) and not opened[-1] and not is_literal
        before = list(opened)
        _open_and_close(opened, line)
        begins, ends = len(opened) > len(before) and opened[-1], before > opened and before[-1]
        if is_inside and not line.strip():
            made += [] if unfinished else [(index, "<!-- -->")]
            continue
        unfinished = _unfinished(f"{unfinished}{line}")
        is_markup = is_inside or line.lstrip().startswith("<")
        made += [(index, "")] if ends else []
        made.append((index, line.lstrip() if is_markup else line))
        made += [(index, "")] if begins else []
        following = lines[index + 1] if index + 1 < len(lines) else ""
        is_end = not opened and _BLOCK_END.search(line) is not None
        if is_end and following.strip() and not re.match(r"\s*<", following):
            made.append((index, ""))
    return made


def _open_and_close(opened: list[bool], line: str) -> None:
    """Note which elements a line opens and closes, each with whether it holds Markdown."""
    for tag in _TAG.finditer(line):
        if not tag["closes"]:
            opened.append(_AS_MARKDOWN.search(tag["attributes"]) is not None)
        elif opened:
            opened.pop()


_BREAK = re.compile(r"(?<=\S)\\\\[ \t]*$", re.MULTILINE)
"""Two backslashes that break a line: `June 26, 2026, Lyon\\\\`."""


def _apart(index: int, line: str) -> list[tuple[int, str]]:
    """A line; the tag of a box stands alone, so that what it holds is Markdown."""
    return (
        [(index, ""), (index, line.strip()), (index, "")]
        if _BOX.fullmatch(line)
        else [(index, line)]
    )


def _unfinished(text: str) -> str:
    """The beginning of a comment or a tag at the end of a text, if it does not end there."""
    comment = text.rfind("<!--")
    if comment > text.rfind("-->"):
        return "<!--"
    match = _OPEN_TAG.search(text)
    return "<a " if match else ""


_OPEN_TAG = re.compile(r"<[A-Za-z][^<>]*$")
"""A tag that goes on in the next line: `<a class="button"`."""


def _with_lists_of_terms(lines: list[str]) -> list[str]:
    """Lines whose terms with what is said of them, as kramdown has them, are items of lists."""
    made = list(lines)
    for index in range(1, len(lines)):
        match = _DEFINITION.match(lines[index])
        if match is None:
            continue
        is_first = not _NO_TERM.match(lines[index - 1]) and made[index - 1] == lines[index - 1]
        if is_first:
            made[index - 1] = f"- {lines[index - 1].strip()}<br>"
            made[index] = f"  {match['text']}"
        elif made[index - 1] != lines[index - 1]:
            made[index] = f"  <br>{match['text']}"
    return made


def _in_literal(line: str, is_literal: bool) -> bool:
    """Whether a line is within `pre`, whose spaces count."""
    if re.search(r"<pre\b", line):
        return "</pre>" not in line
    return is_literal and "</pre>" not in line


_ADMONITION = re.compile(
    r"^(?P<indent>[ \t]*)(?:!!!|\?{3}\+?)[ \t]+[\w -]+?(?:[ \t]+\"(?P<title>[^\"]*)\")?[ \t]*$"
)
"""The head of a box in MkDocs' Markdown, whose text is indented: `!!! tip "9:00 - Keynote"`."""
_ICON = re.compile(r":(?:material|octicons|fontawesome|simple)-[\w-]+:[ \t]*")
"""`:material-calendar: Program`"""


def _without_admonitions(text: str) -> str:
    """A text whose boxes are paragraphs with their titles in bold above them."""
    if "!!!" not in text and "???" not in text:
        return text
    made, depth = [], None
    for line in text.split("\n"):
        if match := _ADMONITION.match(line):
            depth = len(match["indent"])
            title = match["title"]
            made.append(f"{match['indent']}{_in_bold(title)}" if title else "")
            continue
        is_inside = depth is not None and (not line.strip() or line[depth:].startswith("    "))
        made.append(line[:depth] + line[(depth or 0) + 4 :] if is_inside and line.strip() else line)
        depth = depth if is_inside else None
    return "\n".join(made)


def _without_fences(text: str) -> str:
    """A text without the fences of Pandoc's boxes; a title of a callout is bold, as it is shown.

    Quarto takes the title of a callout from `title="…"`, or from the heading in its first line.
    """
    if ":::" not in text:
        return text
    made, begins, depth = list[str](), False, 0
    for line in _with_options_read(text.split("\n")):
        fence = _FENCE.match(line)
        if fence is not None:
            said = fence["attributes"] or fence["name"] or ""
            is_callout = "callout" in said
            titled = _BOX_TITLE.search(said) if is_callout else None
            title = titled["title"] if titled else fence["label"] or fence["title"].strip()
            title = "" if re.fullmatch(r"[\d\s]+", title) else title  # columns: {grid} 1 2 3
            made.append(f"{fence['indent']}{_in_bold(title)}" if title else "")
            begins = is_callout and not title
            depth = depth + 1 if said or title else depth - 1
        elif depth > 0 and _PART_OF_CARD.fullmatch(line):
            made.append("")
        elif begins and (heading := _HEADING.match(line)):
            made.append(_in_bold(heading["title"]))
            begins = False
        else:
            made.append(line)
            begins = begins and not line.strip()
    return "\n".join(made)


def _with_options_read(lines: list[str]) -> list[str]:
    """Lines whose boxes of MyST have no options: a link is one of the title, looks are left out."""
    made, head = list[str](), None
    for line in lines:
        option = _OPTION.match(line) if head is not None else None
        if option is None or head is None:
            fence = _FENCE.match(line)
            head = len(made) if fence and fence["title"].strip() else None
            made.append(line)
        elif option["key"] == "link" and option["value"].startswith("http"):
            title = str(_FENCE.sub(r"\g<title>", made[head])).strip()
            made[head] = made[head].replace(title, f"[{title}]({option['value']})")
            made.append("")
        else:
            made.append("" if _OF_LOOKS.fullmatch(option["key"]) else line)
    return made


def _in_bold(title: str) -> str:
    """A title of a box on a line of its own."""
    return f"**{title.replace('**', '').strip()}**  "


_MARK = r"(?:\d{1,2}|[a-z*†‡§])"
_RAISED = re.compile(
    rf"(?<=[^\W\d_])\^({_MARK}(?:,\s?{_MARK})*)\^|(?<![^\s,;])\^(\d{{1,2}})\^(?=\s?[^\W\d_])"
)
"""Raised numbers of Pandoc's: `Ann Author^1,2^`, `^1^ University of Testing`."""


def _raised(match: re.Match[str]) -> str:
    return f"<sup>{match[1] or match[2]}</sup>"


def commonmark(text: str) -> str:
    """A text in Jekyll's, Hugo's, Quarto's or MkDocs' Markdown without what only these know."""
    text = _RAISED.sub(_raised, _ICON.sub("", _without_admonitions(text)))
    text = _WITH_MARKDOWN.sub(_with_inner_markup, text)
    text = _SPACED_PICTURE.sub(
        lambda match: match[1] + re.sub(r"\s", "%20", match[2].strip()) + match[3], text
    )
    return _DAY_IN_FRONT.sub(r"\1\\.", _ATTRIBUTES.sub("", _without_fences(text)))


def _with_inner_markup(match: re.Match[str]) -> str:
    """An element that holds Markdown with HTML in it; a box of several lines stays as it is."""
    if "\n" in match["inner"] and match["tag"].casefold() == "div":
        return match[0]
    return match[1] + with_inline_markup(match["inner"]) + match[4]


_GIVEN_NAME = r"(?:april|august|juli|juni|mai)[ \t]+(?-i:[A-Z])[^\W\d_]+,"
"""Somebody who is called like a month, as in a numbered list: `1. April Example, Sample Lab`."""
_DAY_IN_FRONT = re.compile(
    rf"^([ \t]*\d{{1,2}})\.(?=[ \t]+(?!{_GIVEN_NAME})"
    r"(?:(?:und|bis|og|och|ja|a|až|en|i)[ \t]+\d{1,2}\.?[ \t]+)?"
    rf"(?:{one_of(MONTHS_ELSEWHERE)})\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""A day with which a line begins, and no item of a list: `26. Juni 2026`, `3. a 4. června`."""


def with_inline_markup(text: str) -> str:
    """A text with links, bold and italics as HTML: within HTML, no Markdown is read."""
    bare = _LINK.sub(r'<a href="\2">\1</a>', text)
    for pattern, markup in _STYLE:
        bare = pattern.sub(markup, bare)
    return bare
