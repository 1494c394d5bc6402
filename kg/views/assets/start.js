"use strict";
// Puts the page together once everything is there.

(function () {
  // The drawing comes last, when all around it has its size; the table asks it what is shown.
  const parts = [search, frame, filters, legend, panel, exporting, drawing, table];

  state.listen((changed) => {
    for (const part of parts) part.follow(changed);
    frame.drawShown();
  });
  frame.at("language").addEventListener("click", () => {
    state.change({ language: state.now.language === "en" ? "zh" : "en" });
  });
  frame.at("more").addEventListener("click", () => drawing.fit());
  state.read();
  for (const part of parts) part.follow(new Set(["all"]));
  frame.drawShown();
})();
