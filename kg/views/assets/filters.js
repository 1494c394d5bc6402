"use strict";
// The choices at the top: which drawing, and document, agency, deadline, state.

const filters = (function () {
  const { data, now, scene, text, say } = state;

  function option(value, words) {
    return frame.make("option", { value }, words);
  }

  function sceneChoice() {
    const options = data.scenes.map((one, i) => option(String(i), text(one.title)));
    const select = frame.make("select", { id: "scene", "aria-label": say("choose") }, ...options);
    select.value = String(now.scene);
    select.addEventListener("change", () => state.change({ scene: Number(select.value) }));
    return select;
  }

  function facetChoice(facet) {
    const name = text(facet.name);
    const select = frame.make("select", { id: "f-" + facet.key, "aria-label": name }, option("", say("all", name)));
    facet.values.forEach((value) => select.append(option(value[0], text(value[1]))));
    select.value = now.filters[facet.key] || "";
    select.className = select.value ? "set" : "";
    select.addEventListener("change", () => {
      state.change({ filters: Object.assign({}, now.filters, { [facet.key]: select.value }) });
    });
    return select;
  }

  function draw() {
    const several = data.scenes.length > 1 ? [sceneChoice()] : [];
    const choices = scene().facets.filter((facet) => facet.values.length > 1).map(facetChoice);
    frame.at("filters").replaceChildren(...several, ...choices);
  }

  function follow(changed) {
    if (!data.scenes.length) return;
    if (changed.has("all")) draw();
    if (changed.has("filters")) {
      for (const facet of scene().facets) {
        const select = frame.at("f-" + facet.key);
        if (!select) continue;
        select.value = now.filters[facet.key] || "";
        select.className = select.value ? "set" : "";
      }
    }
  }

  return { draw, follow };
})();
