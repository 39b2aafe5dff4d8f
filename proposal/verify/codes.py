"""Which rules on the data there are, and how much does what they find matter?"""

from __future__ import annotations

from collections.abc import Mapping

from proposal.diagnostics import Diagnostic, Severity, Span

OF_DATA = (
    "biblatex-entry",
    "cut-by-comment",
    "html-entity",
    "html-in-prose",
    "incomplete-reference",
    "link-not-made",
    "missing-affiliation",
    "missing-country",
    "picture-not-shown",
    "unknown-entry-type",
    "unlikely-name",
    "unread-file",
    "unset-fact",
)
"""What is found while the data are read, and leaves them good.

Where one of them is an error, as for an author of a paper in print, no rule is heeded.
"""

_ERRORS = ("frozen-edition",)
_WARNINGS = (
    *OF_DATA,
    # what is left to do
    "carried-over",
    "placeholder",
    "to-be-confirmed",
    "to-be-filled-in",
    "unmet-demand",
    # what is shown nowhere
    "unused-file",
    # people
    "former-affiliation",
    "long-biography",
    "missing-biography",
    "outdated-biography",
    "person-twice",
    # the programme: its hours
    "outside-hours",
    "schedule-gap",
    "schedule-order",
    "schedule-overlap",
    "two-places",
    # the programme: who is in it
    "invited-in-programme",
    "missing-programme",
    "panel-without-panelists",
    "panelists-without-panel",
    "paper-in-two-slots",
    "speakers-without-slots",
    "talk-in-two-slots",
    "unanswered-invitation",
    "unscheduled-paper",
    "unscheduled-speaker",
    "untitled-talk",
    # dates
    "deadline-order",
    "distant-deadline",
    "extension-order",
    "late-notification",
    "missing-papers",
    # the host conference and the series
    "conference-year",
    "folder-year",
    "ordinal-order",
    "ordinal-twice",
    "outcome-numbers",
    "outside-conference",
    "series-name",
    "zone-country",
    # rights
    "ccs-branch",
    "ccs-id",
    "doi-isbn",
    "doi-prefix",
    "incomplete-rights",
    "isbn-date",
    "price-not-printed",
    "rights-year",
    # texts and lists
    "markup-in-title",
    "page-range",
    "quoted-value",
    "repeated-item",
    "repeated-paper",
    "shouted-title",
    "title-full-stop",
    # links
    "link-year",
    "private-link",
    "repeated-link",
    "submission-group",
    "unreachable-link",
    # people's parts
    "author-twice",
    "committee-twice",
    "contact-not-organizer",
    "contact-without-email",
    "id-as-name",
    "institution-spelling",
    "speaker-twice",
    # what the workshop says of rules
    "allowance-without-reason",
    "unknown-rule",
)
_NOTES = (
    "crowded-session",
    "keyword-count",
    "long-abstract",
    "long-stretch",
    "missing-contact",
    "missing-email",
    "missing-rights",
    "ordinal-gap",
    "organizer-author",
    "organizer-on-committee",
    "page-without-rights",
    "passed-deadline",
    "short-review",
    "submission-zone",
    "unclear-family-name",
    "unshown-value",
    "unused-allowance",
    "unused-person",
    "unused-venue",
)

CODES: Mapping[str, Severity] = {
    **dict.fromkeys(_ERRORS, Severity.ERROR),
    **dict.fromkeys(_WARNINGS, Severity.WARNING),
    **dict.fromkeys(_NOTES, Severity.NOTE),
}
"""How much a finding matters by the code of its rule, unless `workshop.yaml` says otherwise.

What a rule finds in an edition as the workshop's own pages and papers would never have it is a
warning; what may well be meant is a note.
"""


def finding(
    code: str, message: str, span: Span | None, hint: str, severity: Severity | None = None
) -> Diagnostic:
    """What a rule has found, as severe as its code is by default, or as `severity` says."""
    return Diagnostic(severity or CODES[code], code, message, span, hint)
