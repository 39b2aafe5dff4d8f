"""Tells whether some words are the name of a person, or an institution, without knowing either."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from proposal.model.countries import country_code
from proposal.model.family_names import is_family_first
from proposal.model.session_kinds import kind_of_session
from proposal.reading.institutions import INSTITUTIONS_OF_THE_EAST, NAMES_OF_ONE_WORD
from proposal.reading.names import read_name
from proposal.reading.person_titles import without_titles
from proposal.reading.placeholders import is_placeholder

_PARTICLES = {
    *("de", "da", "van", "von", "der", "den", "del", "della", "di", "la", "le", "el", "bin", "ibn"),
    *("al", "y", "dos", "das", "do", "du", "ten", "ter", "zu", "zur", "af", "av", "st", "vom", "e"),
    *("i", "ben", "abu", "van't", "'t", "dal", "degli", "lo", "san", "het", "op", "und"),
}
"""Words of names that are written small."""

_INSTITUTION_WORDS = {
    *("university", "universität", "universitat", "università", "universita", "université"),
    *("universidad", "universidade", "universite", "universiteit", "univ", "uni", "institute"),
    *("institut", "instituto", "institutes", "college", "school", "department", "dept", "faculty"),
    *("center", "centre", "centro", "laboratory", "laboratories", "lab", "labs", "inc", "ltd"),
    *("llc", "gmbh", "corp", "corporation", "company", "foundation", "academy", "hospital"),
    *("polytechnic", "politecnico", "politécnica", "polytechnique", "hochschule", "technion"),
    *NAMES_OF_ONE_WORD,
    "tu",
    *("technologies", "technology", "research", "group", "national", "ministry", "agency", "bank"),
    *("fondazione", "fundación", "fundacion", "fundação", "fondation", "stiftung", "stichting"),
    *("association", "society", "council", "consortium", "organization", "clinic", "museum"),
    *("library", "observatory", "institution", "azure"),
    *("academia", "akademie", "école", "ecole", "escuela", "campus", "sciences"),
    *("systems", "solutions", "ai", "r&d", "computing", "informatics", "engineering", "health"),
    *("services", "consultancy", "consulting", "industries", "laboratoire", "laboratorio"),
    *("laboratório", "département", "departamento", "dipartimento", "facultad", "faculté"),
    *("faculdade", "facoltà", "fakultät", "lehrstuhl", "zentrum", "klinikum", "hôpital"),
    *("ministère", "ministerio", "ministério", "agence", "agencia", "observatoire"),
    *("bibliothek", "bibliothèque", "biblioteca", "musée", "museo", "museu"),
    *("wydział", "zakład", "katedra", "szkoła", "fakültesi", "bölümü", "merkezi", "laboratuvarı"),
    *("fakulta", "ústav", "akademia", "akademisi"),
    *INSTITUTIONS_OF_THE_EAST,
}
_OF_OTHER_SCRIPTS = re.compile(
    r"大学|大學|学院|學院|研究|公司|实验室|實驗室|실험실|대학|연구|학교|회사"
    r"|\b(?:университет|институт|академи(?!к)|лаборатори|центр|школа|компани)"
    r"|\b(?:πανεπιστήμιο|ινστιτούτο|πολυτεχνείο|εργαστήριο|κέντρο|σχολή)"
    r"|\b(?:جامعة|معهد|كلية|مركز|شركة|مختبر)",
    re.IGNORECASE,
)
"""Words of institutions in Han, Kana, Hangul, Cyrillic, Greek and Arabic letters. Example:
`清华大学`."""
_NO_NAMES_OF_OTHER_SCRIPTS = re.compile(
    r"委員|役職|氏名|名前|所属|講演|発表|登壇|講師|司会|座長|題目|概要|要旨|幹事|会長|代表|担当"
    r"|チュートリアル|チェア|アレンジメント|セッション|ポスター|^(?:日本語|中文|简体中文|繁體中文|한국어)$"
    r"|休憩|昼食|開会|閉会|挨拶|懇親|受付|未定|予定|論文|締切|日時|会場|時間|敬称|順不同|主催|共催"
    r"|委员|主席|职务|姓名|单位|报告|演讲|嘉宾|主持|摘要|题目|简介|开幕|闭幕|茶歇|午餐|待定|日期|地点"
    r"|위원|직책|성명|이름|소속|강연|발표|연사|좌장|제목|초록|휴식|점심|개회|폐회|미정|일정|장소"
    r"|[\u4e00-\u9fff][のはをがとにへ][\u4e00-\u9fff]"
)
"""Words of roles, heads of columns, sessions and languages, and those joined as in `見本の話`."""
_STRONG = {
    *("university", "universität", "universitat", "università", "universita", "université"),
    *("universidad", "universidade", "universite", "universiteit", "univ", "institute", "institut"),
    *("college", "polytechnic", "politecnico", "polytechnique", "hochschule"),
    *("academy", "technion"),
    *("instituto", "école", "ecole"),
    *INSTITUTIONS_OF_THE_EAST,
}
"""Words of an institution that stands for itself, however many parts are named beside it."""

_NO_NAME_WORDS = _INSTITUTION_WORDS | {
    *("and", "of", "the", "for", "in", "on", "at", "with", "to", "by", "from", "an", "a", "or"),
    *("professor", "prof", "assistant", "associate", "senior", "scientist", "engineer", "director"),
    *("researcher", "student", "candidate", "fellow", "lecturer", "manager", "head", "lead"),
    *("workshop", "session", "sessions", "keynote", "keynotes", "speaker", "speakers", "panel"),
    *("panelists", "panelist", "talk", "talks", "paper", "papers", "abstract", "bio", "biography"),
    *("title", "welcome", "opening", "closing", "remarks", "break", "lunch", "coffee", "poster"),
    *("posters", "discussion", "program", "programme", "schedule", "committee", "chair", "chairs"),
    *("organizer", "organizers", "organisers", "organising", "organizing", "member", "members"),
    *("membre", "membres", "mitglied", "mitglieder", "miembro", "miembros", "membro", "membros"),
    *("membri", "leden", "medlemmer", "medlemmar", "jäsenet", "członkowie", "členové"),
    *("machine", "learning", "artificial", "intelligence", "data", "science", "computer"),
    *("information", "language", "model", "models", "using", "towards", "toward", "software"),
    *("website", "homepage", "page", "email", "contact", "invited", "accepted", "call", "dates"),
    *("important", "submission", "submissions", "registration", "venue", "location", "room"),
    *("sponsors", "news", "about", "overview", "home", "topics", "awards", "award", "best"),
    *("affiliation", "expertise", "more", "read", "click", "here", "slides", "video", "link"),
    *(
        "vp",
        "svp",
        "evp",
        "founder",
        "ceo",
        "cto",
        "president",
        "dean",
        "vice",
        "chief",
        "officer",
        "postdoc",
    ),
    *("postdoctoral", "phd", "doctoral", "visiting", "principal", "staff", "team", "general"),
    *("day", "morning", "afternoon", "time", "tbd", "tba", "tbc", "conference"),
    *("proceedings", "reviewers", "reviewer", "advisory", "steering", "track", "tutorial", "demo"),
    *("large", "human", "social", "media", "web", "knowledge", "natural", "processing", "deep"),
    *("network", "networks", "graph", "analysis", "systems", "digital", "security", "privacy"),
    *("robotics", "vision", "medical", "public", "open", "source", "new", "recent", "global"),
    *("noc", "ipc", "loc", "tpc", "sponsored", "supported", "hosted", "powered", "sincerely"),
    *("thanks", "thank", "dear"),
    *("survey", "study", "review", "approach", "framework", "benchmark"),
    *("evaluation", "perspective"),
    *("case", "overview", "introduction", "towards", "method", "methods", "problem", "challenges"),
    *("local", "arrangements", "publicity", "publication", "follow", "us", "our", "we", "will"),
    *("across", "between", "under", "over", "beyond", "through", "within", "without", "against"),
    *("among", "into", "via", "during", "before", "after", "than", "then", "there", "their", "its"),
    *("not", "does", "has", "have", "was", "were", "which", "who", "whom", "both", "each", "every"),
    *("such", "only", "same", "too", "very", "just", "but", "if", "because", "until", "while"),
    *("as", "it", "these", "those", "your", "my", "all", "some", "any", "no", "off", "out", "up"),
    *("germany", "france", "italy", "spain", "japan", "usa", "uk", "netherlands", "switzerland"),
    *("austria", "sweden", "norway", "denmark", "finland", "poland", "portugal", "greece"),
    *("brazil", "canada", "australia", "belgium", "taiwan", "singapore", "mexico", "hungary"),
    *("performance", "modeling", "modelling", "building", "connecting", "agents", "agentic"),
    *("experience", "experiences", "reasoning", "generation", "generative", "retrieval", "search"),
    *("recommendation", "interactive", "collaborative", "understanding", "exploring", "designing"),
    *("evaluating", "improving", "rethinking", "representation", "optimization", "simulation"),
    *("application", "applications", "algorithm", "algorithms", "theory", "practice", "spotlight"),
    *("oral", "orals", "lightning", "hybrid", "introduction", "ceremony", "reception", "dinner"),
    *("registration", "networking", "industry", "industrial", "academic", "visualization"),
    *("technical", "scientific", "special", "guest", "plenary", "distinguished", "featured"),
    *("international", "annual", "symposium", "benchmarking", "quantum", "neural", "cognitive"),
    *("is", "are", "be", "you", "your", "this", "that", "how", "what", "why", "when", "where"),
    *("design", "designer", "developer", "logo", "logos", "photo", "photos", "credits", "ux"),
    *("following", "listed", "confirmed", "tentative", "unconfirmed", "affiliated"),
    *("partners", "updated", "supporters", "funding"),
    *("coordenação", "coordenacao", "coordinación", "coordinacion", "coordination", "comissão"),
    *("comissao", "comisión", "comision", "comité", "comite", "comitê", "comitato", "komitee"),
    *("organização", "organizacao", "organización", "organizacion", "organizzazione", "sobre"),
    *("técnico", "tecnico", "técnica", "geral", "minicursos", "chamada", "equipe", "equipo"),
    *("palestras", "palestra", "palestrantes", "painel", "inscrições", "datas", "fechas", "prazo"),
    *("jornada", "jornadas", "taller", "talleres", "oficina", "programa"),
    *("científico", "científica"),
    *("organisation", "scientifique", "programmkomitee", "leitung", "veranstalter", "vorträge"),
}
_NO_NAME_ENDINGS = re.compile(
    r"[^\W\d_]{4,}tions?|[^\W\d_]{3,}(?:ssions?|ments|ities|logy|logies|graphies|isms|i[sz]ing)",
    re.IGNORECASE,
)
"""How abstract nouns end, and no names: `Representations`, `Institutions`."""
_POSSESSIVE = re.compile(r"[^\W\d_]['’]s$")
"""How companies end, and no names: `Example's`."""
_COMPANY_WORD = re.compile(r"\w*[a-zà-ÿ](?:Tech|Labs?|Soft|Works|Net|AI|Bio|Med)")
"""A word that only a company or an institute writes so: `ExampleTech`; a `DeAuthor` is none."""
_LEGAL_FORMS = {
    *("SA", "AG", "KG", "BV", "NV", "AB", "AS", "OY", "OYJ", "PLC", "SRL", "SARL", "SAS", "LLP"),
    *("SpA", "Oy", "Oyj", "ApS", "GmbH", "Pty", "Pte", "Sdn", "Bhd"),
}
"""With what a company's name ends: `Sample Polska SA`."""
_NO_FIRST_WORDS = {"the", "a", "an", "north", "south"}
"""Words with which no name begins; `Ann North` is one, and `North Campus` is none."""
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.?-?){1,3}")
"""`A.`, `A.-B.`"""
_WORD = re.compile(r"^[^\W\d_][\w.'’‘`´-]*$")
"""`O’Neil`, `Jean-Luc`"""
_SUFFIXED = {f"Ann Author {suffix}" for suffix in ("Jr.", "Jr", "Sr.", "II", "III", "IV", "V")}
"""What a name with a suffix behind a comma is read as."""
_LONGEST_FAMILY_FIRST = 5
"""Letters of a name in Han, Kana or Hangul that is written in one piece."""
_FEWEST, _MOST = 2, 6
_LONGEST = 60
"""Characters of a line that may be a name."""


