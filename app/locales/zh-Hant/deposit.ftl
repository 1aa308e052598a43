# 客戶在自助機上提交的內容，給員工看。
desk-event-kiosk-unfit = 客戶在自助機上填寫的內容與現在的表單對不上，請人工閱讀
desk-event-kiosk-renumbered = 自助機給客戶的是另一個編號，那個編號查不到，請把正確的編號告訴客戶
desk-event-kiosk-also = 客戶在自助機上也提交過，內容不同，請人工閱讀
