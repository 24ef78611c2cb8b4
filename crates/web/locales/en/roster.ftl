console-nav-roster = Hours and rosters
roster-title = Hours and rosters
roster-intro = Change opening hours, working hours, leave, and rooms or devices that are out of use. Before anything is kept you see what it does to visits that are agreed.
roster-caption = The house
roster-who = Name
roster-week = Usual week
roster-ahead = Ahead
roster-ahead-count = { $count ->
    [one] one change
   *[other] { $count } changes
 }
roster-house = The whole clinic
roster-as-house = Usable while the house is open.
roster-no-week = No hours yet.
roster-of = Roster of { $name }
roster-week-hint = Write “10:00-13:00, 14:00-19:00”. Leave a day off blank. The time between is the break.
roster-from = From this day
roster-days = Days that differ
roster-no-days = None ahead.
roster-closed = closed
roster-usual-again = As usual again
roster-day = Date
roster-day-hours = Hours that day (blank: closed)
roster-reason = Reason (Japanese)
roster-reason-en = Reason
roster-closures = Away or out of use
roster-no-closures = Nothing ahead.
roster-take-back = Take back
roster-why = Kind
roster-starts-day = First day
roster-starts-time = From (blank: midnight)
roster-ends-day = Last day (blank: the same)
roster-ends-time = Until (blank: the end of that day)
roster-note = Note
roster-show-effect = Show what it does to visits
roster-effect = { $name }: what it does to visits
roster-effect-none = No agreed visit would lie outside.
roster-effect-some = { $count ->
    [one] One agreed visit would lie outside
   *[other] { $count } agreed visits would lie outside
 }
roster-effect-stay = They stay as they are when you keep this. Move them, or call the patients.
roster-visits = Visits outside the hours
roster-visit-when = When
roster-visit-who = Patient
roster-visit-missing = Who or what is missing
roster-keep = Keep
roster-leave = Leave without keeping
roster-back = Back to the list
closure-leave = Leave
closure-out-of-order = Out of order
closure-maintenance = Maintenance
closure-block = Meeting, training and the like
field-hours = Write it as “10:00-13:00”.
field-hours-backwards = It must end after it begins.
field-time = Write it as “9:30”.
field-time-skipped = The clock skips this time on that day. Choose a time before or after.
field-ends-before = It must end after it begins.
refusal-roster-contradicts = The roster contradicts itself
contradiction-roster-weekly-overlap = { $line }: { $hours } overlap.
contradiction-roster-validity-backwards = { $line }: { $hours } ends before it begins to hold.
contradiction-roster-closed-and-open = { $line }: both closed and open.
contradiction-roster-special-overlap = { $line }: { $hours } overlap.
contradiction-roster-opens-in-gap = { $line }: { $hours } begins at a time that does not exist; the clock goes from { $from } to { $until }.
contradiction-roster-closes-in-gap = { $line }: { $hours } ends at a time that does not exist; the clock goes from { $from } to { $until }.
