# A device that is to become a kiosk.
pair-title = 設定自助機
pair-lead = 這台裝置還沒有綁定門市。請在這裡顯示綁定碼，由有權限的同事在工作檯輸入。
pair-code = 顯示綁定碼
pair-again = 換一個綁定碼
pair-shown-lead = 請在工作檯的「自助機」頁面輸入這個綁定碼。
pair-until = 綁定碼只能使用一次，10 分鐘內有效，到{ $when }為止。需要時可以隨時換一個。
pair-given = 已經輸入好了
pair-not-yet-title = 綁定碼還沒有輸入
pair-not-yet-text = 在工作檯輸入綁定碼之後，請再按一次按鈕。
pair-over-title = 綁定碼已過期
pair-over-text = 沒有在時限內輸入。請換一個綁定碼。
pair-claimed-title = 綁定碼已確認
pair-claimed-text = 這台裝置將作為{ $shop }的自助機「{ $name }」使用。
pair-start = 啟動自助機
pair-ended-title = 這台裝置的綁定已解除
pair-ended-text = 工作檯已解除綁定。要繼續使用，請重新綁定。
pair-closed-title = 暫停服務
pair-closed-text = 請到櫃檯辦理。造成不便，敬請見諒。

# The kiosks, for those who look after them.
fleet-title = 自助機
fleet-count =
    { $n ->
        [0] 還沒有綁定自助機。
       *[other] 共 { $n } 台。
    }
fleet-none = 要綁定第一台，請在裝置上開啟本服務的 /kiosk 頁面，顯示綁定碼。
fleet-caption = 已解除但還有事項要處理的也列在這裡
fleet-place = { $shop }，{ $unit }
fleet-column-kiosk = 自助機
fleet-column-state = 狀態
fleet-column-heard = 最近聯繫
fleet-column-queue = 待傳送
fleet-column-frame = 螢幕
fleet-column-clock = 時鐘
fleet-column-printer = 印表機
fleet-column-setup = 設定
fleet-state-awaited = 等待啟動
fleet-state-awake = 正常
fleet-state-silent = 失去聯繫
fleet-state-resting = 門市已打烊
fleet-state-ended = 已解除
fleet-queue =
    { $n ->
        [0] 沒有
       *[other] { $n } 件
    }
fleet-queue-oldest = { $count }，最早的已等待 { $age }
fleet-ago = { $age }前更新
fleet-unknown = 未知
fleet-clock-right = 準確
fleet-clock-ahead = 快 { $age }
fleet-clock-behind = 慢 { $age }
fleet-printer-unknown = 未知
fleet-printer-ready = 可用
fleet-printer-out = 缺紙
fleet-setup-applied = 第 { $applied } 版
fleet-setup-behind = 第 { $applied } 版，第 { $newest } 版待生效
fleet-setup-refused = 第 { $applied } 版；無法讀取第 { $refused } 版
fleet-seconds = { $n } 秒
fleet-minutes = { $n } 分鐘
fleet-hours = { $n } 小時
fleet-days = { $n } 天

# Making one.
fleet-claim-title = 綁定自助機
fleet-claim-text = 只綁定您面前的裝置，或者由您認識的人當場唸出綁定碼的裝置。
fleet-claim-code = 裝置上的綁定碼
fleet-claim-code-hint = 八位英文字母和數字，例如 7KX9-M2QW。
fleet-claim-shop = 門市
fleet-claim-name = 名稱
fleet-claim-name-hint = 同事怎麼稱呼它，例如「門口那台」。
fleet-claim = 綁定
fleet-fault-empty = 請填寫。
fleet-fault-long = 最多 60 個字。
fleet-fault-wordy = 最多 500 個字。
fleet-fault-code = 現在沒有裝置顯示這個綁定碼。可能已過期，請在裝置上換一個。
fleet-fault-shop = 請選擇門市。
fleet-fault-number = 請填寫整數。
fleet-fault-range = 請填寫 { $least } 到 { $most } 之間的數。
fleet-fault-choose = 請選擇一項。

