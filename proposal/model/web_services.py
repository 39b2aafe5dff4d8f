"""The services on the web that people and workshops link to, known by their addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec import Struct


class WebService(Struct, frozen=True):
    """A service on the web with pages of many people and groups."""

    name: str
    """Its name in data: `google_groups`."""
    label: str
    """Its name as it writes it."""
    hosts: tuple[str, ...]
    """Its hosts, each with all hosts below it; `scholar.google.` stands for any ending."""
    home: str = ""
    """What stands before an account's name in the address of its page."""


WEB_SERVICES = (
    WebService("acm", "ACM Digital Library", ("dl.acm.org",)),
    WebService("bluesky", "Bluesky", ("bsky.app",), "https://bsky.app/profile/"),
    WebService("dblp", "DBLP", ("dblp.org", "dblp.uni-trier.de", "dblp.dagstuhl.de")),
    WebService("discord", "Discord", ("discord.gg", "discord.com")),
    WebService("facebook", "Facebook", ("facebook.com",), "https://www.facebook.com/"),
    WebService("github", "GitHub", ("github.com",), "https://github.com/"),
    WebService("gitlab", "GitLab", ("gitlab.com",), "https://gitlab.com/"),
    WebService("google_groups", "Google Groups", ("groups.google.com",)),
    WebService("google_scholar", "Google Scholar", ("scholar.google.",)),
    WebService("hugging_face", "Hugging Face", ("huggingface.co",), "https://huggingface.co/"),
    WebService("instagram", "Instagram", ("instagram.com",), "https://www.instagram.com/"),
    WebService("linkedin", "LinkedIn", ("linkedin.com",)),
    WebService("matrix", "Matrix", ("matrix.to",)),
    WebService("medium", "Medium", ("medium.com",)),
    WebService("openreview", "OpenReview", ("openreview.net",)),
    WebService("orcid", "ORCID", ("orcid.org",), "https://orcid.org/"),
    WebService("research_gate", "ResearchGate", ("researchgate.net",)),
    WebService("semantic_scholar", "Semantic Scholar", ("semanticscholar.org",)),
    WebService("slack", "Slack", ("slack.com",)),
    WebService("telegram", "Telegram", ("t.me", "telegram.me")),
    WebService("threads", "Threads", ("threads.net", "threads.com")),
    WebService("tiktok", "TikTok", ("tiktok.com",)),
    WebService("x", "X", ("x.com", "twitter.com"), "https://x.com/"),
    WebService("youtube", "YouTube", ("youtube.com", "youtu.be")),
    WebService("zulip", "Zulip", ("zulipchat.com",)),
)
"""The services with hosts of their own."""

MASTODON = WebService("mastodon", "Mastodon", ())
"""Mastodon, which has many servers; an account's page is `/@NAME` on each of them."""

_ACCOUNT = re.compile(r"/@[\w.-]+(@[\w.-]+)?/?")
"""An example: `/@wsp` of `https://hci.example/@wsp`."""


def service_of(address: str) -> WebService | None:
    """The service that a web address leads to, if it is one of those that are known."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    for service in WEB_SERVICES:
        if any(_is_at(host, known) for known in service.hosts):
            return service
    return MASTODON if host and _ACCOUNT.fullmatch(parts.path) else None


def _is_at(host: str, known: str) -> bool:
    if known.endswith("."):
        return host.startswith(known)
    return f".{host}".endswith(f".{known}")
