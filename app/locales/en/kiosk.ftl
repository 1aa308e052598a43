# The kiosk in the shop.
kiosk-welcome = How can we help?
kiosk-begin = Start
kiosk-menu = What would you like to do?
kiosk-fault = Report a fault
kiosk-fault-hint = No internet, no calls, no signal
kiosk-enquiry = Ask or complain
kiosk-enquiry-hint = Bills, plans, moving house and anything else
kiosk-survey = Rate our service
kiosk-survey-hint = It takes one minute
kiosk-bar = Always here
kiosk-help = Help
kiosk-large = Large text
kiosk-contrast = High contrast
kiosk-finish = Finish
kiosk-up = Up
kiosk-down = Down
kiosk-back = Back
kiosk-help-title = Talk to a person
kiosk-help-lead = Our colleagues at the counter are glad to help. Or call us.
kiosk-privacy = What you type here is removed from this device when you leave.
kiosk-leaving = Finish here?
kiosk-leaving-lead = What you typed is not sent yet. When you finish, nothing of it stays on this device.
kiosk-leaving-nothing = Nothing of yours stays on this device.
kiosk-just-finish = Just finish
kiosk-something-else = Do something else
kiosk-warning = Are you still there?
kiosk-warning-lead = One tap and you go on. Everything you typed is still here.
kiosk-go-on = I am still here
kiosk-warning-left =
    { $n ->
        [one] This page is cleared in one second.
       *[other] This page is cleared in { $n } seconds.
    }
kiosk-look = Follow a request
kiosk-look-hint = With your reference and contact
kiosk-waiting = One moment, please…
kiosk-away-title = This cannot be looked up right now
kiosk-away-lead = This kiosk cannot reach us at the moment. Try again shortly, or ask at the counter.
