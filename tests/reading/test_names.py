"""Names as sources write them: what is a title, a degree, a suffix, a family name, a list."""

from __future__ import annotations

import pytest

from proposal.model.affiliated import name_and_affiliation
from proposal.reading.listed_names import NameOrder, order_of, read_authors
from proposal.reading.names import Name, read_name, read_parts


@pytest.mark.parametrize(
    ("written", "name", "honorific"),
    [
        ("Ann Author", "Ann Author", None),
        ("Author, Ann", "Ann Author", None),
        ("Prof. Dr. Ann Author", "Ann Author", "Prof."),
        ("Prof.Dr.Ann Author", "Ann Author", "Prof."),
        ("Dr. Ann Author", "Ann Author", "Dr."),
        ("Dr Ann Author", "Ann Author", "Dr."),
        ("Dra. Ann Author", "Ann Author", "Dr."),
        ("Dr.-Ing. Ann Author", "Ann Author", "Dr."),
        ("Dr.-Ing Ann Author", "Ann Author", "Dr."),
        ("Univ.-Prof. Ann Author", "Ann Author", "Prof."),
        ("Prof. em. Ann Author", "Ann Author", "Prof."),
        ("仮名 太郎 准教授", "仮名 太郎", "Prof."),
        ("仮名太郎先生", "仮名太郎", None),
        ("仮名太郎氏", "仮名太郎", None),
        ("仮名 博士", "仮名 博士", None),
        ("김가명 교수님", "김가명", "Prof."),
        ("김가명 박사", "김가명", "Dr."),
        ("em. Prof. Ann Author", "Ann Author", "Prof."),
        ("Em. Univ.-Prof. Dr. Ann Author", "Ann Author", "Prof."),
        ("em. o. Univ.-Prof. Dr. Ann Author", "Ann Author", "Prof."),
        ("o.Univ.-Prof. Ann Author", "Ann Author", "Prof."),
        ("O. Author", "O. Author", None),
        ("Ing. Ann Author CSc.", "Ann Author", None),
        ("Univ.-Prof. Dipl.-Ing. Dr. techn. Ann Author", "Ann Author", "Prof."),
        ("Dr. rer. nat. Ann Author", "Ann Author", "Dr."),
        ("Dr. rer.nat. habil. Ann Author", "Ann Author", "Dr."),
        ("Prof. Dr. Dr. h.c. mult. Ann Author", "Ann Author", "Prof."),
        ("Priv.-Doz. Dr. Ann Author", "Ann Author", "Dr."),
        ("PD Dr. Ann Author", "Ann Author", "Dr."),
        ("Doç. Dr. Ann Author", "Ann Author", "Dr."),
        ("Dr. Öğr. Üyesi Ann Author", "Ann Author", "Dr."),
        ("Jun.-Prof. Ann Author", "Ann Author", "Prof."),
        ("Assoc. Prof. Ann Author", "Ann Author", "Prof."),
        ("Assistant Professor Ann Author", "Ann Author", "Prof."),
        ("Asst. Prof. Dr. Ann Author", "Ann Author", "Prof."),
        ("Author, Prof. Ann", "Ann Author", "Prof."),
        ("Dott.ssa Ann Author", "Ann Author", "Dr."),
        ("Mtra. Ann Author", "Ann Author", None),
        ("Eng. Dr. Ann Author", "Ann Author", "Dr."),
        ("Prof.ssa Ann Author", "Ann Author", "Prof."),
        ("doc. RNDr. Ann Author, CSc.", "Ann Author", "Dr."),
        ("prof. dr hab. inż. Ann Author", "Ann Author", "Prof."),
        ("prof. PW dr hab. Ann Author", "Ann Author", "Prof."),
        ("prof. nadzw. dr hab. inż. Ann Author", "Ann Author", "Prof."),
        ("Prof. zw. dr hab. Ann Author", "Ann Author", "Prof."),
        ("dr hab. Ann Author, prof. PW", "Ann Author", "Dr."),
        ("dr hab. Ann Author, prof. uczelni", "Ann Author", "Dr."),
        ("Arş. Gör. Ann Author", "Ann Author", None),
        ("PGS. TS. Trần Thị Mẫu", "Trần Thị Mẫu", None),
        ("GS.TS. Ann Author", "Ann Author", "Prof."),
        ("TS. Trần Thị Mẫu", "Trần Thị Mẫu", None),
        ("TS. Author", "TS. Author", None),
        ("проф. Анна Пример", "Анна Пример", "Prof."),
        ("д.т.н., проф. Анна Пример", "Анна Пример", "Prof."),
        ("к.ф.-м.н. Анна Пример", "Анна Пример", None),
        ("гл. ас. д-р Анна Пример", "Анна Пример", "Dr."),
        ("К. А. Н. Пример", "К. А. Н. Пример", None),
        ("Αναπλ. Καθ. Άννα Δείγμα", "Άννα Δείγμα", "Prof."),
        ("egyetemi docens Dr. Ann Author", "Ann Author", "Dr."),
        ("Profa. Dra. Ann Author", "Ann Author", "Prof."),
        ("Prof.ª Dr.ª Ann Author", "Ann Author", "Prof."),
        ("Chiar.mo Prof. Ann Author", "Ann Author", "Prof."),
        ("conf. univ. dr. Ann Author", "Ann Author", "Dr."),
        ("Prof. JD Author", "JD Author", "Prof."),
        ("Red Author", "Red Author", None),
        ("Dr. med. dent. Ann Author", "Ann Author", "Dr."),
        ("DI (FH) Ann Author", "Ann Author", None),
        ("Dipl.-Ing. (FH) Ann Author", "Ann Author", None),
        ("DI PAOLO, Ann", "Ann DI PAOLO", None),
        ("Lic. Ann Author", "Ann Author", None),
        ("PhD Ann Author", "Ann Author", None),
        ("Ph. D. Ann Author", "Ann Author", None),
        ("M.Sc. Ann Author", "Ann Author", None),
        ("Author, Ann (PhD)", "Ann Author", None),
        ("Ann Author MBBS", "Ann Author", None),
        ("Ann Author MD PhD", "Ann Author", None),
        ("Di Wu", "Di Wu", None),
        ("Ms. Ann Author", "Ann Author", None),
        ("Sir Ann Author", "Ann Author", None),
        ("Martin Sample, Jr.", "Martin Sample Jr.", None),
        ("Martin Sample Jr.", "Martin Sample Jr.", None),
        ("Sample, Jr., Martin", "Martin Sample Jr.", None),
        ("Sample Jr., Martin", "Martin Sample Jr.", None),
        ("Sample, Martin, Jr.", "Martin Sample Jr.", None),
        ("Robert Sample, III", "Robert Sample III", None),
        ("Sample III, Robert", "Robert Sample III", None),
        ("van der Sample, Jr., Jan", "Jan van der Sample Jr.", None),
        ("Ann Author, PhD, MSc", "Ann Author", None),
        ("Ann Author, Ph.D.", "Ann Author", None),
        ("Ann Author, Ph. D.", "Ann Author", None),
        ("Ann Author PhD", "Ann Author", None),
        ("Ann Author, DPhil", "Ann Author", None),
        ("Ann Author, M.D., Ph.D.", "Ann Author", None),
        ("Seun Sample, MD, FRCS", "Seun Sample", None),
        ("Author, Ann, PhD", "Ann Author", None),
        ("Dr. Martin Sample, Jr., PhD", "Martin Sample Jr.", "Dr."),
        ("van der Sample, Jan", "Jan van der Sample", None),
        ("de la Muestra, María", "María de la Muestra", None),
        ("O’Sample, Seán", "Seán O’Sample", None),
        ("Suharto", "Suharto", None),
        ("Ma, Yi", "Yi Ma", None),
        ("Do, Anh", "Anh Do", None),
        ("Ann Ba", "Ann Ba", None),
        ("Sample, V.", "V. Sample", None),
        ("J. R. R. Sample", "J. R. R. Sample", None),
        ("Md. Sample Rahman", "Md. Sample Rahman", None),
        ("Dean Author", "Dean Author", None),
        ("King Author", "King Author", None),
        ("Em Author", "Em Author", None),
        ("Phil Author", "Phil Author", None),
        ("Prof. Ed Author", "Ed Author", "Prof."),
        ("Dr. H Author", "H Author", "Dr."),
        ("Drake Sample", "Drake Sample", None),
        ("Profeta, Ann", "Ann Profeta", None),
        ("Mrs Sample", "Sample", None),
        ("陈 安", "陈 安", None),
        ("Xu Wei (he/him)", "Xu Wei", None),
        ("Xu Wei, he/him", "Xu Wei", None),
        ("Dr. Xu Wei – they/them", "Xu Wei", "Dr."),
        ("Ann Author <ann@example.org>", "Ann Author", None),
        ("ann@example.org", "", None),
    ],
)
def test_a_name_is_read_without_what_is_no_part_of_it(
    written: str, name: str, honorific: str | None
) -> None:
    read = read_name(written)
    assert (read.text, read.honorific) == (name, honorific)
    assert read.doubt is None


