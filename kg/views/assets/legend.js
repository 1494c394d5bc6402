"use strict";
// The legend: shape, colour, name and count of every kind; a click hides or shows it.

const legend = (function () {
  const { data, now, scene, text } = state;
  const SVG = "http://www.w3.org/2000/svg";
  const POINTS = {
    diamond: "9,1 17,9 9,17 1,9",
    triangle: "9,2 17,16 1,16",
    triangleDown: "1,2 17,2 9,16",
    star: "9,1 11.4,6.6 17.5,7 12.8,11 14.3,17 9,13.7 3.7,17 5.2,11 .5,7 6.6,6.6",
    hexagon: "5,2 13,2 17,9 13,16 5,16 1,9",
  };

  function piece(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
    return element;
  }

  function outline(kind) {
    if (kind.shape === "line") return piece("line", { x1: 0, y1: 9, x2: 18, y2: 9 });
    if (kind.shape === "dot") return piece("circle", { cx: 9, cy: 9, r: 7 });
    if (kind.shape === "square") return piece("rect", { x: 2, y: 2, width: 14, height: 14 });
    if (kind.shape === "ellipse") return piece("ellipse", { cx: 9, cy: 9, rx: 8, ry: 6 });
    if (kind.shape === "text") return piece("text", { x: 2, y: 14, "font-size": 14 });
    if (kind.shape in POINTS) return piece("polygon", { points: POINTS[kind.shape] });
    return piece("rect", { x: 1, y: 4, width: 16, height: 10, rx: kind.shape === "pill" ? 5 : 2 });
  }

  function icon(kind) {
    const svg = piece("svg", { width: 18, height: 18, viewBox: "0 0 18 18", "aria-hidden": "true" });
    const shape = outline(kind);
    if (kind.shape === "text") {
      shape.setAttribute("fill", kind.ink);
      shape.textContent = kind.sign || "文";
      svg.append(shape);
      return svg;
    }
    shape.setAttribute("fill", kind.fill);
    shape.setAttribute("stroke", kind.border);
    shape.setAttribute("stroke-width", kind.shape === "line" ? kind.size / 2 : 2);
    if (kind.dashed) shape.setAttribute("stroke-dasharray", "3 2");
    svg.append(shape);
    return svg;
  }

  function count(number) {
    const { kinds, marks, links } = scene();
    return kinds[number].shape === "line"
      ? links.filter((link) => link[0] === number).length
      : marks.filter((mark) => mark.kind === number || (mark.also || []).includes(number)).length;
  }

  function toggle(key) {
    const off = new Set(now.off);
    if (off.has(key)) off.delete(key);
    else off.add(key);
    state.change({ off });
  }

  function entry(kind, number) {
    const button = frame.make(
      "button",
      {
        type: "button",
        "data-kind": kind.key,
        "aria-pressed": String(!now.off.has(kind.key)),
        click: () => toggle(kind.key),
      },
      icon(kind),
      frame.make("span", {}, text(kind.name)),
      frame.make("span", { class: "count" }, String(count(number)))
    );
    return frame.make("li", {}, button);
  }

  function draw() {
    const list = frame.at("legend");
    const held = document.activeElement && document.activeElement.dataset.kind;
    const entries = scene()
      .kinds.map((kind, number) => [kind, number])
      .filter(([kind, number]) => kind.legend && count(number))
      .map(([kind, number]) => entry(kind, number));
    list.replaceChildren(...entries);
    if (!held) return;
    for (const button of list.querySelectorAll("button")) {
      if (button.dataset.kind === held) button.focus();
    }
  }

  function follow(changed) {
    if (data.scenes.length && (changed.has("all") || changed.has("off"))) draw();
  }

  return { draw, follow, count };
})();
