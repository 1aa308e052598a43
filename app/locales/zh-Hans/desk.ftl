# Signing in.
desk-sign-in-title = 员工登录
desk-sign-in-lead = 供本公司员工使用。客户办理业务不需要账号。
desk-login-label = 账号
desk-password-label = 密码
desk-sign-in = 登录
desk-sign-in-wrong = 账号和密码不匹配，请核对。
desk-sign-in-wait = 这里输错的次数太多，请等一刻钟再试。忘记密码的，请找管理员重设。
desk-sign-in-out-title = 已退出
desk-sign-in-out-text = 这个浏览器没有留下任何登录信息。

# Around every page.
desk-ways = 工作台
desk-way-queue = 待办
desk-way-incidents = 故障公告
desk-way-outbox = 转派
desk-who = { $name } · { $role } · { $unit } { $department }
desk-you = 当前登录
desk-sign-out = 退出
desk-role-front = 前台
desk-role-specialist = 专员
desk-role-coordinator = 协调员
desk-role-manager = 主管
desk-role-administrator = 管理员
desk-not-here-title = 这里没有这个单子
desk-not-here-lead = 可能编号看错了，也可能归别的部门。
desk-choose = 请选择
desk-where = { $unit } { $department }

# Time left.
desk-left-minutes = 还剩 { $n } 分钟
desk-left-hours = 还剩 { $n } 小时
desk-left-days = 还剩 { $n } 天
desk-late-minutes = 超时 { $n } 分钟
desk-late-hours = 超时 { $n } 小时
desk-late-days = 超时 { $n } 天

# What was done, and what was in the way.
desk-did-accept = 已接下这一步
desk-did-reply = 客户可以看到回复了
desk-did-note = 备注已保存
desk-did-publish = 客户现在可以看到了
desk-did-finish = 这一步已完成
desk-did-announce = 公告已发布
desk-did-expect = 预计时间已更新
desk-did-end = 公告已结束
desk-did-replay = 将重新转派
desk-did-set-aside = 已搁置
desk-did-settled = 已记下核对结果
desk-did-text = 本页显示的是最新情况。
desk-late-title = 有同事先处理了
desk-late-text = 这一步现在做不了了。本页是最新情况，刚才写的内容还在。
desk-fault-inner-name = 客户不知道“{ $name }”是什么。请换个说法，不要写内部名称。
desk-fault-when = 请填写将来的日期和时间。

# The queue.
desk-queue-title = 待办
desk-queue-parts = 待办分类
desk-queue-next = 接下来
desk-queue-mine = 我的
desk-queue-open = 本部门
desk-queue-unassigned = 没人接的
desk-queue-waiting = 等待中
desk-queue-late = 超时
desk-queue-done = 30 天内完成
desk-queue-caption-next = 最先到期的在最上面
desk-queue-caption-mine = 您负责的或经办的单子，最先到期的在最上面
desk-queue-caption-open = 最先到期的在最上面
desk-queue-caption-unassigned = 还没有人接的单子，最先到期的在最上面
desk-queue-caption-waiting = 等客户回复或已暂停的单子
desk-queue-caption-late = 超时最久的在最上面
desk-queue-caption-done = 最近完成的在最上面
desk-queue-none-next = 没有待办。有新单子会出现在这里。
desk-queue-none-mine = 您手上没有单子。可以从本部门的待办里接。
desk-queue-none-open = 没有待办。有新单子会出现在这里。
desk-queue-none-unassigned = 所有单子都有人接了。
desk-queue-none-waiting = 没有等待中的单子。
desk-queue-none-late = 没有超时的单子。
desk-queue-none-done = 30 天内没有完成的单子。
desk-column-case = 单子
desk-column-breaks = 期限
desk-column-state = 状态
desk-column-taken = 经办人
desk-column-where = 部门
desk-column-task = 内容
desk-column-trouble = 问题
desk-column-since = 起始时间
desk-column-decide = 处理
desk-breaks-promise = 对客户的承诺
desk-breaks-target = 这一步的时限
desk-taken-by-none = 还没有人
desk-reopened = 重开 { $n } 次
desk-tier-key = 重要客户
desk-tier-enterprise = 企业客户
desk-tier-family = 家庭客户
desk-tier-individual = 个人客户
desk-leg-planned = 未开始
desk-leg-queued = 等待接单
desk-leg-accepted = 已接单
desk-leg-working = 处理中
desk-leg-paused = 暂停
desk-leg-done = 已完成
desk-leg-declined = 已退回

