"""icalendar reads the calendars that the tests of `web` wrote, to the instants that were booked."""

import json
import os
import unittest
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar

FOLDER = Path(os.environ["SUHADA_FEEDS"])
EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))


def read(file):
    return Calendar.from_ical((FOLDER / file).read_bytes())


class Feeds(unittest.TestCase):
    def test_every_calendar_is_read_as_it_was_booked(self):
        for file, wanted in EXPECTED.items():
            with self.subTest(file):
                calendar = read(file)
                self.assertEqual(calendar.errors, [])
                self.assertEqual(calendar["X-WR-CALNAME"], wanted["title"])
                self.assertEqual(calendar["METHOD"], "PUBLISH")
                self.assertEqual(calendar["REFRESH-INTERVAL"].dt, timedelta(minutes=15))
                self.assertEqual(len(calendar.events), len(wanted["entries"]))
                for event, entry in zip(calendar.events, wanted["entries"]):
                    self.same(event, entry, ZoneInfo(wanted["zone"]))

    def same(self, event, entry, zone):
        starts = datetime.fromisoformat(entry["utc"])
        self.assertEqual(event.errors, [])
        self.assertEqual(event.start, starts)
        self.assertEqual(event.start, datetime.fromisoformat(entry["wall"]).replace(tzinfo=zone))
        self.assertEqual(event.end - event.start, timedelta(minutes=30))
        self.assertEqual(event["SEQUENCE"], entry["sequence"])
        self.assertEqual(event["STATUS"], entry["status"])
        self.assertEqual(event["SUMMARY"], entry["summary"])
        self.assertEqual(event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt)

    def test_a_visit_keeps_its_name_and_no_two_share_one(self):
        names = {}
        for file, wanted in EXPECTED.items():
            uids = [str(event["UID"]) for event in read(file).events]
            self.assertEqual(len(set(uids)), len(wanted["entries"]), file)
            for uid, entry in zip(uids, wanted["entries"]):
                visit = (wanted["calendar"], entry["who"])
                self.assertEqual(uid, names.setdefault(visit, uid), f"{file} {visit}")


if __name__ == "__main__":
    unittest.main()
