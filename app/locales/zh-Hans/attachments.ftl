# A picture or a PDF beside a message.
attachment-label = 图片或 PDF
attachment-hint = 可附一张图片（JPEG、PNG、WebP）或一份 PDF，不超过 { $most }。图片里的拍摄地点、设备等信息会去掉。
attachment-hint-short = JPEG、PNG、WebP 或 PDF，不超过 { $most }。
attachment-why-reply = 客户会收到这个文件。
attachment-why-note = 只有员工能看到这个文件。
attachment-about = { $kind }，{ $size }
attachment-kind-jpeg = 照片
attachment-kind-png = 图片
attachment-kind-pdf = PDF
attachment-kilobytes = { $n } KB
attachment-megabytes = { $n } MB

# Why a file was not taken. What was written is still there; the file is not.
attachment-fault-large = 文件超过 { $most }，请换一个小一点的。
attachment-fault-kind = 这个文件不是图片（JPEG、PNG、WebP），也不是 PDF。请换一个，或者不带文件发送。
attachment-fault-broken = 文件读不完整。请重新选择，或者换一个。
attachment-fault-empty = 这个文件是空的。请等它下载到设备上，再重新选择。
attachment-fault-points = 图片尺寸太大。请换一张 4000 万像素以内的。
attachment-fault-active = 这份 PDF 里带有程序或其他文件。请另存为普通 PDF 再选择。
attachment-fault-many = 这里存放的文件已经到上限。请不带文件发送。
attachment-fault-busy = 现在发送的文件太多。请过一会儿重新选择，或者不带文件发送。
attachment-fault-again = 没有发出的文件不会保留，请重新选择。
