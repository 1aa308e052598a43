# A picture or a PDF beside a message.
attachment-label = Picture or PDF
attachment-hint = One picture (JPEG, PNG or WebP) or one PDF, up to { $most }. Where a picture was taken and with what is removed from it.
attachment-hint-short = JPEG, PNG, WebP or PDF, up to { $most }.
attachment-why-reply = The customer gets this file.
attachment-why-note = Only staff get this file.
attachment-about = { $kind }, { $size }
attachment-kind-jpeg = Photo
attachment-kind-png = Picture
attachment-kind-pdf = PDF
attachment-kilobytes = { $n } KB
attachment-megabytes = { $n } MB

# Why a file was not taken. What was written is still there; the file is not.
attachment-fault-large = The file is larger than { $most }. Choose a smaller one.
attachment-fault-kind = This file is neither a picture (JPEG, PNG or WebP) nor a PDF. Choose another one, or send without a file.
attachment-fault-broken = The file could not be read to its end. Choose it again, or another one.
attachment-fault-empty = There is nothing in this file. Wait until it is on your device, then choose it again.
attachment-fault-points = The picture is too big. Choose one with fewer than 40 million pixels.
attachment-fault-active = This PDF carries a program or other files inside. Print it to a plain PDF and choose that.
attachment-fault-many = There are as many files here already as can be kept. Send without a file.
attachment-fault-busy = Too many files are being sent right now. Choose it again in a while, or send without it.
attachment-fault-again = The file is not kept until you send. Please choose it again.
