# The gate: pages that are withheld, and what the console says about them.
gate-withheld-title = This page is not shown for the time being
gate-withheld = We are checking what it says. It will be here again once that is done. We are sorry for the inconvenience.
gate-withheld-call = If you would like to know more now, please call us.
gate-withheld-visits = Visits that are already booked stand as they are. Before any treatment a doctor explains what it is, what it costs and its risks.
console-nav-pages = Public pages
gate-pages-title = Public pages
gate-pages-lead = Public pages are checked against the rules of medical advertising before they are shown. A page that may break them is withheld until it is mended.
gate-stamp = Checked with rule set { $rules } on { $date }; not legal advice, and no statement that a page is lawful.
gate-none-withheld = No page is withheld.
gate-some-withheld = { $count ->
    [one] 1 public page is withheld.
   *[other] { $count } public pages are withheld.
  }
gate-some-withheld-text = Once what is missing or said wrongly is mended, the page is shown again the next time it is asked for, without a restart. Bookings go on meanwhile.
gate-read-why = See why, and what would mend it
gate-withheld-pages = Withheld
gate-remarks-pages = Worth a look, on pages that are open
gate-all-pages = All public pages
gate-page = Page
gate-language = Language
gate-state = State
gate-remarks = Remarks
gate-withheld-state = Withheld
gate-remarks-state = Open, with remarks
gate-open-state = Open
gate-japanese = Japanese
gate-english = English
gate-rule = Rule
gate-words = Words
gate-reason = Reason
gate-instead = What may be written
gate-source = Source
gate-pages = Pages
gate-weight-block = punishable without an order before
gate-weight-error = prohibited, or a required statement is missing
gate-weight-warn = guidance, or it depends
gate-weight-review = a person must decide
