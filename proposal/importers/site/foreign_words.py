"""The words of headings, and the days, of languages other than English."""

from __future__ import annotations

import re
from calendar import month_name
from functools import cache

from proposal.importers.site.northern_words import HEADINGS_OF_THE_NORTH
from proposal.importers.site.section_kinds import Topic
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE
from proposal.model.small_letters import small_letters

FOREIGN_HEADINGS: tuple[tuple[Topic, str], ...] = (
    (
        Topic.NEWS,
        r"neuigkeiten|aktuelles|actualités|nouveautés|noticias|novedades|notícias|notizie",
    ),
    (
        Topic.EARLIER,
        (
            r"(?:frühere|vergangene)\s+(?:workshops|ausgaben|jahre|veranstaltungen)"
            r"|éditions\s+(?:précédentes|antérieures|passées)|ediciones\s+anteriores"
            r"|edições\s+anteriores|edizioni\s+(?:precedenti|passate)"
        ),
    ),
    (
        Topic.SPONSORS,
        r"sponsoren|förderer|unterstützer|partenaires|soutiens|patrocinador(?:es)?|patrocinio",
    ),
    (
        Topic.OTHER_COMMITTEE,
        r"lenkungsausschuss|beirat|comité\s+de\s+pilotage|comité\s+directivo|comitê\s+diretor",
    ),
    (
        Topic.COMMITTEE,
        (
            r"programmkomitee|gutachter(?:innen|:innen|\*innen)?"
            r"|comit[ée]s?\s+(?:de\s+(?:programme|lecture|relecture|programa|revisión)"
            r"|scientifiques?|científicos?)"
            r"|(?:comitês?|comiss(?:ão|ões))\s+(?:de\s+programa|científic[oa]s?)"
            r"|comitato\s+(?:scientifico|di\s+programma)|relecteurs|revisores|revisori"
            r"|program\s+(?:kurulu|komitesi)|程序委员会|プログラム委員会?|프로그램\s*위원회"
        ),
    ),
    (
        Topic.ORGANIZERS,
        (
            r"(?:die\s+)?organisator(?:en|innen|:innen|\*innen)?|veranstalter(?:innen|:innen)?"
            r"|organisations(?:team|komitee)|organisat(?:eur|rice)s?(?:\s*(?:rice|trice)s?)?(?:\s*s)?"
            r"|workshop-?organisation|organisation\s+des\s+workshops"
            r"|comité\s+d['’]organisation|comité\s+organisateur|équipe\s+(?:organisatrice"
            r"|d['’]organisation)|(?:los\s+|las\s+)?organizador(?:es|as)?|comit[éê]\s+organizador"
            r"|comité\s+de\s+organización|equip[eo]\s+organizadora?|organización(?:\s+del\s+taller)?"
            r"|comissão\s+(?:organizadora|de\s+organização)|organização(?:\s+do\s+(?:workshop|evento))?"
            r"|organizzator[ie]|organizzazione"
            r"|comitato\s+organizzat(?:ivo|ore)|düzenleyenler|düzenleme\s+kurulu"
            r"|组织者|組織者|主催者|オーガナイザー?|조직위원회?"
        ),
    ),
    (
        Topic.SPEAKERS,
        (
            r"(?:(?:ein)?geladene\s+)?(?:vortragende|redner(?:innen|:innen)?"
            r"|referent(?:en|innen|:innen)|sprecher(?:innen|:innen)?)|(?:haupt|keynote-?)vorträge"
            r"|(?:ein)?geladene\s+vorträge"
            r"|(?:conférenci(?:er|ère)s?|orat(?:eur|rice)s?|intervenant(?:e|es|s)?)"
            r"(?:\s+invité(?:e|es|s)?)?|conférences?\s+invitées?"
            r"|(?:ponentes|conferenciantes|conferencistas|oradores|palestrantes)"
            r"(?:\s+(?:invitad[oa]s|convidad[oa]s))?|charlas\s+invitadas|palestras\s+convidadas"
            r"|(?:relatori|oratori)(?:\s+invitati)?"
        ),
    ),
    (
        Topic.PAPERS,
        (
            r"(?:akzeptierte|angenommene)\s+(?:beiträge|artikel|papers?|publikationen|arbeiten)"
            r"|(?:articles|papiers|communications|contributions)\s+(?:acceptée?s|retenue?s)"
            r"|(?:artículos|trabajos|ponencias|contribuciones)\s+aceptad[oa]s"
            r"|(?:artigos|trabalhos)\s+(?:aceitos|aceites)"
            r"|(?:articoli|contributi|lavori)\s+accettati"
        ),
    ),
    (
        Topic.SCHEDULE,
        (
            r"(?:vorläufiges\s+)?programm|zeitplan|ablauf(?:plan)?|tagesordnung"
            r"|emploi\s+du\s+temps|horaires?|déroulement|programa(?:ção|\s+(?:preliminar"
            r"|provisional))?|horario|cronograma|programma(?:\s+(?:provvisorio|preliminare))?|orario"
        ),
    ),
    (
        Topic.DATES,
        (
            r"(?:wichtige\s+)?(?:termine|daten|fristen)|dates?\s+(?:importantes|clés|limites)"
            r"|önemli\s+tarihler|重要日期|重要日程|중요\s*(?:날짜|일정)"
            r"|calendrier|échéances|fechas?(?:\s+(?:importantes|clave|límite))?|plazos"
            r"|datas?\s+(?:importantes|limite)|prazos|date\s+importanti|scadenze"
        ),
    ),
    (
        Topic.TOPICS,
        (
            r"themen(?:bereiche|schwerpunkte|gebiete)?|thèmes?(?:\s+d['’]intérêt)?|thématiques"
            r"|sujets(?:\s+d['’]intérêt)?|(?:temas|tópicos)(?:\s+de\s+inter[eé]s{1,2}e?)?|temática"
            r"|temi(?:\s+di\s+interesse)?|argomenti"
        ),
    ),
    (
        Topic.CALL,
        (
            r"aufruf\s+zu[rm]?\s+.*|appel\s+à\s+(?:communications?|contributions?|articles?"
            r"|soumissions?|participation).*"
            r"|(?:convocatoria|petición|llamada)\s+(?:de|a|para)\s+.*|chamada\s+(?:de|para)\s+.*"
        ),
    ),
    (
        Topic.SUBMISSION,
        (
            r"(?:beitrags)?einreichung(?:en)?|hinweise\s+(?:zur|für)\s+.*|soumissions?"
            r"|(?:consignes|instructions)\s+aux\s+auteurs|envíos?(?:\s+de\s+.*)?"
            r"|instrucciones\b.*|submiss(?:ão|ões)(?:\s+de\s+.*)?|instruções\b.*"
            r"|sottomissione|invio\s+.*|istruzioni\b.*"
        ),
    ),
    (Topic.CONTACT, r"kontakt|contacto|contato|contatti"),
    (
        Topic.VENUE,
        (
            r"(?:veranstaltungs|tagungs)?ort|anreise|(?:ort\s+und\s+zeit|zeit\s+und\s+ort)"
            r"|lieu(?:\s+et\s+dates?)?|où\s+et\s+quand|lugar(?:\s+y\s+fecha)?|sede|ubicación"
            r"|local(?:\s+e\s+data)?|luogo(?:\s+e\s+data)?"
        ),
    ),
    (
        Topic.OVERVIEW,
        (
            r"überblick|einführung|über\s+(?:den\s+workshop|uns)|beschreibung|zielsetzung"
            r"|présentation|objectifs|à\s+propos|contexte|presentación|introducción|descripción"
            r"|objetivos|acerca\s+de(?:l)?\b.*|apresentação|introdução|descrição|presentazione"
            r"|introduzione|descrizione|obiettivi"
        ),
    ),
)
"""Whole headings, by what stands under them."""

