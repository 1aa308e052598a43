# 在自助机上提交，有网没网都一样。
sending-wait = 正在提交……
sending-wait-lead = 几秒钟就好。
sending-received = 已收到
sending-received-lead = 请记下编号。没有纸质凭条也有效。
sending-saved = 已存在这台自助机上，还没有发出
sending-saved-lead = 现在没有网络。一连上就会发出，届时会告诉您什么时候答复。请记下编号。
sending-link = 在手机上查看进度
sending-link-lead = 用手机扫一扫二维码，或者输入下面的网址。
sending-full = 这台自助机现在受理不了
sending-full-lead = 刚才的内容没有提交，也没有留在这里。请到柜台，工作人员马上为您办理。
