"""Says which font sets a character: the document's own, or one for another script.

The table of scripts is data: which characters are a script's, whether it runs from right to
left, and which fonts of the Noto and Symbola families hold it. Fonts are named by their files,
so that nobody's list of installed fonts decides what a name looks like.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache

from msgspec import Struct

from proposal.render.latex.tex_names import TexName


def _characters(ranges: str) -> frozenset[str]:
    """The characters of ranges such as `0374-0375 1E9E`."""
    pairs = (bounds.partition("-")[::2] for bounds in ranges.split())
    return frozenset(
        chr(code)
        for first, last in pairs
        for code in range(int(first, 16), int(last or first, 16) + 1)
    )


LIBERTINE = _characters(
    "00A1-00AC 00AE-0180 0186-0187 0189 018F 01A0-01A1 01A9 01AB 01AE-01B0 01B7-01B9 01C0-021B "
    "021E-021F 0226-0233 0237 0241 0243 0250-02E4 02EC-02EE 0374-0375 037A-037E 0384-03CE "
    "03D0-03D4 03D8-03D9 0400-045F 0490-0491 04D0-04E7 04EC-04F5 04F8-04F9 1E00-1E9B 1E9E "
    "1EA0-1EF9 1F00-1FFE 2010-2027 2030-2037 2039-203E 2042 2044 2047-204B 204F 2070-2094 "
    "2098-2099 20A2-20A4 20A7-20A8 20AB-20AC 20AF 20B1 2100-2103 2105-2106 2109 210C-210F 2111 "
    "2113 2115-2116 2119-211A 211C-211D 2120 2122 2124 2126-2127 212E 2135-2139 2153-217F "
    "2190-219B 21A8 21AE 21BC-21BD 21C0-21C1 21CB-21D9 2200-220D 220F-221C 221E-221F 2223-222B "
    "2236 223C 2241 2245 2248-2249 2259 2260-2262 2264-2265 226A-226B 226E-2271 2282-2285 "
    "2295-2298 22C5 22EF 2302-2303 2310 2320-2321 2329-232A 23D3 25A0-25A1 25B2-25B3 25B6-25B7 "
    "25BC-25BD 25C0-25C1 25C6-25C7 25C9-25CB 25CF-25D7 2605 2619 261B 261E 2627 262F 2639-2653 "
    "2660 2663 2665-2666 2669-266C 2695 2698 26A2-26A4 2767 27E6-27E9 2C60-2C6C 2C74-2C77 "
    "A720-A721"
)
"""What Linux Libertine and Biolinum, ACM's typefaces, hold in each style but bold italics.

A test compares it with the font files. Greek, Cyrillic and Vietnamese are in it.
"""


class FontFile(Struct, frozen=True):
    """A font file, and what is to be known to set it beside ACM's."""

    name: TexName
    face: int | None = None
    """The number of the font in a file that holds several."""


class Script(Struct, frozen=True):
    """A script, or a way of writing one, and the fonts that hold it."""

    code: TexName
    """Its code in ISO 15924: Arab, Deva, Hans."""
    name: str
    collection: str
    """The collection of fonts that holds it: `noto`, `noto-cjk` or `symbola`."""
    serif: tuple[FontFile, FontFile]
    """Regular and bold."""
    sans: tuple[FontFile, FontFile]
    scale: float
    """How large it is set, so that its letters are as tall as those around."""
    is_rtl: bool = False
    """Whether it runs from right to left."""

    @property
    def shaping(self) -> TexName:
        """The script as OpenType fonts name it, by which HarfBuzz knows its rules."""
        known = _OPENTYPE.get(self.collection) or _OPENTYPE.get(self.code)
        return TexName(known or self.code.lower())

    @property
    def files(self) -> frozenset[str]:
        """The names of its font files."""
        return frozenset(font.name for font in (*self.serif, *self.sans))

    @property
    def styles(self) -> tuple[tuple[str, tuple[FontFile, FontFile]], ...]:
        """The fonts by LaTeX's families."""
        return (("rm", self.serif), ("sf", self.sans))


_OPENTYPE = {
    "noto-cjk": "hani",
    "symbola": "dflt",
    "Beng": "bng2",
    "Deva": "dev2",
    "Gujr": "gjr2",
    "Guru": "gur2",
    "Knda": "knd2",
    "Laoo": "lao",
    "Mlym": "mlm2",
    "Mymr": "mym2",
    "Nkoo": "nko",
    "Orya": "ory2",
    "Taml": "tml2",
    "Telu": "tel2",
    "Vaii": "vai",
    "Yiii": "yi",
}
"""OpenType's names that are not ISO 15924's in small letters."""

