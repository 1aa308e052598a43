# 自助机上的说法。
move-to-phone = 转到手机上继续
move-offer-title = 转到手机上继续
move-offer-lead = 用手机扫这个码，打开出现的页面，就能从这一步接着办，已经填的都在。
move-offer-time = 二维码会自动更新，不用着急。
move-offer-stays = 在手机上按下按钮之前，这里的内容也都还在。
move-offer-wait = 请稍等，二维码马上出来。
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
