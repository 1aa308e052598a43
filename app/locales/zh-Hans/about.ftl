# Help, privacy and accessibility: the pages every face has.
help-title = 帮助
help-lead = 想直接和人说？请拨打 { $phone }。{ $hours }。
help-ask-title = 找不到想问的
help-ask-text = 在“咨询和投诉”里选最后一项，用自己的话写下来就行。您不用管该找谁，我们来找。
help-lost-title = 找不到编号或专属链接
help-lost-text = 有编号，再加上当时留的电话号码或邮箱，就能查进度。两样都找不到，请打上面的电话。
help-urgent-title = 有危险时
help-urgent-text = 电线或电缆垂落、设备冒烟起火时，请先离远一些，并拨打当地的紧急电话，然后告诉我们：{ $phone }。

privacy-title = 隐私
privacy-lead = 我们问您要什么、用来做什么、保留多久、谁能看到。
privacy-details = 您写的内容
privacy-contact = 您的电话号码或邮箱
privacy-place = 您的地址和线路
privacy-keep-title = 保留多久
privacy-keep-text = 事情办结后，全部内容保留 { $n } 天，然后删除。
privacy-draft-text = 填了还没有提交的内容，最多保留 { $n } 小时。
privacy-forget-title = 现在就清除
privacy-forget-text = 删掉您在这台设备上填了还没有提交的内容，并让这台设备不再记得您。
privacy-version = 本说明为第 { $n } 版。您提交时的版本会和内容一起保存。

accessibility-title = 无障碍
accessibility-lead = 每个人都应该用得了这里。我们是这样做的：
accessibility-keyboard = 只用键盘、屏幕阅读器或语音，都能办完每件事。
accessibility-script = 浏览器不运行脚本，也照样能用。
accessibility-text = 文字放大到 400% 或在很小的屏幕上，内容不会缺少，也不用左右拖动。
accessibility-contrast = 文字和背景反差大，按钮够大。颜色从来不是唯一的提示。
accessibility-time = 在自己的设备上慢慢填，没有倒计时。
accessibility-tell-title = 哪里不好用？
accessibility-tell-text = 请拨打 { $phone } 告诉我们。您要办的事，我们在电话里帮您办；不好用的地方，我们来改。
