# What stands around every page of the portal. A kiosk has its own.
face-skip = 跳到主要内容
face-language = 语言
face-help-title = 找人工帮忙
face-help = 帮助
face-privacy = 隐私
face-accessibility = 无障碍
face-foot-nav = 关于本服务

# On a shared device.
face-forget = 清除我的信息
face-forget-hint = 用的是公共设备？按这里会删掉您填写的全部内容。
face-forget-hint-here = 用的是公共设备？按这里，这台设备就不再记得您。已经提交的内容仍在我们这里。

# A case and lists.
face-mine = 您
face-pages = 翻页
face-page-before = 上一页
face-page-after = 下一页

# When an island could not send.
unsent-offline-title = 没有送出：网络断开了
unsent-offline-text = 您填写的内容都还在这里，恢复网络后请再试一次。
unsent-too-many-title = 没有送出：请稍等片刻
unsent-too-many-text = 短时间内尝试的次数太多了。您填写的内容都还在这里。
unsent-unavailable-title = 没有送出：服务暂时不可用
unsent-unavailable-text = 问题在我们这边，与您无关。您填写的内容都还在这里，请过几分钟再试。
