# One's own cases and the department's queue.
work-mine-title = 我接下來的案件
work-mine-all = 我的全部 { $many } 件
work-department-title = 本部門
work-owned = 由您負責
work-held = 等客戶回覆
work-tick = 勾選 { $reference }
work-page = 更多待辦

# The same for several.
work-together-title = 對勾選的案件一起處理
work-take = 全部接下
work-note-open = 給它們寫備註……
work-note-label = 每件都寫上的內部備註
work-note = 每件都儲存這則備註
work-none-title = 沒有勾選任何案件
work-none-text = 請先勾選案件。您寫的內容還在。
work-together-done = 已處理 { $n } 件
work-together-late = { $n } 件沒有處理：別人先了一步。
work-together-gone = { $n } 件已不在，或不歸您處理。

# Finding a case.
work-way-search = 查找
work-search-title = 查找案件
work-search-label = 您要找什麼？
work-search-hint = 編號、電話、線路號碼，或者說過的話。兩個漢字就夠。
work-search = 查找
work-search-short = 太短了，請至少輸入兩個字。
work-search-none = 在您能看到的案件裡沒有找到。
work-search-none-yet = 暫時還沒有找到。
work-search-stopped = 含這些字詞的案件太多：這一頁查了 { $many } 件，下一頁接著查更早的。換更少見的詞或輸入號碼會更快。
work-search-caption = 找到的案件，最新的在最上面
work-search-page = 其他頁
work-column-case = 案件
work-column-state = 客戶看到的
work-column-since = 收到時間
work-column-found = 出現在哪裡

# A case that is worked on by several.
work-changed-title = 您開啟頁面以後，這個案件有了變化
work-changed-text = 什麼都還沒有送出。您寫的內容還在：請先看新的情況，如果仍然合適，再送一次。

# Clocks, and the customer's other cases.
work-used = 時間已用 { $share }%
work-leg-used = 時限已用 { $share }%（不分工作時間）。
work-leg-used-working = 時限已用 { $share }%（只算工作時間）。
work-leg-over = 已逾時：用了時限的 { $share }%（不分工作時間）。
work-leg-over-working = 已逾時：用了時限的 { $share }%（只算工作時間）。
work-leg-still = 現在停止計時。
work-held-title = 時間用在哪裡
work-held-owner = 負責人
work-held-customer = 等客戶回覆
work-held-offer = 已轉給{ $department }，還沒接
work-held-pause = 暫停：{ $reason }
work-held-paused = 暫停
work-held-row = { $time }，占 { $share }%
work-minutes = { $n } 分鐘
work-hours = { $n } 小時
work-days = { $n } 天
work-others-title = 這位客戶的其他案件

# Templates.
work-template-open = 從範本開始……
work-template-label = 範本
work-template-hint = 選好後，範本會直接接在您寫的內容後面。
work-template-done = 範本已放進回覆。
work-template-language = 語言
work-template = 放進回覆

# What a script adds.
work-news = 有新情況，頁面已更新。
work-keys = 鍵盤快速鍵
work-key-next = 下一列
work-key-before = 上一列
work-key-open = 開啟這一列
work-key-reply = 寫回覆
work-key-note = 寫備註
work-key-search = 查找
work-key-list = 顯示這張表
work-keys-off = 在這個瀏覽器裡關掉快速鍵
