# What the customer reads when time stands still.
moment-paused = Paused for now
moment-went-on = We are going on
promise-because-waited = Moved, because we had to wait for your answer.
promise-because-stood-still = Moved by the time for which we could not go on.

# Time and promises on the page of a case.
clock-title = Time and promises
clock-raised = { $share } % of the promised time has passed
clock-raised-to = { $who }, { $unit }
clock-rung-owner = First-contact owner
clock-rung-coordinator = Coordinator
clock-rung-manager = Manager
clock-acknowledge = I know about it
clock-paused = { $department }: paused. { $reason }
clock-go-on = Go on with it
clock-pause-open = Pause: { $department } …
clock-pause-why = Why? The customer reads this in their words.
clock-pause = Pause
clock-promise-open = Promise another time …
clock-promise-when = Done by
clock-promise-why = Why, for the customer
clock-promise-hint = The customer reads this with the new time. Their language: { $language }.
clock-promise = Tell the customer the new time
clock-zone = By the clock on the wall of the unit: { $zone }.
clock-order-open = Order a colleague to do something …
clock-order-to = Who
clock-order-nobody = Choose who is to do it.
clock-order-when = Until when
clock-order-what = What is to be done
clock-order = Give the order
clock-order-who = { $by } to { $to }
clock-order-done = It is done
clock-relieve-open = Take the case over …
clock-relieve-why = Why, for colleagues
clock-relieve = Answer for it from now on

# What was done, and what happened below the line.
desk-did-pause = It is paused, and the customer can read why
desk-did-go-on = It goes on
desk-did-promise = The customer can read the new time
desk-did-acknowledge = It is noted that you know
desk-did-relieve = You answer for this case now
desk-did-order = The order is given
desk-did-obey = The order is done
desk-event-raised = Raised, as much of the promise has passed
desk-event-acknowledged = Acknowledged
desk-event-leg-paused = Part paused
desk-event-leg-went-on = Part goes on
desk-event-owner-relieved = Taken over by another owner
desk-event-ordered = Order given
desk-event-order-done = Order done

# What waits for one person.
desk-way-mine = Waiting for you
mine-title = Waiting for you
mine-orders = What you were told to do
mine-raised = Promises that need you to know
mine-nothing = Nothing waits for you.

# The units below.
desk-way-levels = Levels
levels-title = Levels
levels-lead = Open cases of your unit and of those below it. A number leads to its cases.
levels-caption = Open cases by unit
levels-unit = Unit
levels-open = Open
levels-at-risk = At risk
levels-broken = Broken promises
levels-bounced = Bounced
levels-unacknowledged = Not acknowledged
levels-owner = Owner
levels-picks = Which cases
levels-share = { $share } % has passed
levels-none = None.
levels-back = All levels
levels-page = Page { $page }
levels-bounces =
    { $n ->
        [one] Bounced once
       *[other] Bounced { $n } times
    }
