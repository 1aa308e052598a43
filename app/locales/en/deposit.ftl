# What was deposited at a kiosk, for staff.
desk-event-kiosk-unfit = Typed at a kiosk and not as the forms are today: please read what the customer wrote
desk-event-kiosk-renumbered = The kiosk had told the customer another reference, which leads nowhere: please let them know the right one
desk-event-kiosk-also = Sent at a kiosk too, in other words: please read what was typed there
