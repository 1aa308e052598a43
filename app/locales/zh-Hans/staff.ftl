# Who works here.
staff-title = 员工
staff-count =
    { $n ->
        [0] 没有人。
       *[other] 共 { $n } 人。
    }
staff-none = 没有找到。
staff-search = 姓名、账号或单位
staff-search-go = 查找
staff-caption = 已离职的排在最后
staff-page-of = 第 { $page } 页，共 { $pages } 页
staff-column-name = 姓名
staff-column-role = 角色
staff-column-where = 部门
staff-column-state = 情况
staff-state-left = { $when }离职
staff-state-away = 外出至{ $when }
staff-state-once = 一次性密码，{ $when }前有效
staff-state-second = 使用登录验证码

# Adding somebody.
staff-add-open = 添加员工
staff-add-title = 添加员工
staff-add-lead = 请把账号和一次性密码告诉本人。第一次登录时要设置自己的密码。
staff-add = 添加
staff-login-hint = 小写字母、数字、点和连字符。以后不能改。
staff-name = 姓名
staff-once = 一次性密码
staff-once-hint = 七天内有效，只能用来设置新密码。以后不再显示。

# Somebody.
staff-fact-unit = 单位
staff-fact-department = 部门
staff-fact-role = 角色
staff-fact-cases = 首问负责
staff-cases =
    { $n ->
        [0] 没有未结的单子
       *[other] { $n } 个未结的单子
    }
staff-manage-title = 变更
staff-move-open = 姓名、部门、角色…
staff-move = 保存
staff-password-open = 新的一次性密码…
staff-password = 设置一次性密码
staff-reset-open = 关闭登录验证码…
staff-reset-text = 用于手机丢失的员工。本人的登录会全部退出，重新设置前只用密码登录。请先确认真的是本人提出的。
staff-reset = 关闭验证码
staff-leave-open = 离职…
staff-leave-text =
    { $n ->
        [0] 登录会全部退出，以后不能再登录。已接下的步骤退回部门。
       *[other] 登录会全部退出，以后不能再登录。已接下的步骤退回部门。负责的 { $n } 个单子转给值守，并标为“需要有人接”。
    }
staff-leave = 确认离职
staff-log-title = 变更记录
staff-deed-by-command = 命令行
staff-deed-added = 添加
staff-deed-moved = 修改姓名、部门或角色
staff-deed-password-own = 设置了自己的密码
staff-deed-password-once = 得到一次性密码
staff-deed-second-on = 启用登录验证码
staff-deed-second-off = 关闭登录验证码
staff-deed-second-reset = 登录验证码被关闭
staff-deed-recovery-used = 用了一个恢复码
staff-deed-away = 登记外出
staff-deed-back = 结束外出
staff-deed-left = 离职

# Absence.
staff-away-title = 外出和请假
staff-away-text = 代理人能看到这些单子，代为负责，负责人能做的都能做。单子不换人，到时自动恢复。
staff-away-now = 外出至{ $until }，由 { $deputy } 代理。
staff-away-later = { $from }至{ $until }外出，由 { $deputy } 代理。
staff-away-back = 已经回来
staff-away-not = 不去了
staff-away-from = 开始
staff-away-from-hint = 不填就是从现在开始。
staff-away-until = 结束
staff-away-deputy = 代理人
staff-away-deputy-hint = 同单位和上级单位的同事。
staff-away-say = 保存

# What is to be mended.
staff-fault-empty = 请填写。
staff-fault-long = 太长了，最多 79 个字符。
staff-fault-login = 只能用字母、数字、点和连字符，最多 64 个。
staff-fault-taken = 这个账号有人在用，或者用过。请换一个。
staff-fault-unit = 请选择单位。
staff-fault-department = 这个单位没有这个部门，请重新选择。
staff-fault-role = 请选择角色。
staff-fault-password = 请至少用 10 个字符，不要太单一，不要用账号名。
staff-fault-last-administrator = 这是最后一位管理员。请先让别人成为管理员。
staff-fault-when = 请填写将来的日期和时间，最长 400 天。
staff-fault-order = 结束要晚于开始。
staff-fault-overlap = 这段时间已经登记过外出，请先结束那一次。
staff-fault-deputy = 请选择代理人。
staff-fault-deputy-away = 这位同事那时也不在，请换一位。

# Cases that wait for somebody.
staff-waiting-title = 等您处理
staff-needs-person = 需要有人接
staff-needs-since = { $when }起
staff-needs-person-text = 这个单子的负责人已于{ $when }离职。有人接下之前由值守负责。
staff-for = 代 { $name }
staff-owner-away = { $name }（外出至{ $until }，由 { $deputy } 代理）
desk-event-leg-given-back = 一步已退回：经办人离职
desk-event-needs-person = 需要有人接：负责人离职
desk-event-deputy-left = 代班人离职：由负责人自己答复

# What was done.
desk-did-staff-add = 已添加，可以登录了
desk-did-staff-move = 已保存
desk-did-staff-password = 一次性密码已设置
desk-did-staff-reset-second = 登录验证码已关闭
desk-did-staff-leave = 已办理离职
desk-did-staff-away = 外出已登记
desk-did-staff-back = 外出已结束
