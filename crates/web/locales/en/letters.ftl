letter-booked-subject = Your appointment ({ $clinic })
letter-moved-subject = Your appointment has moved ({ $clinic })
letter-cancelled-subject = Your appointment is cancelled ({ $clinic })
letter-aftercare-subject = After your visit ({ $clinic })
letter-booked = Your appointment is booked: { $date } { $time }.
    The doctor decides about treatment at your examination.
letter-moved = Your appointment is now on { $date } at { $time }.
letter-cancelled = Your appointment on { $date } at { $time } is cancelled.
letter-aftercare = Thank you for coming today.
    What to do from here and your check-ins are on the private page we sent you when you booked.
letter-link = Your private page (change, cancel, questions before the visit)
    { $link }
letter-foot = { $clinic }
    Telephone { $phone }
    If you did not expect this mail, please call and tell us.