HEADINGS_OF_THE_EAST: tuple[tuple[Topic, str], ...] = (
    (Topic.NEWS, r"aktualności|ogłoszenia|komunikaty|новости|duyurular|haberler"),
    (
        Topic.SPONSORS,
        (
            r"sponsorzy|partnerzy|patroni|współorganizatorzy|patronat(?:\s+.*)?|спонсоры|партн[её]ры"
            r"|sponsorlar|destekçiler"
        ),
    ),
    (
        Topic.COMMITTEE,
        (
            r"komitet\s+(?:programowy|naukowy|naukowo-programowy)|rada\s+(?:programowa|naukowa)"
            r"|recenzenci|(?:программный|научный)\s+комитет|рецензенты"
            r"|bilim(?:sel)?\s+kurulu?|hakem(?:ler|\s+kurulu)"
        ),
    ),
    (
        Topic.ORGANIZERS,
        (
            r"komitet\s+organizacyjny|komitety|organizatorzy|организационный\s+комитет|оргкомитет"
            r"|организаторы|organizasyon\s+komitesi|düzenleyiciler"
        ),
    ),
    (
        Topic.SPEAKERS,
        (
            r"(?:zaproszeni\s+)?(?:prelegenci|mówcy|wykładowcy)|zaproszeni\s+goście"
            r"|wykłady\s+(?:zaproszone|plenarne)|(?:приглаш[её]нные\s+)?(?:докладчики|лекторы|спикеры)"
            r"|(?:приглаш[её]нные|пленарные)\s+(?:доклады|лекции)|(?:davetli\s+)?konuşmacılar"
        ),
    ),
    (
        Topic.PAPERS,
        (
            r"przyjęte\s+(?:artykuły|referaty|prace)|принятые\s+(?:доклады|статьи|работы)"
            r"|kabul\s+edilen\s+(?:bildiriler|makaleler)"
        ),
    ),
    (
        Topic.SCHEDULE,
        (
            r"program\s+(?:ramowy\s+)?(?:konferencji|warsztatów|seminarium|sympozjum)|harmonogram"
            r"|программа(?:\s+(?:конференции|семинара|мероприятия))?|расписание"
            r"|program\s+akışı|(?:çalıştay\s+)?programı"
        ),
    ),
    (Topic.DATES, r"(?:ważne\s+)?(?:daty|terminy)|важные\s+даты|сроки|tarihler"),
    (Topic.TOPICS, r"tematyka(?:\s+.*)?|zakres\s+tematyczny.*|тематика|темы|направления|konular"),
    (
        Topic.CALL,
        r"zaproszenie\s+do\s+.*|при[её]м\s+(?:докладов|статей|заявок)|bildiri\s+çağrısı",
    ),
    (Topic.CONTACT, r"kontakt|контакты|iletişim"),
    (
        Topic.VENUE,
        (
            r"miejsce(?:\s+.*)?|lokalizacja|место(?:\s+и\s+время)?(?:\s+проведения)?"
            r"|etkinlik\s+yeri|ulaşım|yer"
        ),
    ),
    (
        Topic.OVERVIEW,
        (
            r"o\s+(?:konferencji|warsztatach|seminarium|sympozjum)|wprowadzenie|cel\s+\w+"
            r"|о\s+(?:конференции|семинаре|мероприятии)|введение|описание"
            r"|(?:çalıştay\s+)?hakkında|genel\s+bakış"
        ),
    ),
)
"""The same in Polish, Russian and Turkish."""

