"""Finds the countries of affiliations that name none, or asks for them."""

from __future__ import annotations

from proposal.importers.draft import Record, Report
from proposal.reading.places import country_of_city


def with_country(post: Record, warn: Report) -> Record:
    """An affiliation with its country, where city and state leave no doubt."""
    if not post or "country" in post:
        return post
    city, state = str(post.get("city", "")), str(post.get("state", ""))
    country = country_of_city(city, state)
    if country is None:
        message = f"the affiliation “{post.get('institution', '')}” names no country, which ACM "
        hint = "write `country` into the person's file, or add it to the paper and import again"
        warn("missing-country", f"{message}demands", hint)
        return post
    place = f"{city}, {state}".strip(", ")
    message = f"“{country}” is worked out as the country of “{place}”, which names none"
    warn("guessed-country", message, None)
    return {**post, "country": country}
