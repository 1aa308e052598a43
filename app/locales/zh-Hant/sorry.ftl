# When a page cannot be shown: what happened, what is kept, what to do now.
sorry-unavailable-title = 現在暫時無法處理
sorry-unavailable-lead = 問題出在我們這邊，您沒有做錯。內容還沒有送出。前面幾步填的都已保留；剛才填的還在您的瀏覽器裡：請返回上一頁，過幾分鐘再送出。
sorry-too-many-title = 請稍等一下
sorry-too-many-lead = 短時間內次數太多。請等幾分鐘，再返回上一頁重試，您填的內容還在瀏覽器裡。
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
