// Places on the day grid: steps of five minutes counted from midnight, shown from 08:00 to 21:00.
const FIRST = 96;
const LAST = 252;

export const Place = {
  /** The step that lies at a height of the window within a column. */
  under(column, clientY) {
    const box = column.querySelector(".day-body").getBoundingClientRect();
    return FIRST + Math.round(((clientY - box.top) / box.height) * (LAST - FIRST));
  },

  /** The same step, or the nearest at which the whole appointment is on the grid. */
  within(at, entry) {
    const length = Number(/(?:^|\s)for-(\d+)/.exec(entry.className)?.[1] ?? 1);
    return Math.min(Math.max(at, FIRST), LAST - length);
  },

  /** A step as a reader says it, such as 10:05. */
  clock(at) {
    const minute = at * 5;
    return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  },

  /** Shows an appointment at a step of a column. */
  put(entry, column, at) {
    for (const name of [...entry.classList]) if (/^at-\d+$/.test(name)) entry.classList.remove(name);
    entry.classList.add(`at-${at}`);
    const body = column.querySelector(".day-body");
    if (entry.parentElement !== body) body.append(entry);
  },
};
