# When a page cannot be shown: what happened, what is kept, what to do now.
sorry-unavailable-title = 现在暂时办不了
sorry-unavailable-lead = 问题出在我们这边，您没有做错。内容还没有提交。前面几步填的都已保留；刚才填的还在您的浏览器里：请返回上一页，过几分钟再提交。
sorry-too-many-title = 请稍等一下
sorry-too-many-lead = 短时间内次数太多。请等几分钟，再返回上一页重试，您填的内容还在浏览器里。
sorry-not-found-title = 没有这个页面
sorry-not-found-lead = 网址可能不完整，或者已经过期。试试这些：
sorry-home = 回到首页
sorry-track = 查进度
sorry-help = 帮助
sorry-foreign-title = 这份表单来自别的网站
sorry-foreign-lead = 为了您的安全，我们只接收从本站页面发出的内容。请在这里重新打开页面，再发送一次。
sorry-too-large-title = 内容太多了
sorry-too-large-lead = 您发送的内容超出了一次能接收的大小。请返回，缩短后再发送。
sorry-broken-title = 出了点问题
sorry-broken-lead = 问题在我们这边，已经记录下来。请返回，稍后再试。
