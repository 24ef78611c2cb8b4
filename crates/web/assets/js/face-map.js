// Touching a zone chooses it in all views and brings its row into sight. Without this module the zone is a
// plain link to the same row.
function choose(map, shape) {
  for (const zone of map.querySelectorAll("[data-zone]")) {
    zone.classList.toggle("chosen", zone.dataset.zone === shape);
  }
  for (const row of document.querySelectorAll("[data-zone-row]")) {
    row.classList.toggle("chosen-row", row.dataset.zoneRow === shape);
  }
}

function rowOf(shape) {
  return document.querySelector(`[data-zone-row="${CSS.escape(shape)}"]`);
}

for (const map of document.querySelectorAll(".face-map")) {
  map.addEventListener("click", (event) => {
    const link = event.target.closest("[data-zone-link]");
    if (!link) return;
    const shape = link.dataset.zoneLink;
    const row = rowOf(shape);
    choose(map, shape);
    if (!row) return;
    event.preventDefault();
    row.scrollIntoView({ block: "nearest" });
    row.querySelector("input, select, textarea, a, button")?.focus({ preventScroll: true });
  });
}

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-zone-row]");
  const map = document.querySelector(".face-map");
  if (row && map) choose(map, row.dataset.zoneRow);
});