@cache
def person_name(text: str) -> str:
    """The name in a text that is the name of one person and its titles; empty if it is not.

    A name has two to six words that begin with capitals, of which none names an institution, a
    post or a part of a workshop.
    """
    line = " ".join(text.split()).strip(" ,;:*·•|-–—†‡§¹²³⁴")
    if (
        not line
        or len(line) > _LONGEST
        or is_placeholder(line)
        or re.search(r"[\d@:/?!…=<>{}\[\]]", line)
        or _names_foreign_institution(line)
    ):
        return ""
    _, comma, behind = without_titles(line)[0].partition(",")
    if comma and not is_name_with_ending(f"Ann Author, {behind}"):
        return ""
    # such as (Example Corp)
    if re.search(r"\([^()]*\)$", line) or re.search(r"\([^()]*\s[^()]*\)", line):
        return ""
    name = read_name(line).text
    bare = re.sub(r"[\"“”«»]", "", re.sub(r"\(([^()]+)\)", r"\1", name))
    words = without_titles(bare)[0].replace(",", " ").split()
    if _NO_NAMES_OF_OTHER_SCRIPTS.search(bare):
        return ""
    if is_family_first(bare) and len(bare) <= _LONGEST_FAMILY_FIRST:
        return name
    if not _FEWEST <= len(words) <= _MOST or "," in re.sub(r",\s*(?:Jr|Sr)\b", "", bare):
        return ""
    if not all(_is_name_word(word) for word in words):
        return ""
    if kind_of_session(line, has_papers=False) in {"break", "lunch"}:
        return ""  # as in `Pause Déjeuner`
    if words[-1].strip(".") in _LEGAL_FORMS or re.search(r"\b(?:S\.A\.|S\.p\.A\.)$", line):
        return ""  # as in `Sample Polska SA`
    if words[0].casefold() in _NO_FIRST_WORDS or words[-1].islower() or not _begins_large(words):
        return ""
    if country_code(line) is not None or _is_place(line):
        return ""
    return name


