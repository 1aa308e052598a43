# A journey that goes from a kiosk to the customer's phone.
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

# The same, at the kiosk.
move-to-phone = Carry on on my phone
move-offer-title = Carry on on your phone
move-offer-lead = Point your phone’s camera at this code and open the page it finds. There you carry on at this step, with everything you typed.
move-offer-time = The code renews itself. Take the time you need.
move-offer-stays = Until you press the button on your phone, everything is still here too.
move-offer-wait = One moment, here comes the code.
move-offer-none = This kiosk has no connection right now, so nothing can go to your phone. Everything is still here: go back and carry on.
move-done-title = It is on your phone now
move-done-lead = Carry on there. Nothing of it is left on this kiosk.

# On paper.
paper-print = Print
paper-again = Print again
paper-asked = Did the paper come out?
paper-valid = Your number is valid without paper. You can also point your phone’s camera at the code.
paper-came = Yes, I have it
paper-none = No paper came
paper-noted = Thank you for telling us. Somebody will look at the printer. Your number is valid without paper.
paper-help = Questions? Call { $phone }
