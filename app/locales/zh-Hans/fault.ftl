# Reporting that something does not work.
fault-product-title = 什么用不了？
fault-symptom-title = 是什么情况？
fault-questions-title = 再问几个细节

# Trying what may mend it on the spot.
fault-try-lead = 请先照着做一遍，很多时候几分钟就好了。
fault-try-ask = 好了吗？
fault-try-fixed = 好了，能用了
fault-try-not-fixed = 没有，继续

# Where it is.
fault-place-title = 在哪个区县？
fault-place-hint = 选用不了的地方所在的区县。
fault-place-empty = 请选择
fault-place-label = 区县
fault-finder-label = 查找区县
fault-finder-hint = 输入名称或拼音首字母，再选择。
fault-finder-none = 没有找到，请在下面的列表中选择。
fault-finder-chosen = 已选择：{ $place }
fault-line-title = 是哪条线路？
fault-line-lead = 号码和地址，填一个就够。
fault-address-label = 地址
fault-address-hint = 街道、小区、楼栋和门牌。

# What we know of already.
fault-known-title = 您这里的故障，我们已经知道
fault-known-which = 您遇到的是哪一个？
fault-known-lead = 如果您遇到的就是这个，按一下就行，不用再填。
fault-known-expected = 预计 { $when } 前恢复。
fault-known-join = 我也是
fault-known-other = 不是这个，继续

# Since when.
fault-since-title = 什么时候开始的？
since-now = 刚刚，一小时之内
since-today = 今天早些时候
since-yesterday = 昨天
since-earlier = 更早
since-date-label = 哪一天？
since-date-hint = 选“更早”时才需要填写。
fault-contact-title = 怎么联系您？

# Good endings without a case.
fault-mended-title = 好了就好
fault-mended-lead = 您不用再做什么。要是又出问题，随时再来报修。
fault-joined-title = 记下了，您也受影响
fault-joined-lead = 我们已经在修，您不用再报修。最新情况在“当前故障”页上。
fault-ending-feedback = 说说您的感受