@pytest.mark.parametrize(
    ("written", "name", "doubt"),
    [
        ("Rahman, MD", "MD Rahman", "may be a name and a degree"),
        ("Ann Author, MA", "Ann Author", "is taken for a degree"),
        ("Ann Author, Bob Writer, Cat Coder", "Ann Author, Bob Writer, Cat Coder", "3 parts"),
    ],
)
def test_what_is_not_sure_about_a_name_is_said(written: str, name: str, doubt: str) -> None:
    read = read_name(written)
    assert read.text == name
    assert doubt in str(read.doubt)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Suharto; Ann Author", ["Suharto", "Ann Author"]),
        ("Ann Author, Suharto, Bob Writer", ["Ann Author", "Suharto", "Bob Writer"]),
        ("Suharto and Ann Author", ["Suharto", "Ann Author"]),
        ("Ann Author; Bob Writer and Cy Coder", ["Ann Author", "Bob Writer", "Cy Coder"]),
        ("Author, Ann; Writer, Bob and Coder, Cy", ["Ann Author", "Bob Writer", "Cy Coder"]),
        (
            "Ann Author; Bob Writer, Cy Coder and Di Day",
            ["Ann Author", "Bob Writer", "Cy Coder", "Di Day"],
        ),
        ("Martin Sample, Jr., Ann Author", ["Martin Sample Jr.", "Ann Author"]),
        ("Ann Author, PhD, Bob Writer, MD", ["Ann Author", "Bob Writer"]),
        ("Sample, Jr., Martin; Author, Ann", ["Martin Sample Jr.", "Ann Author"]),
        ("Author, A., Writer, B. C.", ["A. Author", "B. C. Writer"]),
        ("Author A., Writer B.", ["Author A.", "Writer B."]),
        ("de la Muestra, María", ["María de la Muestra"]),
        ("Ann Author1,2, Bob Writer2", ["Ann Author", "Bob Writer"]),
        ("陈安、李四", ["陈安", "李四"]),
        ("陈安, 李四", ["陈安", "李四"]),
        ("김민준, 이서연", ["김민준", "이서연"]),
        ("김 민준, 이 서연", ["김 민준", "이 서연"]),
        ("S.J. Author, M.-J. Writer", ["S.J. Author", "M.-J. Writer"]),
        ("Author, S.J., Writer, M.-J.", ["S.J. Author", "M.-J. Writer"]),
        ("Ann Author 1,2; Bob Writer12; Cat Coder*3", ["Ann Author", "Bob Writer", "Cat Coder"]),
        ("Xu Wei (he/him), Ann Author (she/her)", ["Xu Wei", "Ann Author"]),
    ],
)
def test_a_list_is_taken_apart_at_people_and_not_within_them(text: str, names: list[str]) -> None:
    read = read_authors(text)
    assert [author.name for author in read.people] == names
    assert [author.affiliation for author in read.people] == [None] * len(names)
    assert read.two_ways is None


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (
            "Ann Author, Bob Builder (Uni A); Carl Carter (Uni B)",
            [("Ann Author", "Uni A"), ("Bob Builder", "Uni A"), ("Carl Carter", "Uni B")],
        ),
        (
            "Ann Author, Suharto, Bob Builder (Uni A); Carl Carter",
            [
                ("Ann Author", "Uni A"),
                ("Suharto", "Uni A"),
                ("Bob Builder", "Uni A"),
                ("Carl Carter", None),
            ],
        ),
        (
            "Author, Ann (Uni A); Writer, Bob (Uni B)",
            [("Ann Author", "Uni A"), ("Bob Writer", "Uni B")],
        ),
        (
            "Carl Coder (Sciences Institute (SI)), Dora Drafter (Uni B; Labs C)",
            [("Carl Coder", "Sciences Institute (SI)"), ("Dora Drafter", "Uni B; Labs C")],
        ),
        ("Ann (Annie) Author (Uni A)", [("Ann (Annie) Author", "Uni A")]),
        ("van der Author, Ann (Uni A)", [("Ann van der Author", "Uni A")]),
        (
            "Author, Ann (Uni A) and Writer, Bob (University of a Far Place)",
            [("Ann Author", "Uni A"), ("Bob Writer", "University of a Far Place")],
        ),
    ],
)
def test_affiliations_go_to_those_before_them(
    text: str, authors: list[tuple[str, str | None]]
) -> None:
    read = read_authors(text)
    assert [(author.name, author.affiliation) for author in read.people] == authors
    assert read.doubts == ()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Ann Author, Bob Builder (Uni A)", "the affiliation of Bob Builder alone"),
        ("Ann Author, University of Placeholder", "is taken for the affiliation of Ann Author"),
        ("Ann Author (Uni A, Bob Writer", "a parenthesis is not closed"),
        ("ann@example.org, Bob Writer", "without a name"),
        ("Ann Author 007; Bob Writer", "the number 007 in `Ann Author 007` is kept"),
        ("Author 007, Ann; Writer, Bob", "the number 007 in `Author 007, Ann` is kept"),
        ("Ann 2 Author; Bob Writer", "the number 2 in `Ann 2 Author` is kept"),
    ],
)
def test_what_is_not_sure_about_a_list_is_said(text: str, doubt: str) -> None:
    assert doubt in " ".join(read_authors(text).doubts)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Suharto, Ann Author", ("Ann Author Suharto", "Suharto; Ann Author")),
        ("Suharto, Sukarno", ("Sukarno Suharto", "Suharto; Sukarno")),
        ("Author, Ann, Writer, Bob", ("Ann Author; Bob Writer", "Author; Ann; Writer; Bob")),
        ("Author, Ann (Uni A)", ("Ann Author (Uni A)", "Author; Ann (Uni A)")),
        (
            "Author, Ann (Uni A), Writer, Bob (Uni B)",
            ("Ann Author (Uni A); Bob Writer (Uni B)", "Author; Ann (Uni A); Writer; Bob (Uni B)"),
        ),
        (
            "Author, Ann (Uni A), Bob Writer (Uni B)",
            ("Ann Author (Uni A); Bob Writer (Uni B)", "Author; Ann (Uni A); Bob Writer (Uni B)"),
        ),
        (
            "Kim, Min Jun, Lee, Seo Yeon",
            ("Min Jun Kim; Seo Yeon Lee", "Kim; Min Jun; Lee; Seo Yeon"),
        ),
        ("김, 민준", ("김민준", "김; 민준")),
        (
            "Author, Ann (Uni A); Bob Writer, Cat Coder (Uni B)",
            (
                "Ann Author (Uni A); Bob Writer (Uni B); Cat Coder (Uni B)",
                "Author (Uni A); Ann (Uni A); Bob Writer (Uni B); Cat Coder (Uni B)",
            ),
        ),
        (
            "Author Sample, Ann Bea and Writer Trial, Bob Carl",
            (
                "Ann Bea Author Sample; Bob Carl Writer Trial",
                "Author Sample; Ann Bea; Writer Trial; Bob Carl",
            ),
        ),
    ],
)
def test_a_list_that_can_be_read_in_two_ways_says_both(text: str, ways: tuple[str, str]) -> None:
    assert read_authors(text).two_ways == ways


