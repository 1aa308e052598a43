# A part on its way between departments.
desk-leg-offered-to = 已转给{ $to }。对方接收之前，仍由您负责。
desk-leg-from = 由{ $from }转来
desk-leg-decided = 由{ $from }转来；协调员已裁定由这里处理
desk-leg-answer-by = 接收或退回期限：
desk-legs-gone =
    { $n ->
       *[other] 已不再处理的环节（{ $n }）
    }
desk-pass-open = 转办……
desk-pass-decide = 裁定由谁处理……
desk-pass-title = 转办一个环节
desk-pass-lead = 对方部门接收之前，仍由您的部门负责。
desk-pass-to = 转给谁
desk-pass-choose = 看对方需要什么
desk-pass-label = 为什么转过去
desk-pass = 转出
desk-withdraw = 撤回转办
desk-decline-open = 退回……
desk-decline-label = 退回的原因
desk-decline-hint = 转办人和首问负责人会看到。每次退回都会计数。
desk-decline = 退回
desk-rate-legend = { $from }交来的工作怎么样？
desk-rate-good = 很好
desk-rate-usable = 能用
desk-rate-poor = 不好
desk-rate-label = 缺了什么
desk-rated-good = 评价：很好。
desk-rated-usable = 评价：能用。
desk-rated-poor = 评价：不好。

# A case as a whole.
desk-ways-title = 更多操作
desk-way-to-check = 质检
desk-way-to-add = 增加环节
desk-way-to-hand-over = 请同事接替首问负责
desk-way-to-reclassify = 重新归类
desk-way-to-join = 与另一单子有关
desk-back-to-case = 回到单子
desk-linked-title = 相关单子
desk-merged-title = 此单子已并入另一单子
desk-own-title = 此单子还没有首问负责人
desk-own = 由我负责
desk-to-check-title = 各环节都已完成
desk-to-check-text = 请先质检，然后询问客户是否已解决。
desk-undecided-title =
    { $n ->
       *[other] 已退回 { $n } 次：须由协调员裁定
    }
desk-undecided-text = { $when }起等待裁定。
desk-asked-title = 同事请您接替首问负责
desk-asking-title = 已请{ $name }接替首问负责
desk-take-over = 好，由我负责
desk-refuse-open = 不接……
desk-refuse-label = 不接的原因
desk-refuse = 不接
desk-unask-open = 撤回请求……
desk-unask-label = 原因
desk-unask = 撤回
desk-hand-over-title = 请同事接替首问负责
desk-hand-over-lead = 同事答应之前，仍由您负责。
desk-hand-over-to = 同事
desk-hand-over-label = 原因
desk-hand-over = 发出请求
desk-hand-over-of = 只看哪个部门的同事
desk-hand-over-of-all = 所有部门
desk-hand-over-show = 显示
desk-add-title = 增加环节
desk-add-lead = 再加一个部门来处理。首问负责人不变。
desk-add-to = 由谁做
desk-add-after = 什么时候做
desk-add-at-once = 马上，与其他环节并行
desk-add-label = 要做什么
desk-add = 增加
desk-reclassify-title = 这件事到底是什么
desk-reclassify-lead = 已经开始的工作继续做。还没开始的，改按新类别的流程；承诺时间从客户提出时重新计算。
desk-reclassify-subject = 类别
desk-reclassify-topics = 咨询、业务和投诉
desk-reclassify-place = 地点
desk-reclassify-nowhere = 不涉及地点
desk-reclassify-label = 原因
desk-reclassify = 更改
desk-join-title = 另一单子
desk-join-lead = 关联的单子各自继续。合并后，此单子结束，以另一编号继续；只有同一客户的单子才能合并。
desk-join-other = 另一单子的编号
desk-join-hint = 十个字符加一个校验字符，回执上有。
desk-join-label = 原因
desk-join-link = 关联
desk-join-merge = 并入另一单子
desk-join-wrong = 用这个编号做不到。请核对编号，并看看另一单子是否未关闭、是否属于同一客户。
desk-check-title = 质检
desk-check-lead = 询问客户之前，请确认下面几项：
desk-check-label = 哪里不到位
desk-check-good = 全部符合
desk-check-lacking = 有不到位的
desk-fact-bounces = 退回
desk-bounces =
    { $n ->
       *[other] { $n } 次
    }

# What was done.
desk-did-decline = 您已退回这个环节
desk-did-pass = 已转出，等对方接收
desk-did-withdraw = 转办已撤回
desk-did-add = 环节已增加
desk-did-rate = 评价已记录
desk-did-own = 现在由您负责此单子
desk-did-hand-over = 已向同事发出请求
desk-did-take-over = 现在由您负责此单子
desk-did-keep-owner = 负责人不变
desk-did-reclassify = 已重新归类
desk-did-join = 单子已建立联系
desk-did-check = 质检结果已记录

# What happened, below the line.
desk-event-leg-offered = 转给其他部门
desk-event-leg-decided = 协调员裁定了由谁处理
desk-event-leg-passed = 已从上一部门接手
desk-event-leg-declined = 退回
desk-event-leg-added = 增加了环节
desk-event-leg-rated = 评价了交来的工作
desk-event-offer-withdrawn = 转办已撤回
desk-event-offer-overdue = 转办超时无人接收
desk-event-to-check = 各环节都已完成，等负责人质检
desk-event-to-decide = 退回次数过多：须由协调员裁定
desk-event-owner-taken = 有人接下首问负责
desk-event-owner-asked = 请同事接替首问负责
desk-event-owner-changed = 首问负责人已更换
desk-event-owner-declined = 同事没有接
desk-event-owner-withdrawn = 请求已撤回
desk-event-reclassified = 已重新归类
desk-event-linked = 与另一单子关联
desk-event-merged-here = 另一单子并入此单子
desk-event-checked-good = 质检：全部符合
desk-event-checked-lacking = 质检：有不到位的

# What waits for somebody.
mine-to-check = 询问客户之前请先质检
mine-asked = 请您接替首问负责

# Recording what came in another way.
desk-way-record = 登记
desk-record-title = 登记一件事
desk-record-lead = 来自电话、来信、监管机构或柜台的事在这里登记。登记后由您首问负责。
desk-record-channel = 来源
desk-record-details = 客户怎么说
desk-record-details-hint = 用客户自己的话。客户在进度页面上能看到。
desk-record-contact = 客户的电话或邮箱
desk-record-contact-hint = 用来发回执和通知。客户都不要就留空。
desk-record-tier = 已核实的客户类型
desk-record-tier-hint = 没有核实身份的，一律按个人客户登记。
desk-record-line = 线路号码
desk-record-address = 地址
desk-record = 登记
desk-did-record = 已登记，由您首问负责
