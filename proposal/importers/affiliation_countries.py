"""Finds the countries of affiliations that name none, or asks for them."""

from __future__ import annotations

from proposal.importers.draft import Record, Report
from proposal.model.countries import country_code
from proposal.reading.places import country_behind_city, country_of_city


def with_country(post: Record, warn: Report) -> Record:
    """An affiliation with its country, where city and state leave no doubt, and not `BRA`."""
    city, state = str(post.get("city", "")), str(post.get("state", ""))
    if "country" in post:
        letters = str(post["country"])
        named = None if country_code(letters) else country_behind_city(letters, city)
        return {**post, "country": named} if named else post
    if not post:
        return post
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
