# Where does a case stand? By reference and contact, on every front.
track-title = 查進度
track-reference-label = 受理編號
track-reference-hint = 在受理單上，例如 7KM3P-9XQ4T-B。大小寫都可以。
track-contact-label = 電話號碼或電子郵件
track-contact-hint = 送出時留給我們的那一個。
track-find = 查詢
track-unknown-text = 編號和聯絡方式要相符才能查。請再核對一遍。當時沒有留聯絡方式的，只能用專屬連結打開。
track-wait-text = 短時間內查詢的次數太多。請過幾分鐘再按「查詢」，您填的內容還在。
standing-title = 想看全部內容？
standing-text = 憑編號只能看到處理到哪一步。要看往來內容、留言，或告訴我們好了沒有，請打開專屬連結。