_TABLE = """
Arab Arabic NotoNaskhArabic NotoSansArabic 1.00 rtl 0600-06FF 0750-077F 0870-08FF FB50-FDFF
    FE70-FEFC
Armn Armenian NotoSerifArmenian NotoSansArmenian 0.90 0530-058F FB13-FB17
Beng Bengali NotoSerifBengali NotoSansBengali 0.90 0980-09FF
Cans Canadian-Aboriginal NotoSansCanadianAboriginal 0.85 1400-167F 18B0-18FF
Cher Cherokee NotoSansCherokee 0.85 13A0-13FF AB70-ABBF
Copt Coptic NotoSansCoptic* 0.90 03E2-03EF 2C80-2CFF
Deva Devanagari NotoSerifDevanagari NotoSansDevanagari 0.95 0900-097F A8E0-A8FF
Ethi Ethiopic NotoSerifEthiopic NotoSansEthiopic 0.90 1200-139F 2D80-2DDF AB00-AB2F
Geor Georgian NotoSerifGeorgian NotoSansGeorgian 0.90 10A0-10FF 1C90-1CBF 2D00-2D2F
Gujr Gujarati NotoSerifGujarati NotoSansGujarati 0.95 0A80-0AFF
Guru Gurmukhi NotoSerifGurmukhi NotoSansGurmukhi 0.95 0A00-0A7F
Hebr Hebrew NotoSerifHebrew NotoSansHebrew 0.90 rtl 0590-05FF FB1D-FB4F
Java Javanese NotoSansJavanese 0.85 A980-A9DF
Khmr Khmer NotoSerifKhmer NotoSansKhmer 0.90 1780-17FF 19E0-19FF
Knda Kannada NotoSerifKannada NotoSansKannada 0.95 0C80-0CFF
Laoo Lao NotoSerifLao NotoSansLao 0.90 0E80-0EFF
Lisu Lisu NotoSansLisu 0.85 A4D0-A4FF
Mlym Malayalam NotoSerifMalayalam NotoSansMalayalam 0.90 0D00-0D7F
Mong Mongolian NotoSansMongolian* 1.00 1800-18AF
Mtei Meetei-Mayek NotoSansMeeteiMayek 0.85 AAE0-AAFF ABC0-ABFF
Mymr Myanmar NotoSerifMyanmar NotoSansMyanmar 0.90 1000-109F A9E0-A9FF AA60-AA7F
Nkoo N’Ko NotoSansNKo* 0.90 rtl 07C0-07FF
Olck Ol-Chiki NotoSansOlChiki 0.85 1C50-1C7F
Orya Odia NotoSansOriya 0.95 0B00-0B7F
Sinh Sinhala NotoSerifSinhala NotoSansSinhala 0.90 0D80-0DFF
Sund Sundanese NotoSansSundanese 0.85 1B80-1BBF 1CC0-1CCF
Syrc Syriac NotoSansSyriac* 1.00 rtl 0700-074F 0860-086F
Taml Tamil NotoSerifTamil NotoSansTamil 0.90 0B80-0BFF
Telu Telugu NotoSerifTelugu NotoSansTelugu 0.95 0C00-0C7F
Tfng Tifinagh NotoSansTifinagh* 0.85 2D30-2D7F
Thaa Thaana NotoSansThaana 1.00 rtl 0780-07BF
Thai Thai NotoSerifThai NotoSansThai 0.90 0E00-0E7F
Tibt Tibetan NotoSerifTibetan 1.00 0F00-0FFF
Vaii Vai NotoSansVai* 0.85 A500-A63F
Yiii Yi NotoSansYi* 0.90 A000-A4CF
Adlm Adlam NotoSansAdlam 0.90 rtl 1E900-1E95F
Latn Latin,-Greek,-Cyrillic NotoSerif NotoSans 0.85 0180-024F 0250-02FF 0370-03E1 03F0-052F
    1C80-1C8F 1D00-1DBF 1E00-1FFF 2C60-2C7F 2DE0-2DFF A640-A69F A720-A7FF AB30-AB6F FB00-FB06
"""
"""One script a line: code, name, the families for text and for headings, scale, direction and
characters; a line that begins with spaces goes on. A star marks a family without a bold font."""

_HAN_RANGES = (
    "2E80-2FDF 2FF0-303F 3100-312F 3190-31EF 3200-4DBF 4E00-9FFF F900-FAFF FE10-FE1F FE30-FE4F "
    "FF00-FF60 FFE0-FFEF 20000-323AF"
)
_KANA_RANGES = "3040-30FF 31F0-31FF FF61-FF9F 1B000-1B16F"
_HANGUL_RANGES = "1100-11FF 3130-318F A960-A97F AC00-D7FF FFA0-FFDC"

