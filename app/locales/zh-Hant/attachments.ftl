# A picture or a PDF beside a message.
attachment-label = 圖片或 PDF
attachment-hint = 可附一張圖片（JPEG、PNG、WebP）或一份 PDF，不超過 { $most }。圖片裡的拍攝地點、裝置等資訊會移除。
attachment-hint-short = JPEG、PNG、WebP 或 PDF，不超過 { $most }。
attachment-why-reply = 客戶會收到這個檔案。
attachment-why-note = 只有員工看得到這個檔案。
attachment-about = { $kind }，{ $size }
attachment-kind-jpeg = 照片
attachment-kind-png = 圖片
attachment-kind-pdf = PDF
attachment-kilobytes = { $n } KB
attachment-megabytes = { $n } MB

# Why a file was not taken. What was written is still there; the file is not.
attachment-fault-large = 檔案超過 { $most }，請換一個小一點的。
attachment-fault-kind = 這個檔案不是圖片（JPEG、PNG、WebP），也不是 PDF。請換一個，或不附檔案直接送出。
attachment-fault-broken = 檔案讀不完整。請重新選擇，或換一個。
attachment-fault-empty = 這個檔案是空的。請等它下載到裝置上，再重新選擇。
attachment-fault-points = 圖片尺寸太大。請換一張 4000 萬像素以內的。
attachment-fault-active = 這份 PDF 裡帶有程式或其他檔案。請另存為一般 PDF 再選擇。
attachment-fault-many = 這裡存放的檔案已達上限。請不附檔案直接送出。
attachment-fault-busy = 現在傳送的檔案太多。請過一會兒重新選擇，或不附檔案直接送出。
attachment-fault-again = 還沒送出的檔案不會保留，請重新選擇。
