# Signing in.
desk-sign-in-title = Staff sign-in
desk-sign-in-lead = For people who work here. Customers need no account.
desk-login-label = User name
desk-password-label = Password
desk-sign-in = Sign in
desk-sign-in-wrong = User name and password do not match. Please check both.
desk-sign-in-wait = There were too many failed attempts from here. Wait 15 minutes. If you have forgotten your password, ask an administrator for a new one.
desk-sign-in-out-title = You are signed out
desk-sign-in-out-text = Nothing of your session is left in this browser.

# Around every page.
desk-ways = Desk
desk-way-queue = Queue
desk-way-incidents = Incidents
desk-way-outbox = Outbox
desk-who = { $name } · { $role } · { $department }, { $unit }
desk-you = Signed in as
desk-sign-out = Sign out
desk-role-front = Front
desk-role-specialist = Specialist
desk-role-coordinator = Coordinator
desk-role-manager = Manager
desk-role-administrator = Administrator
desk-not-here-title = There is no such case here
desk-not-here-lead = You may have misread the reference, or the case belongs to another department.
desk-choose = Choose
desk-where = { $department }, { $unit }

# Time left.
desk-left-minutes =
    { $n ->
        [one] 1 minute left
       *[other] { $n } minutes left
    }
desk-left-hours =
    { $n ->
        [one] 1 hour left
       *[other] { $n } hours left
    }
desk-left-days =
    { $n ->
        [one] 1 day left
       *[other] { $n } days left
    }
desk-late-minutes =
    { $n ->
        [one] 1 minute late
       *[other] { $n } minutes late
    }
desk-late-hours =
    { $n ->
        [one] 1 hour late
       *[other] { $n } hours late
    }
desk-late-days =
    { $n ->
        [one] 1 day late
       *[other] { $n } days late
    }

# What was done, and what was in the way.
desk-did-accept = You have taken this part
desk-did-reply = The customer can read your reply
desk-did-note = The note is kept
desk-did-publish = The customer can read it now
desk-did-finish = This part is done
desk-did-announce = The incident is open
desk-did-expect = The estimate is changed
desk-did-end = The incident is over
desk-did-replay = It will be carried again
desk-did-set-aside = It is set aside
desk-did-settled = It is noted that you have looked
desk-did-text = This page shows how it stands now.
desk-late-title = Someone was quicker
desk-late-text = This can no longer be done. The page shows how it stands now; what you typed is kept.
desk-fault-inner-name = Customers do not know “{ $name }”. Please say it without inner names.
desk-fault-when = Enter a day and a time that lie ahead.

# The queue.
desk-queue-title = Queue
desk-queue-parts = Parts of the queue
desk-queue-next = Next
desk-queue-mine = Mine
desk-queue-open = Department
desk-queue-unassigned = Not taken
desk-queue-waiting = Waiting
desk-queue-late = Late
desk-queue-done = Done within 30 days
desk-queue-caption-next = What breaks first is on top
desk-queue-caption-mine = Cases you answer for or have a part of; what breaks first is on top
desk-queue-caption-open = What breaks first is on top
desk-queue-caption-unassigned = Nobody has taken these yet; what breaks first is on top
desk-queue-caption-waiting = These wait for the customer or are paused
desk-queue-caption-late = What broke first is on top
desk-queue-caption-done = The latest is on top
desk-queue-none-next = Nothing to do. New cases appear here.
desk-queue-none-mine = You have no case. Take one from your department’s queue.
desk-queue-none-open = Nothing to do. New cases appear here.
desk-queue-none-unassigned = Everything is taken.
desk-queue-none-waiting = Nothing waits.
desk-queue-none-late = Nothing is late.
desk-queue-none-done = Nothing was done here within 30 days.
desk-column-case = Case
desk-column-breaks = Due
desk-column-state = State
desk-column-taken = Taken by
desk-column-where = Department
desk-column-task = Task
desk-column-trouble = Trouble
desk-column-since = Since
desk-column-decide = Your decision
desk-breaks-promise = Promised to the customer
desk-breaks-target = Target of this part
desk-taken-by-none = Nobody yet
desk-reopened =
    { $n ->
        [one] Reopened once
       *[other] Reopened { $n } times
    }
desk-tier-key = Key account
desk-tier-enterprise = Business
desk-tier-family = Family
desk-tier-individual = Individual
desk-leg-planned = Not started
desk-leg-queued = Waiting to be taken
desk-leg-accepted = Taken
desk-leg-working = In progress
desk-leg-paused = Paused
desk-leg-done = Done
desk-leg-declined = Declined

