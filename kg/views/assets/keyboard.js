"use strict";
// Everything by keyboard: the drawing by arrows, the rest by one key each.

const keyboard = (function () {
  const { data, now, say } = state;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const KEYS = {
    "/": () => frame.at("search").focus(),
    t: () => state.change({ tab: now.tab === "table" ? "drawing" : "table" }),
    l: () => frame.at("legend").querySelector("button") && frame.at("legend").querySelector("button").focus(),
    "?": help,
    "+": () => drawing.zoom(1.25),
    "=": () => drawing.zoom(1.25),
    "-": () => drawing.zoom(0.8),
    0: () => drawing.fit(),
  };

  function help() {
    const dialog = frame.at("help");
    const lines = say("help_text").split(" · ").map((words) => frame.make("p", {}, words));
    const close = frame.make("button", { type: "button", click: () => dialog.close() }, say("close"));
    dialog.setAttribute("aria-label", say("help"));
    dialog.replaceChildren(...lines, close);
    dialog.showModal();
  }

  function escape() {
    if (now.query || now.record >= 0 || now.mark >= 0) state.change({ query: "", record: -1, mark: -1 });
  }

  function typing(target) {
    return ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);
  }

  document.addEventListener("keydown", (event) => {
    if (!data.scenes.length || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !frame.at("help").open) {
      escape();
      return;
    }
    if (event.target === frame.at("search") && event.key === "Enter") {
      search.next();
      return;
    }
    if (typing(event.target)) return;
    if (event.target === frame.at("canvas") && event.key in ARROWS) {
      drawing.step(...ARROWS[event.key]);
      event.preventDefault();
    } else if (event.target === frame.at("canvas") && event.key === "Enter") {
      frame.at("panel").focus();
    } else if (event.key in KEYS) {
      KEYS[event.key]();
      event.preventDefault();
    }
  });

  return { help };
})();
