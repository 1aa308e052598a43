# What the steps of every journey share: where you stand, how to reach you, checking, resuming.
steps-place = 第 { $at } 步，共 { $of } 步

resume-title = 接着上次的填？
resume-lead = 您上次填的还在这里，最多保留 { $n } 小时。
resume-go-on = 接着填
resume-restart = 重新开始

contact-heading = 怎么联系您？
contact-phone = 打电话或发短信
contact-phone-hint = 有消息就告诉您
contact-email = 发邮件
contact-email-hint = 有消息就写信给您
contact-none = 只用专属链接，我自己查看
contact-none-hint = 提交后给您一个链接，不用登录就能看到全部进展
contact-phone-label = 手机号或固定电话
contact-phone-format = 固定电话请加区号。例如 138 0013 8000。
contact-email-label = 电子邮箱

check-title = 请核对一下
check-send = 提交
