# When a page cannot be shown: what happened, what is kept, what to do now.
sorry-unavailable-title = 现在暂时办不了
sorry-unavailable-lead = 是我们这边的问题，不是您的。之前几步填的都还在。请过几分钟再试。
sorry-too-many-title = 请稍等一下
sorry-too-many-lead = 短时间内试的次数太多了。过几分钟再来，就可以继续。
sorry-not-found-title = 没有这个页面
sorry-not-found-lead = 网址可能不完整，或者已经过期。试试这些：
sorry-home = 回到首页
sorry-track = 查进度
sorry-help = 帮助
