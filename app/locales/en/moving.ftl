# A journey that goes to the customer's phone, as the kiosk offers it.
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
