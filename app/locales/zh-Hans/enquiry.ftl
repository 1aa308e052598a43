# Asking a question or complaining.
enquiry-topic-title = 是关于什么的？
enquiry-topic-lead = 选最接近的一项就行，不确定也没关系。
stage-before = 办理之前
stage-during = 正在使用
stage-after = 停用、退还和投诉
enquiry-open = 没有合适的？
enquiry-about-label = 用您自己的话说，是关于什么的？
enquiry-about-hint = 上面都不合适时才需要填写，几个字就够。
enquiry-details-title = 请说说是什么事
enquiry-details-hint = 像平时说话那样写就行。写清楚什么时候、发生了什么、您希望怎么办，会更快。
