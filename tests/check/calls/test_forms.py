"""Fields of a call's web form: what answers them, how long that is, and what is reported of it."""

from __future__ import annotations

import pytest

from proposal.build.pages import render_pages
from proposal.model.records.form_record import FACT_ANSWERS, SECTION_ANSWERS, same_choice
from proposal.reading.demand_words import RECOGNITION
from proposal.render.text.fact_lines import FORM_FACTS
from proposal.render.text.form import AnsweredField, answered_form, form_text
from tests.check.calls.calling import EDITION, PROSE, VENUE
from tests.check.calls.forms import ask, reply
from tests.workspace import ROOT, Workspace

NAME = "Generative AI for Recommender Systems and Personalization"
TALKATIVE = "{label: Workshop title, answer: title, characters: 20}"


def only(workspace: Workspace) -> AnsweredField:
    """The one field of the form with its answer."""
    (answered,) = answered_form(workspace.edition("2026"))
    return answered


def test_facts_and_sections_answer_fields_in_plain_text(workspace: Workspace) -> None:
    ask(
        workspace,
        "{label: Title, answer: title}",
        "{label: Short name, answer: acronym}",
        "{label: Length, answer: duration, choices: [Half day, Full day]}",
        "{label: How many, answer: participants}",
        "{label: Organizers, answer: organizers}",
        "{label: Audience, answer: audience}",
        "{label: Before, answer: earlier-editions}",
        "{label: Plan, answer: schedule}",
        "{label: Lives, answer: biographies}",
    )
    fields = answered_form(workspace.edition("2026"))
    title, short, length, many, people, audience, before, plan, lives = fields
    assert title.answer.endswith(NAME)
    assert (short.answer, many.answer) == ("GenAIRecP 2026", "60")
    assert length.answer in ("Half day", "Full day")
    assert "Narges Tabari" in people.answer.split("\n")[0]
    assert "<neil-shah@example.edu>" in people.answer
    assert audience.section is not None
    assert audience.section.heading == "Target Audience"
    assert len(audience.answer) > 100
    assert "**" not in audience.answer + lives.answer
    assert before.answer.startswith("First: KDD")
    assert all("-" in line[:12] for line in plan.answer.split("\n"))


def test_an_answer_that_is_too_long_is_an_error_where_it_is_written(workspace: Workspace) -> None:
    ask(workspace, TALKATIVE)
    found = [found for found in workspace.check(["2026"]) if found.code == "long-form-answer"]
    count = len(only(workspace).answer)
    assert [str(one.severity) for one in found] == ["error"]
    assert f"takes 20 characters, and the answer has {count}" in found[0].message
    assert found[0].hint is not None
    assert found[0].hint.startswith(
        f"shorten it by {count - 20} characters, or write a shorter one"
    )
    assert found[0].span is not None
    assert found[0].span.file.name == "workshop.yaml"

    reply(workspace, "workshop-title: One two three")
    assert workspace.check(["2026"]) == []
    workspace.replace(EDITION, "title: One two three", "title: One two three four five")
    (found_again,) = workspace.check(["2026"])
    assert found_again.span is not None
    assert found_again.hint == "shorten it by 3 characters"
    assert workspace.place_of(EDITION, "One two three four five") == (
        f"edition.yaml:{found_again.span.line}:{found_again.span.column}"
    )


def test_words_are_counted_as_they_are_pasted(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea, words: 5}")
    reply(workspace, "idea: '**Five** words, {{ audience.expected }} people: $x^2 \\le \\alpha$.'")
    field = only(workspace)
    assert field.answer == "Five words, 60 people: x² ≤ α."
    assert (field.words, field.remarks) == (7, ("7 of 5 words, 2 too many",))


def test_a_fact_that_the_data_do_not_say_is_answered_by_its_section(workspace: Workspace) -> None:
    ask(workspace, "{label: How, answer: attendance}")
    assert (only(workspace).answer, only(workspace).section) == ("", None)
    workspace.append(PROSE, "\n# Hybrid Format\n\nHalf of us come.\n")
    assert only(workspace).answer == ""
    workspace.replace(PROSE, "Half of us come.", "Half of us take part online.")
    assert only(workspace).answer == "Half of us take part online."
    workspace.replace(VENUE, "answer: attendance", "answer: attendance, choices: [Hybrid, Online]")
    assert only(workspace).answer == ""
    workspace.append(EDITION, "attendance: hybrid\n")
    assert only(workspace).answer == "Hybrid"


def test_a_required_field_without_an_answer_is_an_error_with_what_to_type(
    workspace: Workspace,
) -> None:
    ask(workspace, "{label: Preferred day, required: true, choices: [Monday, Friday]}")
    (found,) = workspace.check(["2026"])
    assert found.code == "missing-form-answer"
    assert "“Preferred day”" in found.message
    assert found.hint == "write `form: {preferred-day: Monday}` in edition.yaml"


