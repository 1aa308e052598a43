# A device that is to become a kiosk.
pair-title = 设置自助机
pair-lead = 这台设备还没有绑定营业厅。请在这里显示绑定码，由有权限的同事在工作台输入。
pair-code = 显示绑定码
pair-again = 换一个绑定码
pair-shown-lead = 请在工作台的“自助机”页面输入这个绑定码。
pair-until = 绑定码只能用一次，10 分钟内有效，到{ $when }为止。需要时可以随时换一个。
pair-given = 已经输入好了
pair-not-yet-title = 绑定码还没有输入
pair-not-yet-text = 在工作台输入绑定码之后，请再按一次按钮。
pair-over-title = 绑定码已过期
pair-over-text = 没有在时限内输入。请换一个绑定码。
pair-claimed-title = 绑定码已确认
pair-claimed-text = 这台设备将作为{ $shop }的自助机“{ $name }”使用。
pair-start = 启动自助机
pair-ended-title = 这台设备的绑定已解除
pair-ended-text = 工作台已解除绑定。要继续使用，请重新绑定。
pair-closed-title = 暂停服务
pair-closed-text = 请到柜台办理。给您带来不便，敬请谅解。

# The kiosks, for those who look after them.
fleet-title = 自助机
fleet-count =
    { $n ->
        [0] 还没有绑定自助机。
       *[other] 共 { $n } 台。
    }
fleet-none = 要绑定第一台，请在设备上打开本服务的 /kiosk 页面，显示绑定码。
fleet-caption = 已解除但还有事项要处理的也列在这里
fleet-place = { $shop }，{ $unit }
fleet-column-kiosk = 自助机
fleet-column-state = 状态
fleet-column-heard = 最近联系
fleet-column-queue = 待发送
fleet-column-frame = 屏幕
fleet-column-clock = 时钟
fleet-column-printer = 打印机
fleet-column-setup = 设置
fleet-state-awaited = 等待启动
fleet-state-awake = 正常
fleet-state-silent = 失去联系
fleet-state-resting = 营业厅已打烊
fleet-state-ended = 已解除
fleet-queue =
    { $n ->
        [0] 没有
       *[other] { $n } 件
    }
fleet-queue-oldest = { $count }，最早的已等待 { $age }
fleet-ago = { $age }前刷新
fleet-unknown = 未知
fleet-clock-right = 准确
fleet-clock-ahead = 快 { $age }
fleet-clock-behind = 慢 { $age }
fleet-printer-unknown = 未知
fleet-printer-ready = 可用
fleet-printer-out = 缺纸
fleet-setup-applied = 第 { $applied } 版
fleet-setup-behind = 第 { $applied } 版，第 { $newest } 版待生效
fleet-setup-refused = 第 { $applied } 版；无法读取第 { $refused } 版
fleet-seconds = { $n } 秒
fleet-minutes = { $n } 分钟
fleet-hours = { $n } 小时
fleet-days = { $n } 天

# Making one.
fleet-claim-title = 绑定自助机
fleet-claim-text = 只绑定您面前的设备，或者由您认识的人当场念出绑定码的设备。
fleet-claim-code = 设备上的绑定码
fleet-claim-code-hint = 八位字母和数字，例如 7KX9-M2QW。
fleet-claim-shop = 营业厅
fleet-claim-name = 名称
fleet-claim-name-hint = 同事怎么称呼它，例如“门口那台”。
fleet-claim = 绑定
fleet-fault-empty = 请填写。
fleet-fault-long = 最多 60 个字。
fleet-fault-wordy = 最多 500 个字。
fleet-fault-code = 现在没有设备显示这个绑定码。可能已过期，请在设备上换一个。
fleet-fault-shop = 请选择营业厅。
fleet-fault-number = 请填写整数。
fleet-fault-range = 请填写 { $least } 到 { $most } 之间的数。
fleet-fault-choose = 请选择一项。

