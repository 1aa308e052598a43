# 自助機上的說法。
move-to-phone = 轉到手機上繼續
move-offer-title = 轉到手機上繼續
move-offer-lead = 用手機掃這個 QR Code，打開出現的頁面，就能從這一步繼續辦，已經填的都在。
move-offer-time = QR Code 會自動更新，不用急。
move-offer-stays = 在手機上按下按鈕之前，這裡的內容也都還在。
move-offer-wait = 請稍等，QR Code 馬上出來。
move-offer-none = 這台自助機現在沒有連線，無法轉到手機。內容都還在：請返回，在這裡繼續。
move-done-title = 已經轉到您的手機
move-done-lead = 請在手機上繼續。這台自助機上沒有留下任何內容。

# 列印。
paper-print = 列印
paper-again = 再印一次
paper-asked = 紙出來了嗎？
paper-valid = 沒有紙，編號一樣有效。您也可以用手機掃這個 QR Code。
paper-came = 拿到了
paper-none = 沒有出紙
paper-noted = 謝謝告知，會有人來檢查印表機。沒有紙，編號一樣有效。
paper-help = 有疑問請撥打 { $phone }
