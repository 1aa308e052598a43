# Where does a case stand? By reference and contact, on every front.
track-title = 查进度
track-reference-label = 受理编号
track-reference-hint = 在受理单上，例如 7KM3P-9XQ4T-B。大小写都可以。
track-contact-label = 电话号码或邮箱
track-contact-hint = 提交时留给我们的那一个。
track-find = 查询
track-unknown-text = 编号和联系方式要对得上才能查。请再核对一遍。当时没有留联系方式的，只能用专属链接打开。
track-wait-text = 短时间内查询的次数太多。请过几分钟再按“查询”，您填的内容还在。
standing-title = 想看全部内容？
standing-text = 凭编号只能看到办到哪一步。要看往来内容、留言，或告诉我们好了没有，请打开专属链接。