HEADINGS_IN_OTHER_SCRIPTS: tuple[tuple[Topic, str], ...] = (
    (Topic.NEWS, r"お知らせ|(?:新着|最新|更新)情報|ニュース|新闻|通知公告|공지(?:\s*사항)?|소식"),
    (Topic.EARLIER, r"(?:過去|これまで)の.*|往届.*|历届.*|(?:지난|이전)\s*.*"),
    (
        Topic.SPONSORS,
        (
            r"(?:共催|協賛|後援|協力|主催|スポンサー)(?:[\s・/／]*(?:共催|協賛|後援|協力))*"
            r"|赞助(?:商|单位)?|(?:主办|承办|协办)单位|후원(?:사)?|주최\s*및\s*후원"
        ),
    ),
    (
        Topic.OTHER_COMMITTEE,
        (
            r"(?:顧問|諮問|運営)委員(?:会)?|アドバイザ(?:リ)?ー(?:ボード)?|ステアリング(?:委員会|コミッティ)"
            r"|(?:指导|顾问|指導|顧問)委员?(?:会|員會)|자문\s*위원(?:회)?"
        ),
    ),
    (
        Topic.COMMITTEE,
        (
            r"プログラム委員(?:会|一覧|名簿)?|査読(?:者|委員)(?:一覧)?"
            r"|(?:程序|议程|学术|程序)委员会|程序委員會|审稿(?:人|专家)"
            r"|프로그램\s*위원(?:회)?|심사\s*위원(?:회)?"
        ),
    ),
    (
        Topic.ORGANIZERS,
        (
            r"(?:大会)?(?:実行|組織|企画|準備)委員(?:会)?(?:一覧|名簿|長|メンバー)?|プログラム委員長|主催者|世話人(?:一覧)?"
            r"|(?:ワークショップ)?オーガナイザー?|運営(?:メンバー|スタッフ|組織)|企画者"
            r"|组织(?:者|委员会|人员|机构)|組織委員會|会议组织|(?:大会|程序委员会)?主席"
            r"|(?:조직|운영|준비)\s*위원(?:회|장)?|주최자|조직자"
        ),
    ),
    (
        Topic.PANELISTS,
        r"パネリスト|パネル(?:討論|ディスカッション)(?:登壇者)?|圆桌嘉宾|패널(?:리스트|\s*토론)?",
    ),
    (
        Topic.SPEAKERS,
        (
            r"(?:招待|基調|特別|依頼|招聘)講演(?:者)?(?:一覧|\s*[0-9０-９]+)?|招待講演者?|講演者(?:紹介)?|登壇者(?:紹介)?|講師(?:紹介)?"
            r"|(?:特邀|主旨|主题|大会|邀请)(?:报告|演讲|讲者|嘉宾|专家)(?:人)?|报告嘉宾|演讲嘉宾"
            r"|(?:초청|기조|특별)\s*(?:강연|연설|연사)(?:자)?|연사(?:\s*소개)?|강연자"
        ),
    ),
    (
        Topic.PAPERS,
        r"(?:採択|受理|採録)(?:論文|発表)(?:一覧)?|(?:录用|接收|接受)论文(?:列表)?|(?:채택|게재)\s*논문",
    ),
    (
        Topic.SCHEDULE,
        (
            r"(?:当日)?(?:の)?プログラム(?:（.*）)?|タイムテーブル|スケジュール|(?:会议)?(?:日程(?:安排)?|议程)|时间安排"
            r"|프로그램|시간표|일정표?"
        ),
    ),
    (
        Topic.DATES,
        (
            r"重要(?:な)?(?:日程|日付|期日|日)|(?:各種)?締(?:め)?切(?:り)?(?:日)?|重要(?:日期|时间|时间节点)"
            r"|(?:주요|중요)\s*(?:일정|날짜)"
        ),
    ),
    (
        Topic.TOPICS,
        r"(?:主な)?(?:募集)?(?:トピックス?|テーマ|分野)|(?:征文|会议)?(?:主题|议题)(?:范围)?|征文范围|(?:주요\s*)?주제",
    ),
    (
        Topic.CALL,
        r"(?:論文|発表|参加|講演)(?:者)?(?:の)?募集(?:要項|案内)?|(?:征文|征稿)(?:通知|启事)?|논문\s*(?:모집|공모).*",
    ),
    (
        Topic.SUBMISSION,
        r"(?:論文)?(?:投稿|応募|申込)(?:方法|要領|規定|案内)|(?:论文)?(?:投稿|提交)(?:须知|指南|方式|说明)?|(?:논문\s*)?(?:투고|제출)(?:\s*방법|\s*안내)?",
    ),
    (Topic.CONTACT, r"お?問い?合(?:わ)?せ(?:先)?|連絡先|联系(?:方式|我们|人)|문의(?:처)?|연락처"),
    (
        Topic.VENUE,
        r"会場(?:・?アクセス)?|アクセス|開催(?:場所|日時|日)|日時(?:[\s・と]*(?:場所|会場))?|(?:会议)?地点|时间(?:和|与|及)地点|(?:개최\s*)?장소|오시는\s*길",
    ),
    (
        Topic.OVERVIEW,
        r"(?:開催)?(?:概要|趣旨|目的)|はじめに|ご?(?:あいさつ|挨拶)|.{0,16}について|(?:会议|研讨会)?(?:简介|概述|介绍)|关于.*|개요|소개|취지",
    ),
)
"""The same in Japanese, Chinese and Korean."""

