"""A view as one HTML file: template, style, scripts and data in it, nothing asked from outside."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.views.page_words import WORDS
from kg.views.payload import payload, plain
from kg.views.scene import View
from kg.wording import Language

_ASSETS = "assets"
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_MAP = "\n//# sourceMappingURL="
SCRIPTS = (
    "state",
    "frame",
    "painting",
    "panes",
    "sight",
    "drawing",
    "legend",
    "filters",
    "search",
    "panel",
    "table",
    "export",
    "keyboard",
    "start",
)
"""Our scripts, in the order in which they are run."""


def page(view: View, language: Language) -> str:
    """Return the page of a view; it speaks both languages and begins in one.

    Everything stands in it, and its Content-Security-Policy allows what stands in it alone, by
    hash: no other script runs, no style is loaded, no address is asked.
    """
    scripts = (_library(), *map(asset, (f"{name}.js" for name in SCRIPTS)))
    style = asset("page.css")
    return render(
        "page.html",
        language="zh-CN" if language is Language.ZH else "en",
        title=plain(view.title.into(language)),
        policy=policy(scripts, style),
        style=style,
        data=payload(view, language),
        scripts=scripts,
        no_script=WORDS["no_script"].into(language),
    )


def policy(scripts: tuple[str, ...], style: str) -> str:
    """Return a Content-Security-Policy that lets these scripts and this style run, no others."""
    allowed = " ".join(f"'sha256-{_hash(script)}'" for script in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_hash(style)}'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def _library() -> str:
    """vis-network as the pyvis wheel has it, without the address of its source map."""
    return _unix((files("pyvis") / _LIBRARY).read_bytes().decode()).partition(_MAP)[0]


def render(name: str, **values: object) -> str:
    """Return a template of ours filled in; every value is escaped unless the template trusts it."""
    return _template(name).render(**values)


@cache
def asset(name: str) -> str:
    """Return the text of a template, style or script."""
    return _unix((files(__package__) / _ASSETS / name).read_bytes().decode())


def _unix(text: str) -> str:
    """The text with plain line ends: browsers read it so, and take its hash from what they read."""
    return text.replace("\r\n", "\n")


@cache
def _template(name: str) -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters["trusted"] = Markup
    return environment.from_string(asset(name))
