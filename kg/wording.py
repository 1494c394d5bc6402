"""Texts for people, in the two languages of the program.

A text stands in both languages at the place where it is used, so that a reader of the code sees
what the user sees, and a translation cannot fall behind unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages the program speaks."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Chinese and in English."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """Return the text in one language.

        Examples
        --------
        >>> Text("找不到文件", "file not found").into(Language.EN)
        'file not found'
        """
        return self.zh if language is Language.ZH else self.en

    def __str__(self) -> str:
        return self.zh


def same(text: str) -> Text:
    """Return a text that reads the same in both languages: a key, a name, a quotation."""
    return Text(text, text)
