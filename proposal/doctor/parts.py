"""Which parts of a machine the documents need, and which package brings each.

The lists are data: what is looked for, what it is for in an organizer's words, and
the packages of every package source that is known. Names of TeX packages are CTAN's;
Fedora calls them the same behind a prefix, and Homebrew has one package for all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Group(StrEnum):
    """What a part is needed for."""

    DOCUMENTS = "documents"
    """The PDFs of the proposal and the camera-ready summary."""
    SCRIPTS = "scripts"
    """The same PDFs when a name has letters that pdfLaTeX's fonts lack."""
    BUNDLES = "bundles"
    """Source packages for a publisher, which are proved before they are handed over."""
    NOTO = "noto"
    """The fonts of most living scripts; each of the three is asked for where the data need it."""
    NOTO_CJK = "noto-cjk"
    """The fonts of Chinese, Japanese and Korean."""
    SYMBOLA = "symbola"
    """The font of signs and symbols."""
    GERMAN = "german"
    """What LaTeX needs for documents in German; each of the two where an edition is in it."""
    SPANISH = "spanish"
    """The same for Spanish."""
    TESTS = "tests"
    """The program's own test suite."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the machine must have; it is found when all it consists of is found."""

    name: str
    group: Group
    purpose: str
    """What it is for, in an organizer's words; completes "needed for …"."""
    packages: Mapping[str, tuple[str, ...]] = field(hash=False)
    """The packages that bring it, by the name of the package source."""
    programs: tuple[str, ...] = ()
    """Programs that must be on PATH; the first one tells the part's version."""
    tex_files: tuple[str, ...] = ()
    """Files that TeX must find, and kpsewhich with it."""
    fonts: tuple[str, ...] = ()
    """OpenType font files, which TeX's own trees or the system's folders may hold."""
    version_option: str = "--version"
    """How the first program is asked for its version."""

    @property
    def consists_of(self) -> tuple[str, ...]:
        """The names of its programs and files."""
        return (*self.programs, *self.tex_files, *self.fonts)


def _tex(debian: str, *ctan: str) -> dict[str, tuple[str, ...]]:
    return {
        "apt": (debian,),
        "tlmgr": ctan,
        "dnf": tuple(f"texlive-{name}" for name in ctan),
        "brew": ("texlive",),
    }


_POPPLER = {"apt": ("poppler-utils",), "dnf": ("poppler-utils",), "brew": ("poppler",)}

FONT_GROUPS = frozenset({Group.NOTO, Group.NOTO_CJK, Group.SYMBOLA})
"""What is needed only where the data hold such characters."""

LANGUAGE_GROUPS = frozenset({Group.GERMAN, Group.SPANISH})
"""What is needed only where an edition is in such a language."""

