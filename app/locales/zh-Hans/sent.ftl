# What was sent, label by label: on "check your answers", the receipt and the case.
sent-topic = 事由
sent-about = 关于
sent-details = 您写的内容
sent-product = 业务
sent-symptom = 情况
sent-place = 地区
sent-line = 号码
sent-address = 地址
sent-since = 开始时间
sent-contact = 联系方式
