# Finding a case.
track-lead = 有專屬連結，直接打開最快。沒有的話，在這裡憑編號查。
track-contact-why = 只用來和您留下的核對。在這裡填的內容，{ $n } 小時內清除。

# The door a secret link leads to, and the door that stays shut.
door-title = 打開您的案件
door-lead = 這個連結是您專屬的。拿到它的人都看得到內容，請只給信得過的人。
door-open = 打開
locked-title = 這裡打不開
locked-lead = 為了保護您的資料，請打開專屬連結，或憑編號和聯絡方式查詢。
locked-kept = 您寫的內容已經幫您留著。在這台裝置上打開專屬連結，就能看到。
locked-find = 憑編號查詢

# What a case is, where it stands, and what was promised.
kind-enquiry = 諮詢
kind-complaint = 申訴
kind-fault = 報修
kind-recovery = 後續處理
state-received = 已收到
state-received-means = 我們收到了，會安排人處理。
state-working = 處理中
state-working-means = 我們正在處理這件事。
state-waiting = 等您回覆
state-waiting-means = 我們有事請教您，收到您的回覆就繼續。
state-done = 等您確認
state-done-means = 我們認為處理好了，您說了才算。
state-closed = 已結案
state-closed-means = 這件事已經結案。如果又出問題，您可以重新打開。
promise-answer = 我們會在 { $when } 前答覆您。
promise-fix = 我們會在 { $when } 前處理好。
promise-history = 給您的全部承諾
promise-given = { $when } 承諾。
promise-because-first = 收到時給您的承諾。
promise-because-reopened = 您說還沒好，重新承諾。
promise-because-wrote = 因為您又來留言，重新約定。
promise-because-reclassified = 弄清楚是什麼事之後，重新承諾。
promise-because-incident = 因背後的故障而改變。

# What can happen to a case.
moment-received = 送出了這件事
moment-accepted = 開始處理
moment-message = 留言
moment-reply = 我們的回覆
moment-promise-changed = 承諾的時間有變動
moment-done = 我們認為處理好了
moment-closing-soon = 如果沒有您的消息，過幾天就結案
moment-confirmed = 確認好了
moment-closed-by-rule = 沒有收到您的消息，已結案
moment-reopened = 表示還沒好，重新打開
moment-merged = 與您的另一件事合併處理，編號：
moment-incident-news = 背後的故障有新消息
moment-link-renewed = 換了新的專屬連結，原來的已失效

# The page of a case.
case-title = 您的案件
case-title-of = 案件 { $reference }
case-sent-title = 留言已收到
case-sent-text = 就在下面的紀錄裡。
case-timeline = 進展
case-what-was-sent = 您送出的內容
case-whole = 顯示全文
case-fixed-ask = 好了嗎？
case-fixed-text = 好了，這件事就結案，再請您打個分數。沒好，我們接著處理，您不用從頭再說。
case-fixed-yes = 好了
case-fixed-no = 還沒好
case-reopen-title = 又出問題了？
case-reopen-text = 按一下就重新打開，還是這個編號，您不用從頭再說。
case-reopen-label = 還有什麼沒處理好？
case-closed-meanwhile = 這件事剛剛已經結案，您的留言還沒有送出。要重新處理，請按「還沒好」，留言會一起送出。
case-survey = 評價這次處理
case-write-title = 給我們留言
case-write-label = 您想說的
case-write-hint = 有新情況、要補充，或想問進行到哪一步，都可以寫。
case-write-send = 傳送
case-link-title = 您的專屬連結
case-link-text = 在任何裝置上打開，都能看到這一頁，不用登入。請不要隨便給別人。

# The receipt.
receipt-title = 我們收到了
receipt-again-title = 您已經送出過了
receipt-again-text = 這是同一件事，沒有重複。
receipt-changed-title = 之前已經送出了
receipt-changed-text = 您後來改的內容還沒有傳給我們。可以當作留言補充進去。
receipt-changed-add = 當作留言補充
receipt-link-title = 請收好您的專屬連結
receipt-link-text = 隨時打開，都能看到全部進展，也可以留言，不用登入。請不要隨便給別人。
receipt-next-title = 接下來
receipt-next-1 = 我們來找該處理的人，您不用再找別人。
receipt-next-2 = 有進展、要請教您，或時間有變，都會寫在您的專屬連結裡。
receipt-next-3 = 最後我們會問您好了沒有。沒好就接著處理。
receipt-follow = 查看進度
case-news = 本頁有新進展。
