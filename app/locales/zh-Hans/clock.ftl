# What the customer reads when time stands still.
moment-paused = 先停一停
moment-went-on = 接着处理
promise-because-waited = 等您答复的时间不算在内，所以顺延。
promise-because-stood-still = 中间无法处理的时间不算在内，所以顺延。

# Time and promises on the page of a case.
clock-title = 时限与承诺
clock-raised = 承诺时间已过 { $share }%
clock-raised-to = { $unit } { $who }
clock-rung-owner = 首问负责人
clock-rung-coordinator = 协调员
clock-rung-manager = 经理
clock-acknowledge = 我已知悉
clock-paused = { $department }：已暂停。{ $reason }
clock-go-on = 继续处理
clock-pause-open = 暂停：{ $department }……
clock-pause-why = 为什么暂停？客户会看到对应的说明。
clock-pause = 暂停
clock-promise-open = 重新承诺时间……
clock-promise-when = 承诺办好的时间
clock-promise-why = 给客户的原因
clock-promise-hint = 客户会和新的时间一起看到。客户的语言：{ $language }。
clock-promise = 把新时间告诉客户
clock-zone = 按该单位当地时间填写：{ $zone }。
clock-order-open = 交办给同事……
clock-order-to = 交给谁
clock-order-nobody = 请选择由谁来办。
clock-order-when = 限期
clock-order-what = 要办什么
clock-order = 交办
clock-order-who = { $by } 交办给 { $to }
clock-order-done = 已办好
clock-relieve-open = 接管这件事……
clock-relieve-why = 给同事的原因
clock-relieve = 从现在起由我负责

# What was done, and what happened below the line.
desk-did-pause = 已暂停，客户能看到原因
desk-did-go-on = 已继续
desk-did-promise = 客户能看到新的时间了
desk-did-acknowledge = 已记下您知悉
desk-did-relieve = 这件事现在由您负责
desk-did-order = 已交办
desk-did-obey = 交办事项已办好
desk-event-raised = 承诺时间将尽，已上报
desk-event-acknowledged = 已知悉
desk-event-leg-paused = 这一环已暂停
desk-event-leg-went-on = 这一环已继续
desk-event-owner-relieved = 换人负责
desk-event-ordered = 已交办
desk-event-order-done = 交办事项已办好

# What waits for one person.
desk-way-mine = 等我处理
mine-title = 等我处理
mine-orders = 交办给我的事
mine-raised = 请您知悉的承诺
mine-nothing = 没有等您处理的事。

# The units below.
desk-way-levels = 各级情况
levels-title = 各级情况
levels-lead = 本单位和下级单位的未办结事项。点数字可以看到具体事项。
levels-caption = 各单位未办结事项
levels-unit = 单位
levels-open = 未办结
levels-at-risk = 将超时
levels-broken = 已超时
levels-bounced = 被退回
levels-unacknowledged = 无人知悉
levels-owner = 负责人
levels-picks = 看哪些
levels-share = 已过 { $share }%
levels-none = 没有。
levels-back = 返回各级情况
levels-page = 第 { $page } 页
levels-bounces =
    { $n ->
       *[other] 被退回 { $n } 次
    }
