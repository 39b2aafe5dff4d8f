"""Which facts prose may quote, how they are worded, and what is said of those that are none."""

from __future__ import annotations

import pytest

from proposal.diagnostics import Severity
from tests.render.conftest import Renderer


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("acronym", "GenAIRecP"),
        ("ordinal", "3"),
        ("ordinal | ordinal_word", "Third"),
        ("ordinal | ordinal_word | lower", "third"),
        ("year", "2026"),
        ("venue.series", "WSDM"),
        ("venue.acronym", "WSDM ’26"),
        ("venue.place", "Boise, Idaho, USA"),
        ("venue.dates", "February~22--26, 2026"),
        ("when.date", "February~26, 2026"),
        ("when.date.weekday", "Thursday"),
        ("when.hours", "08:55--16:50"),
        ("when.length", "full-day"),
        ("audience.expected", "60"),
        ("dates.submission", "November~28, 2025"),
        ("submissions.pages.max", "8"),
        ("contact", "Narges Tabari"),
        ("contact.affiliation", "AWS AI Labs"),
        ("topics | length", "11"),
        ("committee | length", "12"),
        ("editions | length", "2"),
        ("speakers | keynotes | length", "4"),
        ("speakers | talks | names", "Liam Collins and Chengyi Liu"),
        ('speakers | only("meng-jiang") | listing', "Meng Jiang (University of Notre Dame)"),
        (
            'speakers | keynotes | without("meng-jiang") | names',
            "Chirag Shah, Yinglong Xia, and Nathan Kallus",
        ),
        ('speakers | order("chengyi-liu") | first(2) | names', "Chengyi Liu and Chirag Shah"),
        ("speakers | first | names", "Chirag Shah"),
        ('organizers | only("neil-shah", "narges-tabari") | names', "Neil Shah and Narges Tabari"),
        ("organizers | first(1) | listing", "Narges Tabari (AWS AI Labs)"),
        ("topics | first(1) | listing", "Generative AI for contextual and sequential modeling"),
        ("committee | first(2) | listing", "Praneeth Reddy (Regions Bank) and Juntao Tan"),
        ("papers | first | listing", "InsertRank: LLMs can Reason"),
        ("keywords | first(2) | listing", "Personalization and Recommender Systems"),
    ],
)
def test_a_fact_in_a_sentence_is_worded(document: Renderer, expression: str, words: str) -> None:
    rendered = document(f"Say {{{{ {expression} }}}}.")
    assert rendered.diagnostics == []
    assert rendered.latex.startswith(f"Say {words}")


def test_status_selects_speakers(document: Renderer) -> None:
    confirmed = document("{{ speakers | confirmed | names }}").latex
    assert confirmed.startswith("Chirag Shah, Yinglong Xia")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("speakers | invited | names", "there is nothing to list among these speakers yet"),
        ("room", "`room` is not known for this edition yet"),
        ("dates.registration", "`dates.registration` is not known for this edition yet"),
    ],
)
def test_what_is_not_known_yet_is_announced_and_reported(
    document: Renderer, expression: str, message: str
) -> None:
    rendered = document(f"Say {{{{ {expression} }}}}.")
    assert rendered.latex.startswith("Say to be announced")
    assert rendered.messages == [f"1:5 {message}"]
    assert [diagnostic.severity for diagnostic in rendered.diagnostics] == [Severity.WARNING]
    assert str(rendered.diagnostics[0].hint).endswith("says it without `tentative`")


@pytest.mark.parametrize(
    "expression",
    [
        "topics",
        "biographies",
        "organizers",
        "speakers",
        "schedule",
        "committee",
        "dates",
        "papers",
        "editions",
        "keywords",
    ],
)
def test_a_fact_alone_in_its_paragraph_is_a_block(document: Renderer, expression: str) -> None:
    rendered = document(f"Before.\n\n{{{{ {expression} }}}}\n\nAfter.")
    assert rendered.latex == f"Before.\n\n<{expression}>\n\nAfter."
    assert rendered.diagnostics == []


def test_a_selection_alone_in_its_paragraph_is_a_block(document: Renderer) -> None:
    assert document("{{ speakers | keynotes | first(2) }}").latex == "<speakers>"
    assert document('- {{ biographies | order("neil-shah") }}').latex == (
        "\\begin{itemize}\n\\item <biographies>\n\\end{itemize}"
    )
    assert document("{{ abstract }}").latex == "<prose>"


def test_an_address_is_a_link(document: Renderer) -> None:
    url = "https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP"
    assert document("{{ submissions.url }}").latex == f"\\href{{{url}}}{{\\nolinkurl{{{url}}}}}"
    assert document("[site]({{ submissions.url }})").latex == f"\\href{{{url}}}{{site}}"
    assert document("{{ contact.email }}").latex == (
        r"\href{mailto:nargesam@amazon.com}{\nolinkurl{nargesam@amazon.com}}"
    )


