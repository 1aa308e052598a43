# Help, privacy and accessibility: the pages every face has.
help-title = 說明
help-lead = 想直接和真人說？請撥打 { $phone }。{ $hours }。
help-ask-title = 找不到想問的
help-ask-text = 在「諮詢和申訴」裡選最後一項，用自己的話寫下來就好。您不用管該找誰，我們來找。
help-lost-title = 找不到編號或專屬連結
help-lost-text = 有編號，再加上當時留的電話號碼或電子郵件，就能查進度。兩樣都找不到，請撥打上面的電話。
help-urgent-title = 有危險時
help-urgent-text = 電線或電纜垂落、設備冒煙起火時，請先遠離，並撥打當地的緊急電話，再告訴我們：{ $phone }。

privacy-title = 隱私權
privacy-lead = 我們向您要什麼、用來做什麼、保留多久、誰看得到。
privacy-details = 您寫的內容
privacy-contact = 您的電話號碼或電子郵件
privacy-place = 您的地址和線路
privacy-keep-title = 保留多久
privacy-keep-text = 結案後，所有內容保留 { $n } 天，然後刪除。
privacy-draft-text = 填了還沒有送出的內容，最多保留 { $n } 小時。
privacy-forget-title = 現在就清除
privacy-forget-text = 刪除您在這台裝置上填了還沒有送出的內容，並讓這台裝置不再記得您。
privacy-version = 本說明為第 { $n } 版。您送出時的版本會和內容一起保存。

accessibility-title = 無障礙
accessibility-lead = 每個人都應該能用這項服務。我們是這樣做的：
accessibility-keyboard = 只用鍵盤、螢幕閱讀器或語音，都能完成每件事。
accessibility-script = 瀏覽器不執行指令碼，也照樣能用。
accessibility-text = 文字放大到 400% 或在很小的螢幕上，內容不會缺少，也不用左右捲動。
accessibility-contrast = 文字和背景對比高，按鈕夠大。顏色從來不是唯一的提示。
accessibility-time = 在自己的裝置上慢慢填，沒有倒數計時。
accessibility-tell-title = 哪裡不好用？
accessibility-tell-text = 請撥打 { $phone } 告訴我們。您要辦的事，我們在電話裡幫您辦；不好用的地方，我們來改。
