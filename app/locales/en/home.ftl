# The first page.
home-title = How can we help?
home-fault = Report a fault
home-fault-hint = Internet, phone or TV does not work
home-ask = Ask or complain
home-ask-hint = Plans, bills, moving house, or something to complain about
home-track = Follow a request
home-track-hint = See where it stands, and write to us
home-feedback = Give feedback
home-feedback-hint = One minute: tell us how we do
home-wrong-title = Some services have a fault right now
home-wrong-link = See whether yours is affected

# After "forget me here".
forgotten-title = All erased
forgotten-lead = What you typed on this device is gone. What you had already sent goes on: follow it with your reference or your private link.
