# Coming in.
account-code-title = 还差一步
account-code-lead = 密码正确。请输入手机上显示的验证码。
account-code-label = 验证码
account-code-hint = 验证器应用里的六位数字。手机不在身边的，请用一个恢复码。
account-code-back = 重新登录
account-code-wrong = 验证码不对，或者已经用过。请等下一个验证码。
account-code-over = 时间太久，或者验证码错的次数太多。请重新登录。
account-wait = 输错的次数太多，请等一刻钟再试。
account-provider = 用{ $name }登录
account-provider-title = 马上就好
account-provider-lead = { $name }已确认您的身份。
account-provider-go = 进入工作台
account-provider-refused = 这样登录没有成功。请再试一次；还是不行的，请问管理员这里有没有您的账号。

# One’s own account.
account-title = 我的账号
account-lead = 登录账号：{ $login }
account-owed-password-title = 请设置自己的密码
account-owed-password-text = 现在的密码别人也知道。改好以后就可以使用工作台。
account-owed-second-title = 请设置登录验证码
account-owed-second-text = 您的角色不能只用密码登录。设置好以后就可以使用工作台。
account-password-title = 密码
account-password-text = 改密码以后，其他浏览器上的登录都会退出。
account-password-old = 现在的密码
account-password-new = 新密码
account-password-again = 再输一次新密码
account-password-hint = 至少 10 个字符。几个词连在一起，好记又难猜。
account-password-change = 修改密码
account-fault-wrong = 密码不对，请核对。
account-fault-length = 请至少用 10 个字符。
account-fault-simple = 这个密码太容易猜到。请多用几种字符，不要用账号名。
account-fault-same = 这就是现在的密码，请换一个。
account-fault-unlike = 两次输入不一样，请再输一次新密码。
account-second-title = 登录验证码
account-second-text = 登录时除了密码，还要手机上的验证码。别人就算知道密码也进不来。
account-second-is-off = 没有设置
account-second-is-on = { $when }起使用
account-second-codes =
    { $n ->
        [0] 恢复码已用完。关闭后重新设置，可以得到新的恢复码。
       *[other] 还剩 { $n } 个恢复码。
    }
account-second-begin = 开始设置
account-second-end-open = 关闭…
account-second-end = 关闭验证码
account-second-demanded = 您的角色必须使用：关闭后要马上重新设置。
account-sessions-title = 登录情况
account-sessions =
    { $n ->
        [1] 只在这个浏览器登录。
       *[other] 共在 { $n } 个浏览器登录，包括这一个。
    }
account-sign-out-everywhere = 全部退出
account-away-title = 外出和请假
account-away-text = 不在的时候，由别人代为负责您的单子。单子仍归您，到时自动回到您这里。
account-away-say = 登记外出时间
account-stands-in = 您代 { $name } 负责，{ $from }至{ $until }。

# Setting up the second step.
account-setup-title = 设置登录验证码
account-setup-phone = 添加到手机
account-setup-phone-text = 在手机上打开验证器应用，扫描这个二维码。
account-setup-key = 也可以手工输入密钥：
account-setup-codes = 保存恢复码
account-setup-codes-text = 手机丢了的时候，每个恢复码可以登录一次。请现在抄下来，以后不再显示。
account-setup-code = 试一下
account-setup-code-label = 手机上现在的验证码
account-setup-on = 启用

# What was done.
desk-did-account-password = 密码已修改
desk-did-account-second-on = 登录验证码已启用
desk-did-account-second-off = 登录验证码已关闭
