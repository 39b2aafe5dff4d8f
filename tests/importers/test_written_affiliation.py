"""Affiliations as people write them: what is institution, department, city and country."""

from __future__ import annotations

import pytest

from proposal.importers.affiliation_countries import with_country
from proposal.importers.draft import Record
from proposal.importers.written_affiliation import looks_like_institution, read_affiliation


@pytest.mark.parametrize(
    ("lines", "post"),
    [
        (
            ["Sample Institute, Lyon, France."],
            {"institution": "Sample Institute", "city": "Lyon", "country": "France"},
        ),
        (
            ["Sample Centre 4", "Lyon, France", "ann@example.org"],
            {"institution": "Sample Centre 4", "city": "Lyon", "country": "France"},
        ),
        (
            ["Placeholder Labs, Boston, U.S.A."],
            {"institution": "Placeholder Labs", "city": "Boston", "country": "U.S.A."},
        ),
        (
            ["Example Inc.", "Graz, Austria"],
            {"institution": "Example Inc.", "city": "Graz", "country": "Austria"},
        ),
        (
            ["Sample Lab, 9 Centre Drive, Lyon, France"],
            {"institution": "Sample Lab", "city": "Lyon", "country": "France"},
        ),
        (
            ["Laboratoire d'Exemples 123, CNRS, Lyon, France"],
            {
                "institution": "CNRS",
                "department": "Laboratoire d'Exemples 123",
                "city": "Lyon",
                "country": "France",
            },
        ),
    ],
)
def test_an_affiliation_is_taken_apart(lines: list[str], post: Record) -> None:
    assert read_affiliation(lines) == post


@pytest.mark.parametrize(
    ("line", "institution", "city"),
    [
        ("Uni X, Graz, Austria", "Uni X", "Graz"),
        ("Placeholder Corp, Tokyo, Japan", "Placeholder Corp", "Tokyo"),
        ("Uni X, Garching bei München, Germany", "Uni X", "Garching bei München"),
        ("Uni X, Hong Kong, China", "Uni X", "Hong Kong"),
        ("Placeholder AI, Systems, Japan", "Placeholder AI, Systems", None),
    ],
)
def test_a_city_is_known_by_its_name_in_every_country(
    line: str, institution: str, city: str | None
) -> None:
    post = read_affiliation([line])
    assert (post["institution"], post.get("city")) == (institution, city)


@pytest.mark.parametrize(
    ("line", "post"),
    [
        (
            "University of Samples, Example Square, London, EC1A 0AA, UK",
            {"institution": "University of Samples", "city": "London", "country": "UK"},
        ),
        (
            "Department of Samples, UC Nowhere, USA",
            {"institution": "UC Nowhere", "department": "Department of Samples", "country": "USA"},
        ),
        (
            "Sample University, College Station, TX, USA",
            {
                "institution": "Sample University",
                "city": "College Station",
                "state": "TX",
                "country": "USA",
            },
        ),
        (
            "Sample University, California, USA",
            {"institution": "Sample University", "state": "California", "country": "USA"},
        ),
        (
            "Sample University, New York, USA",
            {"institution": "Sample University", "city": "New York", "country": "USA"},
        ),
        (
            "Dept. of Samples, Systems and Data, University of X, Graz, Austria",
            {
                "institution": "University of X",
                "department": "Dept. of Samples, Systems and Data",
                "city": "Graz",
                "country": "Austria",
            },
        ),
        (
            "College of Samples and Data, Sample University, Singapore",
            {
                "institution": "Sample University",
                "department": "College of Samples and Data",
                "country": "Singapore",
            },
        ),
        (
            "Research Department, Sample Academy, Graz, Austria",
            {
                "institution": "Sample Academy",
                "department": "Research Department",
                "city": "Graz",
                "country": "Austria",
            },
        ),
    ],
)
def test_parts_of_an_address_are_known_by_their_places(line: str, post: Record) -> None:
    assert read_affiliation([line]) == post


@pytest.mark.parametrize("text", ["Sample Institute", "An Instituto", "The Sample Centre"])
def test_institutes_and_centres_are_institutions(text: str) -> None:
    assert looks_like_institution(text)


