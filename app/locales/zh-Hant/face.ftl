# What every front says, a page and a kiosk alike.
face-title-faulty = 有誤：{ $title }

# The form of a step.
face-continue = 繼續
face-back = 返回
face-optional = { $label }（選填）
face-change = 修改

# Refusals.
face-faults = 請先看一下這裡
face-fault-of = 「{ $label }」{ $fault }
face-fault-prefix = 有誤：

# Receipt and case.
face-reference = 您的受理編號
face-qr = 內含您專屬連結的 QR Code，請用手機掃描

# 醒著的表單沒能送出時。
unsent-retry = 再試一次
