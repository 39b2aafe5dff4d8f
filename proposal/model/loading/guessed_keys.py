"""Keys that people write for what the data have in another place, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from proposal.model.examples import in_yaml
from proposal.model.link_kinds import OTHER_NAMES, SOCIAL, link_kind
from proposal.model.nearest_word import as_key
from proposal.model.records.committee_record import other_committee
from proposal.model.records.person_links import person_link_kind
from proposal.model.records.proceedings_record import PUBLISHED_WHERE
from proposal.model.records.when_record import SEVERAL_DAYS

Guess = tuple[str, str]
"""A regular expression of whole keys, and the hint for those that match it."""

_ROLES_OF_ORGANIZERS = "`organizers: [{person: ada-lovelace, role: General Chair}]`"

_PICTURE = (
    r"(?:(?:header|hero|title|cover|banner|place|wide)_?)?(?:photo|picture|image)|banner|hero|cover",
    (
        "did you mean `picture`? It is `{file: harbour.jpg, alt: What it shows}`, of a file in "
        "data/site/pictures/; a portrait is the `photo` in a person's file"
    ),
)

_GROUPS: Sequence[Guess] = (
    ("pc|tpc|reviewers|pc_members|program_committee|programme_committee", "write `committee:`"),
    # general_chairs, publicity_chair, web_chairs
    (
        r"(?:\w+_)?(?:co_?)?chairs?",
        f"write it beside the organizer: {_ROLES_OF_ORGANIZERS}",
    ),
)

_AFFILIATIONS = (
    "write `affiliations: [{institution: University of Somewhere, country: Spain}]`; who belongs "
    "to none writes `institution: Independent Researcher`"
)

_PLACE_KEYS = "department|city|town|state|country"
_PLACES = (
    _PLACE_KEYS,
    (
        "where an institution is stands in the file of a person, people/ada-lovelace.yaml, who is "
        "named as `{person: ada-lovelace}`"
    ),
)

_LANGUAGE = ("languages|lang|locale", "write `language: de`, or another language by its tag")

_REPEATED = ("repeat(?:s|ed)?|every|recurr?\\w*|rrule|frequency", SEVERAL_DAYS)

_CONTACT = (
    "e_?mails?|contacts|mail|contact_e?_?mail|primary_contact|corresponding",
    "write `contact: workshop@example.org`, or the id of an organizer",
)

_OF_THE_OVERVIEW = "write it into overview.md beside this file, which begins the website's page"


_OF_AN_EDITION: Sequence[Guess] = (
    (
        "urls?|home_?page|web_?(?:site|page)?|www",
        (
            "the address of the website stands under `url` in workshop.yaml; those of other pages "
            "under `links: {others: [https://example.org]}`"
        ),
    ),
    _PICTURE,
    (
        r"(?:\w+_)?(?:photos|pictures|images)|group_(?:photo|picture)|gallery|(?:photo_)?album",
        (
            "write `photos: [{file: group.jpg, alt: What it shows}]`, of files in the folder "
            "photos/ beside this file; a portrait is the `photo` in a person's file"
        ),
    ),
    (
        "updates?|announcements|what_?s_?new|latest|blog|posts",
        "write `news: [{date: 2027-05-01, text: The call is out.}]`",
    ),
    (
        "abstract_(?:deadline|submission|registration|due)",
        "write it under `dates`: `dates: {abstract: 2027-05-01}`",
    ),
    _LANGUAGE,
    (
        "introduction|about",
        _OF_THE_OVERVIEW,
    ),
    (
        "program(?:me)?|schedule|agenda|timetable|sessions?|slots|talks_and_breaks",
        "write it into program.yaml beside this file",
    ),
    (
        "(?:accepted_)?papers?|accepted|posters|publications",
        "write them into papers.yaml beside this file",
    ),
    (
        "parallel|parallel_(?:sessions|tracks)",
        "slots of program.yaml with a `track` or a `room` of their own may be at the same time",
    ),
    (
        "panel",
        "seats stand under `speakers`, with `role: panelist`; when it is says program.yaml",
    ),
    ("years?", "the year is the name of this file's folder, as data/editions/2027"),
    (
        "time_?zones?|zone|tz",
        (
            "the zone of the place stands in the file of the conference; that of a deadline beside "
            "its date: `{date: 2027-05-01, zone: AoE}`"
        ),
    ),
    (
        "building|hotel|venue_name|host_city",
        "write it into the file of the conference, venues/NAME.yaml",
    ),
    (
        "subtitle",
        "write it beside the document: `documents: {proposal: {text: proposal.md, subtitle: …}}`",
    ),
)
# zoom_link, meeting url, join link, teams
_JOINING = (
    r"(?:online|virtual|meeting|zoom|teams|webex|video|join(?:ing)?)_?(?:url|link|address|room)|"
    r"zoom|teams|webex|google_meet|meet|jitsi|big_blue_button|dial_in|meeting"
)
_JOIN = (
    "write `attendance: hybrid`, or `attendance: online`, and `join: https://…`; what people only "
    "watch is `links: {stream: https://…}`"
)
# mode, attendance_mode, in_person
_MODES = (
    "mode|modality|(?:event_|attendance_|participation_)mode|participation|in_?person|on_?site|"
    "hybrid|remote|physical"
)
_ATTENDANCE = "write `attendance: hybrid`, `attendance: online` or `attendance: on-site`"
_OF_EDITIONS = (
    "each edition says it: `attendance: online` in edition.yaml; a conference that takes place "
    "online alone has neither `city` nor `country`"
)

# colocated_with, co_located, at
_CONFERENCE: Sequence[Guess] = (
    (
        "(?:co_?)?located(?:_(?:with|at))?|host(?:_conference)?|conference|held_at|at",
        "the conference has a file, venues/NAME.yaml, which edition.yaml names: `venue: NAME`",
    ),
)
# canceled, is_cancelled, called_off
_CANCELLED = "(?:is_)?cancell?ed|called_off|cancellation"

# extended_to, new_date, extension
_OF_A_DEADLINE: Sequence[Guess] = (
    (
        r"(?:is_)?(?:extended|extension|prolonged|moved)(?:_(?:to|until|date|deadline|day|on))?|new_(?:date|day|deadline)",
        (
            "write the new day as `date`, and the day that held before under `was`: "
            "`{date: 2027-05-08, was: [2027-05-01]}`"
        ),
    ),
)

_GUESSES: Mapping[str, Sequence[Guess]] = {
    "Edition": (
        *_GROUPS,
        (_CANCELLED, "write `status: cancelled`"),
        ("(?:is_)?(?:postponed|delayed|rescheduled)", "write `status: postponed`"),
        ("moved_online|went_online", "write `status: moved-online`"),
        ("(?:event_)?state", "write `status: cancelled`, `postponed` or `moved-online`"),
        (
            "(?:cancellation_|postponement_)?(?:note|notice|reason|announcement|banner|message)",
            "write `status_note: …` beside `status: cancelled`, `postponed` or `moved-online`",
        ),
        (
            r"early_(?:bird\w*|fees?|prices?)",
            (
                "write `fees: [{who: Students, amount: 120 EUR, early: 90 EUR}]`, and the day as "
                "`early_registration` under `dates`"
            ),
        ),
        (
            r"(?:\w+_)?(?:fees?|prices?|pricing|costs?)|tickets?|admission",
            "write `fees: 120 EUR`, `fees: free`, or `fees: [{who: Students, amount: 60 EUR}]`",
        ),
        # invitation_only, by_invitation_only, closed
        (
            r"(?:is_)?(?:by_)?invit(?:e|ation)s?(?:_only)?|invited_only|closed|private",
            "write `by_invitation: true`, if only those who are invited take part",
        ),
        (_MODES, _ATTENDANCE),
        ("(?:is_)?(?:online|virtual)(?:_only)?", "write `attendance: online`"),
        _CONTACT,
        _REPEATED,
        *_OF_AN_EDITION,
        ("awards?|best_papers?", "write `award: Best Paper` beside the paper in papers.yaml"),
        *_CONFERENCE,
    ),
    "Workshop": (
        (
            "e_?mails?|contacts?|mail|address|mailing_list_address",
            "each edition says who is written to: `contact: workshop@example.org` in edition.yaml",
        ),
        ("committee|program_committee|pc", "each edition has its own: write it in edition.yaml"),
        (
            "pages?|faqs?|about|history|rules_of_conduct",
            (
                "a page of the series is a Markdown file without a key: site/pages/faq.md becomes "
                "the page faq/, at the foot of all pages"
            ),
        ),
        (
            "files|downloads|materials?|resources",
            (
                "a file needs no key: put it into site/files/, and link to it from a text, as "
                "[the rules](files/rules.pdf)"
            ),
        ),
        (
            "updates?|announcements|what_?s_?new|latest|blog|posts",
            "write `news: [{date: 2027-05-01, text: The series has a chat.}]`",
        ),
        _LANGUAGE,
        _PICTURE,
        *_CONFERENCE,
        *_GROUPS,
    ),
    "Fee": (
        (
            r"students?|(?:non_?)?members?|academi\w+|industr\w+|phd\w*|authors?|others?|everybody",
            (
                "write an item for each group, with `who` and `amount`: "
                "`- {who: Students, amount: 60 EUR}`"
            ),
        ),
        (
            "for|for_whom|whom|groups?|category|label|name|type|kind|title|audience|attendees?",
            "write `who: Students`",
        ),
        (
            (
                "(?:full_?|regular_?|standard_?|late_?)?(?:price|cost|fee|sum|value|rate)|"
                "full|regular|standard|late|onsite"
            ),
            "write `amount: 120 EUR`",
        ),
        (
            r"early_(?:bird\w*|price|fee|rate|amount)|reduced\w*",
            "write `early: 90 EUR`, and the day as `early_registration` under `dates`",
        ),
        (
            "until|till|deadline|early_until|by|date",
            "the day until which `early` holds is `early_registration` under `dates`",
        ),
        ("currency|unit", "write it behind the number: `amount: 120 EUR`"),
        ("notes|remarks?|comment|includes|details?|description", "did you mean `note`?"),
    ),
    "Photo": (
        ("name|path|src|image|photo|picture|filename|file_name", "did you mean `file`?"),
        ("alt_text|alternative|description|text|shows", "did you mean `alt`?"),
        ("title|label|legend|name_of_photo", "did you mean `caption`?"),
        ("photographer|author|copyright|licen[sc]e|by|source|rights", "did you mean `credit`?"),
    ),
    "News": (
        ("day|when|on|published|time", "did you mean `date`?"),
        ("title|headline|what|content|body|message|news|description|summary", "write `text: …`"),
        (
            "links?|url|href|address|more|read_more",
            "write it into the text, as a link in Markdown: [the call](https://example.org/call)",
        ),
    ),
    "Speaker": (
        (
            "people|persons?|names?|speakers?|co_?speakers?|presenters?|authors?|who",
            "write `person: ada-lovelace`, and for several `person: [ada-lovelace, grace-hopper]`",
        ),
        ("online|virtual|remotely|zoom|mode", "write `remote: true`"),
        ("cancell?ed|called_off|withdrawn", "write `status: cancelled`"),
        ("kind|type|label", "did you mean `role`? For your own words add `role_title`"),
        ("topic|talk|talk_title|title_of_talk", "did you mean `title`?"),
        (
            "time|start|end|when|day|hours?",
            "when it is says program.yaml, which names the talk: `talk: ada-lovelace`",
        ),
        (
            "bio(?:graphy)?|photo|picture|affiliations?|institution|homepage|url|email|links?|"
            + _PLACE_KEYS,
            (
                "write it into the person's file, people/NAME.yaml; without one, write `person: "
                "Ada Lovelace (University of Somewhere)`"
            ),
        ),
    ),
    "When": (
        (
            _MODES + "|attendance|online|virtual",
            "write it beside `when`: `attendance: hybrid`, or `attendance: online`",
        ),
        ("stream(?:ing)?|url|link|" + _JOINING, "write `join: https://…`"),
        ("hours?|times?", "write `start: 9:00` and `end: 17:00`"),
        (
            "was|former(?:_date|_day)?|moved_from|old_(?:date|day)|original(?:_date|_day)?",
            "write the new day alone, and tell of the former one under `news`",
        ),
        _REPEATED,
        (r"(?:end|last|to|until)_?(?:date|day)|days?|dates|until|days_and_hours", SEVERAL_DAYS),
    ),
    "Slot": (
        ("date|when|weekday|on", "did you mean `day`?"),
        (
            "time_?zone|zone|tz",
            (
                "hours are by the clocks of the venue; a whole day in another zone has its `zone` "
                "under `when` in edition.yaml"
            ),
        ),
        (
            "speakers?|who|people|persons?|presenters?|keynotes?|invited|talks",
            (
                "write the id of a talk that stands under `speakers` in edition.yaml: "
                "`talk: ada-lovelace`"
            ),
        ),
        (
            "remote|online|virtual|hybrid",
            "write `remote: true` beside the talk under `speakers` in edition.yaml",
        ),
        (
            "abstract|description|summary|slides|video|recording",
            (
                "write it beside the talk under `speakers` in edition.yaml, or beside the paper in "
                "papers.yaml"
            ),
        ),
        (
            "urls?|links?|" + _JOINING,
            "write `join: https://…`; a stream of all of it stands under `links` in edition.yaml",
        ),
        (
            "(?:live_?)?stream(?:ing)?",
            "write the stream into edition.yaml: `links: {stream: https://example.org/live}`",
        ),
        (
            f"{_CANCELLED}|status|state",
            (
                "a talk that is called off has `status: cancelled` under `speakers` in "
                "edition.yaml; of another part, say it in its `title`"
            ),
        ),
        ("hours?|times?", "write `start: 14:00` and `end: 15:30`"),
        ("duration|length|minutes|mins?|lasts", "write when it ends: `end: 15:30`"),
        (
            "slots|sessions?|items|entries|events|program(?:me)?|schedule",
            (
                "the file is one list of all slots, each with `start` and `end`, and with `day` "
                "where there are several days"
            ),
        ),
        ("track_name|stream_name|strand", "did you mean `track`?"),
        ("topics?|subject", "did you mean `title`? What a panel is about says `question`"),
    ),
    "Dates": (
        (
            r"abstracts|abstracts?_\w+",
            "did you mean `abstract`? A date of another name needs a `label`",
        ),
    ),
    "Venue": (
        ("dates?|days?|when", "write `start` and `end`, the first and the last day"),
        ("hotel|place_name|congress_cent(?:er|re)", "did you mean `site`?"),
        ("deadlines?|submission", "the workshop's dates stand under `dates` in edition.yaml"),
        ("year", "the year is that of `start`"),
        ("rooms?|halls?", "a workshop's room stands in edition.yaml: `room: …`"),
        ("venue|title|conference", "did you mean `name`?"),
        (
            r"host(?:ed)?_?(?:by|institution)|university|institution|organi[sz]ation",
            "did you mean `host`? It says who hosts a workshop that no conference does",
        ),
        (_MODES + "|attendance|(?:is_)?(?:online|virtual)", _OF_EDITIONS),
    ),
    "Deadline": _OF_A_DEADLINE,
    "OtherDeadline": _OF_A_DEADLINE,
    "Organizer": (
        (
            "names?|people|persons?|who|affiliations?|institution|university|bio(?:graphy)?|e_?mail|"
            + _PLACE_KEYS,
            (
                "write `person: ada-lovelace`; name, affiliation and the like stand in the "
                "person's file, people/ada-lovelace.yaml"
            ),
        ),
        ("title|position|part|chair|function", "did you mean `role`?"),
        (
            "until|left|to|end|status|former(?:ly)?|active|stepped_down|resigned",
            (
                "who organizes this edition no more is taken out of the list; other editions have "
                "lists of their own"
            ),
        ),
    ),
    "Author": (
        _PLACES,
        ("institution", "did you mean `affiliation`?"),
        (
            "first(?:_?name)?|given(?:_?names?)?|fore_?name|middle(?:_?name)?|last",
            "write the whole name: `name: Ada Lovelace`",
        ),
        (
            "bio(?:graphy)?|photo|picture|home_?page|url|web_?(?:site|page)|links?",
            (
                "write it into a file people/ada-lovelace.yaml, and name that person here: "
                "`{person: ada-lovelace}`"
            ),
        ),
    ),
    "Paper": (
        (
            "urls?|links?|web_?(?:site|page)|home_?page|arxiv(?:_?(?:id|url))?|(?:e|pre)_?print",
            "write the address of its PDF, `pdf: https://arxiv.org/pdf/2401.01234`, or its `doi`",
        ),
        (
            "presentation|presented_as|format|mode|length",
            "write `kind: oral`, or what else it is called; slides are `slides: https://…`",
        ),
        (
            "sessions?|slots?|times?|starts?|ends?|hours?|when|day|date|room",
            "when it is presented says program.yaml: `papers: [short-title]` in a slot",
        ),
        (
            "speakers?|presenters?|presented_by",
            "write it beside the author: `authors: [{name: Ada Lovelace, presenter: true}]`",
        ),
        (
            "status|decision|accepted|acceptance",
            "only accepted papers stand here; write `withdrawn: true` where one was taken back",
        ),
    ),
    "Participant": (
        _PLACES,
        (
            "role|title|position",
            "write `committees: [{name: Area Chairs, members: [Ada Lovelace]}]` in edition.yaml",
        ),
    ),
    "Committee": (
        ("title|committee|role", "did you mean `name`?"),
        ("people|persons|list|who|committee", "did you mean `members`?"),
    ),
    "Person": (
        (
            "(?:first|given|middle|last|sur)_?names?|fore_?name|given|first|last",
            (
                "write the whole name, `name: Ada Lovelace`; where its last word is not the family "
                "name, `family_name` says it"
            ),
        ),
        (
            (
                "affiliation|institution|institute|university|company|employer|organi[sz]ation|post|"
                + _PLACE_KEYS
            ),
            _AFFILIATIONS,
        ),
        (
            "role|position|function",
            f"write it in edition.yaml: {_ROLES_OF_ORGANIZERS}",
        ),
    ),
}
"""By the record's name for users."""


