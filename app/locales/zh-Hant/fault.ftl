# Reporting that something does not work.
fault-product-title = 什麼不能用？
fault-symptom-title = 是什麼情況？
fault-questions-title = 再請教幾個細節

# Trying what may mend it on the spot.
fault-try-lead = 請先照著做一遍，很多時候幾分鐘就好了。
fault-try-ask = 好了嗎？
fault-try-fixed = 好了，可以用了
fault-try-not-fixed = 沒有，繼續

# Where it is.
fault-place-title = 在哪個地區？
fault-place-hint = 選擇發生問題的地方所在的地區。
fault-place-empty = 請選擇
fault-place-label = 地區
fault-finder-label = 尋找地區
fault-finder-hint = 輸入名稱或拼音首字母，再選擇。
fault-finder-none = 沒有找到，請在下面的清單中選擇。
fault-finder-chosen = 已選擇：{ $place }
fault-line-title = 是哪條線路？
fault-line-lead = 號碼和地址，填一個就夠。
fault-address-label = 地址
fault-address-hint = 街道、門牌號碼和樓層。

# What we know of already.
fault-known-title = 您這裡的故障，我們已經知道
fault-known-which = 您遇到的是哪一個？
fault-known-lead = 如果您遇到的就是這個，按一下就好，不用再填。
fault-known-expected = 預計 { $when } 前恢復。
fault-known-join = 我也是
fault-known-other = 不是這個，繼續

# Since when.
fault-since-title = 什麼時候開始的？
since-now = 剛剛，一小時之內
since-today = 今天稍早
since-yesterday = 昨天
since-earlier = 更早
since-date-label = 哪一天？
since-date-hint = 選「更早」時才需要填寫。
fault-contact-title = 怎麼聯絡您？

# Good endings without a case.
fault-mended-title = 修好了就好
fault-mended-lead = 您不用再做什麼。如果又出問題，隨時再來報修。
fault-joined-title = 記下了，您也受影響
fault-joined-lead = 我們已經在修，您不用再報修。最新情況在「目前故障」頁面。
fault-ending-feedback = 說說您的感受