# A case.
desk-case-title = { $reference } · { $about }
desk-customer-reads = 客户看到的状态：
desk-case-sent = 客户提交的内容
desk-case-facts = 单子信息
desk-fact-owner = 首问负责人
desk-fact-contact = 联系方式
desk-fact-language = 语言
desk-fact-channel = 来源
desk-fact-tier = 客户
desk-fact-opened = 收到时间
desk-fact-reopened = 重开
desk-owner-duty = { $duty }（还没有人接）
desk-contact-none = 没有留，只有专属链接
desk-channel-portal = 网上
desk-channel-kiosk = 自助机
desk-channel-counter = 柜台
desk-channel-phone = 电话
desk-channel-letter = 来信
desk-channel-regulator = 监管部门
desk-channel-api = 其他系统
desk-legs-title = 处理步骤
desk-leg-taken = 经办人：{ $name }
desk-leg-there = 处理系统：{ $there }
desk-leg-there-as = 处理系统：{ $there }，单号 { $id }
desk-accept = 接单
desk-finish-open = 标记完成…
desk-finish-last-label = 处理结果，给客户看
desk-finish-last-hint = 这是最后一步。客户会看到这段话，并被问到是否已修好。
desk-finish-label = 处理结果，给同事看
desk-finish-hint = 下一个部门会看到，客户看不到。
desk-finish = 标记完成
desk-reply-title = 回复客户
desk-reply-label = 回复
desk-reply-hint = 客户会在进度页看到。客户使用的语言：{ $language }。
desk-reply-done = 已告诉客户处理完成，正在等客户确认。
desk-reply = 发送回复
desk-reply-ask = 发送并等客户答复
desk-note-title = 写给同事
desk-note-label = 内部备注
desk-note-hint = 只有员工看得到。
desk-note-there = 同时发给对方系统
desk-note = 保存备注
desk-log-title = 全部记录
desk-side-above = 客户可见
desk-side-below = 内部
desk-actor-customer = 客户
desk-actor-house = 系统自动
desk-event-note = 内部备注
desk-event-back-office-note = 对方系统的备注
desk-event-back-office-state = 对方系统的新状态
desk-event-leg-accepted = 有人接下了一步
desk-event-leg-done = 一步已完成
desk-event-leg-queued = 已转给处理系统
desk-event-maybe-doubled = 对方可能收到两份
desk-event-not-carried = 没有转过去
desk-event-other = 其他记录
desk-publish-open = 告诉客户…
desk-publish-label = 客户将看到的内容
desk-publish-hint = 请改成客户听得懂的话。客户会当作我们的回复来读。
desk-publish = 告诉客户

# Incidents.
desk-incidents-title = 故障公告
desk-incidents-lead = 同一原因造成的大面积故障。客户报修前会先看到，“当前故障”页也会显示。
desk-incidents-none = 没有公告，七天内也没有结束的。
desk-incidents-list = 进行中和七天内结束的
desk-incident-joined =
    { $n ->
        [0] 还没有客户说“我也是”。
       *[other] { $n } 位客户说“我也是”。
    }
desk-incident-change = 更新或结束…
desk-incident-about = （{ $title }）
desk-incident-expected-label = 预计恢复时间
desk-incident-expected-hint = 还不清楚可以不填。
desk-incident-expect = 更新预计时间
desk-incident-end = 已恢复
desk-incident-new = 发布公告
desk-incident-product = 业务
desk-incident-place = 地区
desk-incident-place-hint = 所选地区全部受影响。
desk-incident-whole = { $place }全部
desk-incident-title-hint = 写客户看到的现象，例如：东湖区宽带中断。
desk-incident-text-hint = 客户会看到这段文字。
desk-incident-open = 发布

# The outbox.
desk-outbox-title = 转派
desk-outbox-waiting =
    { $n ->
        [0] 没有等待转给其他系统的内容。
       *[other] 有 { $n } 条等待转给其他系统。
    }
desk-outbox-none = 没有需要处理的。
desk-outbox-caption = 出问题的，最早的在最上面
desk-task-open = 建单：{ $there }
desk-task-note = 追加备注：{ $there }
desk-task-state = 更新状态：{ $there }
desk-called-there = 对方单号 { $id }
desk-trouble-dead = 需要人工处理
desk-trouble-dead-means = 不再自动重试，这个单子后面的内容都在等它。
desk-trouble-doubled = 对方可能收到两份
desk-trouble-doubled-means = 重发时不确定第一次是否送到，请到对方系统核对。
desk-trouble-trying = 已试 { $n } 次
desk-trouble-trying-means = 下次重试：{ $when }。
desk-decide-replay = 重新转派
desk-decide-set-aside = 不再转派
desk-decide-settled = 已核对
desk-decide-nothing = 无需处理
