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
