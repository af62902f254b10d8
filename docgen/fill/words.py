"""Take a Chinese text, give its words."""

from __future__ import annotations

from functools import lru_cache

try:
    from rjieba import cut as cut_words
except ImportError:  # a processor for which there is no wheel; the same dictionary, slower to load
    from jieba import cut as cut_words  # type: ignore[no-redef]


@lru_cache(maxsize=1024)
def cut(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(cut_words(text, False)) if text else ()
