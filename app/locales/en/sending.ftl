# Sending at a kiosk, with or without a network.
sending-wait = Sending…
sending-wait-lead = This takes a few seconds.
sending-received = We have received it
sending-received-lead = Take the reference with you. It is good without paper.
sending-saved = Saved on this kiosk, not sent yet
sending-saved-lead = There is no connection just now. It is sent as soon as there is one, and you will be told then by when you hear from us. Take the reference with you.
sending-link = Follow it on your phone
sending-link-lead = Point your phone’s camera at the code, or type the address.
sending-full = This kiosk cannot take it now
sending-full-lead = Nothing was sent, and nothing of it is kept here. Please go to the counter: our colleagues take it up at once.
