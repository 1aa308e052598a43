# The first page.
home-title = 有什麼可以幫您？
home-fault = 報修
home-fault-hint = 不能上網、不能通話、電視不能看
home-ask = 諮詢和申訴
home-ask-hint = 方案、帳單、搬家移機，或有意見
home-track = 查進度
home-track-hint = 處理到哪一步了，也可以留言
home-feedback = 評價我們
home-feedback-hint = 一分鐘，說說您的感受
home-wrong-title = 現在有些地方有故障
home-wrong-link = 看看是不是您那裡

# After "forget me here".
forgotten-title = 已經清除
forgotten-lead = 您在這台裝置上填寫的內容已經刪除。已經送出的事情照常處理，憑編號或專屬連結可以查進度。
