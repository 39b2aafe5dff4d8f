"""Commands in bibliographies."""

from __future__ import annotations

from proposal.source.bib import text_commands
from proposal.source.bib.latex import read_latex


def typed() -> list[str]:
    """Each command once, as somebody would type it."""
    accents = [f"\\{name}{{o}}" for name in text_commands.ACCENTS]
    accents += [f"\\'{{\\{base}}}" for base in text_commands.BASES]
    signs = [f"\\{name}{{}}" if name.isalpha() else f"a\\{name}b" for name in text_commands.SIGNS]
    wrappers = [f"\\{name}{{x}}" for name in sorted(text_commands.WRAPPERS)]
    switches = [f"{{\\{name} x}}" for name in sorted(text_commands.SWITCHES)]
    formulas = [
        f"$a \\{name} b$" if name.isalpha() else f"$a\\{name}b$"
        for name in sorted(text_commands.FORMULA_SIGNS - {"{", "}"})
    ]
    formulas += [
        f"$\\{name}{'{x}' * count}$" for name, count in text_commands.FORMULA_WRAPPERS.items()
    ]
    formulas += [
        f"${{\\{name} x}}$"
        for name in sorted(text_commands.FORMULA_SWITCHES - {"left", "right", "limits"})
    ]
    formulas += ["$\\left( x \\right)$", "$\\sum\\limits_{i} \\{x\\}$"]
    others = [f"\\{name}{{x}}" for name in text_commands.REWRITTEN]
    others += [f"\\{name}{{x}}{{y}}" for name in text_commands.REWRITTEN_PAIRS]
    others += [f"\\{name}{'{x}' * count} y" for name, count in text_commands.UNSHOWN.items()]
    formulas += [f"$\\{name}$" for name in text_commands.FORMULA_NAMES]
    return [
        *accents,
        *signs,
        *others,
        *wrappers,
        *switches,
        *formulas,
        *text_commands.LIGATURES,
    ]


def in_bibliographies() -> str:
    """What a bibliography may hold, as it is written for TeX, which sets it in another test."""
    return "\n\n".join(
        "".join(fragment.latex or fragment.text for fragment in read_latex(latex).fragments)
        for latex in typed()
    )
