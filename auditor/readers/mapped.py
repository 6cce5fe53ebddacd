"""Text that grows block by block and remembers where in the file its characters stand."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.article import Block, BlockKind

_JOINER = "\n\n"


class MappedText:
    """An article's text in the making; `runs` as in `SourceMap`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._behind = 0
        self.blocks: list[Block] = []
        self.runs: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """What has been added so far."""
        return "".join(self._parts)

    def add(
        self, kind: BlockKind, stretches: Iterable[tuple[str, int, int]], quote: int = 0
    ) -> list[int]:
        """Appends one block.

        Args:
            stretches: words with their start and end in the file. Words of another length than
                their place, such as a reference, stand with all their characters at its start.

        Returns:
            Where in the text each stretch begins, and last where the block ends.
        """
        if self.blocks:
            # It takes the places behind the block before, so that a span's end is true.
            self._put(_JOINER, self._behind)
        begins = []
        start = self._length
        for words, at, end in stretches:
            begins.append(self._length)
            for part in (words,) if len(words) == end - at else words:
                self._put(part, at)
            if words:
                self._behind = end
        self.blocks.append(Block(kind, start, self._length, quote))
        return [*begins, self._length]

    def _put(self, words: str, at: int) -> None:
        if not words:
            return
        if not self.runs or self.runs[-1][1] + self._length - self.runs[-1][0] != at:
            self.runs.append((self._length, at))
        self._parts.append(words)
        self._length += len(words)
