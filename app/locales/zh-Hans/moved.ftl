# What a phone says to whom a journey came from a kiosk.
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
