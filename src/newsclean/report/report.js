"use strict";
// A button with data-copy puts that text on the clipboard. Where the browser refuses, the text beside it is selected.
document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const beside = button.parentElement.querySelector("code");
    if (beside) getSelection().selectAllChildren(beside);
    return;
  }
  if (!button.dataset.done) return;
  const label = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = label; }, 1500);
});
