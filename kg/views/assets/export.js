"use strict";
// What the reader takes along: a picture of twice the resolution, the table as CSV, a print.

const exporting = (function () {
  const { data, now, scene, text, say } = state;
  const RATIO = 2;

  function save(blob, ending) {
    const link = frame.make("a", { href: URL.createObjectURL(blob), download: name(ending) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function name(ending) {
    return data.name + "-" + data.stamp + "." + ending;
  }

  // A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  function field(words) {
    const safe = /^[=+\-@＝＋－＠\t\r]/.test(words) ? "'" + words : words;
    return '"' + safe.replace(/"/g, '""') + '"';
  }

  function csv() {
    const rows = table.rows().map((row) => row.slice(1).map(table.words));
    const lines = [scene().columns.map(text), ...rows].map((row) => row.map(field).join(","));
    const bytes = "\ufeff" + lines.join("\r\n") + "\r\n";
    save(new Blob([bytes], { type: "text/csv;charset=utf-8" }), "csv");
  }

  // The picture carries what the page says around the drawing: title, finding, legend, sources.
  function png() {
    const drawn = drawing.snapshot(RATIO);
    const entries = legendEntries(drawn.width / RATIO);
    const lines = 1 + Math.max(0, ...entries.map((entry) => entry.line));
    const head = 64 * RATIO;
    const foot = (34 + 20 * lines) * RATIO;
    const canvas = frame.make("canvas", { width: drawn.width, height: drawn.height + head + foot });
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(drawn, 0, head);
    write(context, 18, text(data.title) + "　" + frame.at("meta").textContent, 26, true);
    write(context, 15, text(scene().finding), 52, false);
    const bottom = drawn.height / RATIO + 64;
    for (const entry of entries) drawEntry(context, entry, bottom + 18 + 20 * entry.line);
    const sources = frame.at("sources").textContent + "　" + frame.at("stamp").textContent;
    write(context, 12, sources, bottom + 22 + 20 * lines, false);
    canvas.toBlob((blob) => save(blob, "png"), "image/png");
  }

  function write(context, size, words, y, bold) {
    context.font = (bold ? "bold " : "") + font(size);
    context.fillStyle = "#1f2933";
    context.fillText(words, 14 * RATIO, y * RATIO, context.canvas.width - 28 * RATIO);
  }

  function font(size) {
    return size * RATIO + "px " + getComputedStyle(document.body).fontFamily;
  }

  // The kinds that are drawn, each with its line and place in it.
  function legendEntries(width) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = font(13);
    const entries = [];
    let line = 0;
    let x = 14;
    scene().kinds.forEach((kind, number) => {
      if (!kind.legend || now.off.has(kind.key) || !legend.count(number)) return;
      const taken = context.measureText(text(kind.name)).width / RATIO + 40;
      if (x + taken > width && x > 14) [line, x] = [line + 1, 14];
      entries.push({ kind, line, x });
      x += taken;
    });
    return entries;
  }

  function drawEntry(context, entry, y) {
    const { kind } = entry;
    const x = entry.x * RATIO;
    context.font = font(13);
    context.fillStyle = kind.shape === "line" ? kind.border : kind.fill;
    context.strokeStyle = kind.border;
    context.lineWidth = 2 * RATIO;
    context.setLineDash(kind.dashed ? [3 * RATIO, 2 * RATIO] : []);
    context.beginPath();
    if (kind.shape === "line") context.rect(x, (y - 5) * RATIO, 16 * RATIO, 0);
    else if (kind.shape === "dot") context.arc(x + 6 * RATIO, (y - 5) * RATIO, 5 * RATIO, 0, 7);
    else context.rect(x, (y - 10) * RATIO, 10 * RATIO, 10 * RATIO);
    context.fill();
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = kind.shape === "text" ? kind.ink : "#1f2933";
    context.fillText(kind.sign + text(kind.name), x + 20 * RATIO, y * RATIO);
  }

  function tool(key, id, click, pressed) {
    return frame.make("button", { type: "button", id, click, "aria-pressed": pressed }, say(key));
  }

  function draw() {
    const tools = [
      tool(now.tab === "table" ? "drawing" : "table", "tab", () => {
        state.change({ tab: now.tab === "table" ? "drawing" : "table" });
      }),
      tool("fit", "fit", drawing.fit),
      tool("reset", "reset", reset),
      tool("png", "png", png),
      tool("csv", "csv", csv),
      tool("print", "print", () => window.print()),
      tool("help", "keys", keyboard.help),
    ];
    const held = document.activeElement && document.activeElement.id;
    frame.at("tools").replaceChildren(...(data.scenes.length ? tools : []));
    if (held && frame.at(held)) frame.at(held).focus();
  }

  function reset() {
    state.change({ scene: now.scene, query: "", record: -1, tab: "drawing" });
  }

  function follow(changed) {
    if (changed.has("all") || changed.has("tab")) draw();
  }

  return { follow, draw, csv, png };
})();
