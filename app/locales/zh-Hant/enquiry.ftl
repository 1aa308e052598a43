# Asking a question or complaining.
enquiry-topic-title = 是關於什麼的？
enquiry-topic-lead = 選最接近的一項就好，不確定也沒關係。
stage-before = 申辦之前
stage-during = 使用期間
stage-after = 退租、退還和申訴
enquiry-open = 沒有合適的？
enquiry-about-label = 用您自己的話說，是關於什麼的？
enquiry-about-hint = 上面都不合適時才需要填寫，幾個字就夠。
enquiry-details-title = 請說說是什麼事
enquiry-details-hint = 像平常說話那樣寫就好。寫清楚什麼時候、發生了什麼、您希望怎麼處理，會更快。
