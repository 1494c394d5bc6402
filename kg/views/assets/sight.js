"use strict";
// What is in sight: words and marks with their rectangles on the screen, and what is left outside.

const sight = (function () {
  const { scene } = state;
  const HOLDING_WORDS = ["box", "text", "ellipse"];

  function onScreen(box, more) {
    const network = drawing.network();
    const scale = network.getScale();
    const at = network.canvasToDOM({ x: box.left, y: box.top });
    const size = { left: at.x, top: at.y, width: box.width * scale, height: box.height * scale };
    return Object.assign(size, { text: box.text || "" }, more);
  }

  // The rectangle of a node's words, which stand in the middle of some shapes and below others.
  function labelBox(node) {
    const { width, height, yLine } = node.labelModule.size;
    const top = (HOLDING_WORDS.includes(node.options.shape) ? node.y : yLine) - height / 2;
    return { left: node.x - width / 2, top, width, height, text: String(node.options.label) };
  }

  // Every word in sight with its rectangle on the screen; `part` where an edge cuts it.
  function labels() {
    drawing.redraw();
    const network = drawing.network();
    const found = [...panes.painted(), ...drawing.named()].map((box) => onScreen(box, { part: false }));
    function add(box, sides, mark) {
      const seen = panes.sight(box, sides);
      if (seen !== "none") found.push(onScreen(box, { part: seen === "part", mark }));
    }
    painting.captions(network.canvas.getContext()).forEach((box) => add(box, box.sides));
    scene().marks.forEach((mark, i) => {
      const node = network.body.nodes[i];
      if (!drawing.visible(i) || !String(node.options.label || "").trim()) return;
      add(labelBox(node), mark.sticky ? "left" : "", i);
    });
    return found;
  }

  // Every mark that holds no words, with its rectangle on the screen, where it is in sight.
  function signs() {
    drawing.redraw();
    const network = drawing.network();
    const found = [];
    scene().marks.forEach((mark, i) => {
      const { shape, size } = network.body.nodes[i].options;
      if (!drawing.visible(i) || HOLDING_WORDS.includes(shape)) return;
      const { x, y } = network.getPosition(i);
      const box = { left: x - size, top: y - size, width: 2 * size, height: 2 * size };
      const seen = panes.sight(box, "");
      if (seen !== "none") found.push(onScreen(box, { part: seen === "part", mark: i }));
    });
    return found;
  }

  // The numbers of the marks shown whose middle is out of sight.
  function unseen() {
    const network = drawing.network();
    if (!network) return [];
    drawing.redraw();
    return drawing.shown().filter((i) => {
      if (scene().marks[i].sticky) return false;
      const { x, y } = network.getPosition(i);
      return panes.sight({ left: x - 1, top: y - 1, width: 2, height: 2 }, "") === "none";
    });
  }

  return { labelBox, labels, signs, unseen };
})();
