"""The published pages of Jekyll's sources, expanded as Jekyll expands them."""

from __future__ import annotations

import fnmatch
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.kramdown import from_kramdown
from proposal.reading.sites.liquid_expansion import ExpansionLog, JekyllEnvironment
from proposal.reading.sites.liquid_filters import markdown_to_html
from proposal.reading.sites.page_maker import SourceText, made_document, source_text
from proposal.reading.sites.source_page import PageRole, SourcePage
from proposal.reading.sites.source_tree import HTML, MARKDOWN, NO_PAGES, data_tree, walk
from proposal.reading.source_document import read_document
from proposal.source.text import Text

_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)-(.+)")
_OWN_FOLDERS = {"_pages", "_tabs"}
"""Folders with an underscore that themes have their pages in, if no configuration says so."""


@dataclass(frozen=True, slots=True)
class _JekyllFile:
    """A page, a post or an item of a collection before it is expanded."""

    text: SourceText
    path: str
    role: PageRole
    collection: str
    front: dict[str, Any]
    address: str


@dataclass(slots=True)
class JekyllPages:
    """The sources of a site of Jekyll's, or a folder of Markdown."""

    root: Path
    config: Mapping[str, Any]
    log: ExpansionLog
    data: dict[str, Any] = field(default_factory=dict)
    collections: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    unpublished: Counter[str] = field(default_factory=Counter)

    def pages(self) -> Iterator[SourcePage]:
        """The pages that are published."""
        self.data = data_tree(self.source / str(self.config.get("data_dir") or "_data"))
        if drafts := sum(1 for _ in (self.source / "_drafts").glob("*.md")):
            self.unpublished["draft"] += drafts
        files = list(self._files())
        environment = self._environment()
        site = self._site(files)
        for file in files:
            page = {**file.front, "url": file.address, "path": file.path}
            page |= {"content": file.text.body, "name": file.text.file.name}
            page["collection"] = file.collection or None
            is_html = file.text.file.suffix.lower() in HTML
            made = environment.expand(
                file.text.body,
                file.text.body_spans,
                {"site": site, "page": page, "layout": {}},
                (lambda text: text) if is_html else from_kramdown,
            )
            document = made_document(file.text, made)
            yield SourcePage(document, file.path, file.address, file.role, file.collection)
        yield from self._static_pages(files)

    @property
    def source(self) -> Path:
        """The folder of the sources, which the configuration may name."""
        named = str(self.config.get("source") or "").strip("./")
        folder = self.root / named
        return folder if named and folder.is_dir() else self.root

    def _environment(self) -> JekyllEnvironment:
        includes = self.source / str(self.config.get("includes_dir") or "_includes")
        url = str(self.config.get("url") or "")
        address = (url, str(self.config.get("baseurl") or ""))
        return JekyllEnvironment(self.source, includes, self.log, address)

    # The files

    def _collection_names(self) -> set[str]:
        named = self.config.get("collections")
        if isinstance(named, Mapping):
            return {str(name) for name in named}
        return {str(name) for name in named} if isinstance(named, list) else set()

    def _enters(self, folder: Path) -> bool:
        name = folder.name
        if self._is_excluded(folder):
            return False
        if not name.startswith("_"):
            return True
        included = self.config.get("include")
        listed = (
            {str(item).strip("/") for item in included} if isinstance(included, list) else set()
        )
        known = _OWN_FOLDERS | listed | {"_posts"}
        known |= {f"_{collection}" for collection in self._collection_names()}
        return name in known

    def _is_excluded(self, path: Path) -> bool:
        excluded = self.config.get("exclude")
        name = path.relative_to(self.source).as_posix()
        return isinstance(excluded, list) and any(
            fnmatch.fnmatch(name, str(pattern).strip("/")) for pattern in excluded
        )

    def _files(self) -> Iterator[_JekyllFile]:
        names = {file.stem.lower() for file in self.source.glob("*") if file.is_file()}
        has_home = "index" in names or bool(list(self.source.glob("_pages/index.*")))
        for file in walk(self.source, self._enters):
            ending = file.suffix.lower()
            if ending not in MARKDOWN | HTML or self._is_excluded(file):
                continue
            stem = file.stem.lower()
            is_home = stem == "readme" and not has_home and file.parent == self.source
            if stem in NO_PAGES and not is_home:
                continue
            text = source_text(file)
            if text is None or (ending in HTML and not text.has_front):
                continue
            made = self._described(text, is_home=is_home)
            if made is not None:
                yield made

    def _static_pages(self, files: list[_JekyllFile]) -> Iterator[SourcePage]:
        """Pages of HTML that are copied as they are."""
        known = {file.text.file for file in files}
        for file in walk(self.source, self._enters):
            if file.suffix.lower() not in HTML or file in known or self._is_excluded(file):
                continue
            inner = file.relative_to(self.source).parts
            if file.stem.lower() in NO_PAGES or any(part.startswith("_") for part in inner):
                continue
            document, _ = read_document(file, DocumentForm.HTML)
            if document is not None and document.form is DocumentForm.HTML:
                path = file.relative_to(self.source).as_posix()
                yield SourcePage(document, path, f"/{path}")

    def _described(self, text: SourceText, *, is_home: bool) -> _JekyllFile | None:
        path = text.file.relative_to(self.source)
        collection = next(
            (part[1:] for part in path.parts[:-1] if part[1:] in self._collection_names()
             and part.startswith("_")), "",
        )  # fmt: skip
        role = PageRole.ITEM if collection else PageRole.PAGE
        if "_posts" in path.parts:
            role, collection = PageRole.NEWS, "posts"
        if collection in {"pages", "tabs"}:
            role = PageRole.PAGE
        front = {**self._defaults(path.as_posix(), collection or "pages"), **text.front}
        if front.get("published") is False or front.get("draft") is True:
            self.unpublished["not published" if "published" in front else "draft"] += 1
            return None
        front.setdefault("title", _title_of(text) or "")
        address = "/" if is_home else self._address(front, path, collection, role)
        return _JekyllFile(text, path.as_posix(), role, collection, front, address)

    def _defaults(self, path: str, kind: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        defaults = self.config.get("defaults")
        for entry in defaults if isinstance(defaults, list) else ():
            scope = entry.get("scope") if isinstance(entry, Mapping) else None
            given = entry.get("values") if isinstance(entry, Mapping) else None
            if not isinstance(scope, Mapping) or not isinstance(given, Mapping):
                continue
            folder = str(scope.get("path") or "").strip("/")
            is_inside = not folder or path.startswith(folder) or fnmatch.fnmatch(path, folder)
            if is_inside and scope.get("type") in {None, "", kind}:
                values |= given
        return values

    def _address(
        self, front: Mapping[str, Any], path: Path, collection: str, role: PageRole
    ) -> str:
        if permalink := str(front.get("permalink") or ""):
            return _filled(permalink, path, collection)
        parts = [part for part in path.parts[:-1] if part not in _OWN_FOLDERS]
        if collection and role is not PageRole.PAGE:
            settings = self.config.get("collections")
            setting = settings.get(collection) if isinstance(settings, Mapping) else None
            permalink = str(setting.get("permalink") or "") if isinstance(setting, Mapping) else ""
            return _filled(permalink or "/:collection/:name", path, collection)
        folder = "/".join(part.removeprefix("_") for part in parts)
        begin = f"/{folder}/" if folder else "/"
        if path.stem.lower() in {"index", "_index"}:
            return begin
        is_pretty = str(self.config.get("permalink") or "") == "pretty"
        return f"{begin}{path.stem}/" if is_pretty else f"{begin}{path.stem}.html"

    # What templates see

    def _site(self, files: list[_JekyllFile]) -> dict[str, Any]:
        values: dict[str, list[dict[str, Any]]] = {name: [] for name in self._collection_names()}
        values["posts"], pages = [], []
        for file in files:
            item = self._item(file)
            if file.role is PageRole.PAGE:
                pages.append(item)
            if file.collection:
                values.setdefault(file.collection, []).append(item)
        for name, items in values.items():
            items.sort(key=lambda item: str(item["date"] or item["path"]))
            if name == "posts":
                items.reverse()
        self.collections = {name: items for name, items in values.items() if name != "posts"}
        site: dict[str, Any] = {**self.config, "data": self.data, "pages": pages, **values}
        site["html_pages"] = site["documents"] = pages
        site["collections"] = [{"label": name, "docs": items} for name, items in values.items()]
        site.setdefault("baseurl", "")
        return site

    def _item(self, file: _JekyllFile) -> dict[str, Any]:
        dated = _DATED.match(Path(file.path).stem)
        body = file.text.body.strip("\n")
        skipped = file.text.body[: len(file.text.body) - len(file.text.body.lstrip("\n"))]
        spans = file.text.body_spans[skipped.count("\n") :] or file.text.body_spans
        is_html = file.text.file.suffix.lower() in HTML
        content = body if is_html or not body else markdown_to_html(body)
        date = file.front.get("date")
        slug = dated[4] if dated else Path(file.path).stem
        return {
            **file.front,
            "url": file.address,
            "path": file.path,
            "relative_path": file.path,
            "name": file.text.file.name,
            "slug": slug,
            "id": file.address,
            "collection": file.collection,
            "date": date or ("-".join(dated.groups()[:3]) if dated else None),
            "content": Text(content, ((0, spans[0]),)),
            "excerpt": file.front.get("excerpt")
            or Text(content.partition("\n\n")[0], ((0, spans[0]),)),
        }


def _title_of(text: SourceText) -> str:
    heading = re.search(r"^#[ ]+(\S[^\n]*)$", text.body, re.MULTILINE)
    return heading[1] if heading else ""


def _filled(permalink: str, path: Path, collection: str) -> str:
    dated = _DATED.match(path.stem)
    year, month, day, slug = dated.groups() if dated else ("", "", "", path.stem)
    inner = path.parent.as_posix().removeprefix(f"_{collection}").strip("/")
    values = {
        "collection": collection,
        "year": year,
        "month": month,
        "day": day,
        "title": slug,
        "slug": slug,
        "name": slug,
        "path": f"{inner}/{slug}".strip("/"),
        "basename": slug,
        "categories": "",
        "output_ext": ".html",
    }
    filled = re.sub(r":(\w+)", lambda found: values.get(found[1], ""), permalink)
    return re.sub(r"/{2,}", "/", f"/{filled}")
