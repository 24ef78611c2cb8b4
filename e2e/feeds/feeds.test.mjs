// ical.js reads the calendars that the tests of `web` wrote, to the instants that were booked.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ICAL from "ical.js";

const FOLDER = process.env.SUHADA_FEEDS;
const EXPECTED = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8"));

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(FOLDER, file), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((one) => ({ one, event: new ICAL.Event(one) }));
  return { calendar, events };
}

function told({ one, event }) {
  return {
    utc: event.startDate.toJSDate().toISOString().replace(".000Z", "Z"),
    minutes: event.duration.toSeconds() / 60,
    sequence: event.sequence,
    status: one.getFirstPropertyValue("status"),
    summary: event.summary,
  };
}

for (const [file, { title, entries, zone }] of Object.entries(EXPECTED)) {
  test(`${file} is read as it was booked`, () => {
    const { calendar, events } = read(file);
    const wanted = entries.map(({ utc, sequence, status, summary }) => ({ utc, minutes: 30, sequence, status, summary }));
    assert.deepEqual(events.map(told), wanted);
    assert.equal(calendar.getFirstPropertyValue("x-wr-calname"), title);
    assert.equal(calendar.getFirstPropertyValue("method"), "PUBLISH");
    assert.equal(calendar.getFirstPropertyValue("refresh-interval").toSeconds(), 900);
    assert.equal(calendar.getFirstProperty("refresh-interval").type, "duration");
  });

  test(`${file} shows the wall of ${zone}`, () => {
    const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
    const shown = read(file).events.map(({ event }) => wall.format(event.startDate.toJSDate()).replace(" ", "T"));
    assert.deepEqual(shown, entries.map((entry) => entry.wall));
  });
}

test("a visit keeps its name when it is moved or called off, and no two visits share one", () => {
  const names = new Map();
  for (const [file, { calendar, entries }] of Object.entries(EXPECTED)) {
    const uids = read(file).events.map(({ event }) => event.uid);
    assert.equal(new Set(uids).size, uids.length, file);
    for (const [place, { who }] of entries.entries()) {
      const visit = `${calendar} ${who}`;
      assert.equal(uids[place], names.get(visit) ?? uids[place], `${file} ${who}`);
      names.set(visit, uids[place]);
    }
  }
});
