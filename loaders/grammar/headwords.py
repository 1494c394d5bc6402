"""Words that head the columns of a table, and the role that each gives by itself."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import normalize

LONGEST_WORD = 16
"""Characters; a longer cell is text, not a heading word. What stands in brackets is not counted."""

_LONGEST_NOTE = 40
_LONGEST_STEM = 8
_NOTE = re.compile(r"\(([^()]*)\)")
_LEADS = re.compile(r"牵头|主办|主责")
_HELPS = re.compile(r"配合|协办|协助|参与|参加|协同")
_RANKED = re.compile(
    r"(?:排(?:名|位|列|序)?|列)?(?:在)?(?:第一|首位|第1|最前)[^()]{0,8}(?:牵头|主办|主责|总责)"
)
_NO_STEM = re.compile(r"[0-9]|^(?:各|有关|其他|其它)")
_OVERSEES = re.compile(r"督|监|考核|验收|审|填[报写表]|报送|评估|指导|来源|联系|销号")


@cache
def _words() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("columns.toml").read_text(encoding="utf-8")
    return {
        name: frozenset(_plain(w) for w in words) for name, words in tomllib.loads(text).items()
    }


def _plain(word: str) -> str:
    """Return a heading without white space, with brackets in one form."""
    return re.sub(r"\s+", "", normalize("NFKC", word)).strip(":")


@lru_cache(maxsize=4_096)  # asked of the cells of every row: a header may repeat
def listed_role(word: str) -> str:
    """Return the role of a word that columns.toml lists; empty where it lists none.

    A word in brackets is tried as part of the heading and left aside; one that tells who leads
    decides (责任单位（牵头）).

    Examples
    --------
    >>> listed_role("责任处室（单位）"), listed_role("责任部门（配合）"), listed_role("甲")
    ('responsible', 'assist', '')
    >>> listed_role("责任单位（排第一位的为牵头单位，其余为配合单位）")
    'ranked'
    """
    plain = _plain(word)
    roles = _roles()
    if "(" not in plain or plain in roles:
        return roles.get(plain, "")
    bare = _NOTE.sub("", plain)
    if len(bare) > LONGEST_WORD or len(plain) - len(bare) > _LONGEST_NOTE:
        return ""
    role = roles.get(bare) or roles.get(re.sub(r"[()]", "", plain), "")
    return _noted(role, "".join(_NOTE.findall(plain))) if role in _BODIES else role


def formed_role(word: str) -> str:
    """Return the role that the form of an unlisted word gives: how it ends, and for bodies which
    word of role stands in it. Empty where it gives none; weaker than a listed word, for running
    text may end alike.

    Examples
    --------
    >>> formed_role("办结时限"), formed_role("反馈问题"), formed_role("市级责任单位")
    ('deadline', 'text', 'responsible')
    >>> formed_role("督办单位"), formed_role("2025年重点任务"), formed_role("各责任单位")
    ('', '', '')
    """
    plain = _NOTE.sub("", _plain(word))
    if not plain or len(plain) > _LONGEST_STEM or _NO_STEM.search(plain):
        return ""
    nouns = [noun for noun in _words()["body_nouns"] if plain.endswith(noun)]
    if nouns:
        stems = [] if _OVERSEES.search(plain) else [plain.removesuffix(noun) for noun in nouns]
        return next((r for r in _BODIES if any(_ends_in(stem, r) for stem in stems)), "")
    for role in ("deadline", "measure", "text", "goal"):
        if plain.endswith(tuple(_words()[f"{role}_ends"])):
            return role
    return ""


_BODIES = ("lead", "assist", "responsible")


def _noted(role: str, notes: str) -> str:
    if _RANKED.search(notes):
        return "ranked"
    leads, helps = _LEADS.search(notes), _HELPS.search(notes)
    if role != "responsible" or bool(leads) == bool(helps):
        return role
    return "lead" if leads else "assist"


@cache
def _roles() -> dict[str, str]:
    """The role of each listed word; words of bodies are a stem and a noun."""
    words = _words()
    bodies = {
        stem + noun: role
        for role in reversed(_BODIES)
        for stem in words[role]
        for noun in words["body_nouns"]
    }
    others = ("text", "remark", "goal", "deadline", "measure", "section", "ordinal")
    return bodies | {word: role for role in others for word in words[role]}


def _ends_in(stem: str, role: str) -> bool:
    return stem.endswith(tuple(_words()[role]))


def oversees(word: str) -> bool:
    """Tell whether a heading speaks of bodies that watch over the work and do not do it.

    Examples
    --------
    >>> oversees("督办单位"), oversees("责任单位")
    (True, False)
    """
    return _OVERSEES.search(_plain(word)) is not None


def names_lead(word: str) -> bool:
    """Tell whether a heading speaks of bodies that lead, whatever else it says.

    Examples
    --------
    >>> names_lead("牵头领导及单位"), names_lead("牵头市领导"), names_lead("责任单位")
    (True, False, False)
    """
    plain = _plain(word)
    bodies = re.search(r"单位|部门|机构|处室|科室", plain) or not re.search(r"领导|人", plain)
    return bool(_LEADS.search(plain) and bodies)
