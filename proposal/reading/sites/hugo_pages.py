"""The published pages of Hugo's sources, with the words of their shortcodes."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.liquid_expansion import ExpansionLog
from proposal.reading.sites.page_maker import SourceText, made_document, source_text
from proposal.reading.sites.place_marks import PlaceMarks, SourceLine
from proposal.reading.sites.source_page import PageRole, SourcePage
from proposal.reading.sites.source_tree import HTML, MARKDOWN, NO_PAGES, walk
from proposal.reading.source_document import read_document

_SHORTCODE = re.compile(r"\{\{([<%])\s*(/?)\s*([\w./-]+)((?:[^{}]|\{[^{]|\}[^}])*?)/?\s*[>%]\}\}")
_ARGUMENT = re.compile(r"""(?:([\w-]+)\s*=\s*)?("(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`=]+)""")
_TEXT_KEYS = ("title", "name", "text", "caption", "heading", "label", "alt", "subtitle", "content")
_NEWS = {"post", "posts", "news", "blog"}


def hugo_pages(
    root: Path, config: Mapping[str, Any], log: ExpansionLog, unpublished: Counter[str]
) -> Iterator[SourcePage]:
    """The pages of a site of Hugo's.

    Args:
        root: the site's folder.
        config: its configuration.
        log: takes what could not be expanded.
        unpublished: takes the number of drafts.
    """
    content = root / str(config.get("contentDir") or config.get("contentdir") or "content")
    if content.is_dir() and content.resolve().is_relative_to(root.resolve()):
        for file in walk(content, lambda _folder: True):
            if file.suffix.lower() not in MARKDOWN | HTML or file.stem.lower() in NO_PAGES:
                continue
            text = source_text(file)
            if text is None:
                continue
            if reason := _hidden(text.front):
                unpublished[reason] += 1
                continue
            yield _page(text, file.relative_to(content), root, log)
    if (root / "static").is_dir():
        for file in walk(root / "static", lambda _folder: True):
            if file.suffix.lower() in HTML and file.stem.lower() not in NO_PAGES:
                document, _ = read_document(file, DocumentForm.HTML)
                if document is not None:
                    path = file.relative_to(root / "static").as_posix()
                    yield SourcePage(document, f"static/{path}", f"/{path}")


def _hidden(front: Mapping[str, Any]) -> str:
    """Why a page is not published; empty if it is."""
    if front.get("draft") is True:
        return "draft"
    return "not active" if front.get("active") is False else ""


def _page(text: SourceText, path: Path, root: Path, log: ExpansionLog) -> SourcePage:
    log.place = text.body_spans[0]
    marks = PlaceMarks(SourceLine(text.body_spans[0], ""))
    marked = marks.marked_template(text.body, text.body_spans)
    made = marks.made(_SHORTCODE.sub(lambda found: _words_of(found, log), marked))
    is_news = bool(_NEWS & set(path.parts[:-1])) and path.stem != "_index"
    return SourcePage(
        made_document(text, made),
        text.file.relative_to(root).as_posix(),
        _address(text.front, path),
        PageRole.NEWS if is_news else PageRole.PAGE,
    )


def _address(front: Mapping[str, Any], path: Path) -> str:
    if url := str(front.get("url") or ""):
        return url if url.startswith("/") else f"/{url}"
    parts = list(path.parts[:-1])
    if path.stem not in {"index", "_index"} and not path.stem.startswith("index."):
        parts.append(str(front.get("slug") or path.stem))
    return f"/{'/'.join(parts)}/" if parts else "/"


def _words_of(match: re.Match[str], log: ExpansionLog) -> str:
    """What a shortcode shows, as far as its arguments say that."""
    is_end, name = bool(match[2]), match[3]
    named: dict[str, str] = {}
    plain: list[str] = []
    for argument in _ARGUMENT.finditer(match[4]):
        value = argument[2].strip('"`')
        if argument[1]:
            named[argument[1]] = value
        else:
            plain.append(value)
    if name in {"ref", "relref"}:
        return plain[0] if plain else ""
    if name in {"figure", "img", "image"}:
        source = named.get("src", plain[0] if plain else "")
        alternative = named.get("alt", "")
        shown = " ".join(named.get(key, "") for key in ("title", "caption")).strip()
        picture = f'<img src="{html.escape(source)}" alt="{html.escape(alternative)}">'
        return f"{picture} {shown}".strip()
    if is_end:
        return ""
    words = [named[key] for key in _TEXT_KEYS if key in named]
    words += [value for value in plain if " " in value]
    log.add(f"the shortcode `{name}`")
    return " ".join(words)
