letter-booked-subject = Your appointment ({ $clinic })
letter-moved-subject = Your appointment has moved ({ $clinic })
letter-other-person-subject = Your appointment is with somebody else ({ $clinic })
letter-cancelled-subject = Your appointment is cancelled ({ $clinic })
letter-aftercare-subject = After your visit ({ $clinic })
letter-booked = Your appointment is booked: { $date } { $time }.
    The doctor decides about treatment at your examination.
letter-moved = Your appointment is now on { $date } at { $time }.
letter-other-person = Your appointment on { $date } { $time } stays as it is, but it will be with somebody else.
    Your private page shows with whom. If that does not suit you, you can move or cancel it there.
letter-cancelled = Your appointment on { $date } at { $time } is cancelled.
letter-aftercare = Thank you for coming today.
    What to do from here and your check-ins are on the private page we sent you when you booked.
letter-link = Your private page (change, cancel, questions before the visit)
    { $link }
letter-foot = { $clinic }
    Telephone { $phone }
    If you did not expect this mail, please call and tell us.
letter-offered-subject = A time has become free ({ $clinic })
letter-offered = A time that suits you has become free: { $date } { $time }.
    We keep it for you until { $until }. Please answer on the page below; otherwise it goes to the next person.
letter-offer-link = Your page
    { $link }
letter-choose-subject = Your plan needs a time ({ $clinic })
letter-choose = One session of your plan ({ $date } { $time }) needs a new time.
    Please choose one under “Plan” on your private page, with the link from your last booking, or call us.
letter-plan-subject = Your plan ({ $clinic })
letter-plan = Thank you. These are the dates of your plan.
    The doctor decides at each visit whether treatment goes ahead.
letter-plan-booked = Booked
letter-plan-later = Planned, booked later
