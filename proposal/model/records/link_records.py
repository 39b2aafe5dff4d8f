"""What a series and its editions link to, as the data say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, Field, create_model, model_validator

from proposal.model.fields import Line, Url, refuse
from proposal.model.link_kinds import LINK_KINDS, LinkKind
from proposal.model.record import Record, in_short
from proposal.model.web_services import service_of


class LinkRecord(Record):
    """A link of a kind that has no key of its own."""

    model_config = ConfigDict(
        json_schema_extra=in_short(format="uri", description="The address of a known service.")
    )

    label: Line = Field(examples=["Summer school"])
    """What the link is called."""
    url: Url = Field(examples=["https://example.org/school"])
    """The web address."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        service = service_of(value)
        if service is None:
            message = f"what `{value}` is called is not said"
            refuse("link-without-label", message, f"write {{label: …, url: {value}}}")
        return {"label": service.label, "url": value}


def _keys(kinds: list[LinkKind]) -> dict[str, Any]:
    keys: dict[str, Any] = {
        kind.name: (Url | None, Field(None, examples=[kind.example], description=kind.description))
        for kind in kinds
    }
    others: Any = Field(
        default_factory=list,
        examples=[[{"label": "Summer school", "url": "https://example.org/school"}]],
        description="Links of other kinds, in order.",
    )
    return {**keys, "others": (list[LinkRecord], others)}


if TYPE_CHECKING:

    class SeriesLinks(Record):
        """Where the series is found on the web."""

        others: list[LinkRecord] = Field(default_factory=list[LinkRecord])

    class EditionLinks(SeriesLinks):
        """Where the edition is found on the web."""

else:
    SeriesLinks = create_model(
        "SeriesLinks",
        __base__=Record,
        __module__=__name__,
        __doc__="Where the series is found on the web: links that every edition has, too.",
        **_keys([kind for kind in LINK_KINDS if not kind.is_yearly]),
    )
    EditionLinks = create_model(
        "EditionLinks",
        __base__=Record,
        __module__=__name__,
        __doc__="Where the edition is found on the web; what is missing here, the series may have.",
        **_keys(list(LINK_KINDS)),
    )
