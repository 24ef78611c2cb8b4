site-list-separator = { "; " }
site-book = Book an examination
site-book-this = Book an examination for this treatment
site-book-examination = Book an examination for this concern
site-counselling-link = About free counselling
site-by-phone = For any questions, please call us. { $phone }
site-doctor-decides = Whether a treatment is carried out, and which method may suit, is decided by a doctor at your examination.
site-private = Private treatment, not covered by public health insurance. Prices include tax.
site-sources = Notes and sources
site-notes = Notes
site-open-until = Open now, until { $time }
site-opens-at = Opens at { $time }
site-over-today = Closed for the rest of today
site-closed-today = Closed today
site-today = { $date }: { $hours }
site-closed = Closed
site-hours = Opening hours
site-hours-today = Today
site-hours-holidays = Closed on public holidays. Other closures are announced on the page on access and hours.
site-hours-on-holidays = Closed on public holidays.
site-week-caption = Usual opening hours
site-week-day = Day
site-week-open = Hours
site-closures = Closures ahead
site-no-closures = No closures are planned in the next two months, apart from the weekly day off.
site-from-to = { $from } to { $to }
site-home-how = A doctor looks at your skin first and talks with you about what may be done, doing nothing included.
site-way-here = Access and hours
site-all-treatments = All treatments and services
site-by-concern = By concern
site-all-articles = All articles
site-treatments-title = Treatments and services
site-treatments-lead = Each page explains cost, risks and the strength of the evidence side by side.
site-treatments-protocols = Treatments
site-treatments-first = Coming for the first time
site-treatments-basic = Other services
site-price-separator = { "; " }
site-withheld-title = This description is being reviewed
site-withheld = A doctor is reviewing the description of this treatment. It will appear here once that is done.
site-concerns-title = Concerns
site-concerns-lead = Start from what concerns you and see which methods may be considered.
site-concern-treatments = Treatments that may be considered
site-concern-none = There is no treatment to show here at present. Please talk with a doctor at an examination.
site-related-articles = Related articles
site-related-concerns = Related concerns
site-related-treatments = Related treatments
site-other-articles = More articles
site-practitioners-title = Our team
site-practitioners-lead = Qualifications, and what each of us may carry out as of today.
site-since-label = Experience
site-since = In this profession since { $year }
site-competences = May carry out
site-sees-for = Treatments
site-access-title = Access and hours
site-access-lead = Where we are, how to walk here from the station, and when we are open.
site-address = Address
site-floor = Floor
site-landmark = Landmark
site-phone = Telephone
site-routes = On foot from the station
site-route = From { $from }, { $minutes } minutes on foot
site-counselling-title = Free counselling
site-counselling-lead = You can talk with us free of charge, even if you have not decided on anything.
site-counselling-free = Free of charge
site-counselling-with = With
site-counselling-book = Book counselling
site-counselling-what = What we talk about
site-counselling-talk = We listen to your wishes and explain costs, the number of visits and what to expect in daily life.
site-counselling-not = Diagnosis and the choice of treatment are for the physician, after an examination.
site-counselling-after = Afterwards
site-counselling-no-pressure = You do not need to decide on the day. It is fine to leave it at a talk.
site-price = Price
site-price-examination = In addition: { $label }, { $price }
site-price-total = Usual total cost ({ $sessions }): { $price }
site-sessions-count = { $count } { $count ->
    [one] session
   *[other] sessions
    }
site-drips-count = { $count } { $count ->
    [one] drip
   *[other] drips
    }
site-dispensings-count = { $count } { $count ->
    [one] dispensing
   *[other] dispensings
    }
site-risks = Risks and side effects
site-risks-main = Main risks and side effects: { $risks }.
site-risk-separator = { "; " }
site-minutes-label = Length of a visit
site-minutes = About { $minutes } minutes
site-articles-title = Articles
site-articles-lead = Written by our doctors and staff, keeping apart what is known and what is not.
site-articles-tagged = Articles tagged “{ $tag }”.
site-articles-none = No articles yet
site-articles-none-text = Once published, they appear here, the newest first.
site-feed = Updates (Atom feed)
site-footnote-back = Back to reference
site-for-whom = For whom
site-not-for = Not for
site-mechanism = How it works
site-feel = How it feels
site-course = The course
site-course-caption = { $manner ->
    [drip] Usual drips and intervals
    [dispensed] Usual dispensings and intervals
   *[session] Usual sessions and intervals
    }
site-course-note = { $manner ->
    [drip] These are guides. At each visit we ask how it goes and decide with you whether to continue.
    [dispensed] These are guides. At each visit we ask how it goes and decide with you whether to continue.
   *[session] These are guides. At each visit we look at your skin and decide with you whether to continue.
    }
site-course-of = The usual course: { $name }
site-course-described = { $manner ->
    [drip] Drips: { $count }, about { $interval } apart.
    [dispensed] Dispensings: { $count }, about { $interval } apart.
   *[session] Sessions: { $count }, about { $interval } apart.
    }
site-course-told = Period and number of sessions: { $count } times, about { $interval } apart, about { $duration } in all.
site-course-told-once = Period and number of sessions: one session, decided each time; if continued, about { $interval } apart.
site-course-session = { $manner ->
    [drip] Drip
    [dispensed] Dispensing
   *[session] Session
    }
