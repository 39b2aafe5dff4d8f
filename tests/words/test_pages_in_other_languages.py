"""Editions in other languages: every fixed word is in the catalogue, and comes from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from proposal.build.pages import render_pages
from proposal.edition.edition import Edition
from proposal.project import Project, load
from proposal.words.catalogue import catalogue_files, read_catalogue
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"
MADE_UP = "eo"
"""A language that Babel knows and the program has no words in."""

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """An edition in a language whose words are English ones between brackets."""
    workspace = Workspace.of_careful_engines(tmp_path_factory.mktemp("made-up") / "workshop")
    workspace.replace(EDITION, "language: en\n", "")
    workspace.replace("workshop.yaml", "accent:", f"language: {MADE_UP}\naccent:")
    place = workspace.data / "site" / "words" / f"{MADE_UP}.po"
    place.parent.mkdir()
    catalogue = read_catalogue(catalogue_files()["de"], MADE_UP)
    for message in catalogue:
        if message.id:
            texts = [message.id] if isinstance(message.id, str) else list(message.id)
            said = [f"⟦{text}⟧" for text in texts]
            message.string = said[0] if isinstance(message.id, str) else tuple(said)
    with place.open("wb") as file:
        write_po(file, catalogue)
    return load(workspace.root)


class _Words(HTMLParser):
    """Collects what a page shows or says: text, and attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self.inside.append(tag)
        said = {"alt", "aria-label", "title", "data-passed", "data-now", "data-own", "data-venue"}
        self.found += [value for name, value in attrs if name in said and value]

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.found.append(data)


_BIBTEX = re.compile(r'<pre id="bibtex">.*?</pre>', re.DOTALL)
"""A reference, whose fields are called the same in all languages."""


def words_of(page: str) -> Iterator[str]:
    """The words of a page that stand in no bracket."""
    parser = _Words()
    parser.feed(_BIBTEX.sub("", page))
    text, before = "\n".join(parser.found), ""
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    yield from re.findall(r"[^\W\d_]{3,}", text)


