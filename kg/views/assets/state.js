"use strict";
// What the reader has chosen, and the address (#…) that holds it. Everything else in the page
// follows from this: a part changes the state, and every part that listens draws itself anew.

const state = (function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const listeners = [];
  const now = {
    language: data.language,
    scene: 0,
    tab: "drawing",
    record: -1, // number of the chosen record
    mark: -1, // number of the chosen mark: the place in the drawing where the arrows go on
    query: "",
    off: new Set(), // keys of kinds that are not drawn
    filters: {}, // facet key → value key
  };

  function scene() {
    return data.scenes[now.scene];
  }

  // Words are a text or the number of what the pool holds: a text, or one in each language.
  function text(words) {
    const held = typeof words === "string" ? words : data.pool[words[0]];
    return typeof held === "string" ? held : held[now.language === "en" ? 1 : 0];
  }

  function say(key, ...values) {
    return text(data.words[key]).replace(/\{(\d)\}/g, (whole, i) => String(values[i]));
  }

  function defaults(index) {
    return new Set(data.scenes[index].kinds.filter((kind) => kind.off).map((kind) => kind.key));
  }

  function listen(listener) {
    listeners.push(listener);
  }

  // `changed` tells listeners what is new: a change of scene or language is a change of all.
  function change(patch) {
    const changed = new Set(Object.keys(patch));
    Object.assign(now, patch);
    if (changed.has("scene")) {
      Object.assign(now, { off: defaults(now.scene), filters: {}, mark: -1 });
    }
    if (changed.has("scene") || changed.has("language")) changed.add("all");
    history.replaceState(null, "", address());
    listeners.forEach((listener) => listener(changed));
  }

  // The address of the page as it stands, or as it would with another record chosen.
  function address(record) {
    const words = new URLSearchParams();
    const chosen = record === undefined ? now.record : record;
    if (now.scene > 0) words.set("scene", scene().key);
    if (chosen >= 0) words.set("at", data.records[chosen].key);
    if (now.query) words.set("q", now.query);
    for (const key of Object.keys(now.filters).sort()) {
      if (now.filters[key]) words.set("f." + key, now.filters[key]);
    }
    const usual = data.scenes.length ? defaults(now.scene) : new Set();
    const same = usual.size === now.off.size && Array.from(usual).every((key) => now.off.has(key));
    if (!same) words.set("off", JSON.stringify(Array.from(now.off).sort()));
    if (now.tab !== "drawing") words.set("tab", now.tab);
    if (now.language !== data.language) words.set("lang", now.language);
    return "#" + words.toString();
  }

  // Takes the state from the address; what it does not know it leaves alone.
  function read() {
    const words = new URLSearchParams(location.hash.slice(1));
    const wanted = data.scenes.findIndex((one) => one.key === words.get("scene"));
    now.scene = Math.max(0, wanted);
    now.record = data.records.findIndex((record) => record.key === words.get("at"));
    now.query = words.get("q") || "";
    now.tab = words.get("tab") === "table" ? "table" : "drawing";
    now.language = ["zh", "en"].includes(words.get("lang")) ? words.get("lang") : data.language;
    now.mark = -1;
    if (!data.scenes.length) return;
    const kinds = scene().kinds.map((kind) => kind.key);
    now.off = words.has("off")
      ? new Set(list(words.get("off")).filter((key) => kinds.includes(key)))
      : defaults(now.scene);
    now.filters = {};
    for (const facet of scene().facets) {
      const value = words.get("f." + facet.key);
      if (facet.values.some((one) => one[0] === value)) now.filters[facet.key] = value;
    }
  }

  function list(json) {
    try {
      const found = JSON.parse(json);
      return Array.isArray(found) ? found : [];
    } catch (error) {
      return []; // an address mangled on its way is read as one without this part
    }
  }

  window.addEventListener("hashchange", () => {
    read();
    listeners.forEach((listener) => listener(new Set(["all"])));
  });
  if (data.scenes.length) now.off = defaults(0);
  return { data, now, scene, text, say, listen, change, address, read };
})();
