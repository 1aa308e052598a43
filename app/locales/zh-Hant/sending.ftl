# 在自助機上提交，有網路沒網路都一樣。
sending-wait = 正在提交……
sending-wait-lead = 幾秒鐘就好。
sending-received = 已收到
sending-received-lead = 請記下編號。沒有紙本憑條也有效。
sending-saved = 已存在這台自助機上，還沒有送出
sending-saved-lead = 現在沒有網路。一連上就會送出，到時會告訴您什麼時候答覆。請記下編號。
sending-link = 在手機上查看進度
sending-link-lead = 用手機掃描 QR Code，或者輸入下面的網址。
sending-full = 這台自助機現在無法受理
sending-full-lead = 剛才的內容沒有送出，也沒有留在這裡。請到櫃檯，服務人員馬上為您辦理。