def test_the_other_lists_of_a_table_tell_how_one_is_to_be_read() -> None:
    assert order_of(["Suharto, Sukarno", "Author, Ann; Writer, Bob"]) is NameOrder.REVERSED
    assert order_of(["Suharto, Sukarno", "Ann Author"]) is None
    assert order_of(["Author, Ann; van Writer, Bob; Sukarno"]) is NameOrder.REVERSED
    assert order_of(["Author, Ann; Writer, Bob", "Ann Author, Bob Writer, Cat Coder"]) is None
    assert order_of(["Ann Author; Bob Writer", "Author, Ann; Writer, Bob"]) is NameOrder.SEPARATED
    assert order_of(["Ann Author, Bob Writer", "Cat Coder, Dan Drafter"]) is None
    assert order_of(["Ann Author, Bob Writer and Cat Coder, Dan Drafter"]) is None
    far = "Author, Ann (University of a Far Place); Writer, Bob (Another Institute of It)"
    assert order_of(["Suharto, Sukarno (Uni A)", far]) is NameOrder.REVERSED
    as_list = read_authors("Suharto, Sukarno", NameOrder.LIST)
    assert ([author.name for author in as_list.people], as_list.two_ways) == (
        ["Suharto", "Sukarno"],
        None,
    )
    reversed_ = read_authors("Suharto, Sukarno", NameOrder.REVERSED)
    assert [author.name for author in reversed_.people] == ["Sukarno Suharto"]


