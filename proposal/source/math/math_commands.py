"""The commands that formulas may use: the one table of which all else is made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct


class Spacing(Enum):
    """What stands around a sign where it is read."""

    ORDINARY = "a letter or a sign like one"
    BINARY = "an operation between two things, with spaces around"
    RELATION = "a relation, with spaces around"
    OPERATOR = "a sum or another sign that limits may stand at, with a space behind"
    FUNCTION = "a function's name, with a space on either side where letters follow"
    OPENING = "a bracket that opens"
    CLOSING = "a bracket that closes"
    PUNCTUATION = "a comma or a semicolon, with a space behind"
    SPACE = "white space"


class MathSign(Struct, frozen=True):
    """A command that stands for a sign."""

    shown: str
    """By which characters it is read."""
    spacing: Spacing


class MathGroup(Struct, frozen=True):
    """Signs of one kind, as the reference lists them."""

    title: str
    spacing: Spacing
    signs: Mapping[str, str]
    """The characters for which commands stand, by the commands' names without backslash."""


def _named(text: str) -> dict[str, str]:
    """A table of `name character` pairs."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


GROUPS = (
    MathGroup(
        "Greek letters",
        Spacing.ORDINARY,
        _named(
            "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ "
            "vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ "
            "sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω "
            "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
        ),
    ),
    MathGroup(
        "Operations",
        Spacing.BINARY,
        _named(
            "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ "
            "otimes ⊗ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ "
            "sqcup ⊔ sqcap ⊓ uplus ⊎ dagger † ddagger ‡ diamond ⋄ bmod mod"
        ),
    ),
    MathGroup(
        "Relations",
        Spacing.RELATION,
        _named(
            "le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ approx ≈ sim ∼ "
            "simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ "
            "supseteq ⊇ mid ∣ parallel ∥ perp ⊥ models ⊧ vdash ⊢ prec ≺ preceq ⪯ succ ≻ "
            "succeq ⪰ triangleq ≜ leqslant ⩽ geqslant ⩾ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ "
            "sqsubseteq ⊑ sqsupseteq ⊒ asymp ≍ doteq ≐ dashv ⊣ vDash ⊨ nmid ∤ bowtie ⋈ "
            "preccurlyeq ≼ succcurlyeq ≽"
        ),
    ),
    MathGroup(
        "Arrows",
        Spacing.RELATION,
        _named(
            "to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ "
            "Leftrightarrow ⇔ longrightarrow ⟶ implies ⟹ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ "
            "longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ longmapsto ⟼ hookrightarrow ↪ "
            "Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ rightleftharpoons ⇌ rightsquigarrow ⇝"
        ),
    ),
    MathGroup(
        "Other signs",
        Spacing.ORDINARY,
        _named(
            "infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ "
            "ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ prime ′ angle ∠ top ⊤ bot ⊥ ldots … dots … "
            "cdots ⋯ vdots ⋮ ddots ⋱ % % # # & & $ $ _ _ nexists ∄ complement ∁ wp ℘ imath ı "
            "jmath ȷ digamma ϝ square □ blacksquare ■ checkmark ✓ triangle △ therefore ∴ because ∵ "
            "backslash \\ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠"
        ),
    ),
    MathGroup(
        "Sums, products, integrals",
        Spacing.OPERATOR,
        _named(
            "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ "
            "bigoplus ⨁ bigotimes ⨂ biguplus ⨄ bigsqcup ⨆ bigodot ⨀"
        ),
    ),
    MathGroup(
        "Functions",
        Spacing.FUNCTION,
        {
            **{
                name: name
                for name in [
                    "log",
                    "ln",
                    "lg",
                    "exp",
                    "sin",
                    "cos",
                    "tan",
                    "cot",
                    "sec",
                    "csc",
                    "arcsin",
                    "arccos",
                    "arctan",
                    "sinh",
                    "cosh",
                    "tanh",
                    "min",
                    "max",
                    "sup",
                    "inf",
                    "lim",
                    "arg",
                    "det",
                    "dim",
                    "ker",
                    "deg",
                    "gcd",
                    "Pr",
                    "hom",
                ]
            },
            "limsup": "lim sup",
            "liminf": "lim inf",
        },
    ),
    MathGroup(
        "Brackets that open",
        Spacing.OPENING,
        _named("{ { lbrace { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖"),
    ),
    MathGroup(
        "Brackets that close",
        Spacing.CLOSING,
        _named("} } rbrace } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖"),
    ),
    MathGroup("Bars", Spacing.ORDINARY, _named("vert | Vert ‖ | ‖")),
    MathGroup(
        "White space",
        Spacing.SPACE,
        {",": " ", ":": " ", ";": " ", "!": "", " ": " ", "quad": " ", "qquad": " "},
    ),
)
"""All commands that stand for a sign."""

SIGNS: Mapping[str, MathSign] = {
    name: MathSign(shown, group.spacing) for group in GROUPS for name, shown in group.signs.items()
}
"""The signs by the names of their commands, without backslash."""

_TYPED_GROUPS = (
    (Spacing.BINARY, "+-*"),
    (Spacing.RELATION, "=<>:"),
    (Spacing.OPENING, "(["),
    (Spacing.CLOSING, ")]"),
    (Spacing.PUNCTUATION, ",;"),
    (Spacing.ORDINARY, "/|.!?@"),
)
TYPED: Mapping[str, MathSign] = {
    sign: MathSign({"-": "−", "*": "∗"}.get(sign, sign), spacing)
    for spacing, signs in _TYPED_GROUPS
    for sign in signs
}
"""The signs that are typed as they are."""

BY_CHARACTER: Mapping[str, str] = {
    sign.shown: name
    for name, sign in reversed(tuple(SIGNS.items()))
    if len(sign.shown) == 1 and not sign.shown.isascii()
} | {"−": "-", "·": "cdot", "′": "prime"}
"""The commands (or the typed sign) that characters beyond ASCII stand for: `≤` is `\\le`."""

ACCENTS: Mapping[str, str] = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "check": "\u030c",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0305",
    "underline": "\u0332",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
    "acute": "\u0301",
    "grave": "\u0300",
    "breve": "\u0306",
    "mathring": "\u030a",
    "overrightarrow": "\u20d7",
    "overleftarrow": "\u20d6",
}
"""Marks over or under letters, by the combining characters that show them."""

ALPHABETS = (
    "mathrm",
    "mathbf",
    "mathit",
    "mathsf",
    "mathtt",
    "mathbb",
    "mathcal",
    "mathfrak",
    "boldsymbol",
)
"""Commands that set what they hold in another typeface."""

CAPITALS_ALONE = frozenset({"mathbb", "mathcal", "mathfrak"})
"""Alphabets whose fonts hold capital letters alone, in TeX."""

FRACTIONS = ("frac", "dfrac", "tfrac")
BINOMIAL = "binom"
STACKS = ("overset", "underset", "stackrel")
BRACES = ("underbrace", "overbrace")
"""Braces below or above, at which `_` or `^` sets words."""
ROOT = "sqrt"
ARROWS: Mapping[str, str] = {"xrightarrow": "→", "xleftarrow": "←"}
"""Arrows as long as what stands above them, or below in brackets."""
MODULUS = "pmod"
UNDER_SUM = "substack"
"""Lines in small, such as those below a sum."""
TEXTS = ("text", "operatorname", "operatorname*")
"""Commands that hold words and no formula."""
LEFT, RIGHT = "left", "right"
"""Brackets that grow with what stands between them."""
MIDDLE = "middle"
"""A bar between such brackets, which grows with them."""
SIZES: Mapping[str, Spacing] = {
    f"{size}{side}": spacing
    for size in ("big", "Big", "bigg", "Bigg")
    for side, spacing in (
        ("", Spacing.ORDINARY),
        ("l", Spacing.OPENING),
        ("m", Spacing.RELATION),
        ("r", Spacing.CLOSING),
    )
}
"""Brackets of a size that is chosen by hand, with the spaces around them."""

BEGIN, END = "begin", "end"
"""What stands before and behind a matrix or cases, with their name in braces."""
NEXT_CELL, NEXT_ROW = "&", "\\\\"


class Array(Struct, frozen=True):
    """A kind of things in rows and columns."""

    opening: str
    """The bracket before it, by which it is read."""
    closing: str
    most_cells: int
    """In a row; TeX has no more."""


ARRAYS: Mapping[str, Array] = {
    "pmatrix": Array("(", ")", 10),
    "bmatrix": Array("[", "]", 10),
    "vmatrix": Array("|", "|", 10),
    "cases": Array("{", "", 2),
    "matrix": Array("", "", 10),
    "Bmatrix": Array("{", "}", 10),
    "Vmatrix": Array("‖", "‖", 10),
    "aligned": Array("", "", 10),
    "gathered": Array("", "", 1),
}
"""What stands between `\\begin` and `\\end`, by its name."""

SYSTEMS: Mapping[str, Array] = {"align*": Array("", "", 10), "gather*": Array("", "", 1)}
"""Lines of formulas that are the whole of a displayed one; each may have a number."""
ALIGNED = frozenset({"align*", "aligned"})
"""What has its cells side by side as one formula, with the relations below each other."""
TAG = "tag"
"""The number of a displayed formula, or of one of its lines."""

DELIMITERS = frozenset("()[]|/.") | {
    f"\\{name}"
    for group in GROUPS
    if group.spacing in {Spacing.OPENING, Spacing.CLOSING} or group.title == "Bars"
    for name in group.signs
}
r"""What may stand behind `\left` and `\right`; a full stop shows nothing."""

WORDY = frozenset({"mathrm", "mathbf", "mathit", "mathsf", "mathtt"})
"""Alphabets in which words stand, so that several letters are no product."""

INSTEAD: Mapping[str, str] = {
    "\\": "rows are for matrices, cases and \\begin{align*} … \\end{align*}",
    "tag": "a number stands at the end of a displayed formula: $$x = 1 \\tag{1}$$",
    "label": "write the number as \\tag{1} at the end of a displayed formula",
    "nonumber": "leave it out; only \\tag{1} makes a number",
    "notag": "leave it out; only \\tag{1} makes a number",
    "bm": "write \\boldsymbol{…}",
    "mathscr": "write \\mathcal{…}",
    "textbf": "write \\mathbf{…}",
    "textit": "write \\mathit{…}",
    "textrm": "write \\text{…}",
    "mbox": "write \\text{…}",
    "rm": "write \\mathrm{…}",
    "bf": "write \\mathbf{…}",
    "cal": "write \\mathcal{…}",
    "argmax": "write \\operatorname*{arg max}",
    "argmin": "write \\operatorname*{arg min}",
    "softmax": "write \\operatorname{softmax}",
    "not": "write \\ne or \\notin",
    "over": "write \\frac{above}{below}",
    "limits": "leave it out; limits stand where they belong",
    "choose": "write \\binom{n}{k}",
    "dbinom": "write \\binom{n}{k}",
    "tbinom": "write \\binom{n}{k}",
    "mathop": "write \\operatorname{…}",
}
"""What is written in place of commands that people know and that are not in the table."""

DOUBLE_STRUCK: Mapping[str, str] = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
"""The letters of `mathbb` that most fonts hold."""

KNOWN = frozenset(
    {
        *(*SIGNS, *ACCENTS, *ALPHABETS, *FRACTIONS, BINOMIAL, *STACKS, *BRACES, ROOT, *TEXTS),
        *(LEFT, RIGHT, MIDDLE, BEGIN, END, MODULUS, UNDER_SUM, *ARROWS, *SIZES),
    }
)
"""The names of all commands."""
