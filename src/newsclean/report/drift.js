// Search and the choice of a layout leave what fits; j and k go through what is left of changes and pages.
{
  const search = document.getElementById("search");
  const layout = document.getElementById("layout");
  const left = document.getElementById("left");
  const items = [...document.querySelectorAll(".item")].map((node) => [node, node.textContent.toLowerCase()]);
  const opened = new Set(); // details that a search opened, and that close with it
  const stops = [...document.querySelectorAll(".change, #outliers .item")];

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [node, text] of items) {
      const layoutFits = !layout.value || !("layout" in node.dataset) || node.dataset.layout === layout.value;
      node.hidden = !(layoutFits && words.every((word) => text.includes(word)));
      if (!node.hidden) shown += 1;
    }
    for (const details of document.querySelectorAll("main details:not([open])")) {
      if (words.length && !details.hidden && details.querySelector(".item:not([hidden])")) {
        details.open = true;
        opened.add(details);
      }
    }
    if (!words.length) {
      for (const details of opened) details.open = false;
      opened.clear();
    }
    const filtered = words.length > 0 || layout.value !== "";
    left.textContent = filtered ? (shown ? String(shown) : search.dataset.none) : "";
  };

  const go = (by) => {
    const there = stops.filter((node) => !node.hidden);
    const at = there.indexOf(document.activeElement.closest(".change, #outliers .item"));
    const next = there[Math.min(Math.max(at + by, 0), there.length - 1)];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }
  };

  search.addEventListener("input", filter);
  layout.addEventListener("change", filter);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      search.value = "";
      layout.value = "";
      search.blur();
      filter();
    } else if (event.target instanceof Element && event.target.closest("input, select, textarea")) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "j" || event.key === "k") {
      go(event.key === "j" ? 1 : -1);
    }
  });
  if (search.value || layout.value) filter(); // what a browser kept of an earlier visit
}
