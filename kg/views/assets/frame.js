"use strict";
// The frame: headings, finding, footer, and the small pieces the other parts are made of.

const frame = (function () {
  const { data, now, scene, text, say } = state;

  function at(id) {
    return document.getElementById(id);
  }

  // Every word enters the page as text, never as markup.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const name of Object.keys(attributes || {})) {
      if (name === "click") element.addEventListener("click", attributes[name]);
      else if (name === "class") element.className = attributes[name];
      else if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
    }
    element.append(...children);
    return element;
  }

  function documents() {
    return data.sources.map((source) => (source[1] ? source[0] + "（" + source[1] + "）" : source[0]));
  }

  function draw() {
    document.documentElement.lang = now.language === "en" ? "en" : "zh-CN";
    const title = text(data.title);
    document.title = title;
    at("title").textContent = title;
    const single = data.scenes.length === 1 && data.sources.length === 1;
    const about = data.scenes.length ? [text(scene().title)] : [];
    const origin = data.origin.length ? [text(data.origin)] : [];
    const basis = data.basis.map(text);
    const told = [say("as_of", data.asOf), ...(single ? documents() : about), ...basis, ...origin];
    at("meta").textContent = told.join(" · ");
    at("meta").title = at("meta").textContent;
    at("finding").textContent = data.scenes.length ? text(scene().finding) : "";
    at("sources").textContent = say("sources", documents().join("；"));
    at("sources").title = documents().join("\n");
    at("stamp").textContent = say("stamp", data.stamp);
    at("language").textContent = say("other_language");
    at("legend-title").textContent = say("legend");
    at("panel-title").textContent = say("details");
    drawNotes();
    drawEmpty();
  }

  function drawNotes() {
    const notes = [...(data.scenes.length ? scene().notes : []), ...data.notes];
    at("notes").hidden = !notes.length;
    at("notes").open = window.matchMedia("(min-width: 1201px)").matches;
    at("notes").firstElementChild.textContent = say("note");
    at("notes").lastElementChild.replaceChildren(...notes.map((note) => make("p", {}, text(note))));
  }

  function drawEmpty() {
    const empty = !data.scenes.length;
    at("empty").hidden = !empty;
    at("canvas").hidden = empty;
    document.querySelector("aside").hidden = empty;
    at("empty").replaceChildren(
      make("p", {}, say("empty")),
      make("p", {}, say("empty_next")),
      ...data.notes.map((note) => make("p", {}, text(note)))
    );
  }

  function drawShown() {
    if (!data.scenes.length) return;
    const marks = drawing.shown();
    const links = scene().links.length;
    at("shown").textContent = links
      ? say("shown", marks.length, scene().marks.length, drawing.shownLinks().length, links)
      : say("shown_marks", marks.length, scene().marks.length);
  }

  // Says that there is more than is in sight, and how much of it must not be missed.
  function drawMore() {
    const { marks, kinds } = scene();
    const away = drawing.unseen();
    const counts = new Map();
    for (const mark of away) {
      const kind = kinds[marks[mark].kind];
      if (kind.urgent) counts.set(kind, (counts.get(kind) || 0) + 1);
    }
    const told = Array.from(counts, ([kind, number]) => say("of_these", text(kind.name), number));
    at("more").hidden = !away.length;
    at("more").textContent = say("more", away.length, told.join(""));
  }

  // What a mark is, beside the pointer; nothing where none is pointed at.
  function drawHint(mark, where) {
    const hint = at("hint");
    hint.hidden = !mark;
    if (!mark) return;
    const record = data.records[(mark.about || [-1])[0]];
    hint.replaceChildren(mark.hint ? make("b", {}, text(mark.hint)) : "", record ? words(record) : "");
    const right = where.x + 16 + hint.offsetWidth > at("stage").clientWidth;
    const low = where.y + 16 + hint.offsetHeight > at("stage").clientHeight;
    hint.style.left = Math.max(4, right ? where.x - hint.offsetWidth - 12 : where.x + 16) + "px";
    hint.style.top = Math.max(4, low ? where.y - hint.offsetHeight - 12 : where.y + 16) + "px";
  }

  function words(record) {
    const whole = record.quote || text(record.caption);
    return whole.length > 220 ? whole.slice(0, 220) + "…" : whole;
  }

  function follow(changed) {
    if (changed.has("all")) draw();
  }

  return { at, make, draw, drawShown, drawMore, drawHint, follow };
})();
