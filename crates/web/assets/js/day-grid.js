// The day grid under the hand: arrow keys walk, dragging or Shift with the arrows moves an appointment, Enter
// puts it down, Escape gives up. Putting down sends the form that the page for moving shows; the server decides.
import { Explainer } from "./explain.js";
import { Place } from "./place.js";

const DRAG_AFTER_PIXELS = 6;
const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

class DayGrid {
  constructor(grid) {
    this.grid = grid;
    this.columns = [...grid.querySelectorAll(".day-column")];
    this.form = document.querySelector("[data-move-form]");
    this.explainer = new Explainer(grid.dataset.explain, document.querySelector("[data-move-reason]"));
    this.lifted = null;
    grid.addEventListener("keydown", (event) => this.key(event));
    grid.addEventListener("pointerdown", (event) => this.press(event));
    grid.addEventListener("click", (event) => this.swallow(event), true);
  }

  key(event) {
    const entry = event.target.closest(".appointment");
    if (!entry) return;
    if (event.key in STEPS) {
      event.preventDefault();
      if (event.shiftKey) this.nudge(entry, ...STEPS[event.key]);
      else this.walk(entry, ...STEPS[event.key]);
    } else if (this.lifted && event.key === "Enter") {
      event.preventDefault();
      this.putDown();
    } else if (this.lifted && event.key === "Escape") {
      event.preventDefault();
      this.giveUp();
    }
  }

  walk(entry, across, down) {
    const column = entry.closest(".day-column");
    if (down) {
      const all = [...column.querySelectorAll(".appointment")];
      all[all.indexOf(entry) + down]?.focus();
      return;
    }
    const order = this.columns.slice();
    let next = order.indexOf(column) + across;
    while (order[next] && !order[next].querySelector(".appointment")) next += across;
    nearest(order[next], Number(entry.dataset.at))?.focus();
  }

  nudge(entry, across, down) {
    if (!entry.dataset.move || !this.form) return;
    this.lift(entry);
    const column = this.columns.indexOf(this.lifted.column) + across;
    if (this.columns[column]) this.show(this.columns[column], this.lifted.at + down);
    entry.focus();
  }

  press(event) {
    const entry = event.target.closest(".appointment[data-move]");
    if (!entry || !this.form || event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    entry.focus();
    const from = { x: event.clientX, y: event.clientY };
    const grip = event.clientY - entry.getBoundingClientRect().top;
    const listening = new AbortController();
    const on = (name, act) => document.addEventListener(name, act, { signal: listening.signal });
    on("pointermove", (move) => {
      const far = Math.hypot(move.clientX - from.x, move.clientY - from.y) > DRAG_AFTER_PIXELS;
      if (this.lifted || far) this.drag(entry, move, grip);
    });
    on("pointerup", () => {
      listening.abort();
      if (!this.lifted) return;
      this.dragged = true;
      this.putDown();
    });
    on("pointercancel", () => {
      listening.abort();
      this.giveUp();
    });
  }

  drag(entry, move, grip) {
    this.lift(entry);
    const column = this.columns.find((one) => spans(one, move.clientX)) ?? this.lifted.column;
    this.show(column, Place.under(column, move.clientY - grip));
  }

  swallow(event) {
    if (!this.dragged) return;
    this.dragged = false;
    event.preventDefault();
    event.stopPropagation();
  }

  lift(entry) {
    if (this.lifted?.entry === entry) return;
    if (this.lifted) this.giveUp();
    const home = { column: entry.closest(".day-column"), at: Number(entry.dataset.at) };
    this.lifted = { entry, home, ...home, time: entry.querySelector(".when").textContent };
    entry.classList.add("lifted");
  }

  show(column, at) {
    const { entry } = this.lifted;
    const place = Place.within(at, entry);
    if (column === this.lifted.column && place === this.lifted.at) return;
    Object.assign(this.lifted, { column, at: place });
    Place.put(entry, column, place);
    entry.querySelector(".when").textContent = Place.clock(place);
    this.explainer.ask(this.asked(), entry);
  }

  asked() {
    const { entry, column, at } = this.lifted;
    return { visit: entry.dataset.visit, practitioner: column.dataset.practitioner, at: String(at) };
  }

  putDown() {
    const { entry, home, column, at } = this.lifted;
    if (column === home.column && at === home.at) {
      this.giveUp();
      return;
    }
    for (const [name, value] of Object.entries(this.asked())) this.form.elements.namedItem(name).value = value;
    this.form.action = entry.dataset.move;
    this.form.requestSubmit();
  }

  giveUp() {
    if (!this.lifted) return;
    const { entry, home, time } = this.lifted;
    Place.put(entry, home.column, home.at);
    entry.querySelector(".when").textContent = time;
    entry.classList.remove("lifted", "refused");
    this.lifted = null;
    this.explainer.clear();
    entry.focus();
  }
}

function spans(column, x) {
  const box = column.getBoundingClientRect();
  return x >= box.left && x < box.right;
}

function nearest(column, at) {
  const distance = (entry) => Math.abs(Number(entry.dataset.at) - at);
  return [...(column?.querySelectorAll(".appointment") ?? [])].sort((a, b) => distance(a) - distance(b))[0];
}

for (const grid of document.querySelectorAll(".day-grid")) new DayGrid(grid);
