"""What the person has decided: rulings on questions, and corrections of marks.

`rulings.toml` stands beside the notes file and is as much the person's own. It is only ever added
to, so that it is also a record of who decided what when; of two entries on one thing, the later
holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from index.article import Article
from index.locations import notes_file
from index.notes import durable
from index.notes.decisions import Correction, MarkKind, Ruling
from index.notes.passage import Passage
from index.notes.toml_log import TomlLog
from index.sources.sanitise import clean
from index.span import TextSpan

if TYPE_CHECKING:
    from index.facts.model import Facts
    from index.notes.corrections import Mark

_HEAD = (
    "# Your rulings on questions, and your corrections of marks. newsreader adds to this file;\n"
    "# you may change it. Of two entries on one thing, the later holds.\n"
    'format = "newsreader-rulings/1"\n'
)


class Rulings:
    """The file at `path`, by default beside the notes. May be used from any thread."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = durable.real(path or notes_file().with_name("rulings.toml"))
        self._log = TomlLog(self.path, _HEAD)
        self._known: tuple[durable.Mark | None, dict[str, list[Correction]]] = (None, {})

    def mark(self) -> durable.Mark | None:
        """Differs from an earlier one if the file was changed; None if there is none."""
        return self._log.mark()

    def rulings(self) -> dict[str, Ruling]:
        """The ruling that holds for each question. Raises InputError if the file is not TOML."""
        found: dict[str, Ruling] = {}
        for entry in self._log.entries("ruling", "question"):
            articles = entry.get("articles")
            ruling = Ruling(
                question=str(entry["question"]),
                relation=_text(entry, "relation") or None,
                words=_text(entry, "words"),
                note=_text(entry, "note"),
                articles=tuple(map(str, articles)) if isinstance(articles, list) else (),
                made=_text(entry, "made"),
            )
            found.pop(ruling.question, None)
            if ruling.relation:
                found[ruling.question] = ruling
        return found

    def rule(
        self,
        question: str,
        relation: str | None,
        *,
        words: str = "",
        note: str = "",
        articles: Sequence[str] = (),
    ) -> Ruling:
        """Adds a ruling; None takes an earlier one back. It is on the disk when this returns.

        Raises NotesUnavailableError if the file cannot be written.
        """
        ruling = Ruling(question, relation, clean(words), clean(note), tuple(articles), _now())
        self._log.add(
            "ruling",
            {
                "question": ruling.question,
                "words": ruling.words,
                "relation": ruling.relation or "",
                "note": ruling.note,
                "articles": list(ruling.articles),
                "made": ruling.made,
            },
        )
        return ruling

    def correct(
        self,
        article: Article,
        kind: MarkKind,
        start: int,
        end: int,
        *,
        note: str = "",
    ) -> Correction:
        """Adds that the mark of this kind between two offsets of `article.body` is wrong.

        Raises NotesUnavailableError if the file cannot be written.
        """
        passage = Passage.of(article.id, article.body, start, end, article.sha256)
        return self._add(Correction(kind, passage, clean(note), withdrawn=False, made=_now()))

    def withdraw(self, correction: Correction) -> None:
        """Adds that a mark is right after all. Raises NotesUnavailableError as `correct` does."""
        self._add(replace(correction, withdrawn=True, made=_now()))

    def _add(self, correction: Correction) -> Correction:
        passage = correction.passage
        self._log.add(
            "correction",
            {
                "kind": correction.kind,
                "article": passage.article,
                "sha256": passage.sha256,
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
                "start": passage.start,
                "end": passage.end,
                "paragraph": passage.paragraph,
                "note": correction.note,
                "withdrawn": correction.withdrawn,
                "made": correction.made,
            },
        )
        return correction

    def corrections(self) -> list[Correction]:
        """Those that hold, oldest first. Raises InputError if the file is not TOML."""
        found: dict[tuple[object, ...], Correction] = {}
        for entry in self._log.entries("correction", "kind"):
            if entry["kind"] not in get_args(MarkKind):
                continue
            passage = Passage(
                article=_text(entry, "article"),
                start=_number(entry, "start"),
                end=_number(entry, "end"),
                exact=_text(entry, "exact"),
                prefix=_text(entry, "prefix"),
                suffix=_text(entry, "suffix"),
                paragraph=_number(entry, "paragraph"),
                sha256=_text(entry, "sha256"),
            )
            correction = Correction(
                entry["kind"],
                passage,
                _text(entry, "note"),
                bool(entry.get("withdrawn", False)),
                _text(entry, "made"),
            )
            key = (correction.kind, passage.article, passage.start, passage.end, passage.sha256)
            found.pop(key, None)
            if not correction.withdrawn:
                found[key] = correction
        return list(found.values())

    def placed(
        self, article: Article, former: Collection[str] = ()
    ) -> list[tuple[Correction, TextSpan]]:
        """The corrections of `article`, each with where its words stand now; those whose words do
        not stand there any more are left out.

        `former` are the ids that the article had before. Raises InputError as `corrections` does.
        """
        by_article = self._by_article()
        if not by_article:
            return []
        from index.notes.anchors import locate  # nothing of it where nothing was corrected

        meant: dict[int, Correction] = {}
        for name in {article.id, article.sha256, *former} - {""}:
            meant.update((id(one), one) for one in by_article.get(name, ()))
        found = []
        for correction in meant.values():
            anchor = locate(correction.passage, article.body, article.sha256)
            if anchor.span and anchor.state in {"ok", "moved"}:
                found.append((correction, anchor.span))
        return found

    def wrong_marks(self, article: Article, former: Collection[str] = ()) -> set[Mark]:
        """Which marks of `article` are wrong, and where; see `placed`."""
        return {(one.kind, span) for one, span in self.placed(article, former)}

    def corrected(self, article: Article, facts: Facts, former: Collection[str] = ()) -> Facts:
        """`facts` of `article` without what the person has called wrong; see `wrong_marks`."""
        from index.notes.corrections import corrected

        return corrected(facts, self.wrong_marks(article, former))

    def _by_article(self) -> dict[str, list[Correction]]:
        """The corrections under the id, and under the digest, of the article that they were made
        in; read anew only where the file was changed."""
        mark = self.mark()
        if mark is None:
            return {}
        if mark != self._known[0]:
            found: dict[str, list[Correction]] = {}
            for correction in self.corrections():
                for name in {correction.passage.article, correction.passage.sha256} - {""}:
                    found.setdefault(name, []).append(correction)
            self._known = (mark, found)
        return self._known[1]


def _text(entry: dict[str, Any], key: str) -> str:
    return str(entry.get(key, ""))


def _number(entry: dict[str, Any], key: str) -> int:
    value = entry.get(key)
    return value if isinstance(value, int) else 0


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