_EAST_ASIAN = {
    "Jpan": ("Japanese", 0),
    "Kore": ("Korean", 1),
    "Hans": ("Chinese (simplified)", 2),
    "Hant": ("Chinese (traditional)", 3),
}
"""The ways of writing Chinese characters, and their numbers in the files of Noto CJK."""


def _noto(family: str) -> tuple[FontFile, FontFile]:
    name = family.rstrip("*")
    bold = "Regular" if family.endswith("*") else "Bold"
    return FontFile(TexName(f"{name}-Regular.ttf")), FontFile(TexName(f"{name}-{bold}.ttf"))


def _scripts() -> tuple[dict[str, Script], list[tuple[int, int, str]]]:
    scripts: dict[str, Script] = {}
    ranges: list[tuple[int, int, str]] = []

    def add(code: str, listed: str) -> None:
        for language in listed.split():
            first, _, last = language.partition("-")
            ranges.append((int(first, 16), int(last or first, 16), code))

    for line in _TABLE.replace("\n    ", " ").strip().split("\n"):
        code, name, *rest = line.split()
        at = next(index for index, word in enumerate(rest) if word[0].isdigit())
        families, scale, characters = rest[:at], float(rest[at]), rest[at + 1 :]
        is_rtl = characters[0] == "rtl"
        scripts[code] = Script(
            TexName(code),
            name.replace("-", " "),
            "noto",
            _noto(families[0]),
            _noto(families[-1]),
            scale,
            is_rtl,
        )
        add(code, " ".join(characters[is_rtl:]))
    for code, (name, face) in _EAST_ASIAN.items():
        serif, sans = (
            (
                FontFile(TexName(f"Noto{style}CJK-Regular.ttc"), face),
                FontFile(TexName(f"Noto{style}CJK-Bold.ttc"), face),
            )
            for style in ("Serif", "Sans")
        )
        scripts[code] = Script(TexName(code), name, "noto-cjk", serif, sans, 0.93)
    add("Hani", _HAN_RANGES)
    add("Jpan", _KANA_RANGES)
    add("Kore", _HANGUL_RANGES)
    add("Zsym", "2100-214F 1D400-1D7FF")
    symbola = (FontFile(TexName("Symbola_hint.ttf")),) * 2
    scripts["Zsym"] = Script(TexName("Zsym"), "symbols", "symbola", symbola, symbola, 0.9)
    return scripts, sorted(ranges)


SCRIPTS, _RANGES = _scripts()
_STARTS = [first for first, _, _ in _RANGES]

HAN = "Hani"
"""Chinese characters, which Chinese, Japanese and Korean fonts draw each in their own way."""


@cache
def script_of(character: str) -> str | None:
    """The code of the script whose fonts a character needs; nothing if ACM's hold it.

    `HAN` stands for any of the four ways of writing Chinese characters.
    """
    if character.isascii() or character in LIBERTINE or character.isspace():
        return None
    at = bisect_right(_STARTS, ord(character)) - 1
    if at >= 0 and ord(character) <= _RANGES[at][1]:
        return _RANGES[at][2]
    return "Zsym" if unicodedata.category(character)[0] in "SPN" else None


def han_variant(text: str, language: str | None = None) -> str:
    """The code of the script in which a text's Chinese characters are drawn.

    Args:
        text: the whole text, since its other characters tell.
        language: the text's language, if it is known, as HTML names it: ja, zh-Hant.
    """
    if language:
        return _VARIANTS.get(
            language.lower(), _VARIANTS.get(language.lower().split("-")[0], "Hans")
        )
    codes = {script_of(character) for character in text}
    if "Jpan" in codes:
        return "Jpan"
    if "Kore" in codes:
        return "Kore"
    characters = "".join(character for character in text if script_of(character) == HAN)
    for encoding, code in (("gb2312", "Hans"), ("big5", "Hant"), ("shift_jis", "Jpan")):
        if _is_written_in(encoding, characters):
            return code
    return "Hans"


_VARIANTS = {
    "zh": "Hans",
    "zh-hans": "Hans",
    "zh-cn": "Hans",
    "zh-sg": "Hans",
    "zh-hant": "Hant",
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "zh-mo": "Hant",
    "ja": "Jpan",
    "ko": "Kore",
}


def _is_written_in(encoding: str, characters: str) -> bool:
    """Whether a national standard has all of some characters."""
    try:
        characters.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