site-course-day = Days since the first
site-course-healing = Healing
site-indication = Aim
site-sessions = { $manner ->
    [drip] Drips
    [dispensed] Dispensings
   *[session] Sessions
    }
site-sessions-usual = { $usual } ({ $min } to { $max })
site-interval = Interval
site-interval-ideal = About { $ideal } (at least { $floor })
site-duration = Duration
site-duration-once = { $manner ->
    [drip] Decided after each drip
    [dispensed] Decided after each dispensing
   *[session] Decided after each session
    }
site-duration-about = About { $duration }
site-maintenance = Maintenance
site-as-table = As a table
site-key-session = { $manner ->
    [drip] Drip
    [dispensed] Dispensing
   *[session] Session
    }
site-key-healing = Healing
site-tick-months = { $months } mo
site-days = { $count } { $count ->
    [one] day
   *[other] days
    }
site-hours-count = { $count } { $count ->
    [one] hour
   *[other] hours
    }
site-months = { $count } { $count ->
    [one] month
   *[other] months
    }
site-healing = { $manner ->
    [dispensed] During the treatment
   *[session] The days after
    }
site-healing-lead = What is usual, and how strong it can be. Healing varies from person to person.
site-healing-none = There is no evidence on how it goes day by day, so no picture is shown.
site-healing-strip = Day by day after a session
site-day-zero = Same day
site-day-zero-short = 0
site-day-nth = Day { $day }
site-day-range = { $from } to { $to }
site-depth-below = Needle depth below { $high }
site-depth-between = Needle depth { $low } to below { $high }
site-depth-from = Needle depth { $low } or more
site-depth-any = Any depth
site-sign-separator = { "; " }
site-sign-nothing = nothing to speak of
site-sign-one = { $sign }: { $usual }
site-sign-range = { $sign }: { $usual } to { $upper }
site-severity-none = usually settled
site-severity-mild = mild
site-severity-moderate = moderate
site-severity-severe = marked
site-evidence = What is known
site-evidence-lead = Each statement says how strong its evidence is.
site-grade-strong = Evidence: strong
site-grade-moderate = Evidence: moderate
site-grade-weak = Evidence: weak
site-grade-house = Our own guide
site-grade-unverified = Not verified
site-no-source = Items without a source are our own guide.
site-conflict = Other accounts: { $claim }
site-care = { $manner ->
    [dispensed] While you use it
   *[session] Aftercare
    }
site-care-caption = { $manner ->
    [drip] Counted from the end of the drip
    [dispensed] Counted from the day it is handed out
   *[session] Counted from the end of the session
    }
site-care-what = What
site-care-when = When
site-care-between = From { $from } to { $until } after
site-care-until = For { $until }
site-care-from = From { $from } after
site-care-always = Until a doctor tells you otherwise
site-alternatives = Other options
site-status-approved = Approved in Japan for this use.
site-status-off-label = Includes uses outside the indications approved in Japan.
site-status-unapproved = Uses a device or medicine that is not approved in Japan.
site-products = Devices and medicines used
site-product-approved = approved in Japan
site-product-unapproved = not approved in Japan
site-product-varies = approval differs by make and purpose
site-product-for = (approved for: { $uses })
site-product-checked = Checked on { $date }
site-disclosures = About regulatory approval
site-disclosure-unapproved = Unapproved or off-label
site-disclosure-obtained = How it is obtained
site-disclosure-equivalent = Approved equivalents in Japan
site-disclosure-overseas = Safety information from abroad
site-disclosure-relief = Public relief system
site-people = Who carries it out
site-people-lead = Those whose qualification is valid on { $date }.
site-people-none = Nobody holds this today. Please call us.
site-people-link = Our team
site-next = Next step
site-version-title = About this description
site-version = This page is made from version { $hash } of the treatment protocol.
site-approved-by = Approved by { $name }, { $title }, on { $date }.
site-approved-demo = This approval is the fictional clinic’s own, for the demonstration only.
site-privacy-title = Privacy
site-privacy-lead = What we keep for your appointments and treatment, and why.
site-privacy-what = What we keep
site-privacy-what-booking = When you book: name, birth date, telephone number, mail address if you give one, what you wrote, and your answers to the safety questions.
site-privacy-what-chart = After your visit: the treatment record, your consent, your answers to check-ins and payments.
site-privacy-why = Why
site-privacy-why-text = For your treatment, for its safety and to contact you about appointments. We do not pass it on for advertising.
site-privacy-how-long = How long
site-privacy-how-long-text = By law, treatment records are kept for at least 5 years after treatment ends.
site-privacy-guard = How it is guarded
site-privacy-link = Your private page asks for your birth date in addition to the link.
site-privacy-mail = Subjects of mails and titles of calendar entries do not name a treatment.
site-privacy-audit = Every time somebody opens your record, who and when is noted.
site-privacy-site = About this site
site-privacy-site-text = This site does not track visitors and uses no outside advertising or analytics.
site-privacy-whom = Whom to ask
site-privacy-whom-text = To see or correct what we keep, or to ask us to stop using it, please contact us.