@pytest.mark.parametrize("order", [NameOrder.SEPARATED, NameOrder.REVERSED])
def test_two_whole_names_are_asked_for_where_other_lists_have_semicolons(order: NameOrder) -> None:
    text = "García Muestra, Ana María"
    assert order_of([text, order.value]) is order
    assert read_authors(text, order).two_ways == (
        "Ana María García Muestra",
        "García Muestra; Ana María",
    )
    assert read_authors(text).two_ways is None
    assert read_authors("Ann Author, University of X", order).two_ways is None


def test_a_company_of_one_word_is_nobody_in_a_list_of_authors() -> None:
    read = read_authors("Ann Author, Google, Bob Builder, Suharto")
    assert [(one.name, one.affiliation) for one in read.people] == [
        ("Ann Author", "Google"),
        ("Bob Builder", None),
        ("Suharto", None),
    ]
    assert len(read.doubts) == 2


def test_two_family_names_before_given_ones_are_read_where_other_lists_turn_names_round() -> None:
    text = "García Muestra, Ana María; Prueba Ejemplo, Juan Luis"
    assert read_authors(text).two_ways is not None
    read = read_authors(text, NameOrder.REVERSED)
    assert read.two_ways is None
    assert [one.name for one in read.people] == [
        "Ana María García Muestra",
        "Juan Luis Prueba Ejemplo",
    ]


