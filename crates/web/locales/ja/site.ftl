site-list-separator = ・
site-book = 診察を予約する
site-book-this = { $manner ->
    [drip] この治療の診察を予約する
    [dispensed] この治療の診察を予約する
   *[session] この施術の診察を予約する
    }
site-book-examination = このお悩みの診察を予約する
site-counselling-link = 無料カウンセリングについて
site-by-phone = ご不明な点はお電話でお問い合わせください。{ $phone }
site-doctor-decides = 治療を行うかどうか、どの方法が合うかは、医師の診察で決まります。
site-private = 自由診療（保険適用外）です。表示の料金は税込です。
site-sources = 注と出典
site-notes = 注
site-open-until = ただいま診療中です（{ $time }まで）
site-opens-at = 次の診療は{ $time }からです
site-over-today = 本日の診療は終了しました
site-closed-today = 本日は休診日です
site-today = { $date }　{ $hours }
site-closed = 休診
site-hours = 診療時間
site-hours-today = 本日の診療
site-hours-holidays = 祝日は休診です。臨時の休診は「アクセス・診療時間」のページでお知らせします。
site-hours-on-holidays = 祝日は休診です。
site-week-caption = 通常の診療時間
site-week-day = 曜日
site-week-open = 時間
site-closures = これからの休診日
site-no-closures = 向こう2か月に、定休日以外の休診の予定はありません。
site-from-to = { $from }から{ $to }まで
site-home-how = はじめに医師が肌を拝見し、施術をしないことも含めてご相談します。
site-way-here = アクセス・診療時間
site-all-treatments = 施術・診療の一覧
site-by-concern = お悩みから
site-all-articles = すべての読みもの
site-treatments-title = 施術・診療の一覧
site-treatments-lead = それぞれのページで、費用、リスク、根拠の強さを並べてご説明しています。
site-treatments-protocols = 施術
site-treatments-first = はじめての方へ
site-treatments-basic = そのほかの診療
site-price-separator = 、
site-withheld-title = 説明の内容を確認しています
site-withheld = この治療の説明は、いま医師が内容を確認しています。確認が済みしだい掲載します。
site-concerns-title = お悩みから探す
site-concerns-lead = 気になることから、考えられる方法をご覧いただけます。
site-concern-treatments = 検討できる治療
site-concern-none = いまご案内できる治療はありません。まず診察でご相談ください。
site-related-articles = 関連する読みもの
site-related-concerns = 関連するお悩み
site-related-treatments = 関連する施術
site-other-articles = ほかの読みもの
site-practitioners-title = 医師・スタッフ
site-practitioners-lead = 資格と、今日の時点で担当できることを掲載しています。
site-since-label = 経験
site-since = { $year }年から従事
site-competences = 担当できること
site-sees-for = ご相談いただける施術
site-access-title = アクセス・診療時間
site-access-lead = 所在地、駅からの道順、診療時間のご案内です。
site-address = 所在地
site-floor = 階
site-landmark = 目印
site-phone = 電話
site-routes = 駅からの道順
site-route = { $from }から徒歩{ $minutes }分
site-counselling-title = 無料カウンセリング
site-counselling-lead = 施術を受けるか決めていない方も、費用をかけずにお話しいただけます。
site-counselling-free = 無料
site-counselling-with = 担当
site-counselling-book = カウンセリングを予約する
site-counselling-what = お話しすること
site-counselling-talk = ご希望や気になることをうかがい、費用、通院の回数、日常生活への影響をご説明します。
site-counselling-not = 診断や治療の選択は、医師が診察のうえで行います。
site-counselling-after = そのあと
site-counselling-no-pressure = 当日に決めていただく必要はありません。お話だけで終えていただけます。
site-price = 料金
site-price-examination = ほかに{ $label } { $price }
site-price-total = 標準的な費用の総額（{ $sessions }）：{ $price }
site-sessions-count = { $count }回
site-drips-count = { $count }回
site-dispensings-count = { $count }回
site-risks = リスク・副作用
site-risks-main = おもなリスク・副作用：{ $risks }
site-risk-separator = 、
site-minutes-label = 所要時間
site-minutes = 約{ $minutes }分
site-articles-title = 読みもの
site-articles-lead = 医師とスタッフが、わかっていることと、まだわからないことを分けて書いています。
site-articles-tagged = 「{ $tag }」の読みもの
site-articles-none = 読みものはまだありません
site-articles-none-text = 公開されると、新しいものから順にここに並びます。
site-feed = 更新のお知らせ（Atomフィード）
site-footnote-back = 本文へ戻る
site-for-whom = 検討できる方
site-not-for = お受けいただけない方
site-mechanism = { $manner ->
    [drip] どのような治療か
    [dispensed] どのような治療か
   *[session] どのような施術か
    }
site-feel = { $manner ->
    [drip] 点滴中の感じかた
    [dispensed] 使っているあいだの感じかた
   *[session] 施術中の感じかた
    }
site-course = コースの見通し
site-course-caption = 回数と間隔の目安
site-course-note = { $manner ->
    [drip] 回数と間隔は目安です。毎回、経過をうかがい、続けるかどうかをご相談します。
    [dispensed] 回数と間隔は目安です。毎回、経過をうかがい、続けるかどうかをご相談します。
   *[session] 回数と間隔は目安です。毎回、肌の状態を診て、続けるかどうかをご相談します。
    }
