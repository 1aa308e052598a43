# What is said on every page.
face-skip = 跳到主要內容
face-title-faulty = 有誤：{ $title }
face-language = 語言
face-help-title = 找真人協助
face-help = 說明
face-privacy = 隱私權
face-accessibility = 無障礙
face-foot-nav = 關於本服務

# The form of a step.
face-continue = 繼續
face-back = 返回
face-forget = 清除我的資料
face-forget-hint = 使用的是公用裝置？按這裡會刪除您填寫的所有內容。
face-optional = { $label }（選填）
face-change = 修改

# Refusals.
face-faults = 請先看一下這裡
face-fault-prefix = 有誤：

# Receipt and case.
face-reference = 您的受理編號
face-qr = 內含您專屬連結的 QR Code，請用手機掃描
face-mine = 您

# Lists.
face-pages = 翻頁
face-page-before = 上一頁
face-page-after = 下一頁