# One of them.
fleet-back = 全部自助机
fleet-facts-title = 最近一次上报
fleet-fact-unit = 单位
fleet-fact-paired = 绑定时间
fleet-fact-heard = 最近联系
fleet-fact-build = 版本
fleet-fact-queue = 待发送
fleet-fact-frame = 屏幕
fleet-fact-clock = 时钟
fleet-fact-printer = 打印机
fleet-fact-setup = 设置
fleet-fact-keys = 还需要的密钥
fleet-heard = { $when }，{ $age }前
fleet-alerts-title = 需要处理
fleet-alert-cloned = 凭证被复制
fleet-alert-cloned-text = 有两台设备同时使用这台自助机的凭证，两边都已解除绑定。请先查清另一台在谁手里，再重新绑定这台设备。
fleet-alert-silent = 失去联系
fleet-alert-silent-text = 营业时间内连续三次没有收到心跳。设备可能已关机、断网或卡住。
fleet-alert-frozen = 屏幕不动
fleet-alert-frozen-text = 设备有响应，但屏幕已经一分多钟没有刷新。
fleet-alert-unreadable = 有内容无法读取
fleet-alert-unreadable-text = 这台自助机发来的一份内容无法打开，已原样保存。
fleet-alert-setup = 设置无法读取
fleet-alert-setup-text = 设备无法读取这一版设置，仍在使用上一版可用的设置。设备上的程序可能太旧。
fleet-since = 从{ $when }开始。
fleet-over = { $when }已恢复。
fleet-know = 我来处理
fleet-known = { $who }已处理，{ $when }
fleet-set-title = 设置
fleet-set-text = 自助机会在两位客户之间换用新的设置。
fleet-set-mode = 用途
fleet-set-mode-service = 咨询、报障和评价
fleet-set-mode-door = 门口的一个问题
fleet-set-language = 首选语言
fleet-set-range = { $hint }{ $least } 到 { $most }。
fleet-set-idle = 多久没有操作就询问是否还在
fleet-set-idle-hint = 单位：秒。
fleet-set-warning = 询问后等待多久
fleet-set-warning-hint = 单位：秒。
fleet-set-micrometres = 像素大小
fleet-set-micrometres-hint = 单位：千分之一毫米。21.5 英寸、1080×1920 的屏幕是 248。
fleet-set-above = 屏幕上方够不到的部分
fleet-set-above-hint = 单位：毫米。离地超过 1220 毫米的部分。
fleet-set-below = 屏幕下方够不到的部分
fleet-set-below-hint = 单位：毫米。
fleet-set-volume = 初始音量
fleet-set-volume-hint = 单位：百分比。
fleet-set-cap = 断网时最多保存多少件
fleet-set-cap-hint = 满了以后请客户到柜台办理。
fleet-set-headset = 只通过耳机播放语音
fleet-set-printer = 有打印机
fleet-set-tap = 结束时请客户点一下评价
fleet-set = 保存设置
fleet-revoke-open = 解除绑定……
fleet-revoke-text = 设备下一次联系时会失去凭证，回到绑定页面。已经收到的内容不受影响。
fleet-revoke-unsent = 设备上还有 { $n } 件没有发送，会留在设备上。
fleet-revoke = 解除绑定
fleet-versions-title = 设置的各个版本
fleet-version = 第 { $n } 版
fleet-log-title = 操作记录
fleet-by-itself = 按规则
fleet-deed-paired = 绑定
fleet-deed-set = 修改设置
fleet-deed-placed = 改名或移动
fleet-deed-read = 重新读取
fleet-deed-dropped = 删除无法读取的提交
fleet-deed-handed-in = 提交带回的内容
fleet-deed-known = 确认提醒
fleet-deed-revoked = 解除绑定
fleet-deed-cloned = 因凭证被复制而解除绑定
desk-did-fleet-claim = 现在请在设备上按“已经输入好了”
desk-did-fleet-set = 设置已保存
desk-did-fleet-place = 名称和营业厅已保存
desk-did-fleet-read = 已再试一次
desk-did-fleet-drop = 已删除
desk-did-fleet-know = 已记录由您处理
desk-did-fleet-revoke = 这台自助机已解除绑定

# 无法读取的提交，以及人工带回的待发内容。
fleet-unread =
    { $n ->
       *[other] { $n } 条无法读取
    }
fleet-unread-title = 无法读取的提交
fleet-unread-text = 客户在这台自助机上提交、我们打不开的内容。原样保留，直到能读取或被删除。
fleet-unread-key = 缺少密钥
fleet-unread-key-text = 用密钥 { $key } 加密。请把这把密钥放回服务的密钥中，重新启动后一分钟内会自动读取。
fleet-unread-seal = 打不开
fleet-unread-seal-text = 途中被改动，或是为另一套也有密钥 { $key } 的服务加密的。如果来自另一套服务，请到那里提交。
fleet-unread-content = 内容无法识别
fleet-unread-content-text = 可以打开，但当前版本无法识别。请在升级后再试。
fleet-unread-twice = 同一张表单已提交过
fleet-unread-twice-text = 同一张表单已提交过其他内容。请查找当天的单子；客户拿到的编号可能查不到。
fleet-unread-told = 告诉客户的编号是 { $number }。
fleet-unread-untold = 没有给客户编号。
fleet-unread-when = 提交于{ $pressed }，收到于{ $came }。
fleet-unread-read = 再试一次
fleet-drop-open = 删除……
fleet-drop-text = 客户写的内容将永久删除。原因和您的姓名会保留。
fleet-drop-reason = 原因
fleet-drop-reason-hint = 试过什么办法，为什么不再需要。
fleet-drop = 永久删除
fleet-place-open = 改名或移到别处……
fleet-place-text = 客户之前提交的内容仍算在原来的营业厅。
fleet-place-save = 保存
fleet-hand-in-open = 提交带回的内容……
fleet-hand-in-text = 用于再也不能联网的自助机：用“onefront kiosk-empty”从设备取出的文件。每条只收一次，即使自助机以后又发送。
fleet-hand-in-file = 自助机的文件
fleet-hand-in-file-hint = 文件名以 json 结尾。已加密，只有本服务能读取。
fleet-hand-in = 提交
fleet-carried-title = 从“{ $name }”带回的内容
fleet-carried-lead = { $who }，{ $when }
fleet-carried-back = 返回这台自助机
fleet-carried-taps =
    { $n ->
        [0] 没有门口评价。
       *[other] { $n } 次门口评价。
    }
fleet-carried-none = 里面没有客户提交的内容。
fleet-carried-caption = 每条提交的结果
fleet-carried-untold = 没有编号
fleet-carried-column-told = 告知的编号
fleet-carried-column-pressed = 提交时间
fleet-carried-column-outcome = 结果
fleet-carried-column-case = 单子
fleet-carried-case = 已立案
fleet-carried-again = 之前已收到
fleet-carried-counted = 已计入
fleet-carried-unread = 已保留，无法读取
fleet-carried-broken = 不是自助机的内容
