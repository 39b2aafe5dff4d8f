"""What the theme reads in front of each page: titles, navigation, rows of people.

The theme prints some of these texts as they are and makes Markdown of others. So a text is
HTML in `alt`, `title` of a row and `masthead-…`, and Markdown in all other places.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from proposal.edition.edition import Edition, PastEdition, status_word
from proposal.edition.in_language import in_language
from proposal.edition.participants import Organizer, Person
from proposal.edition.schedule import Talk
from proposal.edition.series import Series
from proposal.model.loading.own_page import OwnPage
from proposal.model.material_kinds import file_format
from proposal.model.series_titles import calls_itself_workshop
from proposal.render.gallery import GalleryPhoto
from proposal.render.jekyll.announced import Announced, anchor
from proposal.render.jekyll.jekyll_templates import html_text
from proposal.render.jekyll.jekyll_yaml import Value
from proposal.render.logos import ShownSponsor, Tier
from proposal.render.markdown import Markdown, escape_address, escape_markdown, markdown_with_mathml
from proposal.render.name_direction import native_name
from proposal.render.own_pages import menu_of
from proposal.render.shown_pictures import ShownPhoto
from proposal.render.site.colours import palette
from proposal.source.persistent_identifiers import orcid_address
from proposal.source.text import Prose
from proposal.words.language import ENGLISH, Language

FrontMatter = dict[str, Value]
Statement = Callable[[Prose], str]
"""Makes Markdown of somebody's own text."""


def edition_page(
    announced: Announced,
    series: Series,
    pictures: Mapping[str, str],
    statement: Statement,
    tiers: Iterable[Tier],
    photo: ShownPhoto | None,
) -> FrontMatter:
    """What stands in front of an edition's page.

    Args:
        announced: the edition.
        series: the series, for what all its pages have in common.
        pictures: the address of each person's picture, by the person's id.
        statement: makes Markdown of a biography or an abstract.
        tiers: the sponsors, with the pictures that stand among the edition's.
        photo: the wide photo at the head of its pages.
    """
    edition = announced.edition
    rows = _rows_of_people(announced, pictures, statement)
    return {
        "permalink": announced.page,
        **_locale(edition.language),
        "title": f"{escape_markdown(edition.title)} <br>({edition.year})",
        "excerpt": " <br> ".join(_about(announced)),
        **_with_buttons(_masthead(announced, series, photo), announced),
        "navigation": _navigation(announced),
        **{name: row for name, row in rows.items() if row},
        **_sponsors(announced, tiers),
    }


def _rows_of_people(
    announced: Announced, pictures: Mapping[str, str], statement: Statement
) -> dict[str, list[FrontMatter]]:
    """The people whom the page shows with their pictures, by the name of the theme's row."""
    edition = announced.edition
    return {
        "keynote": _talks(announced.keynotes, pictures, statement),
        "invited": _talks(announced.invited, pictures, statement),
        **{
            role.plural: _talks(edition.announced(role.name), pictures, statement)
            for role in announced.other_roles
        },
        "panelists": [
            _seat(seat, person, pictures, statement)
            for seat in announced.panelists
            for person in seat.people
        ],
        "organizers": [
            _organizer(organizer, pictures, statement, edition.language)
            for organizer in edition.organizers
        ],
    }


def call_page(announced: Announced, series: Series, photo: ShownPhoto | None) -> FrontMatter:
    """What stands in front of the call for papers."""
    return {
        "permalink": announced.call,
        **_locale(announced.edition.language),
        "title": _call_title(announced.edition),
        "excerpt": " <br> ".join(_about(announced)),
        **_masthead(announced, series, photo),
        "navigation": _navigation(announced),
    }


def _call_title(edition: Edition) -> Markdown:
    gettext, title = edition.language.gettext, edition.title
    if edition.submissions.call or (edition.by_invitation and not edition.has_call):
        return escape_markdown(f"{edition.call_name}: {title}")
    if edition.has_call:
        return escape_markdown(gettext("Call for Papers: %(title)s", title=title))
    return escape_markdown(gettext("Call for Participation: %(title)s", title=title))


