# 從自助機轉到手機上繼續辦。
move-title = 在手機上繼續辦
move-lead = 您在自助機上填的內容會轉到這支手機，從剛才那一步繼續；自助機上不會留下。
move-kept = 內容還沒有送出，會在這支手機上保留 { $n } 小時。
move-here = 在這支手機上繼續
move-own-title = 這支手機上已有沒填完的內容
move-own-lead = 兩份只能保留一份，您想繼續填哪一份？
move-own-replace = 自助機上的那份
move-own-keep = 手機上的這份
move-own-note = 選自助機上的，手機上原來填的會刪除；選手機上的，自助機上的內容不變。
move-over-title = 這個行動條碼已經不能用了
move-over-lead = 每個行動條碼只能用一次，而且很快會失效。
move-over-again = 如果您還在自助機旁，請再掃一次，螢幕上會出現新的行動條碼。
move-over-elsewhere = 如果自助機顯示已經轉到手機，請在最先打開行動條碼的手機上查看；否則請重新開始。

# 自助機上的說法。
move-to-phone = 轉到手機上繼續
move-offer-title = 轉到手機上繼續
move-offer-lead = 用手機掃這個行動條碼，打開出現的頁面，就能從這一步繼續辦，已經填的都在。
move-offer-time = 條碼會自動更新，不用急。
move-offer-stays = 在手機上按下按鈕之前，這裡的內容也都還在。
move-offer-wait = 請稍等，條碼馬上出來。
move-offer-none = 這台自助機現在沒有連線，無法轉到手機。內容都還在：請返回，在這裡繼續。
move-done-title = 已經轉到您的手機
move-done-lead = 請在手機上繼續。這台自助機上沒有留下任何內容。

# 列印。
paper-print = 列印
paper-again = 再印一次
paper-asked = 紙出來了嗎？
paper-valid = 沒有紙，編號一樣有效。您也可以用手機掃這個行動條碼。
paper-came = 拿到了
paper-none = 沒有出紙
paper-noted = 謝謝告知，會有人來檢查印表機。沒有紙，編號一樣有效。
paper-help = 有疑問請撥打 { $phone }
