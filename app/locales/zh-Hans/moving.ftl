# 从自助机转到手机上接着办。
move-title = 在手机上接着办
move-lead = 您在自助机上填的内容会转到这部手机，从刚才那一步继续；自助机上不会留下。
move-kept = 内容还没有提交，会在这部手机上保留 { $n } 小时。
move-here = 在这部手机上继续
move-own-title = 这部手机上已有没填完的内容
move-own-lead = 两份只能保留一份，您想接着填哪一份？
move-own-replace = 自助机上的那份
move-own-keep = 手机上的这份
move-own-note = 选自助机上的，手机上原来填的会删除；选手机上的，自助机上的内容不变。
move-over-title = 这个码已经不能用了
move-over-lead = 每个码只能用一次，而且很快会失效。
move-over-again = 如果您还在自助机旁，请重新扫一次，屏幕上会出现新的码。
move-over-elsewhere = 如果自助机显示已经转到手机，请在最先打开这个码的手机上查看；否则请重新开始。

# 自助机上的说法。
move-to-phone = 转到手机上继续
move-offer-title = 转到手机上继续
move-offer-lead = 用手机扫这个码，打开出现的页面，就能从这一步接着办，已经填的都在。
move-offer-time = 码会自动更新，不用着急。
move-offer-stays = 在手机上按下按钮之前，这里的内容也都还在。
move-offer-wait = 请稍等，码马上出来。
move-offer-none = 这台自助机现在没有联网，无法转到手机。内容都还在：请返回，在这里继续。
move-done-title = 已经转到您的手机
move-done-lead = 请在手机上继续。这台自助机上没有留下任何内容。

# 打印。
paper-print = 打印
paper-again = 再打印一次
paper-asked = 纸出来了吗？
paper-valid = 没有纸，编号同样有效。您也可以用手机扫这个码。
paper-came = 拿到了
paper-none = 没有出纸
paper-noted = 谢谢告知，会有人来检查打印机。没有纸，编号同样有效。
paper-help = 有疑问请拨打 { $phone }
