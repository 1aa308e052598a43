# A part on its way between departments.
desk-leg-offered-to = 已轉給{ $to }。對方接收之前，仍由您負責。
desk-leg-from = 由{ $from }轉來
desk-leg-decided = 由{ $from }轉來；協調員已裁定由這裡處理
desk-leg-answer-by = 接收或退回期限：
desk-legs-gone =
    { $n ->
       *[other] 已不再處理的環節（{ $n }）
    }
desk-pass-open = 轉辦……
desk-pass-decide = 裁定由誰處理……
desk-pass-title = 轉辦一個環節
desk-pass-lead = 對方部門接收之前，仍由您的部門負責。
desk-pass-to = 轉給誰
desk-pass-choose = 看對方需要什麼
desk-pass-label = 為什麼轉過去
desk-pass = 轉出
desk-withdraw = 撤回轉辦
desk-decline-open = 退回……
desk-decline-label = 退回的原因
desk-decline-hint = 轉辦人和首問負責人會看到。每次退回都會計數。
desk-decline = 退回
desk-rate-legend = { $from }交來的工作怎麼樣？
desk-rate-good = 很好
desk-rate-usable = 能用
desk-rate-poor = 不好
desk-rate-label = 缺了什麼
desk-rated-good = 評價：很好。
desk-rated-usable = 評價：能用。
desk-rated-poor = 評價：不好。

# A case as a whole.
desk-ways-title = 更多操作
desk-way-to-check = 品質檢查
desk-way-to-add = 增加環節
desk-way-to-hand-over = 請同事接替首問負責
desk-way-to-reclassify = 重新歸類
desk-way-to-join = 與另一案件有關
desk-back-to-case = 回到案件
desk-linked-title = 相關案件
desk-merged-title = 此案件已併入另一案件
desk-own-title = 此案件還沒有首問負責人
desk-own = 由我負責
desk-to-check-title = 各環節都已完成
desk-to-check-text = 請先檢查，然後詢問客戶是否已解決。
desk-undecided-title =
    { $n ->
       *[other] 已退回 { $n } 次：須由協調員裁定
    }
desk-undecided-text = { $when }起等待裁定。
desk-asked-title = 同事請您接替首問負責
desk-asking-title = 已請{ $name }接替首問負責
desk-take-over = 好，由我負責
desk-refuse-open = 不接……
desk-refuse-label = 不接的原因
desk-refuse = 不接
desk-unask-open = 撤回請求……
desk-unask-label = 原因
desk-unask = 撤回
desk-hand-over-title = 請同事接替首問負責
desk-hand-over-lead = 同事答應之前，仍由您負責。
desk-hand-over-to = 同事
desk-hand-over-label = 原因
desk-hand-over = 發出請求
desk-hand-over-of = 只看哪個部門的同事
desk-hand-over-of-all = 所有部門
desk-hand-over-show = 顯示
desk-add-title = 增加環節
desk-add-lead = 再加一個部門來處理。首問負責人不變。
desk-add-to = 由誰做
desk-add-after = 什麼時候做
desk-add-at-once = 馬上，與其他環節同時進行
desk-add-label = 要做什麼
desk-add = 增加
desk-reclassify-title = 這件事到底是什麼
desk-reclassify-lead = 已經開始的工作繼續做。還沒開始的，改按新類別的流程；承諾時間從客戶提出時重新計算。
desk-reclassify-subject = 類別
desk-reclassify-topics = 諮詢、業務和投訴
desk-reclassify-place = 地點
desk-reclassify-nowhere = 不涉及地點
desk-reclassify-label = 原因
desk-reclassify = 更改
desk-join-title = 另一案件
desk-join-lead = 關聯的案件各自繼續。合併後，此案件結束，以另一編號繼續；只有同一客戶的案件才能合併。
desk-join-other = 另一案件的編號
desk-join-hint = 十個字元加一個檢查字元，回執上有。
desk-join-label = 原因
desk-join-link = 關聯
desk-join-merge = 併入另一案件
desk-join-wrong = 用這個編號做不到。請核對編號，並看看另一案件是否未結案、是否屬於同一客戶。
desk-check-title = 品質檢查
desk-check-lead = 詢問客戶之前，請確認下面幾項：
desk-check-label = 哪裡不到位
desk-check-good = 全部符合
desk-check-lacking = 有不到位的
desk-fact-bounces = 退回
desk-bounces =
    { $n ->
       *[other] { $n } 次
    }

# What was done.
desk-did-decline = 您已退回這個環節
desk-did-pass = 已轉出，等對方接收
desk-did-withdraw = 轉辦已撤回
desk-did-add = 環節已增加
desk-did-rate = 評價已記錄
desk-did-own = 現在由您負責此案件
desk-did-hand-over = 已向同事發出請求
desk-did-take-over = 現在由您負責此案件
desk-did-keep-owner = 負責人不變
desk-did-reclassify = 已重新歸類
desk-did-join = 案件已建立關聯
desk-did-check = 檢查結果已記錄

# What happened, below the line.
desk-event-leg-offered = 轉給其他部門
desk-event-leg-decided = 協調員裁定了由誰處理
desk-event-leg-passed = 已從上一部門接手
desk-event-leg-declined = 退回
desk-event-leg-added = 增加了環節
desk-event-leg-rated = 評價了交來的工作
desk-event-offer-withdrawn = 轉辦已撤回
desk-event-offer-overdue = 轉辦逾時無人接收
desk-event-to-check = 各環節都已完成，等負責人檢查
desk-event-to-decide = 退回次數過多：須由協調員裁定
desk-event-owner-taken = 有人接下首問負責
desk-event-owner-asked = 請同事接替首問負責
desk-event-owner-changed = 首問負責人已更換
desk-event-owner-declined = 同事沒有接
desk-event-owner-withdrawn = 請求已撤回
desk-event-reclassified = 已重新歸類
desk-event-linked = 與另一案件關聯
desk-event-merged-here = 另一案件併入此案件
desk-event-checked-good = 檢查：全部符合
desk-event-checked-lacking = 檢查：有不到位的

# What waits for somebody.
mine-to-check = 詢問客戶之前請先檢查
mine-asked = 請您接替首問負責

# Recording what came in another way.
desk-way-record = 登記
desk-record-title = 登記一件事
desk-record-lead = 來自電話、來信、主管機關或櫃檯的事在這裡登記。登記後由您首問負責。
desk-record-channel = 來源
desk-record-details = 客戶怎麼說
desk-record-details-hint = 用客戶自己的話。客戶在進度頁面上看得到。
desk-record-contact = 客戶的電話或電子郵件
desk-record-contact-hint = 用來寄送回執和通知。客戶都不要就留空。
desk-record-tier = 已核實的客戶類型
desk-record-tier-hint = 沒有核實身分的，一律按個人客戶登記。
desk-record-line = 線路號碼
desk-record-address = 地址
desk-record = 登記
desk-did-record = 已登記，由您首問負責
