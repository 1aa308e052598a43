# Signing in.
desk-sign-in-title = 員工登入
desk-sign-in-lead = 供本公司員工使用。客戶辦理業務不需要帳號。
desk-login-label = 帳號
desk-password-label = 密碼
desk-sign-in = 登入
desk-sign-in-wrong = 帳號和密碼不符，請核對。
desk-sign-in-wait = 這裡輸錯的次數太多，請等一刻鐘再試。忘記密碼的話，請找管理員重設。
desk-sign-in-out-title = 已登出
desk-sign-in-out-text = 這個瀏覽器沒有留下任何登入資料。

# Around every page.
desk-ways = 工作台
desk-way-queue = 待辦
desk-way-incidents = 故障公告
desk-way-outbox = 轉派
desk-who = { $name } · { $role } · { $unit } { $department }
desk-you = 目前登入
desk-sign-out = 登出
desk-role-front = 前台
desk-role-specialist = 專員
desk-role-coordinator = 協調員
desk-role-manager = 主管
desk-role-administrator = 管理員
desk-not-here-title = 這裡沒有這個案件
desk-not-here-lead = 可能編號看錯了，也可能歸別的部門。
desk-choose = 請選擇
desk-where = { $unit } { $department }

# Time left.
desk-left-minutes = 還剩 { $n } 分鐘
desk-left-hours = 還剩 { $n } 小時
desk-left-days = 還剩 { $n } 天
desk-late-minutes = 逾時 { $n } 分鐘
desk-late-hours = 逾時 { $n } 小時
desk-late-days = 逾時 { $n } 天

# What was done, and what was in the way.
desk-did-accept = 已接下這一步
desk-did-reply = 客戶可以看到回覆了
desk-did-note = 備註已儲存
desk-did-publish = 客戶現在可以看到了
desk-did-finish = 這一步已完成
desk-did-announce = 公告已發布
desk-did-expect = 預計時間已更新
desk-did-end = 公告已結束
desk-did-replay = 將重新轉派
desk-did-set-aside = 已擱置
desk-did-settled = 已記下核對結果
desk-did-text = 本頁顯示的是最新情形。
desk-late-title = 有同事先處理了
desk-late-text = 這一步現在做不了了。本頁是最新情形，剛才寫的內容還在。
desk-fault-inner-name = 客戶不知道「{ $name }」是什麼。請換個說法，不要寫內部名稱。
desk-fault-when = 請填寫將來的日期和時間。

# The queue.
desk-queue-title = 待辦
desk-queue-parts = 待辦分類
desk-queue-next = 接下來
desk-queue-mine = 我的
desk-queue-open = 本部門
desk-queue-unassigned = 沒人接的
desk-queue-waiting = 等待中
desk-queue-late = 逾時
desk-queue-done = 30 天內完成
desk-queue-caption-next = 最先到期的在最上面
desk-queue-caption-mine = 您負責的或經辦的案件，最先到期的在最上面
desk-queue-caption-open = 最先到期的在最上面
desk-queue-caption-unassigned = 還沒有人接的案件，最先到期的在最上面
desk-queue-caption-waiting = 等客戶回覆或已暫停的案件
desk-queue-caption-late = 逾時最久的在最上面
desk-queue-caption-done = 最近完成的在最上面
desk-queue-none-next = 沒有待辦。有新案件會出現在這裡。
desk-queue-none-mine = 您手上沒有案件。可以從本部門的待辦裡接。
desk-queue-none-open = 沒有待辦。有新案件會出現在這裡。
desk-queue-none-unassigned = 所有案件都有人接了。
desk-queue-none-waiting = 沒有等待中的案件。
desk-queue-none-late = 沒有逾時的案件。
desk-queue-none-done = 30 天內沒有完成的案件。
desk-column-case = 案件
desk-column-breaks = 期限
desk-column-state = 狀態
desk-column-taken = 經辦人
desk-column-where = 部門
desk-column-task = 內容
desk-column-trouble = 問題
desk-column-since = 起始時間
desk-column-decide = 處理
desk-breaks-promise = 對客戶的承諾
desk-breaks-target = 這一步的時限
desk-taken-by-none = 還沒有人
desk-reopened = 重開 { $n } 次
desk-tier-key = 重要客戶
desk-tier-enterprise = 企業客戶
desk-tier-family = 家庭客戶
desk-tier-individual = 個人客戶
desk-leg-planned = 未開始
desk-leg-queued = 等待接單
desk-leg-accepted = 已接單
desk-leg-working = 處理中
desk-leg-paused = 暫停
desk-leg-done = 已完成
desk-leg-declined = 已退回