def test_a_placeholder_is_no_answer(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea, required: true}")
    reply(workspace, "idea: TBD")
    found = [found for found in workspace.check(["2026"]) if found.code == "missing-form-answer"]
    assert [one.message.rpartition(", and ")[2] for one in found] == ["the answer still says “TBD”"]


def test_what_is_none_of_the_choices_is_an_error_with_the_nearest_one(workspace: Workspace) -> None:
    ask(workspace, "{label: Day, choices: [Monday, Friday]}")
    reply(workspace, "day: Mondya")
    (found,) = workspace.check(["2026"])
    assert (found.code, found.hint) == ("not-among-choices", "did you mean `Monday`?")
    workspace.replace(EDITION, "day: Mondya", "day: monday")
    assert workspace.check(["2026"]) == []
    assert only(workspace).answer == "Monday"
    workspace.replace(EDITION, "day: monday", "day: [Monday, Friday]")
    (found,) = workspace.check(["2026"])
    assert "takes one choice, and Monday and Friday are answered" in found.message
    workspace.replace(VENUE, "label: Day", "label: Day, several: true")
    assert workspace.check(["2026"]) == []
    assert only(workspace).answer == "Monday\nFriday"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("half-day", "Half a day"),
        ("full-day", "One full day"),
        ("full-day", "1 day"),
        ("two-day", "Two days"),
        ("two-day", "2-day workshop"),
        ("two-half-day", "2 half days"),
    ],
)
def test_a_length_is_the_same_choice_however_it_is_worded(one: str, other: str) -> None:
    assert same_choice(one, other)
    others = {"half-day", "full-day", "two-day", "two-half-day"} - {one}
    assert not any(same_choice(wrong, other) for wrong in others)


def test_a_section_answers_by_its_heading_with_its_footnotes(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea}")
    reply(workspace, "idea: {section: The Idea}")
    workspace.append(PROSE, "\n# The Idea\n\nOne.[^1]\n\n## Part\n\n- a *list*\n\n[^1]: A note.\n")
    assert " ".join(only(workspace).answer.split()) == "One. [1] Part * a list [1] A note."
    workspace.replace(EDITION, "section: The Idea", "section: The Ideas")
    (found,) = workspace.check(["2026"])
    assert "there is no section “The Ideas”" in found.message


def test_an_answer_to_no_field_is_an_error_with_the_nearest_one(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea}")
    reply(workspace, "ideas: Something")
    (found,) = workspace.resolve("2026")[1]
    assert (found.code, found.hint) == ("unknown-form-field", "did you mean `idea`?")


def test_of_a_form_that_cannot_be_read_no_answer_is_unknown(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea, answer: nothing-of-the-kind}")
    reply(workspace, "idea: One.")
    assert [found.code for found in workspace.resolve("2026")[1]] == ["unknown-answer"]
    workspace.replace(EDITION, "venue: wsdm-2026", "venue: wsdm-2062")
    codes = [found.code for found in workspace.resolve("2026")[1]]
    assert codes == ["unknown-answer", "unknown-venue"]


def test_a_fact_that_an_answer_quotes_must_exist(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea}")
    reply(workspace, "idea: 'We are {{ audience.expect }}'")
    assert "unknown-fact" in [found.code for found in workspace.check(["2026"])]


def test_the_form_of_the_latest_known_call_stands_in(workspace: Workspace) -> None:
    workspace.append("venues/wsdm-2022.yaml", "  form:\n    - {label: Title, answer: title}\n")
    text = form_text(workspace.root, workspace.edition("2026")).files["form.txt"].decode()
    assert "the form of WSDM 2022's call" in text
    assert "and not that of WSDM '26" in text


def test_form_txt_has_the_answers_under_their_labels_with_the_counts(workspace: Workspace) -> None:
    ask(
        workspace, "{label: Title, answer: title, required: true, characters: 200}", "{label: Idea}"
    )
    edition = workspace.edition("2026")
    text = form_text(workspace.root, edition).files["form.txt"].decode()
    count = len(edition.title)
    assert f"\nTitle (required; {count} of 200 characters)\n====" in text
    assert f"\n\n{edition.title}\n\n" in text
    assert text.endswith("--- no answer yet ---\n")


def test_without_a_form_there_is_no_file(workspace: Workspace) -> None:
    assert form_text(workspace.root, workspace.edition("2026")).files == {}


def test_every_name_that_can_answer_a_field_has_something_to_answer_it_with() -> None:
    assert FORM_FACTS.keys() == FACT_ANSWERS.keys()
    assert set(SECTION_ANSWERS) <= RECOGNITION.keys()
    page = (ROOT / "docs" / "reference" / "calls.md").read_text(encoding="utf-8")
    for name, meaning in FACT_ANSWERS.items():
        assert f"| `{name}` | {meaning} |" in page, name


def test_the_form_is_not_offered_on_the_website(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea}")
    pages = render_pages(workspace.load())
    assert "form.txt" in pages.texts["2026"].files
    assert not [name for name in pages.site.files if name.endswith("form.txt")]
    assert "2026/cfp.txt" in pages.site.files
