# What a phone says to whom a journey came from a kiosk.
move-title = Carry on here
move-lead = What you began at the kiosk comes to this phone, at the step where you stopped. Nothing of it stays on the kiosk.
move-kept =
    { $n ->
        [one] It is not sent yet. This phone keeps it for one hour.
       *[other] It is not sent yet. This phone keeps it for { $n } hours.
    }
move-here = Carry on on this phone
move-own-title = This phone has an unfinished form already
move-own-lead = Only one of the two can be kept here. Which one do you want to carry on with?
move-own-replace = The one from the kiosk
move-own-keep = The one on this phone
move-own-note = If you take the one from the kiosk, what you typed on this phone is deleted. If you keep the one on this phone, nothing changes at the kiosk.
move-over-title = This code does not work any more
move-over-lead = Each code works once, and for a short time only.
move-over-again = If you are at the kiosk, point your camera at it again: it shows a new code.
move-over-elsewhere = If the kiosk says that it is on your phone, look on the phone that opened the code first. If not, please begin again.
