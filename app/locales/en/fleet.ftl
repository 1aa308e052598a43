# A device that is to become a kiosk.
pair-title = Set up this kiosk
pair-lead = This device is not paired with a shop yet. Show a code here, and have it entered at the desk by somebody who may set up kiosks.
pair-code = Show a code
pair-again = New code
pair-shown-lead = Enter this code at the desk, under “Kiosks”.
pair-until = The code works once, for 10 minutes, until { $when }. You can ask for a new one whenever you need it.
pair-given = The code has been entered
pair-not-yet-title = The code has not been entered yet
pair-not-yet-text = As soon as it has been entered at the desk, press the button again.
pair-over-title = The code has run out
pair-over-text = It was not entered in time. Ask for a new one.
pair-claimed-title = The code has been entered
pair-claimed-text = This device becomes the kiosk “{ $name }” in the { $shop }.
pair-start = Start the kiosk
pair-ended-title = This device is no longer a kiosk
pair-ended-text = Its pairing was ended at the desk. Pair it again to go on using it.
pair-closed-title = Out of order
pair-closed-text = Please ask at the counter. We are sorry.

# The kiosks, for those who look after them.
fleet-title = Kiosks
fleet-count =
    { $n ->
        [0] No kiosk is paired.
        [one] One kiosk.
       *[other] { $n } kiosks.
    }
fleet-none = To pair the first one, open the address of this service with /kiosk on the device, and show a code there.
fleet-caption = Those that need attention stay listed after they have ended
fleet-place = { $shop }, { $unit }
fleet-column-kiosk = Kiosk
fleet-column-state = Status
fleet-column-heard = Last heard
fleet-column-queue = Not sent yet
fleet-column-frame = Screen
fleet-column-clock = Clock
fleet-column-printer = Printer
fleet-column-setup = Settings
fleet-state-awaited = Waits for its start
fleet-state-awake = Working
fleet-state-silent = Not heard
fleet-state-resting = Shop closed
fleet-state-ended = Ended
fleet-queue =
    { $n ->
        [0] Nothing
        [one] One submission
       *[other] { $n } submissions
    }
fleet-queue-oldest = { $count }, the oldest for { $age }
fleet-ago = Painted { $age } ago
fleet-unknown = Not known
fleet-clock-right = Right
fleet-clock-ahead = Fast by { $age }
fleet-clock-behind = Slow by { $age }
fleet-printer-unknown = Not known
fleet-printer-ready = Ready
fleet-printer-out = No paper
fleet-setup-applied = Version { $applied }
fleet-setup-behind = Version { $applied }, { $newest } to follow
fleet-setup-refused = Version { $applied }; it cannot read { $refused }
fleet-seconds =
    { $n ->
        [one] one second
       *[other] { $n } seconds
    }
fleet-minutes =
    { $n ->
        [one] one minute
       *[other] { $n } minutes
    }
fleet-hours =
    { $n ->
        [one] one hour
       *[other] { $n } hours
    }
fleet-days =
    { $n ->
        [one] one day
       *[other] { $n } days
    }

# Making one.
fleet-claim-title = Pair a kiosk
fleet-claim-text = Pair only a device that you stand in front of, or whose code somebody you know reads out to you.
fleet-claim-code = Code on the device
fleet-claim-code-hint = Eight letters and digits, such as 7KX9-M2QW.
fleet-claim-shop = Shop
fleet-claim-name = Name
fleet-claim-name-hint = What colleagues call it, such as “by the door”.
fleet-claim = Pair
fleet-fault-empty = Fill this in.
fleet-fault-long = At most 60 characters.
fleet-fault-wordy = At most 500 characters.
fleet-fault-code = No device shows this code now. It may have run out: have a new one shown.
fleet-fault-shop = Choose a shop.
fleet-fault-number = Enter a whole number.
fleet-fault-range = Enter a number from { $least } to { $most }.
fleet-fault-choose = Choose one of the options.

