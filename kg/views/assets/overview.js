"use strict";
// Both languages stand in the page; this shows one, and keeps the choice in the address.

(function () {
  const root = document.documentElement;

  function read() {
    if (location.hash === "#lang=en") root.lang = "en";
    if (location.hash === "#lang=zh") root.lang = "zh-CN";
  }

  document.getElementById("language").addEventListener("click", () => {
    root.lang = root.lang === "en" ? "zh-CN" : "en";
    history.replaceState(null, "", root.lang === "en" ? "#lang=en" : "#lang=zh");
  });
  window.addEventListener("hashchange", read);
  read();
})();
