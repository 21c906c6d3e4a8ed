// Keys: j and k go through what a page lists, o opens it, / goes to the search, ? shows the keys, u goes up,
// [ and ] turn the page. Without this file all of it is there by links.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("main .card h2 a, main section > h2, main [data-row]")];
  const follow = (selector) => { const link = document.querySelector(selector); if (link) location.assign(link.href); };
  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    const now = all.indexOf(document.activeElement);
    const next = all[now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + step))];
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    const here = document.activeElement;
    const link = here && (here.matches("a[href]") ? here : here.parentElement && here.parentElement.querySelector("a[href]"));
    if (link && link !== document.body) link.click();
  };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: open,
    u: () => follow('link[rel="up"]'),
    "[": () => follow('link[rel="prev"]'),
    "]": () => follow('link[rel="next"]'),
    "/": () => { const field = document.querySelector('input[type="search"]'); if (field) field.focus(); else location.assign("/search"); },
    "?": () => { const help = document.getElementById("keys"); if (help) { help.open = !help.open; help.scrollIntoView({ block: "nearest" }); } },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) { if (event.key === "Escape") event.target.blur(); return; }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act) { event.preventDefault(); act(); }
  });
})();