def _of_links(key: str) -> str | None:
    kind = person_link_kind(key)
    return f"write `{kind.name}`" if kind else None


def _of_a_person(key: str) -> str | None:
    if key in {"social", "socials", "social_media", "accounts", "profiles"}:
        return "write `links:` and the addresses below it, each after a dash"
    kind = person_link_kind(key)
    return f"write `links: {{{kind.name}: {in_yaml(kind.example)}}}`" if kind else None


def hint_for_guess(record: str, key: str) -> str | None:
    """What to write in place of a key that is none, if people write it for something.

    Args:
        record: the name of the record that has no such key, as `Edition`.
        key: the key that was written.
    """
    plain = as_key(key)
    if record in _SAYS_MORE and (said := _SAYS_MORE[record](plain)):
        return said
    for pattern, hint in _GUESSES.get(record.removeprefix("Series"), ()):
        if re.fullmatch(pattern, plain):
            return hint
    return None


_GROUP = re.compile("jury|juries|judges?|mentors?|coach(?:es)?|ambassadors?|staff")
"""Keys for groups of people, whose names they are, too."""


def _of_a_committee(key: str) -> str | None:
    name = other_committee(key)
    if name is None and _GROUP.fullmatch(key):
        name = key.capitalize()
    return f"write `committees: [{{name: {name}, members: [Ada Lovelace]}}]`" if name else None


