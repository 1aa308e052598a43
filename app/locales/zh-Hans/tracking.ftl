# Finding a case.
track-lead = 有专属链接，直接打开最快。没有的话，在这里凭编号查。
track-contact-why = 只用来和您留下的核对。在这里填的内容，{ $n } 小时内清除。

# The door a secret link leads to, and the door that stays shut.
door-title = 打开您的受理单
door-lead = 这个链接是您专属的。拿到它的人都能看到内容，请只给信得过的人。
door-open = 打开
locked-title = 这里打不开
locked-lead = 为了保护您的信息，请打开专属链接，或者凭编号和联系方式查询。
locked-kept = 您写的内容已经替您留着。在这台设备上打开专属链接，就能看到。
locked-find = 凭编号查询

# What a case is, where it stands, and what was promised.
kind-enquiry = 咨询
kind-complaint = 投诉
kind-fault = 报修
kind-recovery = 后续跟进
state-received = 已收到
state-received-means = 我们收到了，会安排人办理。
state-working = 办理中
state-working-means = 我们正在办这件事。
state-waiting = 等您回复
state-waiting-means = 我们有事问您，收到您的回复就继续。
state-done = 等您确认
state-done-means = 我们觉得办好了，您说了才算。
state-closed = 已办结
state-closed-means = 这件事已经办结。如果又出问题，您可以重新打开。
promise-answer = 我们会在 { $when } 前答复您。
promise-fix = 我们会在 { $when } 前办好。
promise-history = 给您的全部承诺
promise-given = { $when } 承诺。
promise-because-first = 收到时给您的承诺。
promise-because-reopened = 您说还没好，重新承诺。
promise-because-wrote = 因为您又来留言，重新约定。
promise-because-reclassified = 弄清楚是什么事之后，重新承诺。
promise-because-incident = 因背后的故障而改变。

# What can happen to a case.
moment-received = 提交了这件事
moment-accepted = 开始办理
moment-message = 留言
moment-reply = 我们的回复
moment-promise-changed = 承诺的时间变了
moment-done = 我们觉得办好了
moment-closing-soon = 没有您的消息的话，过几天就办结
moment-confirmed = 确认好了
moment-closed-by-rule = 没有收到您的消息，已办结
moment-reopened = 说还没好，重新打开
moment-merged = 与您的另一件事合并处理，编号：
moment-incident-news = 背后的故障有新消息
moment-link-renewed = 换了新的专属链接，原来的已失效

# The page of a case.
case-title = 您的受理单
case-title-of = 受理单 { $reference }
case-sent-title = 留言已收到
case-sent-text = 就在下面的记录里。
case-timeline = 进展
case-what-was-sent = 您提交的内容
case-whole = 显示全文
case-fixed-ask = 好了吗？
case-fixed-text = 好了，这件事就办结，再请您打个分。没好，我们接着办，您不用从头再说。
case-fixed-yes = 好了
case-fixed-no = 还没好
case-reopen-title = 又出问题了？
case-reopen-text = 按一下就重新打开，还是这个编号，您不用从头再说。
case-reopen-label = 还有什么没办好？
case-closed-meanwhile = 这件事刚刚已经办结，您的留言还没有送出。要重新办理，请按“还没好”，留言会一起送出。
case-survey = 评价这次办理
case-write-title = 给我们留言
case-write-label = 您想说的
case-write-hint = 有新情况、要补充，或者想问到哪一步了，都可以写。
case-write-send = 发送
case-link-title = 您的专属链接
case-link-text = 在任何设备上打开，都能看到这一页，不用登录。请不要随便给别人。

# The receipt.
receipt-title = 我们收到了
receipt-again-title = 您已经提交过了
receipt-again-text = 这是同一件事，没有重复。
receipt-changed-title = 之前已经提交了
receipt-changed-text = 您后来改的内容还没有发给我们。可以当作留言补充进去。
receipt-changed-add = 作为留言补充
receipt-link-title = 请收好您的专属链接
receipt-link-text = 随时打开，都能看到全部进展，还可以留言，不用登录。请不要随便给别人。
receipt-next-title = 接下来
receipt-next-1 = 我们来找该办的人，您不用再找别人。
receipt-next-2 = 有进展、要问您，或者时间有变，都会写在您的专属链接里。
receipt-next-3 = 最后我们会问您好了没有。没好就接着办。
receipt-follow = 查看进度
case-news = 本页有新进展。
