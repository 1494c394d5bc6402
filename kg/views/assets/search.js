"use strict";
// The search: records that hold the words, compared after NFKC, case folding and without white
// space, as the store compares.

const search = (function () {
  const { data, now, scene, text, say } = state;
  let folded = null; // the words of each record, made when first needed
  let found = new Set(); // numbers of records
  let order = []; // the same, in the order of the drawing

  function fold(words) {
    return words.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  }

  function index() {
    folded = data.records.map((record) =>
      fold([record.key, ...both(record.caption), record.quote || ""].join("\n"))
    );
  }

  function both(words) {
    return typeof words === "string" ? [words] : [data.pool[words[0]]].flat();
  }

  function look() {
    found = new Set();
    order = [];
    const wanted = fold(now.query);
    if (!wanted || !data.scenes.length) return;
    if (!folded) index();
    scene().marks.forEach((mark) => {
      for (const record of (mark.about || []).slice(0, 1)) {
        if (!found.has(record) && folded[record].includes(wanted)) {
          found.add(record);
          order.push(record);
        }
      }
    });
  }

  // The marks of what was found: those that stand for it first of all.
  function marks() {
    const hits = new Set();
    scene().marks.forEach((mark, i) => {
      if (mark.about && found.has(mark.about[0])) hits.add(i);
    });
    return hits;
  }

  function next() {
    if (!order.length) return;
    const at = (order.indexOf(now.record) + 1) % order.length;
    const mark = drawing.marksOf(order[at]).find((one) => drawing.visible(one));
    state.change({ record: order[at], mark: mark === undefined ? -1 : mark });
    if (mark !== undefined) drawing.bring(mark);
  }

  function tell() {
    const words = !fold(now.query) ? "" : order.length ? say("found", order.length) : say("found_none");
    frame.at("found").textContent = words;
  }

  function draw() {
    const input = frame.at("search");
    input.placeholder = say("search_hint");
    input.setAttribute("aria-label", say("search"));
    if (input.value !== now.query) input.value = now.query;
    tell();
  }

  function follow(changed) {
    if (changed.has("all") || changed.has("query")) {
      look();
      draw();
    }
  }

  frame.at("search").addEventListener("input", (event) => state.change({ query: event.target.value }));
  return { look, draw, follow, next, marks, matches: () => found };
})();
