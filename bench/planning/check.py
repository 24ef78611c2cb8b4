"""Checks solutions of clinic-course/1 and clinic-repair/1 against their instances.

Usage: check.py INSTANCE SOLUTION [INSTANCE SOLUTION ...]

Written from the text of the format alone; it shares no code with the planner. Prints every fault and ends with 1 if
there is any. Needs nothing but Python 3.
"""

import json
import sys


def weekday(inst, day):
    return (day + inst["day0_weekday"]) % 7


def penalty(inst, preference, start):
    day, tod = divmod(start, inst["ticks_per_day"])
    found = [p for (w, a, b, p) in preference if w == weekday(inst, day) and a <= tod < b]
    return found[0] if len(found) == 1 else None


def needs_met(inst, service, start, given, say):
    """given: {kind: id or None}. Returns the stretches taken as (id, from, to)."""
    by_id = {r["id"]: r for r in inst["resources"]}
    taken = []
    needed = {n["kind"]: n for n in service["needs"]}
    for kind in ("practitioner", "room", "device"):
        rid, need = given[kind], needed.get(kind)
        if need is None:
            if rid is not None:
                say(f"{kind} {rid} is given but not needed")
            continue
        if rid is None or rid not in by_id:
            say(f"no {kind}")
            continue
        res = by_id[rid]
        if res["kind"] != kind or need["skill"] not in res["skills"]:
            say(f"{kind} {rid} does not suit")
        lo, hi = start + need["from"], start + need["to"]
        if not any(a <= lo and hi <= b for a, b in res["free"]):
            say(f"{kind} {rid} is not free from {lo} to {hi}")
        taken.append((rid, lo, hi))
    return taken


def check_start(inst, start, say):
    if start % inst["start_step"] != 0 or not 0 <= start < inst["days"] * inst["ticks_per_day"]:
        say(f"start {start} is not on the grid or not in the calendar")


def check_course(inst, sol, say):
    tpd = inst["ticks_per_day"]
    services = {s["id"]: s for s in inst["services"]}
    rows = {}
    for row in sol["assign"]:
        series, k = row[0], row[1]
        if (series, k) in rows:
            say(f"series {series}, session {k} is there twice")
        rows[(series, k)] = row
    wanted = {(s["id"], k) for s in inst["series"] for k in range(s["count"])}
    if wanted != set(rows):
        say(f"sessions missing or too many: {sorted(wanted ^ set(rows))[:5]}")
        return None
    cost = 0
    for s in inst["series"]:
        service = services[s["service"]]
        before = None
        for k in range(s["count"]):
            _, _, start, who, room, device = rows[(s["id"], k)]

            def fault(text):
                say(f"series {s['id']}, session {k}: {text}")

            check_start(inst, start, fault)
            needs_met(inst, service, start, {"practitioner": who, "room": room, "device": device}, fault)
            p = penalty(inst, inst["preference"], start)
            if p is None:
                fault("start is outside the preference")
                p = 0
            cost += p
            day = start // tpd
            for lo, hi in inst["blackouts"]:
                if day <= hi and day + service["downtime_days"] >= lo:
                    fault(f"falls on the event {lo}..{hi}")
            if before is None:
                if not s["first"]["earliest"] <= day <= s["first"]["latest"]:
                    fault("first session outside its window")
                cost += s["w_first"] * (day - s["first"]["earliest"])
            else:
                gap = day - before[0]
                if not s["gap"]["min"] <= gap <= s["gap"]["max"]:
                    fault(f"gap {gap}")
                cost += s["w_late"] * max(0, gap - s["gap"]["ideal"])
                cost += s["w_early"] * max(0, s["gap"]["ideal"] - gap)
                cost += s["w_change"] * (who != before[1])
            before = (day, who)
    days = sorted(row[2] // tpd for row in rows.values())
    if len(set(days)) != len(days):
        say("two sessions on one day")
    for rule in inst["spacing"]:
        xs = [r[2] // tpd for r in rows.values() if r[0] == rule["a"]]
        ys = [r[2] // tpd for r in rows.values() if r[0] == rule["b"]]
        for x in xs:
            for y in ys:
                if not (y - x >= rule["a_then_b"] or x - y >= rule["b_then_a"]):
                    say(f"series {rule['a']} on day {x}, series {rule['b']} on day {y}: too close")
    return cost


def check_repair(inst, sol, say):
    tpd, weights = inst["ticks_per_day"], inst["weights"]
    services = {s["id"]: s for s in inst["services"]}
    rows = {row[0]: row for row in sol["assign"]}
    if len(rows) != len(sol["assign"]) or set(rows) != {s["id"] for s in inst["sessions"]}:
        say("not one row for each session")
        return None
    cost, taken, days = 0, [], {}
    for s in inst["sessions"]:
        row = rows[s["id"]]

        def fault(text):
            say(f"session {s['id']}: {text}")

        if row[1] is None:
            cost += s["w_unplaced"]
            continue
        _, start, who, room, device = row
        check_start(inst, start, fault)
        given = {"practitioner": who, "room": room, "device": device}
        taken += [(*t, s["id"]) for t in needs_met(inst, services[s["service"]], start, given, fault)]
        day, tod = divmod(start, tpd)
        old_day, old_tod = divmod(s["orig"]["start"], tpd)
        days[s["id"]] = day
        if not s["day_window"][0] <= day <= s["day_window"][1]:
            fault(f"day {day} is outside its window")
        p = penalty(inst, s["preference"], start)
        if p is None:
            fault("start is outside the preference")
            p = 0
        cost += p + weights["move"] * (start != s["orig"]["start"]) + weights["day"] * abs(day - old_day)
        cost += weights["tod_step"] * (abs(tod - old_tod) // inst["start_step"])
        cost += s["w_practitioner"] * (who != s["orig"]["practitioner"])
    taken.sort()
    for one, other in zip(taken, taken[1:]):
        if one[0] == other[0] and other[1] < one[2]:
            say(f"sessions {one[3]} and {other[3]} overlap on resource {one[0]}")
    for link in inst["links"]:
        if link["a"] in days and link["b"] in days:
            if not link["min_days"] <= days[link["b"]] - days[link["a"]] <= link["max_days"]:
                say(f"link {link['a']} to {link['b']} is broken")
    return cost


def check(instance, solution):
    faults = []
    with open(instance, encoding="utf-8") as file:
        inst = json.load(file)
    with open(solution, encoding="utf-8") as file:
        sol = json.load(file)
    by_format = {"clinic-course/1": check_course, "clinic-repair/1": check_repair}
    cost = by_format[inst["format"]](inst, sol, faults.append)
    if cost is not None and cost != sol["cost"]:
        faults.append(f"cost is {cost}, not {sol['cost']}")
    if sol["lower_bound"] > sol["cost"]:
        faults.append("the bound lies above the cost")
    if sol["proven"] != (sol["lower_bound"] == sol["cost"]):
        faults.append("proven does not say whether bound and cost are the same")
    return faults


def main(paths):
    bad = 0
    for instance, solution in zip(paths[::2], paths[1::2]):
        for fault in check(instance, solution):
            print(f"{solution}: {fault}")
            bad += 1
    return 1 if bad or len(paths) % 2 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