site-course-of = { $name }の標準的なコース
site-course-described = { $interval }ほどの間隔で{ $count }回。
site-course-told = 期間と回数の目安：{ $count }回、{ $interval }ほどの間隔で、全体で約{ $duration }です。
site-course-told-once = 期間と回数の目安：1回ごとに判断します。続ける場合の間隔は{ $interval }ほどです。
site-course-session = 回
site-course-day = 初回からの日数
site-course-healing = 回復の期間
site-indication = 目的
site-sessions = 回数
site-sessions-usual = { $usual }（{ $min }〜{ $max }回）
site-interval = 間隔
site-interval-ideal = 約{ $ideal }（{ $floor }以上あけます）
site-duration = 期間
site-duration-once = 1回ごとに判断
site-duration-about = 約{ $duration }
site-maintenance = 維持の時期
site-as-table = 表で見る
site-key-session = { $manner ->
    [drip] 点滴
    [dispensed] お渡し
   *[session] 施術
    }
site-key-healing = 回復の期間
site-tick-months = { $months }か月
site-days = { $count }日
site-hours-count = { $count }時間
site-months = { $count }か月
site-healing = { $manner ->
    [drip] 点滴のあとの日々
    [dispensed] 使っているあいだの様子
   *[session] 回復の日々
    }
site-healing-lead = ふだんみられる程度と、強い場合の程度です。経過には個人差があります。
site-healing-none = 日ごとの経過については、根拠となる資料がありません。そのため図は示していません。
site-healing-strip = 施術後の日ごとの様子
site-day-zero = 当日
site-day-zero-short = 当日
site-day-nth = { $day }日目
site-day-range = { $from }〜{ $to }
site-depth-below = 針の深さ { $high }未満
site-depth-between = 針の深さ { $low }以上 { $high }未満
site-depth-from = 針の深さ { $low }以上
site-depth-any = すべての深さ
site-sign-separator = 、
site-sign-nothing = 目立つものはありません
site-sign-one = { $sign }：{ $usual }
site-sign-range = { $sign }：{ $usual }〜{ $upper }
site-severity-none = 落ち着くころ
site-severity-mild = 軽め
site-severity-moderate = 中くらい
site-severity-severe = 強め
site-evidence = わかっていること
site-evidence-lead = 研究などの根拠の強さを、ことばで添えています。
site-grade-strong = 根拠：強い
site-grade-moderate = 根拠：中程度
site-grade-weak = 根拠：弱い
site-grade-house = 当院の目安
site-grade-unverified = 未確認
site-no-source = 出典のない項目は、当院の目安によるものです。
site-conflict = 別の説明：{ $claim }
site-care = { $manner ->
    [drip] 点滴後の過ごしかた
    [dispensed] 使っているあいだの過ごしかた
   *[session] 施術後の過ごしかた
    }
site-care-caption = { $manner ->
    [drip] 点滴が終わった時刻から数えます
    [dispensed] お渡しした日から数えます
   *[session] 施術が終わった時刻から数えます
    }
site-care-what = 内容
site-care-when = 時期
site-care-between = { $from }後から{ $until }後まで
site-care-until = { $until }後まで
site-care-from = { $from }後から
site-care-always = 医師の案内があるまで
site-alternatives = ほかの選択肢
site-status-approved = この使い方について、国内で承認されています。
site-status-off-label = 国内で承認された効能とは異なる使い方を含みます。
site-status-unapproved = 国内で承認されていない機器または医薬品を用います。
site-products = 用いる機器・医薬品
site-product-approved = 国内承認品
site-product-unapproved = 国内未承認品
site-product-varies = 承認の有無は機種と目的によります
site-product-for = （承認された効能：{ $uses }）
site-product-checked = { $date }に確認
site-disclosures = 承認の状況についてのご説明
site-disclosure-unapproved = 未承認・承認外であること
site-disclosure-obtained = 入手の経路
site-disclosure-equivalent = 国内の承認品の有無
site-disclosure-overseas = 諸外国での安全性の情報
site-disclosure-relief = 公的な救済制度
site-people = 担当する者
site-people-lead = { $date }の時点で資格が有効な者です。
site-people-none = 今日の時点で担当できる者がいません。お電話でお問い合わせください。
site-people-link = 医師・スタッフの紹介
site-next = 次の一歩
site-version-title = この説明について
site-version = このページは、施術手順の版 { $hash } から作成しています。
site-approved-by = { $name }（{ $title }）が{ $date }に承認しました。
site-approved-demo = 架空のクリニックによる、デモ用の承認です。
site-privacy-title = 個人情報の取り扱い
site-privacy-lead = ご予約と診療のためにお預かりする情報について、ご説明します。
site-privacy-what = お預かりするもの
site-privacy-what-booking = ご予約のとき：お名前、生年月日、電話番号、メールアドレス（任意）、ご相談の内容、安全のための質問への回答。
site-privacy-what-chart = ご来院のあと：診療の記録、同意の記録、経過の確認への回答、お支払いの記録。
site-privacy-why = 使う目的
site-privacy-why-text = 診療、施術の安全の確認、ご予約に関するご連絡のために使います。広告のために他へ渡すことはありません。
site-privacy-how-long = 保存する期間
site-privacy-how-long-text = 診療の記録は、法令により、診療が完結してから少なくとも5年間保存します。
site-privacy-guard = お守りするために
site-privacy-link = ご本人の専用ページは、リンクに加えて生年月日の入力が必要です。
site-privacy-mail = メールの件名や予定表の題名に、施術の名前は書きません。
site-privacy-audit = 誰がいつ記録を開いたかを、すべて残しています。
site-privacy-site = このサイトについて
site-privacy-site-text = 閲覧を追跡する仕組みや、外部の広告・解析の仕組みは使っていません。
site-privacy-whom = お問い合わせ
site-privacy-whom-text = 開示、訂正、利用の停止のご希望は、窓口までお知らせください。