# One of them.
fleet-back = 全部自助機
fleet-facts-title = 最近一次回報
fleet-fact-unit = 單位
fleet-fact-paired = 綁定時間
fleet-fact-heard = 最近聯繫
fleet-fact-build = 版本
fleet-fact-queue = 待傳送
fleet-fact-frame = 螢幕
fleet-fact-clock = 時鐘
fleet-fact-printer = 印表機
fleet-fact-setup = 設定
fleet-fact-keys = 還需要的金鑰
fleet-heard = { $when }，{ $age }前
fleet-alerts-title = 需要處理
fleet-alert-cloned = 憑證被複製
fleet-alert-cloned-text = 有兩台裝置同時使用這台自助機的憑證，兩邊都已解除綁定。請先查清另一台在誰手裡，再重新綁定這台裝置。
fleet-alert-silent = 失去聯繫
fleet-alert-silent-text = 營業時間內連續三次沒有收到心跳。裝置可能已關機、斷網或當機。
fleet-alert-frozen = 螢幕不動
fleet-alert-frozen-text = 裝置有回應，但螢幕已經一分多鐘沒有更新。
fleet-alert-unreadable = 有內容無法讀取
fleet-alert-unreadable-text = 這台自助機送來的一份內容無法開啟，已原樣保存。
fleet-alert-setup = 設定無法讀取
fleet-alert-setup-text = 裝置無法讀取這一版設定，仍在使用上一版可用的設定。裝置上的程式可能太舊。
fleet-since = 從{ $when }開始。
fleet-over = { $when }已恢復。
fleet-know = 我來處理
fleet-known = { $who }已處理，{ $when }
fleet-set-title = 設定
fleet-set-text = 自助機會在兩位客戶之間換用新的設定。
fleet-set-mode = 用途
fleet-set-mode-service = 諮詢、報修和評價
fleet-set-mode-door = 門口的一個問題
fleet-set-language = 優先語言
fleet-set-range = { $hint }{ $least } 到 { $most }。
fleet-set-idle = 多久沒有操作就詢問是否還在
fleet-set-idle-hint = 單位：秒。
fleet-set-warning = 詢問後等待多久
fleet-set-warning-hint = 單位：秒。
fleet-set-micrometres = 像素大小
fleet-set-micrometres-hint = 單位：千分之一公釐。21.5 吋、1080×1920 的螢幕是 248。
fleet-set-above = 螢幕上方搆不到的部分
fleet-set-above-hint = 單位：公釐。離地超過 1220 公釐的部分。
fleet-set-below = 螢幕下方搆不到的部分
fleet-set-below-hint = 單位：公釐。
fleet-set-volume = 初始音量
fleet-set-volume-hint = 單位：百分比。
fleet-set-cap = 斷網時最多保存多少件
fleet-set-cap-hint = 滿了以後請客戶到櫃檯辦理。
fleet-set-headset = 只透過耳機播放語音
fleet-set-printer = 有印表機
fleet-set-tap = 結束時請客戶點一下評價
fleet-set = 儲存設定
fleet-revoke-open = 解除綁定……
fleet-revoke-text = 裝置下一次聯繫時會失去憑證，回到綁定頁面。已經收到的內容不受影響。
fleet-revoke-unsent = 裝置上還有 { $n } 件沒有傳送，會留在裝置上。
fleet-revoke = 解除綁定
fleet-versions-title = 設定的各個版本
fleet-version = 第 { $n } 版
fleet-log-title = 操作紀錄
fleet-by-itself = 按規則
fleet-deed-paired = 綁定
fleet-deed-set = 修改設定
fleet-deed-placed = 改名或移動
fleet-deed-read = 重新讀取
fleet-deed-dropped = 刪除無法讀取的提交
fleet-deed-handed-in = 提交帶回的內容
fleet-deed-known = 確認提醒
fleet-deed-revoked = 解除綁定
fleet-deed-cloned = 因憑證被複製而解除綁定
desk-did-fleet-claim = 現在請在裝置上按「已經輸入好了」
desk-did-fleet-set = 設定已儲存
desk-did-fleet-place = 名稱和門市已儲存
desk-did-fleet-read = 已再試一次
desk-did-fleet-drop = 已刪除
desk-did-fleet-know = 已記錄由您處理
desk-did-fleet-revoke = 這台自助機已解除綁定

# 無法讀取的提交，以及人工帶回的待傳內容。
fleet-unread =
    { $n ->
       *[other] { $n } 筆無法讀取
    }
fleet-unread-title = 無法讀取的提交
fleet-unread-text = 客戶在這台自助機上送出、我們打不開的內容。原樣保留，直到能讀取或被刪除。
fleet-unread-key = 缺少金鑰
fleet-unread-key-text = 用金鑰 { $key } 加密。請把這把金鑰放回服務的金鑰中，重新啟動後一分鐘內會自動讀取。
fleet-unread-seal = 打不開
fleet-unread-seal-text = 途中被更動，或是為另一套也有金鑰 { $key } 的服務加密的。如果來自另一套服務，請到那裡提交。
fleet-unread-content = 內容無法識別
fleet-unread-content-text = 可以打開，但目前的版本無法識別。請在升級後再試。
fleet-unread-twice = 同一張表單已送出過
fleet-unread-twice-text = 同一張表單已送出過其他內容。請查找當天的案件；客戶拿到的編號可能查不到。
fleet-unread-told = 告訴客戶的編號是 { $number }。
fleet-unread-untold = 沒有給客戶編號。
fleet-unread-when = 送出於{ $pressed }，收到於{ $came }。
fleet-unread-read = 再試一次
fleet-drop-open = 刪除……
fleet-drop-text = 客戶寫的內容將永久刪除。原因和您的姓名會保留。
fleet-drop-reason = 原因
fleet-drop-reason-hint = 試過什麼辦法，為什麼不再需要。
fleet-drop = 永久刪除
fleet-place-open = 改名或移到別處……
fleet-place-text = 客戶之前送出的內容仍算在原來的門市。
fleet-place-save = 儲存
fleet-hand-in-open = 提交帶回的內容……
fleet-hand-in-text = 用於再也不能連網的自助機：用「onefront kiosk-empty」從裝置取出的檔案。每筆只收一次，即使自助機以後又傳送。
fleet-hand-in-file = 自助機的檔案
fleet-hand-in-file-hint = 檔名以 json 結尾。已加密，只有本服務能讀取。
fleet-hand-in = 提交
fleet-carried-title = 從「{ $name }」帶回的內容
fleet-carried-lead = { $who }，{ $when }
fleet-carried-back = 返回這台自助機
fleet-carried-taps =
    { $n ->
        [0] 沒有門口評價。
       *[other] { $n } 次門口評價。
    }
fleet-carried-none = 裡面沒有客戶送出的內容。
fleet-carried-caption = 每筆提交的結果
fleet-carried-untold = 沒有編號
fleet-carried-column-told = 告知的編號
fleet-carried-column-pressed = 送出時間
fleet-carried-column-outcome = 結果
fleet-carried-column-case = 案件
fleet-carried-case = 已立案
fleet-carried-again = 之前已收到
fleet-carried-counted = 已計入
fleet-carried-unread = 已保留，無法讀取
fleet-carried-broken = 不是自助機的內容
