# One's own cases and the department's queue.
work-mine-title = 我接下来的单子
work-mine-all = 我的全部 { $many } 件
work-department-title = 本部门
work-owned = 由您负责
work-held = 等客户回复
work-tick = 勾选 { $reference }
work-page = 更多待办

# The same for several.
work-together-title = 对勾选的单子一起处理
work-take = 全部接下
work-note-open = 给它们写备注……
work-note-label = 每件都写上的内部备注
work-note = 每件都保存这条备注
work-none-title = 没有勾选任何单子
work-none-text = 请先勾选单子。您写的内容还在。
work-together-done = 已处理 { $n } 件
work-together-late = { $n } 件没有处理：别人先了一步。
work-together-gone = { $n } 件已不在，或不归您处理。

# Finding a case.
work-way-search = 查找
work-search-title = 查找单子
work-search-label = 您要找什么？
work-search-hint = 编号、电话、线路号码，或者说过的话。两个汉字就够。
work-search = 查找
work-search-short = 太短了，请至少输入两个字。
work-search-none = 在您能看到的单子里没有找到。
work-search-none-yet = 暂时还没有找到。
work-search-stopped = 含这些字词的单子太多：这一页查了 { $many } 件，下一页接着查更早的。换更少见的词或输入号码会更快。
work-search-caption = 找到的单子，最新的在最上面
work-search-page = 其他页
work-column-case = 单子
work-column-state = 客户看到的
work-column-since = 收到时间
work-column-found = 出现在哪里

# A case that is worked on by several.
work-changed-title = 您打开页面以后，这个单子有了变化
work-changed-text = 什么都还没有发出去。您写的内容还在：请先看新的情况，如果仍然合适，再发一次。

# Clocks, and the customer's other cases.
work-used = 时间已用 { $share }%
work-leg-used = 时限已用 { $share }%（不分工作时间）。
work-leg-used-working = 时限已用 { $share }%（只算工作时间）。
work-leg-over = 已超时：用了时限的 { $share }%（不分工作时间）。
work-leg-over-working = 已超时：用了时限的 { $share }%（只算工作时间）。
work-leg-still = 现在停止计时。
work-held-title = 时间用在哪里
work-held-owner = 负责人
work-held-customer = 等客户回复
work-held-offer = 已转给{ $department }，还没接
work-held-pause = 暂停：{ $reason }
work-held-paused = 暂停
work-held-row = { $time }，占 { $share }%
work-minutes = { $n } 分钟
work-hours = { $n } 小时
work-days = { $n } 天
work-others-title = 这位客户的其他单子

# Templates.
work-template-open = 从模板开始……
work-template-label = 模板
work-template-hint = 选好后，模板会直接接在您写的内容后面。
work-template-done = 模板已放进回复。
work-template-language = 语言
work-template = 放进回复

# What a script adds.
work-news = 有新情况，页面已更新。
work-keys = 键盘快捷键
work-key-next = 下一行
work-key-before = 上一行
work-key-open = 打开这一行
work-key-reply = 写回复
work-key-note = 写备注
work-key-search = 查找
work-key-list = 显示这张表
work-keys-off = 在这个浏览器里关掉快捷键
