# When a page cannot be shown: what happened, what is kept, what to do now.
sorry-unavailable-title = 現在暫時無法處理
sorry-unavailable-lead = 是我們這邊的問題，不是您的。之前幾步填的都還在。請過幾分鐘再試。
sorry-too-many-title = 請稍等一下
sorry-too-many-lead = 短時間內嘗試的次數太多了。過幾分鐘再來，就可以繼續。
sorry-not-found-title = 找不到這個頁面
sorry-not-found-lead = 網址可能不完整，或已經過期。試試這些：
sorry-home = 回到首頁
sorry-track = 查進度
sorry-help = 說明
sorry-foreign-title = 這份表單來自別的網站
sorry-foreign-lead = 為了您的安全，我們只接收從本站頁面送出的內容。請在這裡重新開啟頁面，再送出一次。
sorry-too-large-title = 內容太多了
sorry-too-large-lead = 您送出的內容超過一次能接收的大小。請返回，縮短後再送出。
sorry-broken-title = 出了點問題
sorry-broken-lead = 問題在我們這邊，已經記錄下來。請返回，稍後再試。
