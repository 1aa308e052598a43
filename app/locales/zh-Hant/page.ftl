# What stands around every page of the portal. A kiosk has its own.
face-skip = 跳到主要內容
face-language = 語言
face-help-title = 找真人協助
face-help = 說明
face-privacy = 隱私權
face-accessibility = 無障礙
face-foot-nav = 關於本服務

# On a shared device.
face-forget = 清除我的資料
face-forget-hint = 使用的是公用裝置？按這裡會刪除您填寫的所有內容。
face-forget-hint-here = 使用的是公用裝置？按這裡，這台裝置就不再記得您。已經送出的內容仍在我們這裡。

# A case and lists.
face-mine = 您
face-pages = 翻頁
face-page-before = 上一頁
face-page-after = 下一頁

# When an island could not send.
unsent-offline-title = 沒有送出：網路中斷了
unsent-offline-text = 您填寫的內容都還在這裡，恢復連線後請再試一次。
unsent-too-many-title = 沒有送出：請稍候片刻
unsent-too-many-text = 短時間內嘗試的次數太多了。您填寫的內容都還在這裡。
unsent-unavailable-title = 沒有送出：服務暫時無法使用
unsent-unavailable-text = 問題在我們這邊，與您無關。您填寫的內容都還在這裡，請過幾分鐘再試。
