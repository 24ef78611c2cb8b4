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
repair-open = Propose new times for all of them
repair-open-note = All of these visits are moved together, each to a time at which somebody competent and everything it needs is free. You see the proposal before anything is kept.
repair-title = { $name }: new times
repair-placed = { $count ->
    [0] No visit finds a new time.
    [one] One visit gets a new time.
   *[other] { $count } visits get a new time.
 }
repair-left = { $count ->
    [one] One finds none and stays as it is until you have called.
   *[other] { $count } find none and stay as they are until you have called.
 }
repair-least = No other proposal would be easier on the patients as a whole.
repair-within = { $count ->
    [one] Another proposal could spare the patients one more day of waiting at most, taken together.
   *[other] Another proposal could spare the patients { $count } more days of waiting at most, taken together.
 }
repair-picture = The days before and after
repair-before = was here
repair-after = will be here
repair-stays = stays until you have called
repair-day = { $day }: { $left } move away, { $taken } come, { $stays } stay to be called.
repair-was = Agreed:
repair-becomes = New:
repair-to-call = To be called
repair-to-call-some = { $count ->
    [one] One agreed visit lies outside the roster. Move it, or call the patient.
   *[other] { $count } agreed visits lie outside the roster. Move them, or call the patients.
 }
repair-missing = Missing: { $who }
repair-choice = Time for { $name }
repair-choice-keep = { $when } (as shown)
repair-choice-call = Leave it and call first
repair-hint = When you choose another time, everything is computed again with all others as they are shown. Patients with a mail address are written to as soon as you apply.
repair-keep = Apply and write to the patients
repair-again = Compute again with my choices
repair-edited = This is the proposal with your choices.
repair-edited-note = Nothing is kept yet. Look at it, then apply it.
refusal-repair-overtaken = Something was taken or changed meanwhile.
repair-overtaken-whose = It concerns the visit of { $name }.
repair-overtaken-note = Nothing was changed. What you see now is a new proposal.
repair-done = { $count ->
    [0] The change is kept. No visit was moved.
    [one] The change is kept, and one visit was moved.
   *[other] The change is kept, and { $count } visits were moved.
 }
repair-and = {"; "}
repair-chosen = chosen by you
repair-same-time = the time stays
repair-same-day = the day stays
repair-not-before = before { $day } it would be too near to another treatment
repair-not-after = after { $day } it would be too near to another treatment
repair-nearest-day = no nearer day has all that it needs free
repair-easiest = of all its times the one that changes least
repair-easier-taken = an easier time goes to somebody who would lose more without it
repair-same-people = the same people as agreed
repair-other-people = with somebody else who is competent
repair-same-hour = the time of day stays
repair-call-wished = You want to call first.
repair-call-too-near = On every day looked at it would be too near to another treatment.
repair-call-nobody = On no day looked at are all that it needs free together.
repair-call-others = There are times, but not beside the other visits that move.