# A case.
desk-case-title = { $reference } · { $about }
desk-customer-reads = The customer reads:
desk-case-sent = What the customer sent
desk-case-facts = About the case
desk-fact-owner = Owner
desk-fact-contact = Contact
desk-fact-language = Language
desk-fact-channel = Came in by
desk-fact-tier = Customer
desk-fact-opened = Received
desk-fact-reopened = Reopened
desk-owner-duty = { $duty } (nobody has taken it yet)
desk-contact-none = None: only the private link
desk-channel-portal = Portal
desk-channel-kiosk = Kiosk
desk-channel-counter = Counter
desk-channel-phone = Phone
desk-channel-letter = Letter
desk-channel-regulator = Regulator
desk-channel-api = Another system
desk-legs-title = Who does what
desk-leg-taken = Taken by { $name }
desk-leg-there = Worked on in: { $there }
desk-leg-there-as = Worked on in: { $there }, as { $id }
desk-accept = Take this part
desk-finish-open = Mark as done …
desk-finish-last-label = What was done, for the customer
desk-finish-last-hint = This is the last part. The customer reads this and is asked whether it is fixed.
desk-finish-label = What was found, for colleagues
desk-finish-hint = The next department reads this. The customer does not.
desk-finish = Mark as done
desk-reply-title = Write to the customer
desk-reply-label = Reply
desk-reply-hint = The customer reads this on the page of the case. Their language: { $language }.
desk-reply-done = We have said that it is done and are waiting for the customer’s word.
desk-reply = Send reply
desk-reply-ask = Send and wait for the answer
desk-note-title = Write to colleagues
desk-note-label = Internal note
desk-note-hint = Only staff read this.
desk-note-there = Send it to the other back office too
desk-note = Keep note
desk-log-title = What happened
desk-side-above = Customer sees this
desk-side-below = Internal
desk-actor-customer = Customer
desk-actor-house = Automatic
desk-event-note = Internal note
desk-event-back-office-note = Note from the back office
desk-event-back-office-state = New state at the back office
desk-event-leg-accepted = A part was taken
desk-event-leg-done = A part is done
desk-event-leg-queued = Given to the back office
desk-event-maybe-doubled = It may be there twice
desk-event-not-carried = It could not be carried
desk-event-other = Something else happened
desk-publish-open = Tell the customer …
desk-publish-label = What the customer will read
desk-publish-hint = Put it into the customer’s words. They read it as our reply.
desk-publish = Tell the customer

# Incidents.
desk-incidents-title = Incidents
desk-incidents-lead = One cause behind many faults. Customers read this before they report a fault, and on the status page.
desk-incidents-none = There are no incidents, and none ended within seven days.
desk-incidents-list = Open, and ended within seven days
desk-incident-joined =
    { $n ->
        [0] Nobody has said “I have it too” yet.
        [one] One customer has said “I have it too”.
       *[other] { $n } customers have said “I have it too”.
    }
desk-incident-change = Change or end …
desk-incident-about = ({ $title })
desk-incident-expected-label = Expected to be over
desk-incident-expected-hint = Leave it empty if nobody knows yet.
desk-incident-expect = Change the estimate
desk-incident-end = It is over
desk-incident-new = Open an incident
desk-incident-product = Service
desk-incident-place = Place
desk-incident-place-hint = Everything within it is touched.
desk-incident-whole = All of { $place }
desk-incident-title-hint = What customers notice, for example: no broadband in Donghu.
desk-incident-text-hint = Customers read this.
desk-incident-open = Open the incident

# The outbox.
desk-outbox-title = Outbox
desk-outbox-waiting =
    { $n ->
        [0] Nothing is waiting to be carried to another back office.
        [one] One message is waiting to be carried to another back office.
       *[other] { $n } messages are waiting to be carried to another back office.
    }
desk-outbox-none = Nothing is in trouble.
desk-outbox-caption = In trouble, the oldest first
desk-task-open = Open a ticket: { $there }
desk-task-note = Add a note: { $there }
desk-task-state = Change the state: { $there }
desk-called-there = Called { $id } there
desk-trouble-dead = Needs a person
desk-trouble-dead-means = It is not tried any more, and the rest of the case waits for it.
desk-trouble-doubled = Maybe there twice
desk-trouble-doubled-means = It was sent again without knowing whether the first try arrived. Please look there.
desk-trouble-trying =
    { $n ->
        [one] Tried once
       *[other] Tried { $n } times
    }
desk-trouble-trying-means = Next try: { $when }.
desk-decide-replay = Carry it again
desk-decide-set-aside = Never carry it
desk-decide-settled = I have looked
desk-decide-nothing = Nothing to decide
