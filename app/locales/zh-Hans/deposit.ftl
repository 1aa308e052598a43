# 客户在自助机上提交的内容，给员工看。
desk-event-kiosk-unfit = 客户在自助机上填写的内容与现在的表单对不上，请人工阅读
desk-event-kiosk-renumbered = 自助机给客户的是另一个编号，那个编号查不到，请把正确的编号告诉客户
desk-event-kiosk-also = 客户在自助机上也提交过，内容不同，请人工阅读
