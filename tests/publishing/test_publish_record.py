"""Where to publish, as the data or the command line say it."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from proposal.masking import masked
from proposal.model.records.publish_record import PublishRecord
from proposal.publishing.built_site import own_domain, pages_files
from tests.workspace import Workspace


def refusal(**values: str) -> tuple[str, str]:
    """The code and the words with which values are refused."""
    with pytest.raises(ValidationError) as reason:
        PublishRecord.model_validate(values)
    (detail,) = reason.value.errors()
    return detail["type"], f"{detail['msg']}; {detail['ctx']['hint']}"


@pytest.mark.parametrize(
    "values",
    [
        {"branch": "gh-pages"},
        {"branch": "sites/wsp-2026", "remote": "upstream"},
        {"branch": "pages", "remote": "https://git.example.org:8443/wsp/website.git"},
        {"branch": "pages", "remote": "git@example.org:wsp/website.git"},
        {"branch": "pages", "remote": "ssh://git@example.org:2222/wsp/website.git"},
        {"to": "../web site"},
        {"to": "/srv/www/wsp"},
        {"rsync": "ada@www.example.edu:public_html/wsp"},
        {"rsync": "www:/srv/www/public html"},
    ],
)
def test_places_are_taken_as_they_are_written(values: dict[str, str]) -> None:
    assert PublishRecord.model_validate(values).model_dump(exclude_none=True) == values


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("branch", "-x", "not-a-branch"),
        ("branch", "--delete", "not-a-branch"),
        ("branch", "a b", "not-a-branch"),
        ("branch", "a..b", "not-a-branch"),
        ("branch", "refs/heads/x.lock", "not-a-branch"),
        ("branch", "a:b", "not-a-branch"),
        ("branch", "+a", "not-a-branch"),
        ("to", "--help", "not-a-folder"),
        ("to", "https://example.org/", "not-a-folder"),
        ("to", "ada@example.org:www", "not-a-folder"),
        ("rsync", "-e:path", "not-a-server"),
        ("rsync", "-oOption=x@host:path", "not-a-server"),
        ("rsync", "ada@-host:path", "not-a-server"),
        ("rsync", "host:-path", "not-a-server"),
        ("rsync", "host:$(name)", "not-a-server"),
        ("rsync", "host:`name`", "not-a-server"),
        ("rsync", "host:a;b", "not-a-server"),
        ("rsync", "host:a|b", "not-a-server"),
        ("rsync", "host:a*", "not-a-server"),
        ("rsync", "host:'a'", "not-a-server"),
        ("rsync", "host:../up", "not-a-server"),
        ("rsync", "host:~/public_html", "not-a-server"),
        ("rsync", "host::module", "not-a-server"),
        ("rsync", "rsync://host/module", "not-a-server"),
        ("rsync", "/folder/of/this/machine", "not-a-server"),
        ("rsync", "host", "not-a-server"),
    ],
)
def test_what_could_be_an_option_or_a_command_is_refused(key: str, value: str, code: str) -> None:
    assert refusal(**{key: value})[0] == code


@pytest.mark.parametrize(
    "remote",
    ["-x", "--upload-pack=x", "ext::name", "file:///x", "http://example.org/x", "fd::1", "../x"],
)
def test_only_addresses_that_run_no_program_are_remotes(remote: str) -> None:
    assert refusal(branch="gh-pages", remote=remote)[0] == "not-a-remote"


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    remote = "https://somebody:sesame@example.org/wsp.git"
    code, words = refusal(branch="gh-pages", remote=remote)
    assert code == "secret-in-address"
    assert "sesame" not in words
    assert "sesame" not in refusal(branch="gh-pages", remote=remote.replace("https", "http"))[1]


def test_the_home_folder_of_a_server_needs_no_sign() -> None:
    assert "ada@host:public_html" in refusal(rsync="ada@host:~/public_html")[1]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "where to publish is not said"),
        ({"branch": "a", "to": "b"}, "two places"),
        ({"to": "b", "remote": "origin"}, "belongs to a branch"),
    ],
)
def test_there_is_just_one_place(values: dict[str, str], words: str) -> None:
    code, said = refusal(**values)
    assert code == "publish-place"
    assert words in said


def test_a_password_in_the_data_is_never_printed(workspace: Workspace) -> None:
    workspace.append(
        "workshop.yaml",
        "publish: {branch: gh-pages, remote: 'https://somebody:sesame@example.org/wsp.git'}\n",
    )
    finished = workspace.run("check")
    assert finished.code == 1
    assert "secret-in-address" in finished.output
    assert "sesame" not in finished.output + finished.errors


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at https://ada:sesame@example.org/x", "at https://**********@example.org/x"),
        (
            "https://ghp_0123456789abcdefghijklmnop@example.org",
            f"https://{'*' * 30}@example.org",
        ),
        (
            "https://ada:sesame@a.example https://:sesame@b.example",
            "https://**********@a.example https://*******@b.example",
        ),
        ("ssh://git@example.org/x", "ssh://git@example.org/x"),
        (f"ssh://{'a' * 19}@example.org", f"ssh://{'a' * 19}@example.org"),
        (f"ssh://{'a' * 20}@example.org", f"ssh://{'*' * 20}@example.org"),
        ("mail ada@example.org", "mail ada@example.org"),
    ],
)
def test_passwords_and_tokens_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://wsp.example.org/", "wsp.example.org"),
        ("https://wsp.example.org", "wsp.example.org"),
        ("https://example.edu/wsp/", None),
        ("https://somebody.github.io/", None),
        ("https://somebody.github.io/wsp/", None),
        ("http://127.0.0.1/", None),
        (None, None),
    ],
)
def test_a_domain_of_its_own_is_known_from_a_part_of_another_site(
    url: str | None, domain: str | None
) -> None:
    assert own_domain(url) == domain


@pytest.mark.parametrize(
    ("address", "has_name"),
    [
        ("https://github.com/wsp/website.git", True),
        ("git@github.com:wsp/website.git", True),
        ("ssh://git@github.com/wsp/website.git", True),
        ("https://git.example.org/github.com/website.git", False),
        ("/srv/git/website.git", False),
    ],
)
def test_only_github_is_given_the_name_of_the_domain(address: str, has_name: bool) -> None:
    files = pages_files("wsp.example.org", address)
    assert files.get("CNAME") == (b"wsp.example.org\n" if has_name else None)
    assert files[".nojekyll"] == b""


def test_schemas_know_the_key() -> None:
    assert "branch" in TypeAdapter(PublishRecord).json_schema()["properties"]
