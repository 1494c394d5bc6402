"""The one place that knows the order of the stages.

read → parse → correct → extract → assemble → store → link
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kg.assemble import assemble, identify
from kg.comparison import Comparing, relinked, renewed
from kg.corrections import Ledger, Outcome, apply, require_known, summary
from kg.errors import InputError, KgError, Problem, SchemaError
from kg.extract import Extractor, Vocabularies, year_of_bare_dates
from kg.intake import RawFile, expand, passed_over, read_file
from kg.loading import Format, Registry, registry
from kg.model import Contribution, Mention, Node, ParsedDocument, RowTally
from kg.outcome import BuildOutcome, LoadedDocument, Replaced, unfit
from kg.review import ReviewLedger
from kg.store import Store
from kg.wording import Text, same

PROVENANCE = frozenset({"source_name", "sha256", "encoding"})
"""Properties of a document that say how it came, not what it says."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read and assembled, ready to be stored."""

    path: Path
    contribution: Contribution
    tally: RowTally
    corrections: tuple[Outcome, ...] = ()


NO_CORRECTIONS = Ledger("")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What people know beside the documents.

    Parameters
    ----------
    corrections
        Applied between reading and assembling.
    vocabulary
        An analyst's own words for industries, programmes and the like, merged over the program's.
    comparing
        Their concepts and their judgements of alignments.
    """

    corrections: Ledger = NO_CORRECTIONS
    vocabulary: Path | None = None
    comparing: Comparing = field(default_factory=Comparing)


NO_KNOWLEDGE = Knowledge()


def _none_known() -> Collection[str]:
    return ()


Watch = Callable[[Path], None]


def build(  # noqa: PLR0913 - one for each choice of the caller
    paths: Sequence[Path],
    open_store: Callable[[], Store],
    *,
    knowledge: Knowledge = NO_KNOWLEDGE,
    strict: bool = False,
    watch: Watch | None = None,
    stored: Callable[[], Collection[str]] = _none_known,
) -> BuildOutcome:
    """Load files into a store, each document in one transaction, then compare the documents of
    the store along the chain of governments.

    Parameters
    ----------
    paths
        Files and directories; none stands for the bundled documents.
    open_store
        Called when the first document is ready, so that files which are all refused leave no
        empty store behind.
    strict
        True loads nothing when any file is refused.
    knowledge
        What people know beside the documents.
    watch
        Called with each file before it is read.
    stored
        Gives the keys of the documents in the store; asked only when the ledger has lines
        written by hand.

    Raises
    ------
    InputError
        When the ledger of corrections names what is neither read nor stored, or the vocabulary
        cannot be read; nothing is loaded then.

    Notes
    -----
    Files are read in the order of their names, whatever the order they are given in, so that
    two files that claim the same document are judged the same way every time.
    """
    refused: list[KgError] = []
    ledger = knowledge.corrections
    stages = _Stages(registry(), ledger, knowledge.vocabulary)
    ready = _prepared(paths, stages, refused, watch)
    if strict or not ledger.is_sealed:
        ready = _all_or_none(ready, refused, ledger, stored)
        if strict and refused:
            return BuildOutcome((), tuple(refused))
    over = passed_over(paths, stages.suffixes)
    first = next(ready, None)
    if first is None:
        return BuildOutcome((), tuple(refused), passed_over=over)
    outcomes: list[Outcome] = []
    loaded: list[LoadedDocument] = []
    with open_store() as store:
        for prepared in chain((first,), ready):
            try:
                loaded.append(_load(prepared, store))
            except SchemaError as error:  # nothing of it was written; the others are sound
                refused.append(unfit(prepared.path, error))
                continue
            outcomes.extend(prepared.corrections)
        compared = tuple(renewed(store, knowledge.comparing))
    return BuildOutcome(tuple(loaded), tuple(refused), summary(ledger, outcomes), compared, over)


def read_documents(
    paths: Sequence[Path], knowledge: Knowledge = NO_KNOWLEDGE
) -> tuple[Contribution, ...]:
    """Return what each file would contribute to a store, in the order given; nothing is stored.

    Raises
    ------
    InputError
        When a file is none that ``build`` would load, or the vocabulary cannot be read.
    """
    stages = _Stages(registry(), knowledge.corrections, knowledge.vocabulary)
    return tuple(stages.prepare(path).contribution for path in paths)


def relink(
    store: Store,
    lower_key: str,
    upper_key: str,
    review: ReviewLedger,
    concepts: Path | None = None,
) -> bool:
    """Bring what joins two documents of a store up to date; True when the store changed.

    Parameters
    ----------
    review
        People's judgements, which decide as in a build.
    concepts
        An analyst's concepts, merged over the program's.

    Raises
    ------
    InputError
        When the concepts cannot be read.
    """
    return relinked(store, lower_key, upper_key, Comparing(review, concepts))


def _all_or_none(
    ready: Iterator[Prepared],
    refused: list[KgError],
    ledger: Ledger,
    stored: Callable[[], Collection[str]],
) -> Iterator[Prepared]:
    """Read everything before anything is loaded, and hold the ledger against it.

    Where a file was refused nobody can say whether a correction speaks of it.
    """
    prepared = tuple(ready)
    if not refused and not ledger.is_sealed:
        read = {p.contribution.document_key for p in prepared}
        outcomes = [outcome for p in prepared for outcome in p.corrections]
        require_known(ledger, outcomes, read.union(stored()))
    return iter(prepared)


class _Stages:
    """What one build needs for every file: the loaders, the ledger, and one extractor."""

    def __init__(self, loaders: Registry, ledger: Ledger, vocabulary: Path | None) -> None:
        self.loaders = loaders
        self._ledger = ledger
        self._vocabularies = Vocabularies.load(vocabulary)
        self._extractor: Extractor | None = None

    @property
    def suffixes(self) -> frozenset[str]:
        """The file name endings that some format reads."""
        return frozenset[str]().union(*(f.suffixes for f in self.loaders.FORMATS))

    def prepare(self, path: Path) -> Prepared:
        """Return a file as a document: read, parsed, corrected, extracted, assembled."""
        raw = read_file(path)
        source = _format(raw, self.loaders).read(raw.data, raw.name)
        genre = next((g for g in self.loaders.GENRES if g.recognises(source)), None)
        if genre is None:
            raise InputError(self.loaders.unread(source))
        parsed = genre.parse(source)
        key, canonical = identify(parsed)
        corrected = apply(parsed, key, self._ledger, canonical)
        mentions = self._mentions(corrected.parsed)
        contribution = assemble(corrected.parsed, source, mentions, aliases=corrected.aliases)
        return Prepared(path, contribution, parsed.tally, corrected.outcomes)

    def _mentions(self, parsed: ParsedDocument) -> Sequence[tuple[Mention, ...]]:
        if self._extractor is None:  # made for the first file that is read, not for refused ones
            self._extractor = Extractor(self._vocabularies)
        year = year_of_bare_dates(parsed.front)
        return list(self._extractor.extract((m.text for m in parsed.measures), year))


def _prepared(
    paths: Sequence[Path], stages: _Stages, refused: list[KgError], watch: Watch | None
) -> Iterator[Prepared]:
    """Yield each document once; what cannot be read goes to ``refused``."""
    seen: dict[str, Prepared] = {}
    for path in _files(paths, stages, refused):
        if watch is not None:
            watch(path)
        try:
            prepared = stages.prepare(path)
            earlier = seen.get(prepared.contribution.document_key)
            if earlier is not None:
                _require_same(prepared, earlier)
                continue
        except InputError as error:
            refused.append(error)
            continue
        seen[prepared.contribution.document_key] = prepared
        yield prepared


def _files(paths: Sequence[Path], stages: _Stages, refused: list[KgError]) -> tuple[Path, ...]:
    found: dict[Path, None] = {}
    for path in paths or stages.loaders.bundled_files():
        try:
            found.update(dict.fromkeys(expand([path], stages.suffixes)))
        except InputError as error:
            refused.append(error)
    return tuple(sorted(found, key=lambda p: (p.name, str(p))))


def _format(raw: RawFile, loaders: Registry) -> Format:
    """The format of a file's suffix; a file of any other suffix is tried as text, whose errors
    say what kind of file the bytes are.
    """
    suffix = raw.path.suffix.lower()
    by_suffix = (f for f in loaders.FORMATS if suffix in f.suffixes)
    return next(by_suffix, loaders.FORMATS[0])


def _require_same(prepared: Prepared, earlier: Prepared) -> None:
    """Two files may hold the same document only when they say the same."""
    if _said(prepared.contribution) == _said(earlier.contribution):
        return
    names = f"{earlier.path.name}、{prepared.path.name}"
    raise InputError(
        Problem(
            what=Text(
                f"两个文件是同一份文件（{prepared.contribution.document_key}）而内容不同",
                f"two files claim one document ({prepared.contribution.document_key}) and differ",
            ),
            where=same(names),
            expected=Text("每份文件只有一个版本", "one version of each document"),
            next_step=Text(
                "只载入正确的一个；更正稿单独再载入即替换原稿",
                "load the right one alone; a corrected version replaces the old one",
            ),
        )
    )


def _said(contribution: Contribution) -> tuple[object, ...]:
    nodes = tuple(
        Node(n.key, n.label, {k: v for k, v in n.props.items() if k not in PROVENANCE})
        for n in contribution.nodes
    )
    return nodes, contribution.edges, contribution.shared_nodes, contribution.shared_edges


def _replaced(contribution: Contribution, store: Store) -> Replaced | None:
    """What a store holds of the same key in other words; it is replaced when that is written."""
    before = store.contribution(contribution.document_key)
    if before is None:
        return None
    old, new = (
        Counter(str(n.props["text"]) for n in c.nodes if n.label == "Measure")
        for c in (before, contribution)
    )
    document = next(n for n in before.nodes if n.key == before.document_key)
    name = str(document.props.get("source_name", document.key))
    return None if old == new else Replaced(name, old.total(), (old & new).total())


def _load(prepared: Prepared, store: Store) -> LoadedDocument:
    contribution = prepared.contribution
    replaced = _replaced(contribution, store)
    changed = store.write(contribution)
    nodes = (*contribution.nodes, *contribution.shared_nodes)
    edges = (*contribution.edges, *contribution.shared_edges)
    document = next(n for n in nodes if n.key == contribution.document_key)
    return LoadedDocument(
        path=prepared.path,
        key=document.key,
        title=str(document.props["title"]),
        changed=changed,
        counts=Counter([*(n.label for n in nodes), *(e.type for e in edges)]),
        inferred=Counter(e.type for e in edges if e.props.get("basis") == "inferred"),
        tally=prepared.tally,
        issues=Counter(str(n.props["severity"]) for n in nodes if n.label == "Issue"),
        replaced=replaced,
    )