def own_page(
    written: OwnPage,
    title: str,
    announced: Announced | None,
    series: Series,
    photo: ShownPhoto | None,
) -> FrontMatter:
    """What stands in front of a page that organizers wrote themselves.

    Args:
        written: the page.
        title: its title in words.
        announced: the edition to which it belongs; nothing for a page of the series.
        series: the series.
        photo: the photo at its head.
    """
    front = written.front
    own: FrontMatter = {"name": written.name}
    own |= {"menu": str(front.menu)} if front.menu else {}
    own |= {"order": front.order} if front.order is not None else {}
    about: FrontMatter = {"description": html_text(front.description)} if front.description else {}
    return {
        "permalink": f"{announced.page if announced else ''}/{written.name}",
        "title": escape_markdown(title),
        "excerpt": " <br> ".join(_about(announced)) if announced else escape_markdown(series.name),
        **about,
        **(_masthead(announced, series, photo) if announced else _series_masthead(series, photo)),
        "navigation": _navigation(announced) if announced else _series_navigation(series),
        "own-page": own,
    }


def editions_page(series: Series, photo: ShownPhoto | None) -> FrontMatter:
    """What stands in front of the page of all editions, the newest one first."""
    with_pages = [(past.order[:2], _edition(Announced(past), series)) for past in series.editions]
    others: list[tuple[tuple[dt.date, int], FrontMatter]] = [
        (
            earlier.order,
            _card(
                html_text(f"{earlier.acronym or series.acronym} {earlier.year}"),
                _about_earlier(earlier, series),
                earlier.url,
                series.language,
            ),
        )
        for earlier in series.earlier
    ]
    listed = sorted(with_pages + others, key=lambda row: row[0], reverse=True)
    return {
        "permalink": "/all-editions",
        **_locale(series.language),
        "title": escape_markdown(series.name),
        "excerpt": escape_markdown(series.language.gettext("All editions")),
        **_series_masthead(series, photo),
        **({"navigation": menu} if (menu := _series_navigation(series)) else {}),
        "feature_row": [card for _, card in listed],
    }


def _series_masthead(series: Series, photo: ShownPhoto | None) -> FrontMatter:
    title = series.acronym
    if calls_itself_workshop(series.name):
        title = series.language.gettext("%(acronym)s workshops", acronym=series.acronym)
    return {
        "browser-title": escape_markdown(title),
        "masthead-title": html_text(title),
        "masthead-url": "/all-editions",
        **_layout(series, photo),
    }


def _series_navigation(series: Series) -> list[Value]:
    """The pages of one's own that stand beside all editions."""
    site = series.current.site
    own = menu_of(site.series, series.current) if site else []
    return [{"title": html_text(label), "url": f"/{name}"} for name, label in own]


def banner_address(series: Series) -> str:
    """The address of the picture behind the titles."""
    return f"/assets/images/{series.acronym}-banner.svg"


def _locale(language: Language) -> FrontMatter:
    """The language of a page, where it is not English, which the theme takes for the usual one."""
    return {} if language == ENGLISH else {"locale": language.tag}


def _about_earlier(earlier: PastEdition, series: Series) -> str:
    """When and where an edition took place, and beside which conference, if it was beside one."""
    about = f"<strong>{escape_markdown(_of_earlier(earlier))}</strong>"
    if not earlier.host:
        return about
    return f"{about} <br>\n{_held_with(escape_markdown(earlier.host), series.language)}"


def _of_earlier(earlier: PastEdition) -> str:
    return f"{earlier.dated}, {earlier.place}"


def _masthead(announced: Announced, series: Series, photo: ShownPhoto | None) -> FrontMatter:
    is_beside = announced.edition.venue.is_conference
    subtitle = f"@{announced.host}" if is_beside else announced.host
    return {
        "browser-title": escape_markdown(announced.short_title),
        "masthead-title": html_text(announced.short_title),
        **({"masthead-subtitle": html_text(subtitle)} if subtitle else {}),
        "masthead-url": announced.page,
        **_layout(series, photo),
    }


def _with_buttons(front: FrontMatter, announced: Announced) -> FrontMatter:
    """A page's head with buttons over its banner, for what leads on from the workshop's title."""
    buttons = [
        {"label": html_text(link.action), "url": escape_address(link.url)}
        for link in (*announced.edition.links.at("head"), *announced.edition.join)
    ]
    header = front["header"]
    if not buttons or not isinstance(header, Mapping):
        return front
    return {**front, "header": {**header, "actions": buttons}}


def _sponsors(announced: Announced, tiers: Iterable[Tier]) -> FrontMatter:
    """The sponsors by tiers where they have logos; all of it is HTML or an address."""
    if not announced.shows_logos:
        return {}
    listed: list[FrontMatter] = []
    for tier in tiers:
        members = [_sponsor(announced, shown) for shown in tier.sponsors]
        level: FrontMatter = {"level": html_text(tier.level)} if tier.level else {}
        listed.append({**level, "members": members})
    return {"sponsors": listed}


