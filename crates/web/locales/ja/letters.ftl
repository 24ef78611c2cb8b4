letter-booked-subject = ご予約の確認（{ $clinic }）
letter-moved-subject = ご予約の変更（{ $clinic }）
letter-other-person-subject = 担当者の変更（{ $clinic }）
letter-cancelled-subject = ご予約の取り消し（{ $clinic }）
letter-aftercare-subject = ご来院後のご案内（{ $clinic }）
letter-booked = ご予約を承りました。{ $date } { $time }
    施術の可否は診察で決まります。
letter-moved = ご予約の日時を変更しました。{ $date } { $time }
letter-other-person = { $date } { $time } のご予約は、担当者が変わりました。日時はそのままです。
    新しい担当者は、専用ページでご確認いただけます。ご都合が悪い場合は、変更・取り消しもできます。
letter-cancelled = { $date } { $time } のご予約を取り消しました。
letter-aftercare = 本日はご来院ありがとうございました。
    これからの過ごしかたと経過の確認は、ご予約時にお送りした専用ページでご覧いただけます。
letter-link = 専用ページ（変更・取り消し・事前の質問）
    { $link }
letter-foot = { $clinic }
    電話 { $phone }
    このメールに覚えのない場合は、お手数ですがお電話でお知らせください。
letter-offered-subject = 空きのお知らせ（{ $clinic }）
letter-offered = ご希望の時間が空きました。{ $date } { $time }
    { $until } までお取りしています。下のページでお選びください。お返事がない場合は、次の方にご案内します。
letter-offer-link = お返事のページ
    { $link }
letter-choose-subject = ご予定の日時のご確認（{ $clinic }）
letter-choose = ご予定の1回（{ $date } { $time }）について、あらためて日時を決める必要があります。
    前回のご予約メールにある専用ページの「ご予定」でお選びいただくか、お電話ください。
letter-plan-subject = ご予定の確認（{ $clinic }）
letter-plan = ありがとうございます。ご予定の日時をお知らせします。
    施術を行うかどうかは、毎回の診察で決まります。
letter-plan-booked = ご予約済み
letter-plan-later = ご予定（あらためてご予約）