def words_of_data(edition: Edition, data: Path) -> set[str]:
    """All words that the data hold, and those of days in the language."""
    texts = [file.read_text() for file in data.rglob("*.*") if file.suffix in {".yaml", ".md"}]
    locale = edition.language.locale
    texts += [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    return set(re.findall(r"[^\W\d_]{3,}", " ".join(texts).casefold()))


_NAMES = {"atom", "bibtex", "ical", "markdown", "orcid", "pdf", "acm", "computing", "aoe", "utc"}
_NAMES |= {"classification", "system", "wet", "west", "mastodon", "bluesky", "linkedin", "min"}
_NAMES |= {"facebook", "instagram", "youtube", "doi", "engine", "kaj", "ris", "csl", "json"}
"""Names, signs of units and time zones, which are the same in all languages."""


def test_pages_of_the_website_have_no_word_beside_data_and_catalogue(bracketed: Project) -> None:
    edition = bracketed.editions["2027"]
    known = words_of_data(edition, bracketed.root / "data") | _NAMES
    pages = render_pages(bracketed).site.files
    strays = {
        (name, word)
        for name, content in pages.items()
        if name.endswith(".html")
        for word in words_of(content.decode())
        if word.casefold() not in known
    }
    assert strays == set()
    assert "⟦Important dates⟧" in pages["2027/index.html"].decode()


def test_calls_and_calendars_have_no_word_beside_data_and_catalogue(bracketed: Project) -> None:
    edition = bracketed.editions["2027"]
    known = words_of_data(edition, bracketed.root / "data") | _NAMES
    call = render_pages(bracketed).texts["2027"].files["cfp.txt"].decode()
    unwrapped = " ".join(call.split())
    assert {word for word in words_of(unwrapped) if word.casefold() not in known} == set()


@pytest.mark.parametrize("language", sorted(catalogue_files()))
def test_a_language_that_comes_with_the_program_has_all_words(language: str) -> None:
    for message in read_catalogue(catalogue_files()[language], language):
        if not message.id:
            continue
        texts = [message.string] if isinstance(message.string, str) else [*(message.string or [""])]
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        assert all(texts), message.id
        assert not message.fuzzy, message.id
        known = {name for text in ids for name in _PLACEHOLDER.findall(text)}
        free = {"number", "roman", "word"}
        for text in texts:
            assert set(_PLACEHOLDER.findall(text)) - free == known - free, message.id


def edition_in(language: str, workspace: Workspace) -> Project:
    workspace.replace(EDITION, "language: en", f"language: {language}")
    return load(workspace.root)


@pytest.fixture
def engines(tmp_path: Path) -> Workspace:
    return Workspace.of_careful_engines(tmp_path / "workshop")


def test_a_call_in_german_is_worded_as_german_calls_are(engines: Workspace) -> None:
    project = edition_in("de", engines)
    call = render_pages(project).texts["2027"].files["cfp.txt"].decode()
    assert "Einreichungsfrist" in call
    assert "Freitag, 20. November 2026, 23:59 AoE" in " ".join(call.split())
    assert "2. Workshop on Very Careful Engines" in call
    assert "noch bekannt gegeben" in call


def test_a_call_in_portuguese_is_worded_as_portuguese_calls_are(engines: Workspace) -> None:
    engines.write("editions/2027/overview.md", "É a {{ acronym }}.\n")
    pages = render_pages(edition_in("pt", engines))
    call, page = (
        " ".join(content.decode().replace("\N{NO-BREAK SPACE}", " ").split())
        for content in (pages.texts["2027"].files["cfp.txt"], pages.site.files["2027/index.html"])
    )
    assert "CHAMADA DE TRABALHOS: WCE 2027 II Workshop on Very Careful Engines" in call
    assert "quinta-feira - sexta-feira, 25 - 26 de fevereiro de 2027" in call
    assert "Comitê de programa" in call
    assert '<html lang="pt">' in page
    assert "Datas importantes" in page


def test_a_call_in_spanish_is_worded_as_spanish_calls_are(engines: Workspace) -> None:
    overview = "Es la {{ ordinal | ordinal_word | lower }} edición de {{ acronym | lower }}.\n"
    engines.write("editions/2027/overview.md", overview)
    project = edition_in("es", engines)
    pages = render_pages(project)
    call, page = (
        content.decode()
        for content in (pages.texts["2027"].files["cfp.txt"], pages.site.files["2027/index.html"])
    )
    assert "Es la II edición de wce." in page
    assert "En el marco de: Tenth Example Conference" in page
    assert "a un número especial de la revista Journal of Careful Engines" in " ".join(call.split())
    assert "CONVOCATORIA DE ARTÍCULOS: WCE 2027" in call
    assert "viernes, 20 de noviembre de 2026" in " ".join(call.split())
    assert "II Workshop on Very Careful Engines" in call
    assert "de 2 a 8 páginas" in call.casefold()


def test_pages_say_their_language(engines: Workspace) -> None:
    pages = render_pages(edition_in("de", engines)).site.files
    assert '<html lang="de">' in pages["2027/index.html"].decode()
    assert '"inLanguage": "de"' in pages["2027/index.html"].decode()
    assert '<html lang="en">' in pages["editions/index.html"].decode()


def test_pages_of_the_series_list_editions_in_their_own_language(engines: Workspace) -> None:
    pages = render_pages(edition_in("de", engines)).site.files
    assert "February\N{NO-BREAK SPACE}25–26, 2027" in pages["editions/index.html"].decode()
    assert "25.–26. Februar 2027" in pages["2027/index.html"].decode()


def test_the_tree_for_jekyll_lists_editions_in_the_language_of_the_series(
    engines: Workspace,
) -> None:
    tree = render_pages(edition_in("de", engines)).jekyll.files
    listed = tree["pages/all-editions.md"].decode()
    assert "February" in listed
    assert "Februar " not in listed
    assert "Learn more" in listed
    assert "Mehr dazu" not in listed


def test_an_unknown_language_is_refused_with_those_that_there_are(engines: Workspace) -> None:
    project = edition_in("fr", engines)
    found = [f for f in project.unresolved["2027"] if f.code == "unknown-language"]
    assert [f.message for f in found] == ["there are no words in the language `fr`"]
    assert found[0].hint is not None
    assert "choose one of de, en, es" in found[0].hint
    assert "docs/guide/languages.md" in found[0].hint


@pytest.mark.parametrize(
    ("written", "tag"), [("German", "de"), ("Deutsch", "de"), ("DE", "de"), ("es_ES", "es")]
)
def test_the_name_of_a_language_is_answered_with_its_tag(
    written: str, tag: str, engines: Workspace
) -> None:
    project = edition_in(written, engines)
    found = [f for f in project.diagnostics if f.code == "not-a-language"]
    assert [f.hint for f in found] == [f"write `language: {tag}`"]


def test_a_region_words_days_and_takes_the_words_of_the_language(engines: Workspace) -> None:
    language = edition_in("de-AT", engines).editions["2027"].language
    assert language.tag == "de-AT"
    assert language.gettext("Important dates") == "Wichtige Termine"


def test_a_value_that_a_catalogue_makes_up_is_an_error_at_its_line(engines: Workspace) -> None:
    engines.write(
        "site/words/fr.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "at most %(length)s"\nmsgstr "%(longueur)s au plus"\n',
    )
    project = edition_in("fr", engines)
    found = [f for f in project.unresolved["2027"] if f.code == "catalogue"]
    assert [f.message for f in found] == ["there is no value `%(longueur)s` here"]
    assert found[0].span is not None
    assert found[0].span.line == 5


def test_words_that_a_catalogue_lacks_are_counted(engines: Workspace) -> None:
    engines.write(
        "site/words/fr.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Important dates"\nmsgstr "Dates importantes"\n',
    )
    project = edition_in("fr", engines)
    assert project.editions["2027"].language.gettext("Important dates") == "Dates importantes"
    found = [f for f in project.unresolved["2027"] if f.code == "untranslated-words"]
    assert len(found) == 1
    assert "words are not translated" in found[0].message