# A case.
desk-case-title = { $reference } · { $about }
desk-customer-reads = 客戶看到的狀態：
desk-case-sent = 客戶送出的內容
desk-case-facts = 案件資料
desk-fact-owner = 首問負責人
desk-fact-contact = 聯絡方式
desk-fact-language = 語言
desk-fact-channel = 來源
desk-fact-tier = 客戶
desk-fact-opened = 收到時間
desk-fact-reopened = 重開
desk-owner-duty = { $duty }（還沒有人接）
desk-contact-none = 沒有留，只有專屬連結
desk-channel-portal = 網路
desk-channel-kiosk = 自助機
desk-channel-counter = 櫃檯
desk-channel-phone = 電話
desk-channel-letter = 來信
desk-channel-regulator = 主管機關
desk-channel-api = 其他系統
desk-legs-title = 處理步驟
desk-leg-taken = 經辦人：{ $name }
desk-leg-there = 處理系統：{ $there }
desk-leg-there-as = 處理系統：{ $there }，單號 { $id }
desk-accept = 接單
desk-finish-open = 標記完成…
desk-finish-last-label = 處理結果，給客戶看
desk-finish-last-hint = 這是最後一步。客戶會看到這段話，並被問到是否已修好。
desk-finish-label = 處理結果，給同事看
desk-finish-hint = 下一個部門會看到，客戶看不到。
desk-finish = 標記完成
desk-reply-title = 回覆客戶
desk-reply-label = 回覆
desk-reply-hint = 客戶會在進度頁看到。客戶使用的語言：{ $language }。
desk-reply-done = 已告訴客戶處理完成，正在等客戶確認。
desk-reply = 送出回覆
desk-reply-ask = 送出並等客戶回覆
desk-note-title = 寫給同事
desk-note-label = 內部備註
desk-note-hint = 只有員工看得到。
desk-note-there = 同時傳給對方系統
desk-note = 儲存備註
desk-log-title = 全部紀錄
desk-side-above = 客戶看得到
desk-side-below = 內部
desk-actor-customer = 客戶
desk-actor-house = 系統自動
desk-event-note = 內部備註
desk-event-back-office-note = 對方系統的備註
desk-event-back-office-state = 對方系統的新狀態
desk-event-leg-accepted = 有人接下了一步
desk-event-leg-done = 一步已完成
desk-event-leg-queued = 已轉給處理系統
desk-event-maybe-doubled = 對方可能收到兩份
desk-event-not-carried = 沒有轉過去
desk-event-other = 其他紀錄
desk-publish-open = 告訴客戶…
desk-publish-label = 客戶將看到的內容
desk-publish-hint = 請改成客戶聽得懂的話。客戶會當作我們的回覆來讀。
desk-publish = 告訴客戶

# Incidents.
desk-incidents-title = 故障公告
desk-incidents-lead = 同一原因造成的大範圍故障。客戶報修前會先看到，「目前故障」頁也會顯示。
desk-incidents-none = 沒有公告，七天內也沒有結束的。
desk-incidents-list = 進行中和七天內結束的
desk-incident-joined =
    { $n ->
        [0] 還沒有客戶說「我也是」。
       *[other] { $n } 位客戶說「我也是」。
    }
desk-incident-change = 更新或結束…
desk-incident-about = （{ $title }）
desk-incident-expected-label = 預計恢復時間
desk-incident-expected-hint = 還不清楚可以不填。
desk-incident-expect = 更新預計時間
desk-incident-end = 已恢復
desk-incident-new = 發布公告
desk-incident-product = 服務
desk-incident-place = 地區
desk-incident-place-hint = 所選地區全部受影響。
desk-incident-whole = { $place }全部
desk-incident-title-hint = 寫客戶看到的現象，例如：東湖區寬頻中斷。
desk-incident-text-hint = 客戶會看到這段文字。
desk-incident-open = 發布

# The outbox.
desk-outbox-title = 轉派
desk-outbox-waiting =
    { $n ->
        [0] 沒有等待轉給其他系統的內容。
       *[other] 有 { $n } 筆等待轉給其他系統。
    }
desk-outbox-none = 沒有需要處理的。
desk-outbox-caption = 出問題的，最早的在最上面
desk-task-open = 建單：{ $there }
desk-task-note = 追加備註：{ $there }
desk-task-state = 更新狀態：{ $there }
desk-called-there = 對方單號 { $id }
desk-trouble-dead = 需要人工處理
desk-trouble-dead-means = 不再自動重試，這個案件後續的內容都在等它。
desk-trouble-doubled = 對方可能收到兩份
desk-trouble-doubled-means = 重送時不確定第一次是否送到，請到對方系統核對。
desk-trouble-trying = 已試 { $n } 次
desk-trouble-trying-means = 下次重試：{ $when }。
desk-decide-replay = 重新轉派
desk-decide-set-aside = 不再轉派
desk-decide-settled = 已核對
desk-decide-nothing = 不需處理
