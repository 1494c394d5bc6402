"use strict";
// What is painted on the canvas besides marks and links: bands, rules, captions, row labels that
// stay in sight, warning signs, the frame around what is chosen. All lengths are the scene's.

const painting = (function () {
  const { data, scene, text } = state;
  const FACE = data.scenes.length ? data.scenes[0].options.nodes.font.face : "sans-serif";
  let captions = []; // rectangles of the captions as painted, for the camera and for whoever checks

  // What lies below the marks.
  function behind(context) {
    captions = [];
    for (const item of scene().drawings) {
      if (item[0] === "band") {
        context.fillStyle = item[5];
        context.fillRect(item[1], item[2], item[3], item[4]);
      } else if (item[0] === "rule") {
        context.strokeStyle = item[5];
        context.lineWidth = item[7];
        context.setLineDash(item[6] ? [4, 4] : []);
        context.beginPath();
        context.moveTo(item[1], item[2]);
        context.lineTo(item[3], item[4]);
        context.stroke();
        context.setLineDash([]);
      } else if (!item[8]) {
        caption(context, item, item[2]);
      }
    }
  }

  function caption(context, item, y) {
    const [, x, , words, colour, align, bold, size] = item;
    context.font = (bold ? "bold " : "") + size + "px " + FACE;
    context.textAlign = align;
    context.textBaseline = "middle";
    context.fillStyle = colour;
    const shown = text(words);
    context.fillText(shown, x, y);
    const width = context.measureText(shown).width;
    const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
    captions.push({ left, top: y - size / 2, width, height: size, text: shown });
  }

  // The label of a row that has been panned out at the left stays at the edge.
  function rowLabel(context, words, box, left) {
    if (box.left >= left) return;
    const size = scene().options.nodes.font.size;
    context.font = size + "px " + FACE;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = "rgba(255,255,255,0.92)";
    context.fillRect(left, box.top, context.measureText(words).width + 12, box.bottom - box.top);
    context.fillStyle = scene().options.nodes.font.color;
    context.fillText(words, left + 6, (box.top + box.bottom) / 2);
  }

  // A heading that has been panned out at the top stays at the edge.
  function sticky(context, item, top) {
    const y = Math.max(item[2], top + item[7]);
    if (y > item[2]) {
      context.fillStyle = "rgba(255,255,255,0.9)";
      context.font = (item[6] ? "bold " : "") + item[7] + "px " + FACE;
      const width = context.measureText(text(item[3])).width + 8;
      const left = item[5] === "left" ? item[1] : item[5] === "right" ? item[1] - width : item[1] - width / 2;
      context.fillRect(left - 4, y - item[7], width, item[7] * 2);
    }
    caption(context, item, y);
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

  // The headings that stay in sight, the top of the window being at `top`.
  function headings(context, top) {
    for (const item of scene().drawings) {
      if (item[0] === "caption" && item[8]) sticky(context, item, top);
    }
  }

  return { behind, headings, rowLabel, warning, focus, captions: () => captions };
})();
