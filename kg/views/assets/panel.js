"use strict";
// The details of what is chosen: printed words, document, number, place, and what it is linked
// to, grouped by relation, each a link.

const panel = (function () {
  const { data, now, text, say } = state;
  const { make } = frame;

  function link(number, words) {
    return make("a", { href: state.address(number), "data-record": number }, words);
  }

  function item(entry) {
    const [number, own, note] = entry;
    const words = own ? text(own) : number >= 0 ? text(data.records[number].caption) : "";
    const shown = number >= 0 ? link(number, words) : make("span", {}, words);
    return make("li", {}, shown, note.length ? make("span", { class: "note" }, "（" + text(note) + "）") : "");
  }

  function group(entry) {
    const [relation, items] = entry;
    return [make("h3", {}, text(relation) + " · " + items.length), make("ul", {}, ...items.map(item))];
  }

  function facts(record) {
    const list = make("dl", {});
    for (const [name, words] of record.facts || []) {
      list.append(make("dt", {}, text(name)), make("dd", {}, text(words)));
    }
    return list;
  }

  function warnings(record) {
    if (!record.warnings) return "";
    const lines = record.warnings.map((words) => make("div", {}, "⚠ " + text(words)));
    return make("div", { class: "warnings", "aria-label": say("warnings") }, ...lines);
  }

  function draw() {
    const record = data.records[now.record];
    document.body.classList.toggle("chosen", Boolean(record));
    if (!record) {
      frame.at("panel").replaceChildren(make("p", { class: "note" }, say("details_none")));
      return;
    }
    const mark = now.mark >= 0 ? state.scene().marks[now.mark] : null;
    const hint = mark && mark.hint && (mark.about || [])[0] === now.record ? text(mark.hint) : "";
    frame.at("panel").replaceChildren(
      make("span", { class: "label" }, text(record.label)),
      record.quote ? make("blockquote", { cite: "" }, record.quote) : make("p", { class: "caption" }, text(record.caption)),
      hint ? make("p", {}, hint) : "",
      warnings(record),
      facts(record),
      ...(record.groups || []).flatMap(group)
    );
  }

  function follow(changed) {
    if (changed.has("all") || changed.has("record") || changed.has("mark")) draw();
  }

  return { draw, follow };
})();
