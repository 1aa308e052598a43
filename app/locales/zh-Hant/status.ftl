# What is wrong now, and what was mended lately.
status-title = 目前故障
status-none = 目前沒有已知的故障。
status-open = 搶修中
status-over = 已恢復
status-since = { $when } 開始。
status-ended = { $when } 恢復。
status-no-estimate = 什麼時候恢復，還無法確定。
status-report = 遇到別的問題？前往報修