def _of_a_link(key: str) -> str | None:
    """Where a link is written that stands beside `links`."""
    if key in SOCIAL:
        return "write `links: {mastodon: …, bluesky: …, linkedin: …}`"
    kind = link_kind(OTHER_NAMES.get(key, key))
    if kind is None:
        return None
    own = "; a page of your own is site/pages/code-of-conduct.md in data/"
    return f"write `links: {{{kind.name}: {kind.example}}}`" + (
        own if kind.name == "code_of_conduct" else ""
    )


def _among_links(key: str) -> str | None:
    return f"did you mean `{OTHER_NAMES[key]}`?" if key in OTHER_NAMES else None


def _among_links_of_a_series(key: str) -> str | None:
    kind = link_kind(OTHER_NAMES.get(key, key))
    if kind is not None and kind.is_yearly:
        return "it is another one every year: write it under `links` of an edition.yaml"
    return _among_links(key)


def _of_an_edition(key: str) -> str | None:
    if re.fullmatch(_JOINING, key):
        return _JOIN
    if key == "volume":
        return PUBLISHED_WHERE
    return _beside_all(key)


def _beside_all(key: str) -> str | None:
    return _of_a_committee(key) or _of_a_link(key)


_SAYS_MORE: Mapping[str, Callable[[str], str | None]] = {
    "Edition": _of_an_edition,
    "Workshop": _beside_all,
    "EditionLinks": _among_links,
    "SeriesLinks": _among_links_of_a_series,
    "Links": _of_links,
    "Person": _of_a_person,
}
"""Hints that depend on the key, by the record's name for users."""