def _sponsor(announced: Announced, shown: ShownSponsor) -> FrontMatter:
    entry: FrontMatter = {"name": html_text(shown.sponsor.name)}
    if shown.sponsor.url:
        entry["url"] = escape_address(shown.sponsor.url)
    if shown.logo:
        entry["logo"] = f"{announced.pictures}/sponsors/{shown.logo.files[-1]}"
        entry |= {"width": shown.logo.width, "height": shown.logo.height}
    return entry


def photo_entry(photo: GalleryPhoto) -> FrontMatter:
    """A photo of the day; all of it is HTML or an address."""
    width, height = photo.shown.sizes[min(1, len(photo.shown.sizes) - 1)]
    entry: FrontMatter = {
        "image_path": photo.medium,
        "url": photo.shown.file,
        "alt": html_text(photo.shown.alt),
        "width": width,
        "height": height,
    }
    if photo.photo.caption:
        entry["caption"] = html_text(photo.photo.caption)
    if photo.shown.credit:
        entry["credit"] = html_text(photo.shown.credit)
    return entry


def _layout(series: Series, photo: ShownPhoto | None) -> FrontMatter:
    header: FrontMatter = {
        "overlay_color": palette(series.accent).band,
        "overlay_filter": "0.2",
        "overlay_image": banner_address(series),
    }
    if photo:
        # Titles are white, and have to be read on any photo.
        header |= {"overlay_filter": "0.6", "overlay_image": photo.file}
        header |= {"teaser": photo.file, "og_image": photo.file}
        header["image_description"] = html_text(photo.alt)
    if photo and photo.credit:
        header["caption"] = escape_markdown(photo.credit)
    return {"layout": "splash", "author_profile": False, "header": header}


def _short_call(edition: Edition) -> str:
    """What menus call the call."""
    gettext = edition.language.gettext
    if edition.by_invitation and not edition.has_call:
        return gettext("Participation")
    return edition.submissions.call or gettext("CfP")


def _navigation(announced: Announced) -> list[Value]:
    """The page's parts as the head of the theme's pages links to them, as far as they are."""
    page, edition = announced.page, announced.edition
    gettext = edition.language.gettext
    keynotes = edition.heading_of("keynote")
    panelists = edition.speaker_headings.get("panelist") or gettext("Panelists")
    links = {
        html_text(_short_call(edition)): (announced.call, True),
        gettext("Schedule"): (f"{page}#schedule", bool(edition.schedule)),
        html_text(keynotes): (f"{page}#keynote-speakers", bool(announced.keynotes)),
        html_text(panelists): (f"{page}#panelists", bool(announced.panelists)),
        gettext("Organization"): (f"{page}#organizers", bool(edition.organizers)),
    }
    parts = [(title, url) for title, (url, is_there) in links.items() if is_there]
    own = menu_of(edition.own, edition)
    return [
        *({"title": title, "url": url} for title, url in parts),
        *({"title": html_text(label), "url": f"{page}/{name}"} for name, label in own),
    ]


def _when_and_where(announced: Announced) -> Markdown:
    edition = announced.edition
    day = edition.when.date
    word = status_word(edition.status, edition.language)
    status = f"{word}: " if word else ""
    return escape_markdown(f"{status}{day.weekday}, {day}, {edition.place}")


def _about(announced: Announced) -> list[str]:
    """When and where an edition takes place, and beside which conference or who hosts it."""
    return list(filter(None, (_when_and_where(announced), _host(announced))))


def _host(announced: Announced) -> str:
    host, url = escape_markdown(announced.host), announced.edition.venue.url
    linked = f'<a href="{escape_address(url)}">{host}</a>' if url else host
    language = announced.edition.language
    if announced.edition.venue.is_conference:
        return _held_with(linked, language)
    return language.gettext("Hosted by %(host)s", host=linked) if host else ""


def _held_with(host: str, language: Language) -> str:
    """Beside which conference an edition takes place, which is written in Markdown."""
    return language.gettext("Held in conjunction with %(host)s", host=host)


def _talks(
    talks: Iterable[Talk], pictures: Mapping[str, str], statement: Statement
) -> list[FrontMatter]:
    """A row for each speaker; the abstract stands in the row of the first one of a talk."""
    return [_talk(talk, person, pictures, statement) for talk in talks for person in talk.people]


