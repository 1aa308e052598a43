# Incidents, for customers and for staff.
home-planned-title = 近期有計畫內的施工
home-planned-link = 看看在哪裡、什麼時候
status-ahead = 計畫中
status-back = 再次搶修中
status-planned = 計畫施工：{ $from } 到 { $until }。
status-reopened = 曾以為已恢復，{ $when } 起又在搶修。
status-said = 到目前為止的消息
status-follow = 有消息就告訴我
status-about = （{ $title }）
status-followed-title = 有消息就告訴您
status-followed-text = 有新消息或恢復時，我們會通知您。
status-works-title = 太好了
status-works-text = 謝謝您告訴我們已經恢復。
status-does-not-title = 謝謝您告訴我們
status-does-not-text = 如果說沒好的人多，我們會重新搶修並通知您。您也可以單獨報修。
status-enough-title = 不再通知您
status-enough-text = 這件事我們不會再打擾您。
incident-expected = 預計恢復：{ $when }。
# What happened to an incident, in its timeline.
incident-step-opened = 已發現
incident-step-planned = 已預告
incident-step-begun = 已開始
incident-step-update = 新消息
incident-step-estimate = 預計時間有變
incident-step-ended = 已恢復
incident-step-reopened = 還沒有完全恢復
# What a case's timeline says of the incident behind it.
incident-told-attached = 原因已經找到：{ $title }
incident-told-opened = 原因已經找到：{ $title }
incident-told-planned = 計畫施工：{ $title }
incident-told-begun = 已經開始：{ $title }
incident-told-update = 新消息：{ $title }
incident-told-estimate = 預計時間有變：{ $title }
incident-told-ended = 應該已恢復：{ $title }
incident-told-reopened = 還沒有完全恢復：{ $title }。我們又在搶修了。
# Following an incident without a case.
follow-title = 通知發到哪裡？
follow-lead = 有新消息我們就告訴您，最後再問您是不是好了。
follow-send = 通知我
follow-back = 不用了
follow-door-title = 故障的消息
follow-on = 一有消息就告訴您。
follow-asked = 應該已經恢復。您那裡好了嗎？
follow-answered = 您已經告訴我們了，還可以改。
follow-yes = 好了
follow-no = 還沒好
follow-stop = 不用再通知我
follow-status = 所有故障
# For staff.
desk-did-tell = 已通知所有相關客戶
desk-did-begin = 施工已開始
desk-did-attach = 已歸入故障，客戶會收到消息
desk-fault-until = 計畫施工要有結束時間，而且晚於開始時間。
desk-incident-title-in = 標題（{ $language }）
desk-incident-text-in = 正在做什麼（{ $language }）
desk-incident-languages = 其他語言…
desk-incident-places = 更多地區…
desk-incident-place-more = 再加一個地區
desk-incident-place-none = 沒有
desk-incident-cause = 已知的原因
desk-incident-cause-hint = 只有同事看得到。
desk-incident-planned = 計畫施工…
desk-incident-begins-label = 開始時間
desk-incident-begins-hint = 客戶現在就看得到預告。到時自動開始，也自動結束。
desk-incident-from = 由 { $reference } 發起，這一件會歸入其中。
desk-incident-facts = 背後的情況
desk-incident-too = 「我也是」
desk-incident-following = 關注的人
desk-incident-followers =
    { $n ->
        [0] 還沒有人關注
       *[other] { $n } 人關注
    }
desk-incident-works = 恢復了嗎？
desk-incident-answers = 好了 { $yes }，沒好 { $no }
desk-incident-cases = 歸入的請求
desk-incident-no-cases = 還沒有。
desk-incident-yes = 已恢復
desk-incident-no = 還沒好
desk-incident-proposed = 這些可能也是
desk-incident-proposed-text = 同一業務、同一地區的未結故障。歸入後會通知客戶。
desk-incident-attach = 歸入
desk-incident-attach-all = 全部歸入（{ $n } 件）
desk-incident-anew-label = 預計恢復時間（有變才填）
desk-incident-anew-hint = 留空則保持不變。早於它的承諾會順延到這個時間。
desk-incident-begin = 現在開始
desk-incident-end-hint = 結束時會問每個人是否恢復。說沒好的人多，會自動重新打開。
desk-incident-tell-title = 通知所有人
desk-incident-tell = 發出通知
desk-cause-title = 故障
desk-cause-hangs = 這一件歸入：
desk-cause-attach = 歸入：{ $title }
desk-cause-new = 由這一件發起故障
