"""The words of headings in languages from Danish to Greek.

Danish, Norwegian, Swedish, Finnish, Dutch, Czech, Hungarian and Greek.
"""

from __future__ import annotations

from proposal.importers.site.section_kinds import Topic

HEADINGS_OF_THE_NORTH: tuple[tuple[Topic, str], ...] = (
    (Topic.NEWS, r"nyheder|nyheter|uutiset|ajankohtaista|nieuws|novinky|aktuality|hírek|νέα"),
    (
        Topic.EARLIER,
        (
            r"tidligere\s+(?:workshops?|år|konferencer)|tidigare\s+(?:workshoppar|år)"
            r"|(?:eerdere|vorige)\s+(?:edities|workshops|jaren)|předchozí\s+ročníky"
            r"|korábbi\s+(?:évek|rendezvények)|aiemmat\s+\w+"
        ),
    ),
    (
        Topic.SPONSORS,
        r"sponsorer|sponsorit|sponzoři|partneři|szponzorok|támogatók|tukijat|χορηγοί",
    ),
    (Topic.OTHER_COMMITTEE, r"styregruppe|styringsgruppe|styrgrupp|ohjausryhmä|stuurgroep"),
    (
        Topic.COMMITTEE,
        (
            r"program\s*komit(?:[éeè]|te)(?:en)?|programkommitt[ée]n?|ohjelma(?:toimi)?komitea"
            r"|ohjelmatoimikunta|programmacommissie|(?:programový|vědecký)\s+výbor|recenzenti"
            r"|programbizottság|tudományos\s+bizottság|(?:επιστημονική|προγράμματος)\s+επιτροπή"
            r"|επιτροπή\s+προγράμματος"
        ),
    ),
    (
        Topic.ORGANIZERS,
        (
            r"(?:organisator|arrangør|arrangör)er(?:ne|na)?|organisationskomit[ée]n?"
            r"|organisations?kommitt[ée]n?|organisasjonskomit[ée]en?|järjestäjät|järjestelytoimikunta"
            r"|organisatoren|organisatie|organisatiecomité|organizátoři|pořadatelé"
            r"|organizační\s+výbor|szervez[őo]k|szervez[őo]bizottság|(?:οργανωτική|οργανωτικη)\s+επιτροπή"
            r"|διοργανωτές"
        ),
    ),
    (
        Topic.SPEAKERS,
        (
            r"(?:inviterede\s+|inviterte\s+|inbjudna\s+)?(?:talere?|talare|foredragsholdere"
            r"|foredragsholdarar|oplægsholdere|föreläsare)|(?:kutsutut\s+)?puhujat|(?:uitgenodigde\s+)?sprekers"
            r"|(?:zvaní\s+)?(?:řečníci|přednášející)|zvané\s+přednášky|(?:meghívott\s+)?előadók"
            r"|(?:προσκεκλημένοι\s+)?ομιλητές"
        ),
    ),
    (
        Topic.PAPERS,
        (
            r"(?:accepterede|antagne|aksepterte|accepterade|antagna)\s+(?:artikler|artiklar|bidrag)"
            r"|hyväksytyt\s+(?:artikkelit|paperit)|geaccepteerde\s+(?:artikelen|papers|bijdragen)"
            r"|přijaté\s+(?:příspěvky|články)|elfogadott\s+(?:cikkek|előadások)|αποδεκτές\s+εργασίες"
        ),
    ),
    (
        Topic.SCHEDULE,
        (
            r"programme[tn]?|dagsorden|tidsplan|aikataulu|ohjelma|programma|dagindeling"
            r"|program\s+(?:workshopu|konference|semináře)|harmonogram|programok?|πρόγραμμα"
        ),
    ),
    (
        Topic.DATES,
        (
            r"(?:vigtige|viktige|viktiga)\s+(?:datoer|datum|frister)|frister|tärkeät\s+päivämäärät"
            r"|belangrijke\s+(?:data|datums)|deadlines|(?:důležitá|významná)\s+data"
            r"|důležité\s+termíny|termíny|(?:fontos\s+)?(?:dátumok|határidők|időpontok)"
            r"|σημαντικές\s+ημερομηνίες|ημερομηνίες|προθεσμίες"
        ),
    ),
    (
        Topic.TOPICS,
        r"emner|temaer|ämnen|teman|aiheet|onderwerpen|témata|témák|témakörök|θεματολογία",
    ),
    (
        Topic.CALL,
        (
            r"(?:indkaldelse|innkalling|inbjudan)\s+(?:til|till)\s+.*|kirjoituskutsu|esitelmäkutsu"
            r"|oproep\s+.*|výzva\s+k\s+.*|felhívás.*|πρόσκληση\s+.*"
        ),
    ),
    (
        Topic.SUBMISSION,
        (
            r"indsendelse(?:\s+af\s+.*)?|innsending(?:\s+av\s+.*)?|inlämning(?:\s+av\s+.*)?"
            r"|inskickande(?:\s+av\s+.*)?|inzending(?:en)?|beküldés|pokyny\s+pro\s+autory|υποβολή\s+.*"
        ),
    ),
    (Topic.CONTACT, r"kontakta?|yhteystiedot|ota\s+yhteyttä|kapcsolat|επικοινωνία"),
    (
        Topic.VENUE,
        (
            r"(?:møde|konference)?sted|lokale|plats|paikka|tapahtumapaikka|locatie|místo(?:\s+konání)?"
            r"|helyszín|(?:χώρος|τόπος)(?:\s+διεξαγωγής)?"
        ),
    ),
    (
        Topic.OVERVIEW,
        (
            r"om\s+(?:workshoppen|workshopen|konferencen|konferensen|os|oss)|baggrund|bakgrunn|bakgrund"
            r"|yleistä|tietoa\s+.*|over\s+(?:de\s+workshop|ons)|inleiding|o\s+(?:workshopu|konferenci)"
            r"|úvod|bevezetés|rólunk|a\s+(?:műhelyről|konferenciáról)|εισαγωγή|σχετικά(?:\s+με\s+.*)?"
        ),
    ),
)
"""Whole headings, by what stands under them."""
