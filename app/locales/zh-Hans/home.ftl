# The first page.
home-title = 有什么可以帮您？
home-fault = 报修
home-fault-hint = 上不了网、打不了电话、电视看不了
home-ask = 咨询和投诉
home-ask-hint = 套餐、账单、搬家移机，或者有意见
home-track = 查进度
home-track-hint = 办到哪一步了，还可以留言
home-feedback = 评价我们
home-feedback-hint = 一分钟，说说您的感受
home-wrong-title = 现在有些地方有故障
home-wrong-link = 看看是不是您那里

# After "forget me here".
forgotten-title = 已经清除
forgotten-lead = 您在这台设备上填写的内容已经删掉。已经提交的事情照常办理，凭编号或专属链接可以查进度。
