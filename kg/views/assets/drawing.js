"use strict";
// The drawing: vis-network holds nodes and edges; a veil lies over all but what is chosen, found or
// pointed at.

const drawing = (function () {
  const { data, now, scene, text, say } = state;
  const READABLE = 0.86; // a label of 14 px is 12 px high at this zoom
  const SMALLEST = 0.78; // and 11 px at this one: less only where the reader asks for it
  const PAD = 7;
  const VEIL = "rgba(255,255,255,0.8)";
  let network = null;
  let nodes = null;
  let edges = null;
  let visible = []; // by mark
  let visibleLinks = []; // by link
  let byRecord = new Map(); // record → numbers of its marks
  let linksAbout = new Map(); // record → numbers of the links that are about it
  let linksOf = []; // mark → numbers of its links
  let pointed = -1;
  let home = null; // the part to go back to when the window changes, unless the reader chose one
  let named = []; // rectangles of the names of lines, as painted last
  let lit = null; // numbers of the marks above the veil, or null without a veil
  let litLinks = new Set();

  // ---- what is shown -------------------------------------------------------------------------

  function passes(mark) {
    const { kinds, facets } = scene();
    if ([mark.kind, ...(mark.also || [])].some((kind) => now.off.has(kinds[kind].key))) return false;
    return facets.every((facet, i) => {
      const wanted = now.filters[facet.key];
      const own = mark.values && mark.values[i];
      if (!wanted || !own || !own.length) return true;
      return own.some((value) => facet.values[value][0] === wanted);
    });
  }

  function decide() {
    const { marks, links, kinds } = scene();
    visible = marks.map(passes);
    visibleLinks = links.map(
      ([kind, from, to]) => !now.off.has(kinds[kind].key) && visible[from] && visible[to]
    );
  }

  function hide() {
    const before = visible;
    const beforeLinks = visibleLinks;
    decide();
    const changed = visible.map((is, id) => ({ id, hidden: !is })).filter((n) => visible[n.id] !== before[n.id]);
    const changedLinks = visibleLinks
      .map((is, id) => ({ id, hidden: !is }))
      .filter((e) => visibleLinks[e.id] !== beforeLinks[e.id]);
    if (changed.length) nodes.update(changed);
    if (changedLinks.length) edges.update(changedLinks);
  }

  // ---- what stands out -----------------------------------------------------------------------

  // The marks that share a record with these, those linked to them, and the labels of both.
  function around(numbers, records) {
    const found = new Set(numbers);
    const kept = new Set();
    for (const record of records) (byRecord.get(record) || []).forEach((mark) => found.add(mark));
    const pairs = records.map((record) => linksAbout.get(record) || []).flat();
    for (const link of pairs) {
      kept.add(link);
      found.add(scene().links[link][1]).add(scene().links[link][2]);
    }
    for (const mark of pairs.length ? [] : Array.from(found)) {
      for (const link of linksOf[mark]) {
        if (!visibleLinks[link]) continue;
        kept.add(link);
        found.add(scene().links[link][1]).add(scene().links[link][2]);
      }
    }
    for (const mark of Array.from(found)) {
      for (const record of scene().marks[mark].about || []) {
        for (const other of byRecord.get(record) || []) {
          if (scene().marks[other].about.length === 1) found.add(other);
        }
      }
    }
    return [found, kept];
  }

  function lightUp() {
    litLinks = new Set();
    if (pointed >= 0) {
      [lit, litLinks] = around([pointed], scene().marks[pointed].about || []);
    } else if (now.query && search.matches().size) {
      lit = search.marks();
    } else if (now.record >= 0 && (byRecord.has(now.record) || linksAbout.has(now.record))) {
      [lit, litLinks] = around([], [now.record]);
    } else {
      lit = null;
    }
  }

  // ---- above the marks -------------------------------------------------------------------------

  function drawAbove(context) {
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const far = network.DOMtoCanvas({ x: frame.at("canvas").clientWidth, y: frame.at("canvas").clientHeight });
    if (lit) {
      context.fillStyle = VEIL;
      context.fillRect(corner.x, corner.y, far.x - corner.x, far.y - corner.y);
      for (const link of litLinks) if (visibleLinks[link]) network.body.edges[link].draw(context);
      for (const mark of lit) {
        if (!visible[mark]) continue;
        const drawn = network.body.nodes[mark].draw(context);
        if (drawn && drawn.drawExternalLabel) drawn.drawExternalLabel();
      }
    }
    scene().marks.forEach((mark, i) => {
      if (mark.warning && visible[i] && (!lit || lit.has(i))) painting.warning(context, network.body.nodes[i]);
    });
    if (now.mark >= 0 && visible[now.mark]) painting.focus(context, network.getBoundingBox(now.mark));
    const seen = { left: corner.x, top: corner.y, right: far.x, bottom: far.y };
    panes.draw(context, seen, rowLabels(), boxes());
    named = painting.names(context, panes.free());
  }

  // The labels of rows, which keep to the left.
  function rowLabels() {
    const found = [];
    scene().marks.forEach((mark, i) => {
      if (!mark.sticky || !visible[i]) return;
      const box = sight.labelBox(network.body.nodes[i]);
      found.push({ mark: i, text: box.text, box, faded: Boolean(lit) && !lit.has(i) });
    });
    return found;
  }

  function boxes() {
    const found = [];
    scene().marks.forEach((mark, i) => {
      if (visible[i] && !mark.sticky) found.push(network.getBoundingBox(i));
    });
    return found.filter(Boolean);
  }

  // ---- setting up ----------------------------------------------------------------------------

  function build() {
    if (network) network.destroy();
    network = null;
    if (!data.scenes.length) return;
    const { marks, links } = scene();
    byRecord = new Map();
    marks.forEach((mark, i) => {
      for (const record of mark.about || []) {
        if (!byRecord.has(record)) byRecord.set(record, []);
        byRecord.get(record).push(i);
      }
    });
    linksOf = marks.map(() => []);
    linksAbout = new Map();
    links.forEach((link, i) => {
      const [, from, to, about] = link;
      if (about >= 0) linksAbout.set(about, [...(linksAbout.get(about) || []), i]);
      linksOf[from].push(i);
      linksOf[to].push(i);
    });
    pointed = -1;
    decide();
    connect();
    lightUp();
    open();
  }

  function connect() {
    const { nodes: held, edges: ends, options } = scene();
    // Behind the marks come the nodes at which curves begin and end: they are never hidden.
    nodes = new vis.DataSet(
      held.map((node, i) => Object.assign({}, node, i < visible.length && dressed(i)))
    );
    edges = new vis.DataSet(ends.map((edge, id) => Object.assign({ id }, edge, hidden(visibleLinks[id]))));
    network = new vis.Network(frame.at("canvas"), { nodes, edges }, options);
    network.on("beforeDrawing", painting.behind);
    network.on("afterDrawing", drawAbove);
    network.on("hoverNode", (event) => hover(event.node, event.pointer));
    network.on("blurNode", () => point(-1));
    network.on("dragStart", () => point(-1));
    network.on("dragEnd", () => camera(null));
    network.on("zoom", () => {
      point(-1);
      camera(null);
    });
    network.on("resize", () => requestAnimationFrame(home || (() => camera(null))));
    network.on("click", click);
    network.once("afterDrawing", () => performance.mark("drawn"));
    network.canvas.frame.addEventListener("mouseleave", () => point(-1));
    frame.at("canvas").setAttribute("aria-label", say("canvas", text(scene().finding)));
  }

  function hidden(is) {
    return is ? {} : { hidden: true };
  }

  function dressed(i) {
    const label = scene().marks[i].label;
    return Object.assign(hidden(visible[i]), label ? { label: text(label) } : {});
  }

  function hover(mark, pointer) {
    if (mark < visible.length && panes.at(pointer.canvas) === -2) point(mark, pointer.DOM);
  }

  // A click on a pane never reaches what lies below it.
  function click(event) {
    const label = panes.at(event.pointer.canvas);
    if (label >= 0) choose(label);
    else if (label === -2 && event.nodes[0] < visible.length) choose(event.nodes[0]);
    else if (label === -2) chooseLink(event);
  }

  // A click on a link chooses what the link is about; one on nothing chooses nothing.
  function chooseLink(event) {
    const record = event.edges.length ? scene().links[event.edges[0]][3] : -1;
    state.change({ mark: -1, record });
  }

  function choose(mark) {
    const about = mark >= 0 ? scene().marks[mark].about : undefined;
    state.change({ mark, record: about && about.length ? about[0] : -1 });
  }

  // ---- the camera ----------------------------------------------------------------------------

  // Everything drawn, in the scene's own units.
  function extent() {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    function add(left, top, right, bottom) {
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right);
      box.bottom = Math.max(box.bottom, bottom);
    }
    scene().marks.forEach((mark, i) => {
      const own = network.getBoundingBox(i);
      if (!visible[i] || !own) return;
      add(own.left, own.top, own.right, own.bottom);
      if (mark.sticky) addBox(sight.labelBox(network.body.nodes[i]));
    });
    function addBox(own) {
      add(own.left, own.top, own.left + own.width, own.top + own.height);
    }
    for (const item of scene().drawings) {
      if (item[0] === "band") add(item[1], item[2], item[1] + item[3], item[2] + item[4]);
      if (item[0] === "rule") add(item[1], item[2], item[3], item[4]);
    }
    painting.captions(network.canvas.getContext()).forEach(addBox);
    return box;
  }

  // Everything where there is room for it at a zoom that can be read; else as much as can be read,
  // from the top left corner on.
  function view(smallest) {
    const box = extent();
    if (box.left > box.right) return;
    const width = frame.at("canvas").clientWidth;
    const height = frame.at("canvas").clientHeight;
    const across = (width - 2 * PAD) / (box.right - box.left);
    const down = (height - 2 * PAD) / (box.bottom - box.top);
    const whole = Math.min(1, across, down);
    const scale = whole >= smallest ? whole : Math.max(smallest, Math.min(READABLE, across));
    const x = across < scale ? box.left + (width / 2 - PAD) / scale : (box.left + box.right) / 2;
    const y = down < scale ? box.top + (height / 2 - PAD) / scale : (box.top + box.bottom) / 2;
    network.moveTo({ position: { x, y }, scale, animation: false });
  }

  function open() {
    if (!network) return;
    view(SMALLEST);
    camera(open);
    if (now.record >= 0 && byRecord.has(now.record)) bring(byRecord.get(now.record)[0]);
  }

  function fit() {
    if (!network) return;
    view(0.01);
    camera(fit);
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: false });
    camera(null);
  }

  // Keeps how the part in sight was chosen, and says what is out of sight.
  function camera(by) {
    home = by;
    if (network) frame.drawMore();
  }

  // Pans so far that a mark is in sight.
  function bring(mark) {
    const at = network.canvasToDOM(network.getPosition(mark));
    const width = frame.at("canvas").clientWidth;
    const height = frame.at("canvas").clientHeight;
    if (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20) {
      network.moveTo({ position: network.getPosition(mark), animation: false });
      camera(null);
    }
  }

  // ---- pointing ------------------------------------------------------------------------------

  function point(mark, where) {
    if (mark === pointed) return;
    pointed = mark;
    lightUp();
    redraw();
    frame.drawHint(mark < 0 ? null : scene().marks[mark], where);
  }

  // ---- what others ask -----------------------------------------------------------------------

  // Moves to the nearest mark in a direction: 45 degrees to either side count as that way.
  function step(dx, dy) {
    const from = now.mark >= 0 ? network.getPosition(now.mark) : null;
    let best = -1;
    let least = Infinity;
    scene().marks.forEach((mark, i) => {
      if (!visible[i] || i === now.mark) return;
      const at = network.getPosition(i);
      if (!from) {
        if (at.x + at.y < least) [best, least] = [i, at.x + at.y];
        return;
      }
      const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
      const aside = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
      if (along > 0 && aside <= along && along + 2 * aside < least) [best, least] = [i, along + 2 * aside];
    });
    if (best >= 0) {
      choose(best);
      bring(best);
    }
  }

  // At once, and without the measuring of the window that network.redraw() does.
  function redraw() {
    network.body.emitter.emit("_redraw");
  }

  // The drawing at some resolution, as a canvas of its own.
  function snapshot(ratio) {
    const own = network.canvas.frame.canvas;
    const before = network.canvas.pixelRatio;
    own.width = own.clientWidth * ratio;
    own.height = own.clientHeight * ratio;
    network.canvas.pixelRatio = ratio;
    redraw();
    const copy = document.createElement("canvas");
    copy.width = own.width;
    copy.height = own.height;
    copy.getContext("2d").drawImage(own, 0, 0);
    own.width = own.clientWidth * before;
    own.height = own.clientHeight * before;
    network.canvas.pixelRatio = before;
    redraw();
    return copy;
  }

  function follow(changed) {
    if (!data.scenes.length) return;
    if (changed.has("all")) {
      build();
      return;
    }
    if (changed.has("off") || changed.has("filters")) hide();
    lightUp();
    redraw();
    frame.drawMore();
  }

  return {
    build,
    follow,
    choose,
    bring,
    step,
    fit,
    zoom,
    snapshot,
    redraw,
    named: () => named,
    labels: sight.labels,
    signs: sight.signs,
    unseen: sight.unseen,
    visible: (mark) => visible[mark],
    shown: () => visible.map((is, i) => i).filter((i) => visible[i]),
    shownLinks: () => visibleLinks.map((is, i) => i).filter((i) => visibleLinks[i]),
    marksOf: (record) => byRecord.get(record) || [],
    network: () => network,
    lit: () => lit,
    readable: READABLE,
  };
})();
