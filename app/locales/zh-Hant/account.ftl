# Coming in.
account-code-title = 還差一步
account-code-lead = 密碼正確。請輸入手機上顯示的驗證碼。
account-code-label = 驗證碼
account-code-hint = 驗證器應用程式裡的六位數字。手機不在身邊的，請用一個復原碼。
account-code-back = 重新登入
account-code-wrong = 驗證碼不對，或者已經用過。請等下一個驗證碼。
account-code-over = 時間太久，或者驗證碼錯的次數太多。請重新登入。
account-wait = 輸錯的次數太多，請等一刻鐘再試。
account-provider = 用{ $name }登入
account-provider-title = 馬上就好
account-provider-lead = { $name }已確認您的身分。
account-provider-go = 進入工作檯
account-provider-refused = 這樣登入沒有成功。請再試一次；還是不行的，請問管理員這裡有沒有您的帳號。

# One’s own account.
account-title = 我的帳號
account-lead = 登入帳號：{ $login }
account-owed-password-title = 請設定自己的密碼
account-owed-password-text = 現在的密碼別人也知道。改好以後就可以使用工作檯。
account-owed-second-title = 請設定登入驗證碼
account-owed-second-text = 您的角色不能只用密碼登入。設定好以後就可以使用工作檯。
account-password-title = 密碼
account-password-text = 改密碼以後，其他瀏覽器上的登入都會登出。
account-password-old = 現在的密碼
account-password-new = 新密碼
account-password-again = 再輸一次新密碼
account-password-hint = 至少 10 個字元。幾個詞連在一起，好記又難猜。
account-password-change = 修改密碼
account-fault-wrong = 密碼不對，請核對。
account-fault-length = 請至少用 10 個字元。
account-fault-simple = 這個密碼太容易猜到。請多用幾種字元，不要用帳號名稱。
account-fault-same = 這就是現在的密碼，請換一個。
account-fault-unlike = 兩次輸入不一樣，請再輸一次新密碼。
account-second-title = 登入驗證碼
account-second-text = 登入時除了密碼，還要手機上的驗證碼。別人就算知道密碼也進不來。
account-second-is-off = 沒有設定
account-second-is-on = { $when }起使用
account-second-codes =
    { $n ->
        [0] 復原碼已用完。關閉後重新設定，可以得到新的復原碼。
       *[other] 還剩 { $n } 個復原碼。
    }
account-second-begin = 開始設定
account-second-end-open = 關閉…
account-second-end = 關閉驗證碼
account-second-demanded = 您的角色必須使用：關閉後要馬上重新設定。
account-sessions-title = 登入情況
account-sessions =
    { $n ->
        [1] 只在這個瀏覽器登入。
       *[other] 共在 { $n } 個瀏覽器登入，包括這一個。
    }
account-sign-out-everywhere = 全部登出
account-away-title = 外出和請假
account-away-text = 不在的時候，由別人代為負責您的案件。案件仍歸您，到時自動回到您這裡。
account-away-say = 登記外出時間
account-stands-in = 您代 { $name } 負責，{ $from }至{ $until }。

# Setting up the second step.
account-setup-title = 設定登入驗證碼
account-setup-phone = 加到手機
account-setup-phone-text = 在手機上打開驗證器應用程式，掃描這個 QR Code。
account-setup-key = 也可以手動輸入金鑰：
account-setup-codes = 保存復原碼
account-setup-codes-text = 手機丟了的時候，每個復原碼可以登入一次。請現在抄下來，以後不再顯示。
account-setup-code = 試一下
account-setup-code-label = 手機上現在的驗證碼
account-setup-on = 啟用

# What was done.
desk-did-account-password = 密碼已修改
desk-did-account-second-on = 登入驗證碼已啟用
desk-did-account-second-off = 登入驗證碼已關閉