def is_name_with_common_word(text: str) -> bool:
    """Whether some words could be a name of which one word is also another: `Ann Speaker`.

    Only the first or the last word is one, and none that names an institution.
    """
    words = without_titles(text)[0].split()
    if not _FEWEST <= len(words) <= _MOST_BESIDE_COMMON or not all(map(_WORD.match, words)):
        return False
    common = [number for number, word in enumerate(words) if not _is_name_word(word)]
    plain = [words[number].casefold().strip(".'’") for number in common]
    return (
        len(common) == 1
        and common[0] in {0, len(words) - 1}
        and plain[0] not in _INSTITUTION_WORDS
        and not plain[0].endswith("s")
        and all(word[0].isupper() and not word.isupper() for word in words if len(word) > 2)
    )


_MOST_BESIDE_COMMON = 4
"""Words of a name that has a usual given name."""


def _names_foreign_institution(text: str) -> bool:
    return _OF_OTHER_SCRIPTS.search(text) is not None


def is_name_with_ending(text: str) -> bool:
    """Whether behind "Ann Author" there is nothing but a suffix and degrees."""
    return read_name(text).text in {"Ann Author", *_SUFFIXED}


def _begins_large(words: list[str]) -> bool:
    large = [word for word in words if not word[0].islower() or "-" in word or not word.islower()]
    return len(large) >= 2 and (len([word for word in words if len(word.strip(".")) > 1]) >= 1)