def test_a_fact_stands_within_markup(document: Renderer) -> None:
    assert document("# On {{ venue.series }}\n\n**{{ acronym }}** and `{{ year }}`").latex == (
        "\\section{On WSDM}\n\n\\textbf{GenAIRecP} and \\texttt{2026}"
    )


def test_two_braces_can_be_said(document: Renderer) -> None:
    assert document('{{ "{{" }}').latex == r"\{\{"


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ("titel", "there is no fact `titel`", "did you mean `title`?"),
        ("zzz", "there is no fact `zzz`", "facts: abstract, acronym,"),
        ("venue.cty", "there is no fact `cty` in `venue.cty`", "did you mean `city`?"),
        ("dates.zzz", "there is no fact `zzz` in `dates.zzz`", "facts: abstract, submission"),
        ("room.zzz", "`room.zzz` is not known for this edition", "edition.yaml"),
        ("speakers | frist", "there is no selection `frist`", "did you mean `first`?"),
        ("speakers | zzz", "there is no selection `zzz`", "known: confirmed, discussants, first"),
        (
            'speakers | only("meng")',
            "`meng` is not among these speakers",
            "ids: chirag-shah",
        ),
        (
            'organizers | without("neil-sha")',
            "`neil-sha` is not among these organizers",
            "did you mean `neil-shah`?",
        ),
        ("organizers | confirmed", "only speakers can be selected by role and status", ""),
        ("title | listing", "only a list such as speakers or organizers can be selected from", ""),
        ("editions | listing", "these cannot be listed in a sentence", "in a paragraph alone"),
        ("venue", "`venue` holds several facts", "name one of them: series, name"),
        ("submissions.archival", "is yes or no, which no sentence can quote", ""),
        ("when.start", "`when.start` is no fact that can be printed", "such as {{ when.hours }}"),
        ("submission", "there is no fact `submission`", "did you mean `dates.submission`?"),
        ("date", "there is no fact `date`", "did you mean `when.date`?"),
        ("city", "there is no fact `city`", "did you mean `venue.city`?"),
        ("1 / 0", "`1 / 0` has no value", ""),
        ("acronym title", "this is no fact", "write {{ name }} or {{ name | selection }}"),
        ("", "this is no fact", "write {{ name }}"),
    ],
)
def test_what_is_no_fact_is_reported_at_its_place(
    document: Renderer, expression: str, message: str, hint: str
) -> None:
    rendered = document(f"One line.\n  And {{{{ {expression} }}}}.")
    (diagnostic,) = rendered.diagnostics
    assert message in diagnostic.message
    assert hint in (diagnostic.hint or "")
    assert (diagnostic.span and (diagnostic.span.line, diagnostic.span.column)) == (2, 7)
    assert diagnostic.span is not None
    assert diagnostic.span.end_column == diagnostic.span.column + len(expression) + 6


@pytest.mark.parametrize("expression", ["speakers", "dates", "topics | first(2)"])
def test_a_list_inside_of_a_sentence_is_refused_with_what_to_write(
    document: Renderer, expression: str
) -> None:
    rendered = document(f"One.\n\nWe have {{{{ {expression} }}}} here.")
    (diagnostic,) = rendered.diagnostics
    assert diagnostic.message == (
        f"`{expression}` is a list, which stands in a paragraph of its own"
    )
    assert diagnostic.hint is not None
    assert f"{{{{ {expression}" in diagnostic.hint
    assert diagnostic.span is not None
    assert diagnostic.span.line == 3


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "title.__class__.__mro__[1].__subclasses__()",
        "title['__class__']",
        "self.__init__.__globals__",
        "edition.documents",
        "lipsum.__globals__['os']",
        "namespace()",
        "title.upper()",
        "title.format(1)",
        "9 ** 9 ** 9 ** 9",
        "'a' * 9999999999",
        "'%9999999999d' % 1",
        "range(9)",
        "().__class__",
        "(" * 900 + ")" * 900,
    ],
    ids=lambda expression: expression[:24],
)
def test_no_expression_reaches_out_of_the_facts(document: Renderer, expression: str) -> None:
    rendered = document(f"{{{{ {expression} }}}}")
    assert rendered.latex == ""
    assert [diagnostic.code for diagnostic in rendered.diagnostics] == ["unknown-fact"]


def test_braces_that_are_not_closed_are_reported_where_they_open(document: Renderer) -> None:
    rendered = document("One.\n\nTwo {{ title\n\nThree.")
    assert rendered.messages == [
        "3:5 the braces of a fact are not closed: the text ends before them"
    ]
    assert "Three." in rendered.latex


def test_lines_behind_a_fact_on_two_lines_keep_their_places(document: Renderer) -> None:
    rendered = document("{{ contact.name\n  }} wrote\n\n{{ zzz }} and [@zzz]")
    assert [message.split()[0] for message in rendered.messages] == ["4:1", "4:16"]