def _talk(
    talk: Talk, person: Person, pictures: Mapping[str, str], statement: Statement
) -> FrontMatter:
    """A speaker's row, the first one of a talk with the anchor that the schedule links to.

    The theme has no place for an anchor but the text; it lies below the name, so that the
    browser is told to stop above it.
    """
    is_first = person is talk.person
    said = [escape_markdown(f"({talk.full_mark})")] if talk.full_mark else []
    where = [f"<em><strong>{line}</strong></em>" for line in _affiliation(person)]
    lines = [" ".join([*where, *said])] if where or said else []
    if talk.title:
        lines.append(f"<strong>{markdown_with_mathml(talk.title)}</strong>")
    if talk.materials and is_first:
        lines.append(_materials(talk))
    if is_first:
        mark = f'<span id="{anchor(talk)}" style="scroll-margin-top: 6em"></span>'
        lines = [mark + "".join(lines[:1]), *lines[1:]]
    row = _person(person, " <br>\n".join([*lines, *_links(person, talk.language)]), pictures)
    if talk.abstract and is_first:
        row["abstract"] = statement(talk.abstract)
    return {**row, **_biography(person, statement), "spaces": True}


def _materials(talk: Talk) -> str:
    """A line of what there is of a talk on the web: "[Slides (PDF)](…) · [Video](…)"."""
    formats = ((label, url, file_format(url)) for label, url in talk.materials)
    return " · ".join(
        f"[{label}{f' ({known})' if known else ''}]({escape_address(url)})"
        for label, url, known in formats
    )


def _seat(
    seat: Talk, person: Person, pictures: Mapping[str, str], statement: Statement
) -> FrontMatter:
    said = [escape_markdown(f"({seat.full_mark})")] if seat.full_mark else []
    where = " ".join([*_affiliation(person), *said])
    materials = _materials(seat) if person is seat.person else ""
    lines = [*filter(None, [where, materials]), *_links(person, seat.language)]
    excerpt = " <br>\n".join(lines)
    return {**_person(person, excerpt, pictures), **_biography(person, statement)}


def _organizer(
    organizer: Organizer,
    pictures: Mapping[str, str],
    statement: Statement,
    language: Language,
) -> FrontMatter:
    person = organizer.person
    role = [f"<em>{escape_markdown(organizer.role)}</em>"] if organizer.role else []
    excerpt = " <br>\n".join([*role, *_affiliation(person), *_links(person, language)])
    return {**_person(person, excerpt, pictures), **_biography(person, statement)}


def _person(person: Person, excerpt: str, pictures: Mapping[str, str]) -> FrontMatter:
    name = html_text(person.name)
    title = f"{name} {native_name(person)}" if person.name_native else name
    if person.pronouns:
        title += f" ({html_text(person.pronouns)})"
    return {
        "image_path": pictures[person.file_name],
        "alt": name,
        "title": title,
        "excerpt": excerpt,
    }


def _affiliation(person: Person) -> Iterable[str]:
    return [escape_markdown(person.affiliation)] if person.affiliation else []


def _links(person: Person, language: Language) -> list[str]:
    """A line of where a person is found, if that is known."""
    orcid = orcid_address(person.orcid) if person.orcid else None
    own = ((language.gettext("Homepage"), person.homepage), ("ORCID", orcid))
    every = [*own, *((link.label, link.url) for link in person.links)]
    found = [f"[{escape_markdown(label)}]({escape_address(url)})" for label, url in every if url]
    return [" · ".join(found)] if found else []


def _biography(person: Person, statement: Statement) -> FrontMatter:
    return {"bio": statement(person.biography)} if person.biography else {}


def _edition(announced: Announced, series: Series) -> FrontMatter:
    """A card of the list of editions, in the language of the series as the whole list is."""
    language = series.language
    announced = replace(announced, edition=in_language(announced.edition, language))
    is_current = announced.edition.id == series.current.id
    name = announced.edition.distinct_name
    current = language.gettext("%(name)s (current edition)", name=name)
    title = current if is_current else name
    first, *others = _about(announced)
    excerpt = " <br>\n".join([f"<strong>{first}</strong>", *others])
    if announced.edition.is_unsettled and not is_current:
        unsettled = language.gettext("Day and place to be announced")
        excerpt = f"<strong>{unsettled}</strong>"
    return _card(html_text(title), excerpt, announced.page, language)


def _card(title: str, excerpt: str, url: str | None, language: Language) -> FrontMatter:
    card: FrontMatter = {"title": title, "excerpt": excerpt}
    if url:
        label = html_text(language.gettext("Learn more"))
        card |= {"url": url, "btn_label": label, "btn_class": "btn--info"}
    return card
