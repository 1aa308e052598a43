# Incidents, for customers and for staff.
home-planned-title = 近期有计划内的施工
home-planned-link = 看看在哪里、什么时候
status-ahead = 计划中
status-back = 再次抢修中
status-planned = 计划施工：{ $from } 到 { $until }。
status-reopened = 曾以为已恢复，{ $when } 起又在抢修。
status-said = 到目前为止的消息
status-follow = 有消息就告诉我
status-about = （{ $title }）
status-followed-title = 有消息就告诉您
status-followed-text = 有新消息或者恢复时，我们会通知您。
status-works-title = 太好了
status-works-text = 谢谢您告诉我们已经恢复。
status-does-not-title = 谢谢您告诉我们
status-does-not-text = 如果说没好的人多，我们会重新抢修并通知您。您也可以单独报修。
status-enough-title = 不再通知您
status-enough-text = 这件事我们不会再打扰您。
incident-expected = 预计恢复：{ $when }。
# What happened to an incident, in its timeline.
incident-step-opened = 已发现
incident-step-planned = 已预告
incident-step-begun = 已开始
incident-step-update = 新消息
incident-step-estimate = 预计时间有变
incident-step-ended = 已恢复
incident-step-reopened = 还没有完全恢复
# What a case's timeline says of the incident behind it.
incident-told-attached = 原因已经找到：{ $title }
incident-told-opened = 原因已经找到：{ $title }
incident-told-planned = 计划施工：{ $title }
incident-told-begun = 已经开始：{ $title }
incident-told-update = 新消息：{ $title }
incident-told-estimate = 预计时间有变：{ $title }
incident-told-ended = 应该已恢复：{ $title }
incident-told-reopened = 还没有完全恢复：{ $title }。我们又在抢修了。
# Following an incident without a case.
follow-title = 通知发到哪里？
follow-lead = 有新消息我们就告诉您，最后再问您是不是好了。
follow-send = 通知我
follow-back = 不用了
follow-door-title = 故障的消息
follow-on = 一有消息就告诉您。
follow-asked = 应该已经恢复。您那里好了吗？
follow-answered = 您已经告诉我们了，还可以改。
follow-yes = 好了
follow-no = 还没好
follow-stop = 不用再通知我
follow-status = 所有故障
# For staff.
desk-did-tell = 已通知所有相关客户
desk-did-begin = 施工已开始
desk-did-attach = 已归入故障，客户会收到消息
desk-fault-until = 计划施工要有结束时间，并且晚于开始时间。
desk-incident-title-in = 标题（{ $language }）
desk-incident-text-in = 正在做什么（{ $language }）
desk-incident-languages = 其他语言…
desk-incident-places = 更多地区…
desk-incident-place-more = 再加一个地区
desk-incident-place-none = 没有
desk-incident-cause = 已知的原因
desk-incident-cause-hint = 只有同事能看到。
desk-incident-planned = 计划施工…
desk-incident-begins-label = 开始时间
desk-incident-begins-hint = 客户现在就能看到预告。到时自动开始，也自动结束。
desk-incident-from = 由 { $reference } 发起，这一件会归入其中。
desk-incident-facts = 背后的情况
desk-incident-too = “我也是”
desk-incident-following = 关注的人
desk-incident-followers =
    { $n ->
        [0] 还没有人关注
       *[other] { $n } 人关注
    }
desk-incident-works = 恢复了吗？
desk-incident-answers = 好了 { $yes }，没好 { $no }
desk-incident-cases = 归入的请求
desk-incident-no-cases = 还没有。
desk-incident-yes = 已恢复
desk-incident-no = 还没好
desk-incident-proposed = 这些可能也是
desk-incident-proposed-text = 同一业务、同一地区的未结故障。归入后会通知客户。
desk-incident-attach = 归入
desk-incident-attach-all = 全部归入（{ $n } 件）
desk-incident-anew-label = 预计恢复时间（有变才填）
desk-incident-anew-hint = 留空则保持不变。早于它的承诺会顺延到这个时间。
desk-incident-begin = 现在开始
desk-incident-end-hint = 结束时会问每个人是否恢复。说没好的人多，会自动重新打开。
desk-incident-tell-title = 通知所有人
desk-incident-tell = 发出通知
desk-cause-title = 故障
desk-cause-hangs = 这一件归入：
desk-cause-attach = 归入：{ $title }
desk-cause-new = 由这一件发起故障