# One of them.
fleet-back = All kiosks
fleet-facts-title = What it said last
fleet-fact-unit = Unit
fleet-fact-paired = Paired
fleet-fact-heard = Last heard
fleet-fact-build = Build
fleet-fact-queue = Not sent yet
fleet-fact-frame = Screen
fleet-fact-clock = Clock
fleet-fact-printer = Printer
fleet-fact-setup = Settings
fleet-fact-keys = Keys still needed
fleet-heard = { $when }, { $age } ago
fleet-alerts-title = Needs attention
fleet-alert-cloned = Copied credential
fleet-alert-cloned-text = Two devices used this kiosk’s credential at the same time. It was ended for both. Find out who has the other one before you pair this device again.
fleet-alert-silent = Not heard
fleet-alert-silent-text = Three signs of life in a row did not come while the shop was open. The device may be off, without network or stuck.
fleet-alert-frozen = Screen stands still
fleet-alert-frozen-text = The device answers, but has painted nothing for over a minute.
fleet-alert-unreadable = Unreadable submission
fleet-alert-unreadable-text = Something this kiosk sent could not be opened. It was kept as it came.
fleet-alert-setup = Settings not readable
fleet-alert-setup-text = The device cannot read these settings and goes on with its last good ones. It may run an old build.
fleet-since = Since { $when }.
fleet-over = Over since { $when }.
fleet-know = I will see to it
fleet-known = { $who } has seen to it, { $when }
fleet-set-title = Settings
fleet-set-text = The kiosk takes them over between two customers.
fleet-set-mode = What it is for
fleet-set-mode-service = Enquiries, faults and feedback
fleet-set-mode-door = One question by the door
fleet-set-language = First language
fleet-set-range = { $hint } From { $least } to { $most }.
fleet-set-idle = Asks whether somebody is still there after
fleet-set-idle-hint = In seconds without a touch.
fleet-set-warning = And waits for an answer
fleet-set-warning-hint = In seconds.
fleet-set-micrometres = Size of a pixel
fleet-set-micrometres-hint = In thousandths of a millimetre: 248 on a 21.5-inch panel of 1080 by 1920.
fleet-set-above = Out of reach at the top
fleet-set-above-hint = In millimetres of the screen that are higher than 1220 mm above the floor.
fleet-set-below = Out of reach at the bottom
fleet-set-below-hint = In millimetres of the screen.
fleet-set-volume = Volume at the start
fleet-set-volume-hint = In per cent.
fleet-set-cap = Most submissions kept without network
fleet-set-cap-hint = After that customers are sent to the counter.
fleet-set-headset = Speech is heard by headset only
fleet-set-printer = It has a printer
fleet-set-tap = Ask for a tap at the end
fleet-set = Save settings
fleet-revoke-open = End this kiosk …
fleet-revoke-text = The device loses its credential at its next sign of life and shows the pairing page. What was received from it stays.
fleet-revoke-unsent =
    { $n ->
        [one] One submission waits on the device and has not been sent. It stays there.
       *[other] { $n } submissions wait on the device and have not been sent. They stay there.
    }
fleet-revoke = End it
fleet-versions-title = Versions of the settings
fleet-version = Version { $n }
fleet-log-title = What was done
fleet-by-itself = By rule
fleet-deed-paired = Paired
fleet-deed-set = Settings changed
fleet-deed-placed = Renamed or moved
fleet-deed-read = Read again
fleet-deed-dropped = Unreadable submission thrown away
fleet-deed-handed-in = Queue handed in
fleet-deed-known = Alert seen to
fleet-deed-revoked = Ended
fleet-deed-cloned = Ended because its credential was copied
desk-did-fleet-claim = Now press “The code has been entered” on the device
desk-did-fleet-set = The settings are saved
desk-did-fleet-place = Name and shop are saved
desk-did-fleet-read = It was tried again
desk-did-fleet-drop = It is thrown away
desk-did-fleet-know = It is noted that you see to it
desk-did-fleet-revoke = This kiosk is ended

# What nobody could read, and what is carried here by hand.
fleet-unread =
    { $n ->
        [one] One unreadable
       *[other] { $n } unreadable
    }
fleet-unread-title = Unreadable submissions
fleet-unread-text = What customers sent from this kiosk and we could not open. It is kept as it came until it is read or thrown away.
fleet-unread-key = Its key is missing
fleet-unread-key-text = It is sealed to key { $key }. Have that key put back into the service’s keys: it is then read by itself within a minute of the start.
fleet-unread-seal = It does not open
fleet-unread-seal-text = It was changed on the way, or sealed to another service that has a key { $key } too. If it came from another service, bring it there.
fleet-unread-content = Not understood
fleet-unread-content-text = It opens, and this version of the service cannot make anything of it. Try again after an update.
fleet-unread-twice = Its form was sent before
fleet-unread-twice-text = Something else was sent with the same form. Look for a case of that day; the customer may have been told a number that leads nowhere.
fleet-unread-told = The customer was told { $number }.
fleet-unread-untold = No number was told.
fleet-unread-when = Sent { $pressed }, here since { $came }.
fleet-unread-read = Try again
fleet-drop-open = Throw it away …
fleet-drop-text = What the customer wrote is gone for good. Your reason and your name are kept.
fleet-drop-reason = Reason
fleet-drop-reason-hint = What was tried, and why nobody needs it any more.
fleet-drop = Throw it away
fleet-place-open = Rename or move …
fleet-place-text = What customers sent before stays with the shop where they were.
fleet-place-save = Save
fleet-hand-in-open = Hand in its queue …
fleet-hand-in-text = For a kiosk that will never be online again: the file that “onefront kiosk-empty” took from it. Each submission is taken once, even if the kiosk sends it one day.
fleet-hand-in-file = File from the kiosk
fleet-hand-in-file-hint = It ends in .json. Sealed: nobody but this service can read it.
fleet-hand-in = Hand in
fleet-carried-title = Handed in from “{ $name }”
fleet-carried-lead = By { $who }, { $when }
fleet-carried-back = Back to the kiosk
fleet-carried-taps =
    { $n ->
        [0] No press by the door.
        [one] One press by the door.
       *[other] { $n } presses by the door.
    }
fleet-carried-none = Nothing that customers sent was in it.
fleet-carried-caption = What became of each submission
fleet-carried-untold = No number
fleet-carried-column-told = Number told
fleet-carried-column-pressed = Sent
fleet-carried-column-outcome = Outcome
fleet-carried-column-case = Case
fleet-carried-case = A case now
fleet-carried-again = Was here already
fleet-carried-counted = Counted
fleet-carried-unread = Kept, not readable
fleet-carried-broken = Not from a kiosk
