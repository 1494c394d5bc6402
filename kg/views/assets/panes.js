"use strict";
// What stays in sight at the edges of the window while the rest pans: names of rows at the left,
// heads at the top, totals at the right and below. Each edge has a white pane of its own, which
// ends between marks, so that none is seen by half; a caption that a pane would cut is left out.

const panes = (function () {
  const { scene } = state;
  const GAP = 6;
  const LEAST = 0.4; // share of the window that panes at both sides leave to the drawing
  const MOST_SNAP = 60;
  const EDGE = "#8A96A3";
  let free = null; // what the panes leave of the window, in the scene's units
  let shift = {}; // by side, how far its pane was moved; a side without a pane is missing
  let painted = []; // rectangles of the captions on panes
  let rows = new Map(); // mark → rectangle of its label on the left pane

  function sides(item) {
    return item[0] === "caption" ? item[8] : item[0] === "band" ? item[6] : "";
  }

  // The captions, bands and labels of rows that keep to an edge, each with its place.
  function held(context, labels) {
    const found = [];
    for (const item of scene().drawings) {
      const own = sides(item);
      if (!own) continue;
      if (item[0] === "band") {
        const box = { left: item[1], top: item[2], width: item[3], height: item[4] };
        found.push({ sides: own, box, colour: item[5] });
      } else {
        found.push({ sides: own, box: painting.measured(context, item), item });
      }
    }
    for (const label of labels) found.push(Object.assign({ sides: "left" }, label));
    return found;
  }

  function moved(piece) {
    let { left, top } = piece.box;
    for (const side of piece.sides.split(" ")) {
      if (side === "left" || side === "right") left += shift[side] || 0;
      else top += shift[side] || 0;
    }
    return Object.assign({}, piece.box, { left, top });
  }

  function bounds(pieces, side) {
    const own = pieces.filter((piece) => piece.sides.includes(side)).map((piece) => piece.box);
    if (!own.length) return null;
    const across = side === "left" || side === "right";
    const low = Math.min(...own.map((box) => (across ? box.left : box.top)));
    const high = Math.max(...own.map((box) => (across ? box.left + box.width : box.top + box.height)));
    return [low, high];
  }

  // A side has a pane where what keeps to it would be out of sight.
  function settle(pieces, seen, boxes) {
    shift = {};
    free = Object.assign({}, seen);
    for (const side of ["left", "top", "right", "bottom"]) {
      const own = bounds(pieces, side);
      if (!own) continue;
      const first = side === "left" || side === "top";
      if (first ? own[0] >= seen[side] : own[1] <= seen[side]) continue;
      const by = first ? seen[side] + GAP - own[0] : seen[side] - GAP - own[1];
      const edge = first ? own[1] + by + GAP : own[0] + by - GAP;
      const left = side === "right" ? edge - free.left : free.right - edge;
      if ((side === "left" || side === "right") && left < LEAST * (seen.right - seen.left)) continue;
      shift[side] = by;
      free[side] = snapped(side, edge, boxes);
    }
  }

  // The edge moved on until it cuts no mark.
  function snapped(side, start, boxes) {
    const across = side === "left" || side === "right";
    const onward = side === "left" || side === "top";
    let edge = start;
    for (const box of boxes.slice().sort((a, b) => (onward ? a.left - b.left : b.right - a.right))) {
      const [low, high] = across ? [box.left, box.right] : [box.top, box.bottom];
      if (low < edge && high > edge) edge = onward ? high : low;
    }
    return Math.abs(edge - start) <= MOST_SNAP ? edge : start;
  }

  function strip(context, seen, side) {
    const { left, top, right, bottom } = free;
    const box = {
      left: [seen.left, seen.top, left, seen.bottom],
      right: [right, seen.top, seen.right, seen.bottom],
      top: [seen.left, seen.top, seen.right, top],
      bottom: [seen.left, bottom, seen.right, seen.bottom],
    }[side];
    context.fillStyle = "#fff";
    context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    context.strokeStyle = EDGE;
    context.lineWidth = 1;
    context.beginPath();
    if (side === "left" || side === "right") {
      context.moveTo(free[side], seen.top);
      context.lineTo(free[side], seen.bottom);
    } else {
      context.moveTo(seen.left, free[side]);
      context.lineTo(seen.right, free[side]);
    }
    context.stroke();
  }

  // Whether a pane shows a piece whole: what pans with the drawing must not reach under another.
  function whole(piece, box, seen) {
    const own = piece.sides;
    const across = own.includes("left") || own.includes("right");
    const down = own.includes("top") || own.includes("bottom");
    const frame = { left: across ? seen.left : free.left, right: across ? seen.right : free.right };
    Object.assign(frame, { top: down ? seen.top : free.top, bottom: down ? seen.bottom : free.bottom });
    return inside(box, frame);
  }

  function inside(box, area) {
    const right = box.left + box.width;
    const bottom = box.top + box.height;
    return box.left >= area.left - 1 && right <= area.right + 1 && box.top >= area.top - 1 && bottom <= area.bottom + 1;
  }

  // `seen` is the window; `labels` are those of rows, `boxes` the rectangles of all marks shown.
  function draw(context, seen, labels, boxes) {
    painted = [];
    rows = new Map();
    const pieces = held(context, labels);
    settle(pieces, seen, boxes);
    for (const side of ["left", "right", "top", "bottom"]) {
      if (side in shift) strip(context, seen, side);
    }
    for (const piece of pieces) {
      if (!piece.sides.split(" ").some((side) => side in shift)) continue;
      const box = moved(piece);
      if (!whole(piece, box, seen)) continue;
      if (piece.colour) {
        context.fillStyle = piece.colour;
        context.fillRect(box.left, box.top, box.width, box.height);
      } else if (piece.item) {
        painting.caption(context, piece.item, piece.item[1] + box.left - piece.box.left, piece.item[2] + box.top - piece.box.top);
        painted.push(box);
      } else {
        painting.rowLabel(context, piece.text, box, piece.faded);
        painted.push(box);
        rows.set(piece.mark, box);
      }
    }
  }

  // What of a rectangle is in sight: the whole, a part, or nothing. What keeps to a pane is on it.
  function sight(box, own) {
    if (own && own.split(" ").some((side) => side in shift)) return "none";
    if (!free || inside(box, free)) return "whole";
    const across = Math.min(box.left + box.width, free.right) - Math.max(box.left, free.left);
    const down = Math.min(box.top + box.height, free.bottom) - Math.max(box.top, free.top);
    return across > 1 && down > 1 ? "part" : "none";
  }

  // The mark whose label is at a point of a pane; -1 for a bare pane, -2 for none.
  function at(point) {
    if (!free || inside({ left: point.x, top: point.y, width: 0, height: 0 }, free)) return -2;
    for (const [mark, box] of rows) {
      const across = point.x >= box.left && point.x <= box.left + box.width;
      if (across && point.y >= box.top && point.y <= box.top + box.height) return mark;
    }
    return -1;
  }

  return { draw, sight, at, sides, painted: () => painted, free: () => free };
})();
