"""Works out what a column of a list of papers holds, by the meaning of its heading."""

from __future__ import annotations

import re
import unicodedata

from proposal.model.name_comparison import words

_WORK = (
    r"(?:(?:extended )?abstract|article|contribution|document|manuscript|paper|poster|proposal"
    r"|submission|work)s?"
)
_OF = r" (?:of|for) (?:(?:all|my|our|the|this|your) )*"
_WERK = (
    r" (?:de[rs]|ihre[rs]|deine[rs]|eure[rs]) (?:abstracts?|arbeit|artikels?|aufsatz\w*|beitrag\w*"
    r"|einreichung|manuskripts?|papers?)"
)
_OEUVRE = (
    r" (?:de la|de l|de votre|de|du) (?:article|communication|contribution|manuscrit|papier"
    r"|proposition|resume|soumission|travail)"
)
_OBRA = (
    r" (?:de la|de su|de tu|del|de|da|de seu|do seu|do) (?:articulo|artigo|comunicac\w+"
    r"|contribu[ci]\w+|manuscrito|ponencia|proposta|propuesta|resumen|resumo|submissao|trabajo"
    r"|trabalho)"
)
_LAVORO = (
    r" (?:dell|della|del|di) (?:abstract|articolo|contributo|intervento|lavoro|paper|relazione"
    r"|sottomissione)"
)
_BIJDRAGE = r" van (?:de|het|je|uw) (?:abstract|artikel|bijdrage|inzending|paper)"
_TITLE = (
    rf"(?:full )?(?:{_WORK} )?titles?(?:{_OF}{_WORK})?|(?:camera ready|final|revised|new) title"
    r"|title (?:camera ready|final|revised)"
    rf"|(?:beitrags)?titel(?:{_WERK}|{_BIJDRAGE})?"
    rf"|titre(?:{_OEUVRE})?|titulo(?:{_OBRA})?|titolo(?:{_LAVORO})?"
    r"|(?:论文|文章|稿件)?(?:标题|题目)|(?:論文|発表)?(?:タイトル|題目)|(?:논문 ?)?제목"
    r"|tytul(?: (?:pracy|referatu|artykulu|wystapienia))?"
    r"|(?:(?:bildiri|makale|calisma)(?:nin)? )?basli[gk]i?"
    r"|название(?: (?:доклада|работы|статьи))?|тема доклада|назва(?: (?:доповіді|статті))?"
    r"|nazev(?: prispevku)?|nazov|cim|tittel|otsikko|naslov|titlu|τιτλοσ"
)
_AUTHOR = r"authors?(?: s)?"
_AUTOR = r"(?:autor|verfasser)(?:in(?:nen)?|en)?(?: innen| in| en)?"
_AUTEUR = r"(?:auteurs?|auteur s|auteure?s?(?: (?:e s|es|rices?|trices?))?|autrices?)"
_ESCRITOR = r"(?:autor(?:es|as?)?(?: (?:es|as?|a s))?|autor(?:e|i)(?: (?:i|autrici))?|autrici)"
_PLACE_OF_AUTHORS = r"(?:affiliation|institution|organi[sz]ation)s?(?: s)?"
_AUTHORS = (
    rf"(?:(?:full )?names?{_OF})?(?:list{_OF})?(?:all )?(?:{_WORK} )?{_AUTHOR}"
    r"(?: (?:full )?(?:names?|list)| in order"
    rf"| (?:and|with|incl|including)(?: (?:their|his|her))? {_PLACE_OF_AUTHORS})?"
    rf"|(?:namen (?:aller|der) |alle )?{_AUTOR}(?: und {_AUTOR})?|autorenliste"
    rf"|(?:noms? (?:et prenoms? )?de(?:s| tous les) )?{_AUTEUR}(?: et {_AUTEUR})?"
    rf"|(?:nom\w* (?:de los|de las|de todos los|dos|das|degli) )?{_ESCRITOR}(?: [ye] {_ESCRITOR})?"
    r"|(?:全部|所有)?作者(?:姓名|列表)?|著者(?:名|一覧)?|저자(?:명|들)?"
    r"|autorzy|autor(?:zy)? pracy|yazar(?:lar)?|автор(?:ы)?(?: (?:доклада|работы|статьи))?|автори"
    r"|szerzok?|forfattar[en]|forfatter(?:e|en)?|kirjoittajat|tekijat|συγγραφεισ"
)
_PLACE = (
    r"(?:aff|affiliation|organi[sz]ation|institution)s?(?: s)?|einrichtung(?:en)?"
    r"|institution(?: ?en|es)?"
    r"|zugehorigkeit(?:en)?|etablissements?|a?filia[cs][aio]\w+|affiliazion[ei]|istituzion[ei]"
    r"|institui?c\w+|affiliaties?|instelling(?:en)?|kurum(?:lar)?|организаци[яи]|afiliacj[ae]"
    r"|intezmeny(?:ek)?|larosaten?|organisaatiot?|instituce|institusjon(?:er)?|ιδρυμα(?:τα)?|організація"
)
_PLACES = (
    rf"(?:authors? )?(?:{_PLACE})|(?:{_PLACE})(?:{_OF}| (?:der|des|de los|dos|degli|van de) )"
    rf"(?:{_AUTHOR}|{_AUTOR}|{_AUTEUR}|{_ESCRITOR})|(?:作者)?(?:单位|机构)|所属(?:機関)?|소속"
)
_FORM = r"(?:talk|oral|poster|vortrag)"
_KIND = (
    rf"(?:(?:{_WORK}|presentation) )?(?:kind|type)|format|beitragsart|{_FORM} (?:or |oder )?{_FORM}"
    rf"|type(?:{_OF}{_WORK}|{_OEUVRE})|art{_WERK}|tipo(?:{_OBRA}|{_LAVORO})"
)
_ABSTRACT = (
    rf"(?:short |{_WORK} )?abstract(?: (?:note|text))?|zusammenfassung|kurzfassung|resumen?|resumo"
    r"|sommario|riassunto|samenvatting|摘要|概要|要旨|초록|streszczenie|ozet|аннотация"
)
_KEYWORDS = (
    r"key ?words?|(?:author|paper) keywords?|schlagwort(?:e|er)|schlusselwort(?:e|er)"
    r"|stichwort(?:e|er)|mots cle[sf]s?|palabras claves?|palavras chaves?|parole chiave"
    r"|trefwoorden|sleutelwoorden|关键[词字]|キーワード|키워드"
)
_EMAIL = (
    r"(?:(?:author|contact|authors) )?e ?mails?(?: addresse?s?)?(?: adressen?)?|adresses? e ?mail"
    r"|correos? electronicos?|indirizz[oi] e ?mail"
)
_LAST = (
    r"(?:author )?(?:last|family) ?(?:name)?|(?:author )?surname|(?:nach|familien)name"
    r"|nom(?: de famille)?|apellidos?|cognome|sobrenome|achternaam"
)
_NUMBERED = r"(?:abstract|article|contribution|manuscript|paper|submission|edas)"
_NUMBER = (
    rf"#|id|number|paper|pid|submission|{_NUMBERED} ?id|{_NUMBERED} (?:number|no|nr|#)|nummer"
    rf"|{_NUMBERED} ref(?:erence)?(?: (?:number|no|nr))?"
)
_MEANINGS = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        ("number", _NUMBER),
        ("forum", r"forum"),
        ("title", _TITLE),
        ("authors", _AUTHORS),
        ("listed", r"authors beside columns of each"),  # of joined_columns.py
        ("affiliations", _PLACES),
        ("first", r"(?:author )?(?:first|given) ?(?:name)?|vorname|prenom|nombres?|nome|voornaam"),
        ("middle", r"(?:author )?middle(?: (?:name|initial))?"),
        ("last", _LAST),
        ("suffix", r"(?:(?:author|name) )?suffix"),
        ("secondary", r"(?:author )?(?:secondary|second) (?:affiliation|institution)"),
        ("contact", r"is ?contact"),
        (
            "order",
            r"author (?:order|position|rank|sequence)(?: (?:no|nr|number))?|order of authors?",
        ),
        ("abstract", _ABSTRACT),
        ("pdf", r"pdf|(?:pdf|paper pdf) (?:url|link)|paper pdf"),
        ("link", r"url|link|paper (?:url|link)"),
        ("code", r"code|software|github|code (?:url|link)|repository"),
        ("data", r"data|dataset|data (?:url|link)"),
        ("award", r"awards?"),
        ("slides", r"slides|presentation|slides? (?:url|link)"),
        ("poster", r"poster (?:url|link|pdf)"),
        ("video", r"video|recording|video (?:url|link)"),
        (
            "supplement",
            r"(?:supplement|supplementary(?: materials?)?|appendix)(?: (?:url|link))?",
        ),
        ("email", _EMAIL),
        ("orcid", r"(?:author )?orcids?(?: ids?)?"),
        ("presenter", r"presenters?|presenting authors?(?: name)?|is presenter"),
        ("corresponding", r"(?:is )?corresponding(?: authors?)?|author is primary(?: y n)?"),
        ("track", r"(?:(?:paper|submission) )?track(?: name)?"),
        ("kind", _KIND),
        ("keywords", _KEYWORDS),
        ("pages", r"pages?|page (?:numbers?|range)|seiten(?:zahlen)?|paginas?|pagine"),
        ("first_page", r"(?:start|first) page|page start"),
        ("last_page", r"(?:end|last) page|page end"),
        ("doi", r"doi"),
        ("type", r"item type"),
    )
)
"""What a whole heading means, in plain letters; of the headings of one meaning, the first counts.

`Title of your paper`, `Titel des Beitrags`, `Names of all authors`, `Autorinnen und Autoren`.
"""
MEANINGS = tuple(meaning for meaning, _ in _MEANINGS if meaning != "listed")
"""What `--column` may name."""
_ASIDE = re.compile(r"[(\[（【]([^()\[\]（）【】]*)[)\]）】]")
"""`Abstract (at most 200 words)`"""
_BEHIND = re.compile(r"\s*[,:;–—-]\s+(.*)")
"""`Abstract: at most 200 words`, `Abstract – at most 200 words`"""
_HOW_TO_FILL_IN = re.compile(
    r"\b(?:separated|semi-?colons?|commas?|max\w*|min\w*|words?|characters?|signs|required|optional"
    r"|mandatory|first (?:name )?last(?: name)?|last(?: name)?,? first(?: name)?|full names"
    r"|one per line|e\.\s?g|for example|in (?:the )?order|as (?:it|they)"
    r"|getrennt|komma\w*|semikol\w*|w[öo]rter\w*|zeichen|pflicht\w*|freiwillig|optional\w*|z\.\s?b"
    r"|s[ée]par[ée]\w*|virgules?|mots|obligatoire|facultatif|separad[oa]s?|comas?|palabras"
    r"|caracteres|obligatorio|opcional|v[íi]rgulas?|palavras|obrigat[óo]rio|separati|virgol\w*"
    r"|parole|obbligatorio|facoltativo|gescheiden|woorden|verplicht)\b",
    re.IGNORECASE,
)
"""Words by which a form says how it is filled in: `(separated by commas)`, `(max. 150 words)`."""
_QUESTION = re.compile(r"^\s*(?:(?:G\d+)?Q\d+(?:\[\w+\])?[.:)]|\(?\d{1,2}[.)])\s+")
"""The number of a question: `1. Title`, `2) Authors`, `Q3: Abstract`, `G01Q02. Title`."""
_ASKED = re.compile(
    r"^(?:please )?(?:enter|give|list|provide|type|what (?:is|are)) (?=all |the |your )"
    r"(?:the |your )*|^the "
)
"""What stands before what a form asks for: `What is the title of your paper?`."""


def meaning_of_heading(heading: str) -> str:
    """What the heading of a table of no known system means; empty if it is unknown."""
    written = (heading, _bare(heading), _PARTS_OF_CAMEL.sub(" ", heading.strip()))
    return next(filter(None, map(_meaning_of_line, written)), "")


_PARTS_OF_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""What parts the words of `paperTitle`, as keys of programs are written."""


def _meaning_of_line(heading: str) -> str:
    line = " ".join(words(heading.replace("_", " ").replace("#", " # "))) or heading
    line = "#" if heading.strip() == "#" else line.strip()
    asked = _ASKED.sub("", unicodedata.normalize("NFC", line))
    return next((name for name, pattern in _MEANINGS if pattern.fullmatch(asked)), "")


def _bare(heading: str) -> str:
    """A heading without its number, and without what it says of how it is filled in."""
    bare = _QUESTION.sub("", heading)
    bare = _ASIDE.sub(lambda aside: " " if _HOW_TO_FILL_IN.search(aside[1]) else aside[0], bare)
    return _BEHIND.sub(
        lambda behind: "" if _HOW_TO_FILL_IN.search(behind[1]) else behind[0], bare, count=1
    )
