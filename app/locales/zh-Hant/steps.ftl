# What the steps of every journey share: where you stand, how to reach you, checking, resuming.
steps-place = 第 { $at } 步，共 { $of } 步

resume-title = 接著上次的填？
resume-lead = 您上次填的還在這裡，最多保留 { $n } 小時。
resume-go-on = 接著填
resume-restart = 重新開始

contact-heading = 怎麼聯絡您？
contact-phone = 打電話或傳簡訊
contact-phone-hint = 有消息就通知您
contact-email = 寄電子郵件
contact-email-hint = 有消息就寫信給您
contact-none = 只用專屬連結，我自己查看
contact-none-hint = 送出後給您一個連結，不用登入就能看到全部進展
contact-phone-label = 手機或市話號碼
contact-phone-format = 市話請加區碼。例如 138 0013 8000。
contact-email-label = 電子郵件地址

check-title = 請核對一下
check-send = 送出
