"""Names of bodies → bodies: one for each body and place, with the rules that decided.

Names are one body only when their form says so: a level word stands for the document's place,
政府 for 人民政府, a short name for the official one; or when people have said so. Likeness is never
a reason: one character is another government. What the result says about a body follows from its
key and the gazetteer alone, so that every document says the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from .body import Body, joined
from .echoes import echoes
from .printed import canonical_form
from .proposals import proposal
from .regions import Region
from .rules import Rules

__all__ = ["AgencyResolver", "Body"]


@dataclass(frozen=True, slots=True)
class AgencyResolver:
    """Resolves names as one document prints them, each once.

    Parameters
    ----------
    region
        The place the document speaks for; None when it names none.
    office
        The issuer as printed; empty when the document does not say.
    internal
        True when the list speaks of the issuer's own divisions (a column 责任处室).
    divisions
        Divisions known from elsewhere in the document, however long their names.
    unplaced
        What stands in for the place in keys when there is none: the document's key. Without it
        two documents of unknown places share the bodies that they call by the same name.
    printed
        All names that the document prints: a short name of several meanings is the long one that
        the document prints as well, and a name is the same with and without a second name.
    aliases
        Names as people have said they are to be read: a printed or canonical name and the name
        it stands for. They win over every rule; each is followed once.
    """

    region: Region | None
    office: str = ""
    internal: bool = False
    divisions: Collection[str] = ()
    unplaced: str = ""
    printed: Iterable[str] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    _rules: Rules = field(init=False, repr=False, compare=False)
    _aliases: dict[str, str] = field(init=False, repr=False, compare=False)
    _evidence: dict[str, set[str]] = field(init=False, repr=False, compare=False)
    _names: frozenset[str] = field(init=False, repr=False, compare=False)
    _bodies: dict[str, Body] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rules = Rules(self.region, self.office, self.internal, self.divisions, self.unplaced)
        evidence: dict[str, set[str]] = {}
        names: set[str] = set()
        for form in dict.fromkeys(map(canonical_form, self.printed)):
            body = rules.resolve(form)
            names.add(body.name)
            for echo in echoes(body):
                key = rules.resolve(canonical_form(echo)).key
                if key != body.key:
                    evidence.setdefault(key, set()).add(body.name)
        set_once = object.__setattr__  # the record is frozen, and these follow from its fields
        set_once(self, "_rules", rules)
        set_once(self, "_aliases", {canonical_form(a): b for a, b in self.aliases.items()})
        set_once(self, "_evidence", evidence)
        set_once(self, "_names", frozenset(names))
        set_once(self, "_bodies", {})

    def resolve(self, name: str) -> Body:
        """Return the body that a printed name means in this document.

        Examples
        --------
        >>> from kg.resolve.regions import region_named
        >>> city = AgencyResolver(region_named("福州市"))
        >>> city.resolve("市市场监管局（市知识产权局）").name
        '福州市市场监督管理局（知识产权局）'
        >>> city.resolve("市科技局").name, city.resolve("市科技局").rule
        ('福州市科学技术局', 'level-word+official-name')
        >>> city.resolve("各县(市、区)人民政府。").key
        'agency:福州市各县（市）区人民政府'
        >>> city.resolve("榕城海关").key
        'agency:福州市/榕城海关'
        >>> office = AgencyResolver(region_named("福建省"), "福建省知识产权局", internal=True)
        >>> office.resolve("保护处").name, office.resolve("省保护处").rule
        ('福建省知识产权局保护处', 'level-word-division')
        """
        body = self._bodies.get(name)
        if body is None:
            body = self._bodies[name] = self._resolved(canonical_form(name))
        return body

    def _resolved(self, form: str) -> Body:
        body = self._rules.resolve(form)
        target = self._aliases.get(form) or self._aliases.get(body.name)
        if target is not None:
            return replace(self._rules.resolve(canonical_form(target)), rule="alias")
        evident = self._evident(body)
        return evident or replace(body, proposal=proposal(body, self._names))

    def _evident(self, body: Body) -> Body | None:
        """The body that the document shows this name to mean, None when it shows none or two."""
        names = self._evidence.get(body.key, set())
        if len(names) > 1:
            # The long name without its second name means the one with it, as the short one does.
            names = {n for n in names if self._rules.resolve(n).key not in self._evidence}
        if len(names) != 1:
            return None
        found = self._rules.resolve(next(iter(names)))
        return replace(found, rule=joined(body.rule, "same-document"))
