"use strict";
// Puts the page together once everything is there.

(function () {
  const parts = [search, frame, filters, table, drawing, legend, panel, exporting];

  state.listen((changed) => {
    for (const part of parts) part.follow(changed);
    if (state.data.scenes.length) frame.drawShown();
  });
  frame.at("language").addEventListener("click", () => {
    state.change({ language: state.now.language === "en" ? "zh" : "en" });
  });
  state.read();
  for (const part of parts) part.follow(new Set(["all"]));
  if (state.data.scenes.length) frame.drawShown();
})();
