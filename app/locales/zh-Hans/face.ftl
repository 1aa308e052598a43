# What every front says, a page and a kiosk alike.
face-title-faulty = 有误：{ $title }

# The form of a step.
face-continue = 继续
face-back = 返回
face-optional = { $label }（选填）
face-change = 修改

# Refusals.
face-faults = 请先看一下这里
face-fault-of = “{ $label }”{ $fault }
face-fault-prefix = 有误：

# Receipt and case.
face-reference = 您的受理编号
face-qr = 含有您专属链接的二维码，请用手机扫描

# 醒着的表单没能送出时。
unsent-retry = 再试一次
