// What can be done on an explanation: choose a part, filter, search, go through with keys. Nothing of the page's own
// text is ever read as markup: it is only shown or hidden, or copied as nodes.
(() => {
  const find = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const words = document.body.dataset;
  const blocks = all("#body .b");
  const groups = all("#body .noise");
  const search = find("#search"), rule = find("#rule"), count = find("#count"), told = find("#told");
  const hint = [...told.childNodes];
  const narrow = matchMedia("(max-width: 64rem)");
  find("#contents").open = !narrow.matches;
  let mode = "all", chosen = null, at = -1, found = [];

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  // --- the chosen part ---------------------------------------------------------------------------------------

  const command = (label, line) => {
    const row = make("div", "command"), button = make("button", "", words.copy);
    button.type = "button";
    button.dataset.copy = line;
    button.dataset.done = words.copied;
    row.append(make("code", "", line), button);
    return [make("p", "soft", label), row];
  };

  const tell = (block) => {
    told.replaceChildren();
    if (!block) return told.append(...hint);
    const { rule: name, where, path, line, element } = block.dataset;
    told.append(make("p", "standing-of", name ? `${words.removed} · ${where}` : words.kept));
    const row = name && all(".rule").find((one) => one.dataset.name === name);
    if (row) {
      const copy = row.cloneNode(true);
      copy.removeAttribute("id");
      copy.open = true;
      told.append(copy);
    }
    if (path) told.append(make("p", "path", path));
    if (line) told.append(...command(words.tryLine, line));
    if (element) told.append(...command(words.tryElement, element));
  };

  const choose = (block, scroll) => {
    if (chosen) chosen.classList.remove("chosen");
    chosen = block;
    document.body.classList.toggle("telling", Boolean(block));
    tell(block);
    if (!block) return;
    block.classList.add("chosen");
    if (scroll) {
      for (let up = block.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
      block.scrollIntoView({ block: narrow.matches ? "start" : "center" });
      block.focus({ preventScroll: true });
    }
  };

  // --- filter and search -------------------------------------------------------------------------------------

  const mark = (query) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!query) return;
    const ranges = [];
    for (const block of found) {
      const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const text = node.data.toLowerCase();
        for (let from = text.indexOf(query); from >= 0; from = text.indexOf(query, from + query.length)) {
          const range = new Range();
          range.setStart(node, from);
          range.setEnd(node, from + query.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  const apply = () => {
    const query = search.value.trim().toLowerCase(), name = rule.value;
    const narrowed = Boolean(query || name);
    found = [];
    for (const block of blocks) {
      const gone = block.classList.contains("gone");
      const shown = (mode === "all" || (mode === "gone") === gone)
        && (!name || !gone || block.dataset.rule === name)
        && (!query || block.textContent.toLowerCase().includes(query));
      block.hidden = !shown;
      if (shown && (query || (name && gone))) found.push(block);
    }
    for (const group of groups) {
      group.hidden = !all(".b", group).some((block) => !block.hidden);
      group.open = narrowed && !group.hidden;
    }
    for (const button of all("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    for (const button of all(".pick")) button.setAttribute("aria-pressed", String(button.dataset.pick === name));
    count.textContent = narrowed ? words.found.replace("%", String(found.length)) : "";
    at = -1;
    mark(query);
  };

  const reset = () => {
    mode = "all";
    search.value = rule.value = "";
    apply();
    choose(null);
  };

  const step = (list, by) => {
    const open = list.filter((block) => !block.hidden && !(block.closest(".noise") && !block.closest(".noise").open));
    if (!open.length) return;
    const here = chosen ? open.indexOf(chosen) : -1;
    let next = here + by;
    if (here < 0 && chosen) {
      const behind = open.findIndex((block) => chosen.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING);
      next = by > 0 ? (behind < 0 ? 0 : behind) : (behind < 0 ? open.length : behind) - 1;
    } else if (here < 0) next = by > 0 ? 0 : open.length - 1;
    choose(open[(next + open.length) % open.length], true);
  };

  // --- hands -------------------------------------------------------------------------------------------------

  search.addEventListener("input", apply);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      search.blur();
      step(found, 1);
    }
  });
  rule.addEventListener("change", apply);

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const button = target.closest("[data-mode], [data-pick], #close");
    if (button) {
      if (button.id === "close") return choose(null);
      if (button.dataset.mode) mode = button.dataset.mode;
      else rule.value = rule.value === button.dataset.pick ? "" : button.dataset.pick;
      apply();
      if (button.dataset.pick && rule.value) step(found, 1);
      return;
    }
    const label = target.closest(".label");
    if (label) event.preventDefault(); // what it leads to is told beside the text
    const block = target.closest("#body .b");
    if (block && (label || !target.closest("a"))) choose(block === chosen && !label ? null : block);
  });

  for (const block of blocks) {
    block.addEventListener("mouseenter", () => { if (!chosen) tell(block); });
    block.addEventListener("focus", () => { if (!chosen) tell(block); });
  }

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (target === search) search.blur();
      return reset();
    }
    if (target instanceof Element && target.closest("input, select, textarea")) return;
    const gone = blocks.filter((block) => block.classList.contains("gone"));
    const does = {
      "/": () => { search.focus(); search.select(); },
      n: () => step(found, 1),
      j: () => step(gone, 1),
      k: () => step(gone, -1),
      1: () => { mode = "all"; apply(); },
      2: () => { mode = "kept"; apply(); },
      3: () => { mode = "gone"; apply(); },
      "?": () => { const keys = find("#keys"); keys.open = !keys.open; if (keys.open) keys.scrollIntoView(); },
      Enter: () => { const block = target.closest("#body .b"); if (block) choose(block); },
    }[event.key];
    if (!does || (event.key === "Enter" && target.closest("a, button, summary"))) return;
    if (event.key !== "Enter") event.preventDefault();
    does();
  });

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      || document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches(".rule")) target.open = true;
    if (target.matches("#body .b")) choose(target, true);
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
