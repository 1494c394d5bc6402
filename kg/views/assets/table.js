"use strict";
// The same as the drawing, as a table: the rows whose marks are shown, sorted by any column.

const table = (function () {
  const { data, now, scene, text, say } = state;
  const { make } = frame;
  let sorted = -1;
  let up = true;

  // A row is shown while everything it is about has a mark that is.
  function shown(row) {
    return row[0].every((record) => {
      const marks = drawing.marksOf(record);
      return !marks.length || marks.some((mark) => drawing.visible(mark));
    });
  }

  function words(cell) {
    if (typeof cell === "number") return String(cell);
    if (cell.record === undefined) return text(cell);
    const record = data.records[cell.record];
    if (cell.fact >= 0) return text(record.facts[cell.fact][1]);
    return record.quote || text(record.caption);
  }

  function compare(a, b) {
    const [left, right] = [a[sorted + 1], b[sorted + 1]];
    if (typeof left === "number" && typeof right === "number") return left - right;
    return words(left).localeCompare(words(right), "zh", { numeric: true });
  }

  // The rows as they stand in the table and in the CSV file.
  function rows() {
    const found = scene().rows.filter(shown);
    if (sorted >= 0) {
      found.sort(compare);
      if (!up) found.reverse();
    }
    return found;
  }

  function heading(column, i) {
    const order = sorted === i ? (up ? "ascending" : "descending") : "none";
    const arrow = sorted === i ? (up ? " ▲" : " ▼") : "";
    const button = make("button", { type: "button", click: () => sort(i) }, text(column) + arrow);
    return make("th", { scope: "col", "aria-sort": order }, button);
  }

  function sort(i) {
    up = sorted === i ? !up : true;
    sorted = i;
    draw();
  }

  function line(row) {
    const about = row[0].length ? row[0][0] : -1;
    const cells = row.slice(1).map((cell, i) => {
      const inner = i === 0 && about >= 0 ? make("a", { href: state.address(about) }, words(cell)) : words(cell);
      return make("td", typeof cell === "number" ? { class: "number" } : {}, inner);
    });
    return make("tr", about >= 0 && about === now.record ? { class: "chosen" } : {}, ...cells);
  }

  function draw() {
    const found = rows();
    const body = make("tbody", {}, ...found.map(line));
    const head = make("thead", {}, make("tr", {}, ...scene().columns.map(heading)));
    frame.at("rows").replaceChildren(make("table", {}, make("caption", {}, say("rows", found.length)), head, body));
  }

  function follow(changed) {
    if (!data.scenes.length) return;
    const open = now.tab === "table";
    if (changed.has("scene")) sorted = -1;
    frame.at("rows").hidden = !open;
    // The drawing stays below, so that it keeps its size and what it shows.
    frame.at("canvas").tabIndex = open ? -1 : 0;
    frame.at("canvas").setAttribute("aria-hidden", String(open));
    frame.at("stage").className = open ? "table" : "";
    if (open) draw();
  }

  return { follow, rows, words };
})();
