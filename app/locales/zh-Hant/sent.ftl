# What was sent, label by label: on "check your answers", the receipt and the case.
sent-topic = 事由
sent-about = 關於
sent-details = 您寫的內容
sent-product = 服務項目
sent-symptom = 情況
sent-place = 地區
sent-line = 號碼
sent-address = 地址
sent-since = 開始時間
sent-contact = 聯絡方式
