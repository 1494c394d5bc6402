"use strict";
// What is painted on the canvas besides marks and links: bands, rules, captions, warning signs, the
// frame around what is chosen. All lengths are the scene's.

const painting = (function () {
  const { data, scene, text } = state;
  const FACE = data.scenes.length ? data.scenes[0].options.nodes.font.face : "sans-serif";
  const widths = new Map(); // words in their font → width

  // What lies below the marks.
  function behind(context) {
    for (const item of scene().drawings) {
      if (item[0] === "band") {
        context.fillStyle = item[5];
        context.fillRect(item[1], item[2], item[3], item[4]);
      } else if (item[0] === "rule") {
        rule(context, item);
      } else {
        caption(context, item, item[1], item[2]);
      }
    }
  }

  function rule(context, item) {
    context.strokeStyle = item[5];
    context.lineWidth = item[7];
    context.setLineDash(item[6] ? [4, 4] : []);
    context.beginPath();
    context.moveTo(item[1], item[2]);
    context.lineTo(item[3], item[4]);
    context.stroke();
    context.setLineDash([]);
  }

  function font(item) {
    return (item[6] ? "bold " : "") + item[7] + "px " + FACE;
  }

  function width(context, words, face) {
    const key = face + words;
    if (!widths.has(key)) {
      context.font = face;
      widths.set(key, context.measureText(words).width);
    }
    return widths.get(key);
  }

  // The rectangle of a caption, with its words.
  function measured(context, item) {
    const shown = text(item[3]);
    const wide = width(context, shown, font(item));
    const left = { left: item[1], right: item[1] - wide, center: item[1] - wide / 2 }[item[5]];
    return { left, top: item[2] - item[7] / 2, width: wide, height: item[7], text: shown };
  }

  function caption(context, item, x, y) {
    context.font = font(item);
    context.textAlign = item[5];
    context.textBaseline = "middle";
    context.fillStyle = item[4];
    context.fillText(text(item[3]), x, y);
  }

  // All captions where they stand, with the edges that they keep to.
  function captions(context) {
    return scene()
      .drawings.filter((item) => item[0] === "caption")
      .map((item) => Object.assign(measured(context, item), { sides: item[8] }));
  }

  // The label of a row on the pane at the left.
  function rowLabel(context, words, box, faded) {
    const own = scene().options.nodes.font;
    context.font = own.size + "px " + FACE;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = own.color;
    context.globalAlpha = faded ? 0.25 : 1;
    context.fillText(words, box.left, box.top + box.height / 2);
    context.globalAlpha = 1;
  }

  // The name of a line at its upper end; of one that is out of sight, at the edge behind which it is.
  function names(context, free) {
    const found = [];
    for (const item of scene().drawings) {
      if (item[0] !== "rule" || !item[8].length) continue;
      const size = scene().options.nodes.font.size;
      const away = item[1] < free.left ? -1 : item[1] > free.right ? 1 : 0;
      const words = away < 0 ? "← " + text(item[8]) : away > 0 ? text(item[8]) + " →" : text(item[8]);
      const wide = width(context, words, "bold " + size + "px " + FACE);
      const fits = item[1] - wide - 5 > free.left;
      const left = away < 0 ? free.left + 4 : away > 0 ? free.right - wide - 4 : fits ? item[1] - wide - 5 : item[1] + 5;
      const middle = Math.max(item[2] + 8, free.top + size);
      context.fillStyle = "#fff";
      context.fillRect(left - 2, middle - size / 2 - 2, wide + 4, size + 4);
      context.font = "bold " + size + "px " + FACE;
      context.textAlign = "left";
      context.textBaseline = "middle";
      context.fillStyle = item[5];
      context.fillText(words, left, middle);
      found.push({ left, top: middle - size / 2, width: wide, height: size, text: words });
    }
    return found;
  }

  function warning(context, node) {
    const x = node.x + (node.shape.width || 12) / 2;
    const y = node.y - (node.shape.height || 12) / 2;
    context.beginPath();
    context.moveTo(x, y - 7);
    context.lineTo(x + 6, y + 4);
    context.lineTo(x - 6, y + 4);
    context.closePath();
    context.fillStyle = "#D55E00";
    context.fill();
    context.fillStyle = "#fff";
    context.fillRect(x - 0.8, y - 3, 1.6, 3.6);
    context.fillRect(x - 0.8, y + 1.4, 1.6, 1.4);
  }

  function focus(context, box) {
    context.strokeStyle = "#000";
    context.lineWidth = 2;
    context.strokeRect(box.left - 3, box.top - 3, box.right - box.left + 6, box.bottom - box.top + 6);
  }

  return { behind, caption, captions, measured, names, rowLabel, warning, focus };
})();
