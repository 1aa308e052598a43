# What the customer reads when time stands still.
moment-paused = 先停一停
moment-went-on = 接著處理
promise-because-waited = 等您答覆的時間不算在內，所以順延。
promise-because-stood-still = 中間無法處理的時間不算在內，所以順延。

# Time and promises on the page of a case.
clock-title = 時限與承諾
clock-raised = 承諾時間已過 { $share }%
clock-raised-to = { $unit } { $who }
clock-rung-owner = 首問負責人
clock-rung-coordinator = 協調員
clock-rung-manager = 經理
clock-acknowledge = 我已知悉
clock-paused = { $department }：已暫停。{ $reason }
clock-go-on = 繼續處理
clock-pause-open = 暫停：{ $department }……
clock-pause-why = 為什麼暫停？客戶會看到對應的說明。
clock-pause = 暫停
clock-promise-open = 重新承諾時間……
clock-promise-when = 承諾辦好的時間
clock-promise-why = 給客戶的原因
clock-promise-hint = 客戶會和新的時間一起看到。客戶的語言：{ $language }。
clock-promise = 把新時間告訴客戶
clock-zone = 按該單位當地時間填寫：{ $zone }。
clock-order-open = 交辦給同事……
clock-order-to = 交給誰
clock-order-nobody = 請選擇由誰來辦。
clock-order-when = 期限
clock-order-what = 要辦什麼
clock-order = 交辦
clock-order-who = { $by } 交辦給 { $to }
clock-order-done = 已辦好
clock-relieve-open = 接手這件事……
clock-relieve-why = 給同事的原因
clock-relieve = 從現在起由我負責

# What was done, and what happened below the line.
desk-did-pause = 已暫停，客戶看得到原因
desk-did-go-on = 已繼續
desk-did-promise = 客戶看得到新的時間了
desk-did-acknowledge = 已記下您知悉
desk-did-relieve = 這件事現在由您負責
desk-did-order = 已交辦
desk-did-obey = 交辦事項已辦好
desk-event-raised = 承諾時間將盡，已上報
desk-event-acknowledged = 已知悉
desk-event-leg-paused = 這一環已暫停
desk-event-leg-went-on = 這一環已繼續
desk-event-owner-relieved = 換人負責
desk-event-ordered = 已交辦
desk-event-order-done = 交辦事項已辦好

# What waits for one person.
desk-way-mine = 等我處理
mine-title = 等我處理
mine-orders = 交辦給我的事
mine-raised = 請您知悉的承諾
mine-nothing = 沒有等您處理的事。

# The units below.
desk-way-levels = 各級情況
levels-title = 各級情況
levels-lead = 本單位和下級單位的未結案件。點數字可以看到個別案件。
levels-caption = 各單位未結案件
levels-unit = 單位
levels-open = 未結
levels-at-risk = 將逾時
levels-broken = 已逾時
levels-bounced = 被退回
levels-unacknowledged = 無人知悉
levels-owner = 負責人
levels-picks = 看哪些
levels-share = 已過 { $share }%
levels-none = 沒有。
levels-back = 返回各級情況
levels-page = 第 { $page } 頁
levels-bounces =
    { $n ->
       *[other] 被退回 { $n } 次
    }