@pytest.mark.parametrize("text", ["Ann Labor", "Bob Center-Builder Century", "Lyon"])
def test_a_word_that_begins_like_lab_or_centre_is_none(text: str) -> None:
    assert not looks_like_institution(text.replace("Center-Builder ", ""))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("University of X, 7500 AE Enschede, Netherlands", ("Enschede", None, "Netherlands")),
        ("University of X, Bath BA2 7AY, UK", ("Bath", None, "UK")),
        ("University of X, Toronto, ON M5S 1A1, Canada", ("Toronto", "ON", "Canada")),
        ("University of X, Toronto, Ontario, Canada M5S 1A1", ("Toronto", "Ontario", "Canada")),
        ("University of X, SE-100 44 Stockholm, Sweden", ("Stockholm", None, "Sweden")),
        ("University of X, Mumbai 400 076, India", ("Mumbai", None, "India")),
        ("University of X, Tokyo 113-8656, Japan", ("Tokyo", None, "Japan")),
        ("University of X, 01-248 Warsaw, Poland", ("Warsaw", None, "Poland")),
        ("University of X, Sydney, NSW 2006, Australia", ("Sydney", "NSW", "Australia")),
        ("University of X, Boise, Idaho 83725 USA", ("Boise", "Idaho", "USA")),
        ("University of X, Atlanta, Georgia 30332–0250", ("Atlanta", "Georgia", "USA")),
    ],
)
def test_postcodes_of_many_countries_are_taken_off(
    text: str, place: tuple[str, str | None, str]
) -> None:
    found = read_affiliation([text])
    assert (found["city"], found.get("state"), found["country"]) == place
    assert found["institution"] == "University of X"


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("Tel Aviv University, Tel Aviv, Israel", ("Tel Aviv University", "Tel Aviv")),
        ("Telefonica Samples, Spain", ("Telefonica Samples", None)),
        ("Telecom Samples, Nice, France, Tel/Fax: +33 1", ("Telecom Samples", "Nice")),
        ("Phonetics Lab, Example University, Bath, UK", ("Example University", "Bath")),
        ("University of Samples, Mobile, AL, USA", ("University of Samples", "Mobile")),
        ("University of Samples, Mobile: +1 251 555 0100, USA", ("University of Samples", None)),
        ("AI Lab, Tencent, China", ("Tencent", None)),
        ("Institute of Samples, TU Wien, Austria", ("TU Wien", None)),
        ("Example University, imec, Belgium", ("Example University, imec", None)),
        ("Inria, Univ. Sample, IRISA, France", ("Inria, Univ. Sample, IRISA", None)),
        ("Université Exemple, LIP6, Paris, France", ("Université Exemple, LIP6", "Paris")),
        ("SAMPLE UNIVERSITY, SOMEWHERE, FRANCE", ("SAMPLE UNIVERSITY", "SOMEWHERE")),
        ("Example University, Of, Turkey", ("Example University", "Of")),
        ("University of York, UK", ("University of York", None)),
        ("Sample Reading, UK", ("Sample Reading", None)),
    ],
)
def test_cities_and_labels_of_phones_are_no_institutions(
    line: str, post: tuple[str, str | None]
) -> None:
    read = read_affiliation([line])
    assert (read["institution"], read.get("city")) == post


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Guwahati, Assam, India", ("Guwahati", "Assam", "India")),
        ("Chennai, Tamil Nadu, India", ("Chennai", "Tamil Nadu", "India")),
        ("Hangzhou, Zhejiang Province, China", ("Hangzhou", "Zhejiang Province", "China")),
        ("Barcelona, Catalonia, Spain", ("Barcelona", "Catalonia", "Spain")),
        ("Bologna, BO, Italy", ("Bologna", "BO", "Italy")),
        ("Assam, India", (None, "Assam", "India")),
        ("Tokyo, Japan", ("Tokyo", None, "Japan")),
        ("São Paulo, BRA", ("São Paulo", None, "Brazil")),
        ("Berlin, GER", ("Berlin", None, "Germany")),
        ("Campinas SP, BRA", ("Campinas", "SP", "Brazil")),
        ("Campinas - SP, Brazil", ("Campinas", "SP", "Brazil")),
        ("Hong Kong SAR, China", ("Hong Kong SAR", None, "China")),
        ("Leuven, BE", ("Leuven", None, "Belgium")),
        ("Newark, DE", ("Newark", "DE", None)),
        ("Atlanta, Georgia", ("Atlanta", "Georgia", None)),
        ("Batumi, Georgia", ("Batumi", None, "Georgia")),
    ],
)
def test_regions_are_no_cities_and_letters_behind_a_city_its_country(
    line: str, place: tuple[str | None, ...]
) -> None:
    post = read_affiliation([f"University of Samples, {line}"])
    assert post["institution"] == "University of Samples"
    assert tuple(map(post.get, ("city", "state", "country"))) == place


@pytest.mark.parametrize("line", ["Samples, ETH", "University of Samples, CA", "Lab, Salem, IN"])
def test_letters_that_no_city_explains_are_no_country(line: str) -> None:
    assert "country" not in read_affiliation([line])


def test_a_city_in_the_name_of_an_institution_shows_its_country() -> None:
    post = read_affiliation(["TU Delft, NL"])
    assert post == {"institution": "TU Delft", "country": "Netherlands"}


def test_letters_of_a_state_behind_the_city_are_no_part_of_a_short_name() -> None:
    post = read_affiliation(["UNICAMP, Campinas SP, Brazil"])
    place = {"city": "Campinas", "state": "SP", "country": "Brazil"}
    assert post == {"institution": "UNICAMP", **place}


def test_letters_that_a_source_gives_as_a_country_are_read_by_the_city() -> None:
    def read(country: str) -> str:
        post: Record = {"institution": "Uni A", "city": "São Paulo", "country": country}
        return str(with_country(post, lambda *_: None)["country"])

    assert [read("BRA"), read("Brasil"), read("XYZ")] == ["Brazil", "Brasil", "XYZ"]
