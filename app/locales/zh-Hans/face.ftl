# What is said on every page.
face-skip = 跳到主要内容
face-title-faulty = 有误：{ $title }
face-language = 语言
face-help-title = 找人工帮忙
face-help = 帮助
face-privacy = 隐私
face-accessibility = 无障碍
face-foot-nav = 关于本服务

# The form of a step.
face-continue = 继续
face-back = 返回
face-forget = 清除我的信息
face-forget-hint = 用的是公共设备？按这里会删掉您填写的全部内容。
face-forget-hint-here = 用的是公共设备？按这里，这台设备就不再记得您。已经提交的内容仍在我们这里。
face-optional = { $label }（选填）
face-change = 修改

# Refusals.
face-faults = 请先看一下这里
face-fault-of = “{ $label }”{ $fault }
face-fault-prefix = 有误：

# Receipt and case.
face-reference = 您的受理编号
face-qr = 含有您专属链接的二维码，请用手机扫描
face-mine = 您

# Lists.
face-pages = 翻页
face-page-before = 上一页
face-page-after = 下一页

# 醒着的表单没能送出时。
unsent-offline-title = 没有送出：网络断开了
unsent-offline-text = 您填写的内容都还在这里，恢复网络后请再试一次。
unsent-too-many-title = 没有送出：请稍等片刻
unsent-too-many-text = 短时间内尝试的次数太多了。您填写的内容都还在这里。
unsent-unavailable-title = 没有送出：服务暂时不可用
unsent-unavailable-text = 问题在我们这边，与您无关。您填写的内容都还在这里，请过几分钟再试。
unsent-retry = 再试一次