def test_addresses_are_taken_off_and_counted() -> None:
    read = read_authors("Ann Author <ann@example.org>, Bob Writer (bob@example.org)")
    assert [(author.name, author.affiliation) for author in read.people] == [
        ("Ann Author", None),
        ("Bob Writer", None),
    ]
    assert read.addresses == ("ann@example.org", "bob@example.org")


@pytest.mark.parametrize("order", [None, *NameOrder])
@pytest.mark.parametrize(
    "text",
    [
        "Ann Author <ann@example.org>, Bob Writer <bob@example.org>",
        "Ann Author ann@example.org, Bob Writer (bob@example.org)",
    ],
)
def test_addresses_behind_all_names_of_a_list_part_them(text: str, order: NameOrder | None) -> None:
    read = read_authors(text, order)
    assert [author.name for author in read.people] == ["Ann Author", "Bob Writer"]
    assert read.two_ways is None


def test_lists_whose_names_end_in_addresses_have_commas_between_authors() -> None:
    lists = ["Ann Author <ann@example.org>, Bob Writer <bob@example.org>"]
    assert order_of([*lists, "Carl Coder; Dan Drafter"]) is None


@pytest.mark.parametrize("said", ["online", "Remote", "in person", "via Zoom"])
def test_how_somebody_takes_part_is_no_institution(said: str) -> None:
    read = read_authors(f"Ann Author ({said}), Bob Writer (Uni B)")
    assert [author.affiliation for author in read.people] == [None, "Uni B"]
    assert read.doubts == (f"`{said}` behind Ann Author is no institution, and is left out",)