PARTS: tuple[Part, ...] = (
    Part(
        name="Python 3.11 or later",
        group=Group.DOCUMENTS,
        purpose="everything: it runs this program",
        packages={"apt": ("python3",), "dnf": ("python3",), "brew": ("python",)},
        programs=(sys.executable,),
    ),
    Part(
        name="pdfLaTeX",
        group=Group.DOCUMENTS,
        purpose="every PDF: it sets the pages",
        packages=_tex("texlive-latex-recommended", "collection-latexrecommended"),
        programs=("pdflatex",),
    ),
    Part(
        name="BibTeX",
        group=Group.DOCUMENTS,
        purpose="the list of references",
        packages=_tex("texlive-latex-recommended", "collection-latexrecommended"),
        programs=("bibtex",),
    ),
    Part(
        name="kpsewhich",
        group=Group.DOCUMENTS,
        purpose="finding TeX's files",
        packages=_tex("texlive-latex-recommended", "collection-latexrecommended"),
        programs=("kpsewhich",),
    ),
    Part(
        name="ACM's document class",
        group=Group.DOCUMENTS,
        purpose="the sigconf layout and ACM's style of references",
        packages=_tex("texlive-publishers", "acmart"),
        tex_files=("acmart.cls", "ACM-Reference-Format.bst"),
    ),
    Part(
        name="ACM's fonts",
        group=Group.DOCUMENTS,
        purpose="the typefaces that ACM asks for",
        packages=_tex(
            "texlive-fonts-extra", "libertine", "inconsolata", "newtx", "fontaxes", "mweights"
        ),
        tex_files=("libertine.sty", "zi4.sty", "newtxmath.sty", "fontaxes.sty", "mweights.sty"),
    ),
    Part(
        name="LaTeX's usual packages",
        group=Group.DOCUMENTS,
        purpose="tables, captions, colours and fine spacing",
        packages=_tex("texlive-latex-recommended", "collection-latexrecommended"),
        tex_files=(
            "booktabs.sty",
            "caption.sty",
            "cmap.sty",
            "etoolbox.sty",
            "fancyhdr.sty",
            "float.sty",
            "graphics.sty",
            "graphicx.sty",
            "hyperref.sty",
            "microtype.sty",
            "natbib.sty",
            "setspace.sty",
            "textcase.sty",
            "url.sty",
            "xcolor.sty",
            "xkeyval.sty",
        ),
    ),
    Part(
        name="ACM's further packages",
        group=Group.DOCUMENTS,
        purpose="footnotes, page counts, balanced columns, what the PDF says of itself",
        packages=_tex(
            "texlive-latex-extra",
            "comment",
            "doclicense",
            "draftwatermark",
            "environ",
            "framed",
            "hyperxmp",
            "ifmtarg",
            "ncctools",
            "preprint",
            "totpages",
            "trimspaces",
            "upquote",
            "xstring",
        ),
        tex_files=(
            "balance.sty",
            "comment.sty",
            "doclicense.sty",
            "draftwatermark.sty",
            "environ.sty",
            "framed.sty",
            "hyperxmp.sty",
            "ifmtarg.sty",
            "manyfoot.sty",
            "totpages.sty",
            "trimspaces.sty",
            "upquote.sty",
            "xstring.sty",
        ),
    ),
    Part(
        name="plain TeX's macros",
        group=Group.DOCUMENTS,
        purpose="ACM's fonts for mathematics, which read binhex.tex",
        packages=_tex("texlive-plain-generic", "kastrup"),
        tex_files=("binhex.tex",),
    ),
    Part(
        name="LuaLaTeX",
        group=Group.SCRIPTS,
        purpose="names with letters that pdfLaTeX's fonts lack, as in Vietnamese",
        packages=_tex("texlive-luatex", "collection-luatex"),
        programs=("lualatex",),
        tex_files=("luaotfload.sty", "luaotfload-main.lua"),
    ),
    Part(
        name="Linux Libertine",
        group=Group.SCRIPTS,
        purpose="the same names, in ACM's typeface",
        packages={
            **_tex("fonts-linuxlibertine", "libertine"),
            "dnf": ("texlive-libertine", "linux-libertine-fonts"),
        },
        fonts=("LinLibertine_R.otf", "LinBiolinum_R.otf"),
    ),
    Part(
        name="TX symbols",
        group=Group.SCRIPTS,
        purpose="mathematics and signs on the same pages",
        packages=_tex("texlive-fonts-recommended", "txfonts"),
        tex_files=("txsyb.tfm",),
    ),
    Part(
        name="Noto fonts",
        group=Group.NOTO,
        purpose="names in Arabic, Armenian, Devanagari, Georgian, Hebrew, Thai and other scripts",
        packages={"apt": ("fonts-noto-core",)},
        fonts=(
            "NotoNaskhArabic-Regular.ttf",
            "NotoSansArabic-Regular.ttf",
            "NotoSerif-Regular.ttf",
            "NotoSerifDevanagari-Regular.ttf",
            "NotoSerifHebrew-Regular.ttf",
            "NotoSerifTibetan-Regular.ttf",
        ),
    ),
    Part(
        name="Noto CJK fonts",
        group=Group.NOTO_CJK,
        purpose="names in Chinese, Japanese and Korean",
        packages={"apt": ("fonts-noto-cjk",)},
        fonts=(
            "NotoSerifCJK-Regular.ttc",
            "NotoSerifCJK-Bold.ttc",
            "NotoSansCJK-Regular.ttc",
            "NotoSansCJK-Bold.ttc",
        ),
    ),
    Part(
        name="Symbola",
        group=Group.SYMBOLA,
        purpose="signs and symbols in titles",
        packages={"apt": ("fonts-symbola",)},
        fonts=("Symbola_hint.ttf",),
    ),
    Part(
        name="German for LaTeX",
        group=Group.GERMAN,
        purpose="headings and the breaks of words in German",
        packages=_tex("texlive-lang-german", "babel-german", "hyphen-german"),
        tex_files=("german.ldf",),
    ),
    Part(
        name="Spanish for LaTeX",
        group=Group.SPANISH,
        purpose="headings and the breaks of words in Spanish",
        packages=_tex("texlive-lang-spanish", "babel-spanish", "hyphen-spanish"),
        tex_files=("spanish.ldf",),
    ),
    Part(
        name="latexmk",
        group=Group.BUNDLES,
        purpose="proving a bundle: compiling it as a publisher does",
        packages={
            **_tex("latexmk", "latexmk"),
            "dnf": ("latexmk",),
        },
        programs=("latexmk",),
    ),
    Part(
        name="Poppler",
        group=Group.TESTS,
        purpose="reading finished PDFs back",
        packages=_POPPLER,
        programs=("pdftotext", "pdffonts", "pdftoppm"),
        version_option="-v",
    ),
    Part(
        name="Fontconfig",
        group=Group.TESTS,
        purpose="finding the system's fonts",
        packages=dict.fromkeys(("apt", "dnf", "brew"), ("fontconfig",)),
        programs=("fc-list",),
    ),
    Part(
        name="Chromium",
        group=Group.TESTS,
        purpose="opening the website as a visitor does",
        # Playwright, which drives it, needs libatomic1; Debian 12 has nothing else that brings it.
        packages={"apt": ("chromium", "libatomic1"), "snap": ("chromium",)},
        programs=("chromium",),
    ),
    Part(
        name="Node.js with npm",
        group=Group.TESTS,
        purpose="judging the website's accessibility and speed with axe-core and Lighthouse",
        packages={"apt": ("nodejs", "npm"), "dnf": ("nodejs", "nodejs-npm"), "brew": ("node",)},
        programs=("node", "npm"),
    ),
    Part(
        name="Java",
        group=Group.TESTS,
        purpose="judging the website's HTML with the Nu checker",
        packages={
            "apt": ("default-jre-headless",),
            "dnf": ("java-latest-openjdk-headless",),
            "brew": ("openjdk",),
        },
        programs=("java",),
        version_option="-version",
    ),
    Part(
        name="Git",
        group=Group.TESTS,
        purpose="publishing to a branch",
        packages={"apt": ("git",), "dnf": ("git",), "brew": ("git",)},
        programs=("git",),
    ),
    Part(
        name="rsync",
        group=Group.TESTS,
        purpose="publishing to a server",
        packages={"apt": ("rsync",), "dnf": ("rsync",), "brew": ("rsync",)},
        programs=("rsync",),
    ),
    Part(
        name="OpenSSH server",
        group=Group.TESTS,
        purpose="publishing to a server as tests do, which is this machine",
        packages={
            "apt": ("openssh-client", "openssh-server"),
            "dnf": ("openssh-clients", "openssh-server"),
        },
        programs=("ssh", "ssh-keygen", "sshd"),
        version_option="-V",
    ),
    Part(
        name="ShellCheck",
        group=Group.TESTS,
        purpose="judging the commands of workflows",
        packages={"apt": ("shellcheck",), "dnf": ("ShellCheck",), "brew": ("shellcheck",)},
        programs=("shellcheck",),
    ),
    Part(
        name="Jekyll",
        group=Group.TESTS,
        purpose="building the pages for a Jekyll site as the site's owner does",
        packages={
            "apt": (
                "jekyll",
                "ruby-jekyll-feed",
                "ruby-jekyll-gist",
                "ruby-jekyll-include-cache",
                "ruby-jekyll-paginate",
                "ruby-jekyll-sitemap",
            )
        },
        programs=("jekyll",),
    ),
)


def parts(groups: Iterable[Group]) -> tuple[Part, ...]:
    """The parts of some groups, in the order in which a reader would miss them."""
    wanted = set(groups)
    return tuple(part for part in PARTS if part.group in wanted)
