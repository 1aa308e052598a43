# What a phone says to whom a journey came from a kiosk.
move-title = 在手機上繼續辦
move-lead = 您在自助機上填的內容會轉到這支手機，從剛才那一步繼續；自助機上不會留下。
move-kept = 內容還沒有送出，會在這支手機上保留 { $n } 小時。
move-here = 在這支手機上繼續
move-own-title = 這支手機上已有沒填完的內容
move-own-lead = 兩份只能保留一份，您想繼續填哪一份？
move-own-replace = 自助機上的那份
move-own-keep = 手機上的這份
move-own-note = 選自助機上的，手機上原來填的會刪除；選手機上的，自助機上的內容不變。
move-over-title = 這個 QR Code 已經不能用了
move-over-lead = 每個 QR Code 只能用一次，而且很快會失效。
move-over-again = 如果您還在自助機旁，請再掃一次，螢幕上會出現新的 QR Code。
move-over-elsewhere = 如果自助機顯示已經轉到手機，請在最先打開 QR Code 的手機上查看；否則請重新開始。
