"""Tables in texts."""

from __future__ import annotations

ROWS = range(1, 61)


LONG = "a cell with quite a few words in it, which go on in a second line and in a third one"


def long_table() -> str:
    rows = "\n".join(f"| {n} | Subject {n} | Remark {n} is {LONG} |" for n in ROWS)
    return f"| Number | Subject | Remarks |\n|--:|---|---|\n{rows}\n"


def wide_table(rows: int = 4, of: str = "Method") -> str:
    head = f"| {of} | Recommendation | Personalization | Understanding | Generalization | Year |"
    lines = "\n".join(
        f"| {of} {n} | retrieval and reranking | conversational representation | "
        f"interpretability of {n} representations | cross-domain transferability | {2000 + n} |"
        for n in range(1, rows + 1)
    )
    return f"{head}\n|---|---|---|---|---|--:|\n{lines}\n"
