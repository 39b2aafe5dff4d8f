"""The formats in which a document can be set, with what checks have to know of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import Struct
from pydantic import BeforeValidator

from proposal.model.fields import refuse

DocumentFormat = Literal["sigconf", "sigplan", "manuscript", "acmsmall", "article"]
"""A format of acmart (its guide, "Invocation and options"), or LaTeX's class `article`."""

_OF_OTHERS = re.compile(
    r"(?:springer|llncs|lncs|svproc|ieee|acl|emnlp|naacl|neurips|nips|icml|iclr|aaai|ijcai|usenix"
    r"|ceur|lipics|easychair|elsarticle|elsevier|jmlr|pmlr)[\w .-]*",
    re.IGNORECASE,
)
"""Classes and styles of other publishers: LLNCS, IEEEtran, acl_latex, neurips_2027."""


def _no_other_class(value: Any) -> Any:
    """Refuse the class of another publisher with the format that is nobody's."""
    if isinstance(value, str) and _OF_OTHERS.fullmatch(value.strip()):
        formats = ", ".join(get_args(DocumentFormat))
        hint = "write `article`, LaTeX's own in one column; classes of other publishers are not set"
        refuse("not-a-choice", f"`{value}` is not one of {formats}", hint)
    return value


FormatWord = Annotated[DocumentFormat, BeforeValidator(_no_other_class)]
"""A format as it is written."""


_HOURS, _TRACK = 6, 11
"""The width of the schedule's hours, and the least of a track, in the size of small letters."""


class PageFormat(Struct, frozen=True):
    """The page of a format; lengths are in points of TeX (1/72.27 inch)."""

    column: float
    """The width of a column of text."""
    page: float
    """The width of the page's text."""
    small: float
    """The size of small letters, in which tables are set."""
    head: float
    """The size of the letters in running heads, where the title stands beside the conference; 0 if
    there are no heads."""
    paper: tuple[float, float] = (612, 792)
    """Its width and height in points of PDF (1/72 inch); US Letter."""
    shows_addresses: bool = True
    """Whether authors' addresses are printed; in one column acmart does so for journals alone."""

    @property
    def most_tracks(self) -> int:
        """How many sessions can stand side by side in the schedule, behind the hours."""
        return int((self.column - _HOURS * self.small) / (_TRACK * self.small))


FORMATS: Mapping[DocumentFormat, PageFormat] = {
    "sigconf": PageFormat(241.15, 506.3, 8.0, 7.0),
    "sigplan": PageFormat(240.94, 505.89, 9.0, 8.0),
    "manuscript": PageFormat(430.0, 430.0, 8.0, 7.0, shows_addresses=False),
    "acmsmall": PageFormat(395.82, 395.82, 9.0, 8.0, (486, 720), shows_addresses=False),
    "article": PageFormat(469.75, 469.75, 9.0, 0.0),
}
"""Measured in what TeX makes of each."""
