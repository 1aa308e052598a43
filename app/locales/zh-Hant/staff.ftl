# Who works here.
staff-title = 員工
staff-count =
    { $n ->
        [0] 沒有人。
       *[other] 共 { $n } 人。
    }
staff-none = 沒有找到。
staff-search = 姓名、帳號或單位
staff-search-go = 尋找
staff-caption = 已離職的排在最後
staff-page-of = 第 { $page } 頁，共 { $pages } 頁
staff-column-name = 姓名
staff-column-role = 角色
staff-column-where = 部門
staff-column-state = 情況
staff-state-left = { $when }離職
staff-state-away = 外出至{ $when }
staff-state-once = 一次性密碼，{ $when }前有效
staff-state-second = 使用登入驗證碼

# Adding somebody.
staff-add-open = 新增員工
staff-add-title = 新增員工
staff-add-lead = 請把帳號和一次性密碼告訴本人。第一次登入時要設定自己的密碼。
staff-add = 新增
staff-login-hint = 小寫字母、數字、點和連字號。以後不能改。
staff-name = 姓名
staff-once = 一次性密碼
staff-once-hint = 七天內有效，只能用來設定新密碼。以後不再顯示。

# Somebody.
staff-fact-unit = 單位
staff-fact-department = 部門
staff-fact-role = 角色
staff-fact-cases = 首問負責
staff-cases =
    { $n ->
        [0] 沒有未結的案件
       *[other] { $n } 個未結的案件
    }
staff-manage-title = 變更
staff-move-open = 姓名、部門、角色…
staff-move = 儲存
staff-password-open = 新的一次性密碼…
staff-password = 設定一次性密碼
staff-reset-open = 關閉登入驗證碼…
staff-reset-text = 用於手機遺失的員工。本人的登入會全部登出，重新設定前只用密碼登入。請先確認真的是本人提出的。
staff-reset = 關閉驗證碼
staff-leave-open = 離職…
staff-leave-text =
    { $n ->
        [0] 登入會全部登出，以後不能再登入。已接下的步驟退回部門。
       *[other] 登入會全部登出，以後不能再登入。已接下的步驟退回部門。負責的 { $n } 個案件轉給值守，並標為「需要有人接」。
    }
staff-leave = 確認離職
staff-log-title = 變更紀錄
staff-deed-by-command = 命令列
staff-deed-added = 新增
staff-deed-moved = 修改姓名、部門或角色
staff-deed-password-own = 設定了自己的密碼
staff-deed-password-once = 得到一次性密碼
staff-deed-second-on = 啟用登入驗證碼
staff-deed-second-off = 關閉登入驗證碼
staff-deed-second-reset = 登入驗證碼被關閉
staff-deed-recovery-used = 用了一個復原碼
staff-deed-away = 登記外出
staff-deed-back = 結束外出
staff-deed-left = 離職

# Absence.
staff-away-title = 外出和請假
staff-away-text = 代理人能看到這些案件，代為負責，負責人能做的都能做。案件不換人，到時自動恢復。
staff-away-now = 外出至{ $until }，由 { $deputy } 代理。
staff-away-later = { $from }至{ $until }外出，由 { $deputy } 代理。
staff-away-back = 已經回來
staff-away-not = 不去了
staff-away-from = 開始
staff-away-from-hint = 不填就是從現在開始。
staff-away-until = 結束
staff-away-deputy = 代理人
staff-away-deputy-hint = 同單位和上級單位的同事。
staff-away-say = 儲存

# What is to be mended.
staff-fault-empty = 請填寫。
staff-fault-long = 太長了，最多 79 個字元。
staff-fault-login = 只能用字母、數字、點和連字號，最多 64 個。
staff-fault-taken = 這個帳號有人在用，或者用過。請換一個。
staff-fault-unit = 請選擇單位。
staff-fault-department = 這個單位沒有這個部門，請重新選擇。
staff-fault-role = 請選擇角色。
staff-fault-password = 請至少用 10 個字元，不要太單一，不要用帳號名稱。
staff-fault-last-administrator = 這是最後一位管理員。請先讓別人成為管理員。
staff-fault-when = 請填寫將來的日期和時間，最長 400 天。
staff-fault-order = 結束要晚於開始。
staff-fault-overlap = 這段時間已經登記過外出，請先結束那一次。
staff-fault-deputy = 請選擇代理人。
staff-fault-deputy-away = 這位同事那時也不在，請換一位。

# Cases that wait for somebody.
staff-waiting-title = 等您處理
staff-needs-person = 需要有人接
staff-needs-since = { $when }起
staff-needs-person-text = 這個案件的負責人已於{ $when }離職。有人接下之前由值守負責。
staff-for = 代 { $name }
staff-owner-away = { $name }（外出至{ $until }，由 { $deputy } 代理）
desk-event-leg-given-back = 一步已退回：經辦人離職
desk-event-needs-person = 需要有人接：負責人離職
desk-event-deputy-left = 代班人離職：由負責人自己答覆

# What was done.
desk-did-staff-add = 已新增，可以登入了
desk-did-staff-move = 已儲存
desk-did-staff-password = 一次性密碼已設定
desk-did-staff-reset-second = 登入驗證碼已關閉
desk-did-staff-leave = 已辦理離職
desk-did-staff-away = 外出已登記
desk-did-staff-back = 外出已結束