HEADINGS_ELSEWHERE = (
    *FOREIGN_HEADINGS,
    *HEADINGS_OF_THE_EAST,
    *HEADINGS_OF_THE_NORTH,
    *HEADINGS_IN_OTHER_SCRIPTS,
)
"""The headings of all these languages."""


_BOTH_GENDERS = re.compile(
    r"\b(?P<stem>\w{5})\w*\s+(?:und|et|y|e|i|og|och)\s+(?=(?P=stem))", re.IGNORECASE
)
"""The first of `Organisatorinnen und Organisatoren`, `Organisatrices et organisateurs`."""
_OTHER_GENDER = re.compile(
    r"(?<=\w)(?:[\s_]|\s?/-?|\s?\(-?)(?P<female>innen\b)\)?"
    r"|(?<=s)\s?(?:/\s?-?|\()[ao]s\b\)?",
    re.IGNORECASE,
)
"""` innen` of `Organisator*innen` whose star was a sign, `/as` of `Organizadores/as`."""


def in_one_gender(title: str) -> str:
    """A heading that names people of both genders, by the words for those of one."""
    one = _BOTH_GENDERS.sub("", title)
    return _OTHER_GENDER.sub(lambda match: match["female"] or "", one)


def foreign_topic(title: str) -> Topic | None:
    """What stands under a heading in another language; nothing if it does not say."""
    bare = re.sub(r"\s*\([^()]*\)$", "", title).strip(" :.")  # Comité de programa (provisional)
    texts = (bare, in_one_gender(title).strip(" :."))
    found = (topic for one in texts for topic, words in HEADINGS_ELSEWHERE if _fits(words, one))
    return next(found, None)