def test_an_address_behind_an_institution_leaves_no_comma() -> None:
    read = read_authors("Ann Author (University X, ann@example.org); Bob Writer (Uni B)")
    assert [author.affiliation for author in read.people] == ["University X", "Uni B"]


@pytest.mark.parametrize("end", [" and others", ", et al.", " et al", " and others."])
def test_a_list_that_does_not_name_everybody_says_so(end: str) -> None:
    read = read_authors(f"Ann Author{end}")
    assert [author.name for author in read.people] == ["Ann Author"]
    assert read.is_incomplete


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("Ann Author", "Ann Author", None),
        ("Ann Author (Uni A)", "Ann Author", "Uni A"),
        ("Ann Author(Uni A (UA))", "Ann Author", "Uni A (UA)"),
        ("Ann (Annie) Author (Uni A)", "Ann (Annie) Author", "Uni A"),
        ("Ann (Annie) Author", "Ann (Annie) Author", None),
        ("(Uni A)", "(Uni A)", None),
        ("Ann Author ()", "Ann Author ()", None),
        ("Ann Author Uni A)", "Ann Author Uni A)", None),
    ],
)
def test_the_last_pair_of_parentheses_holds_the_affiliation(
    text: str, name: str, affiliation: str | None
) -> None:
    assert name_and_affiliation(text) == (name, affiliation)


@pytest.mark.parametrize("written", ["Capt. Ann Author", "Mag.a Ann Author"])
def test_title_that_is_not_known_is_reported(written: str) -> None:
    title = written.partition(" ")[0]
    doubt = read_name(written).doubt
    assert doubt == f"`{title}` may be a title, and is kept as a part of the name"


@pytest.mark.parametrize("written", ["Yu. Author", "Mohd. Author", "J.R. Author", "Chr. Author"])
def test_short_given_name_is_no_title(written: str) -> None:
    assert read_name(written).doubt is None


@pytest.mark.parametrize(
    "name",
    [
        read_name("Ann Author 0001"),
        read_name("Author 0001, Ann"),
        read_parts("Ann", "Author 0012"),
    ],
)
def test_the_number_by_which_dblp_tells_people_apart_is_no_part_of_a_name(name: Name) -> None:
    assert name.text == "Ann Author"


@pytest.mark.parametrize(
    ("text", "one_name"),
    [("Placeholder, Meta", "Meta Placeholder"), ("Author, Cisco", "Cisco Author")],
)
def test_a_word_behind_a_lone_family_name_is_a_given_name(text: str, one_name: str) -> None:
    read = read_authors(text)
    assert [person.name for person in read.people] == [one_name]
    assert read.two_ways == (one_name, text.replace(",", ";"))


@pytest.mark.parametrize("sign", ["\n", " ", "\t", ",", " *"])
def test_a_long_run_of_signs_in_a_list_takes_no_long_time(sign: str) -> None:
    read = read_authors(f"Ann Author{sign * 200_000}\nBob Writer")
    assert [one.name for one in read.people][-1] == "Bob Writer"