def _is_name_word(word: str) -> bool:
    plain = word.casefold().strip(".'’")
    if word == "Ai":
        return True  # a name, while AI is none
    if any(part in _NO_NAME_WORDS and (len(part) > 3 or part == "ai") for part in plain.split("-")):
        return False  # as in AI-Driven, while Kyung-An is a name
    if plain in _NO_NAME_WORDS and word.isupper() and len(plain) > 2:
        return False  # as in `Author, USA`
    if plain in _PARTICLES or _INITIALS.fullmatch(word):
        return True
    if _POSSESSIVE.search(word):
        return False
    if plain in _NO_NAME_WORDS or not _WORD.match(_without_marks(word)):
        return False
    if _NO_NAME_ENDINGS.fullmatch(plain) or _COMPANY_WORD.fullmatch(word):
        return False
    if word.isupper() and len(plain) > 3 and not word.endswith("."):
        return True  # a family name in capitals
    return not word[0].islower() or "'" in word or "’" in word or "-" in word


def _without_marks(word: str) -> str:
    """A word without the signs that Indic scripts combine with letters."""
    return "".join(sign for sign in word if not unicodedata.category(sign).startswith("M"))


_PLACES = re.compile(
    r"(?:New\s+(?:York|Delhi|Zealand|Orleans)|Hong\s+Kong|San\s+(?:Francisco|Diego|Jose|José)"
    r"|Los\s+Angeles|Tel\s+Aviv|Buenos\s+Aires|Rio\s+de\s+Janeiro|(?:São|Sao)\s+Paulo"
    r"|Kuala\s+Lumpur|Mexico\s+City|Abu\s+Dhabi|Ho\s+Chi\s+Minh.*|Santa\s+\w+|St\.?\s+Louis"
    r"|Saudi\s+Arabia|Silicon\s+Valley|Carnegie\s+Mellon|Johns\s+Hopkins|Georgia\s+Tech"
    r"|Virginia\s+Tech|Texas\s+A&M|Penn\s+State|Ben[- ]Gurion|Max\s+Planck.*|Allen\s+Institute.*"
    r"|UC\s+\w+(?:\s+\w+)?|(?:TU|HEC|IAE|INP|ESC|ETH|LMU|RWTH|KU|FU|HU|VU|UT|UNC|UNSW|SUNY|CUNY|NC|CU"
    r"|U\.?Mass|IIT|IIIT|NIT|IISc|BITS|ISI|IMT|ENS|INSA|Texas|Penn|Ohio|Iowa|Arizona|Oregon)"
    r"(?:[\s-]+\w+){1,2}|Sorbonne.*|Imperial\s+College.*"
    r"|J\.?\s?P\.?\s*Morgan.*"
    r"|(?:Grand|Great|Main|Lecture|Banquet|Exhibition|Poster|Town|City)\s+Hall"
    r"|Los\s+Alamos.*|Oak\s+Ridge.*|Las\s+Vegas|Salt\s+Lake\s+City|Cape\s+Town|Novo\s+Nordisk"
    r"|Two\s+Sigma)",
    re.IGNORECASE,
)
"""Places and institutions of two words that could be names of people: `New York`."""