def _fits(words: str, title: str) -> bool:
    return re.fullmatch(words, title, re.IGNORECASE) is not None


_NUMBERED_DAY = re.compile(r"\b(\d{1,2})\.\s*(?=(?:April|August|September|November)\b)")
"""The day of `1. April 2026`, whose month is called so in English, too."""


def with_english_months(text: str) -> str:
    """A text in which days of other languages are written in English.

    `3.–5. Juni 2026` is `3–5 June 2026`; `1º de mayo de 2026` and `2026. május 1.` are both
    `1 May 2026`.
    """
    turned = _hungarian_day().sub(_day_first, _NUMBERED_DAY.sub(r"\1 ", text))
    return _foreign_day().sub(_in_english, turned)


@cache
def _hungarian_day() -> re.Pattern[str]:
    """A day whose year and month come first: `2026. június 10.`, `június 30 – július 1.`."""
    names = "január február március április május június július augusztus szeptember október"
    months = "|".join((*names.split(), r"(?<=\d\.\s)november", r"(?<=\d\.\s)december"))
    return re.compile(
        rf"\b(?:(?P<year>20\d\d)\.\s*)?\b(?P<month>{months})\s+"
        r"(?P<days>\d{1,2}(?:(?:\.|-[^\W\d_]+)?\s*(?:[-–—]|és)\s*\d{1,2})?)\b"
        r"(?:\.(?!\d)|-[^\W\d_]+)?"
        rf"(?:\s*[-–—]\s*(?P<last_month>{months})\s+(?P<last>\d{{1,2}})\b\.?)?",
        re.IGNORECASE,
    )


def _day_first(match: re.Match[str]) -> str:
    year = f" {match['year']}" if match["year"] else ""
    last = f" – {match['last']} {match['last_month']}" if match["last"] else ""
    days = re.sub(r"-[^\W\d_]+", "", match["days"])  # of `10-én és 11`
    return f"{days} {match['month']}{last}{year}"


def _in_english(match: re.Match[str]) -> str:
    first = f"{match['first']}–" if match["first"] else ""
    if match["and"]:  # as in `3. und 5. Juni`, between which there is a day that is not meant
        first = f"{match['first']} and "
    return f"{first}{match['day']} {_months()[small_letters(match['month'])]} "


@cache
def _months() -> dict[str, str]:
    """The English name of each month that other languages call otherwise."""
    return {
        name: month_name[number]
        for name, number in MONTHS_ELSEWHERE.items()
        if name != month_name[number].casefold()
    }


@cache
def _foreign_day() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        r"(?:(?<!\d[:.])\b(?P<first>\d{1,2})(?:\.|er|º|°)?\s*"
        r"(?:(?P<and>und|et|y|e|og|och|en|ja|i|και|és|(?<=\.\s)a)|[-–—/]|bis|au|al|a|až)\s*)?"
        rf"(?<!\d[:.])\b(?P<day>\d{{1,2}})(?:\.|er|º|°)?\s*(?:de\s+)?(?P<month>{names})\b"
        r"(?:\s+(?:de|del)\b)?\s*",
        re.IGNORECASE,
    )