def _is_place(text: str) -> bool:
    return _PLACES.fullmatch(text.strip(" .")) is not None


def is_institution(text: str) -> bool:
    """Whether some words surely name an institution."""
    line = " ".join(text.split()).strip(" .,;")
    words = {word.casefold().strip(".,()") for word in re.split(r"[\s/]+", line)}
    parts = {part for word in words for part in word.split("-")}
    return (
        bool(words & _INSTITUTION_WORDS or parts & _STRONG)
        or _is_place(line)
        or _is_acronym(line)
        or _names_foreign_institution(line)
    )


def may_be_institution(text: str) -> bool:
    """Whether some words may name an institution that is not known, and are no title of a talk.

    `Example Robotics, Lyon` may; `Why Do Samples Matter?` and `On the Use of Small Samples` are
    titles.
    """
    first = text.split(",", maxsplit=1)[0]
    if is_institution(first) or is_institution(text):
        return not text.rstrip().endswith("?")
    words = first.split()
    small = [word for word in words if word[0].islower() and word not in _LINKING]
    return not small and len(words) <= _LONGEST_UNKNOWN and not re.search(r"[?!:]", text)


def is_sentence_like(text: str) -> bool:
    """Whether some words go together as those of a title do, and name no institution surely.

    `Towards Samples with Foundation Models` and `Systems: A Study` do; `Lab for AI and Health`
    does not.
    """
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    if len(words) < _FEWEST_OF_TITLE or names_institution(text):
        return False
    small = {word for word in words if word.islower()} - _LINKING
    return (
        re.search(r"[?:]", text) is not None
        or words[0].casefold() in _FIRST_OF_TITLES
        or any(len(word) > _LONGEST_LINKING or word == "to" for word in small)
    )


_FEWEST_OF_TITLE = 4
_LONGEST_LINKING = 3
_FIRST_OF_TITLES = {
    "towards",
    "toward",
    "how",
    "why",
    "what",
    "when",
    "from",
    "beyond",
    "is",
    "are",
}
_LINKING = {"of", "for", "the", "and", "de", "di", "da", "du", "des", "der", "e", "et", "für", "y"}
"""Words that stand small in names of institutions."""
_LONGEST_UNKNOWN = 4
"""Words of what may be an institution that nobody knows."""


def names_institution(text: str) -> bool:
    """Whether a part of an affiliation is the institution itself, and no part of one."""
    return bool({word.casefold().strip(".,()") for word in text.split()} & _STRONG)


_FORM_OF_FILE = re.compile(r"PDF|DOI|URL|HTML|PPTX?|ZIP|BIB")
"""What a link to a paper says: `PDF`."""


def _is_acronym(text: str) -> bool:
    # `MIT`, `KAIST`, `AT&T Labs`
    is_one = re.fullmatch(r"[A-Z][A-Za-z]?[A-Z&.-]{1,8}(?:\s+[A-Z][\w-]+)?", text) is not None
    return is_one and _FORM_OF_FILE.fullmatch(text) is None
