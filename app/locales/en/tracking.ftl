# Finding a case.
track-lead = Your private link is the quickest way. Without it, look your request up here.
track-contact-why =
    { $n ->
        [one] We only compare it with the one you gave. What you enter here is erased within one hour.
       *[other] We only compare it with the one you gave. What you enter here is erased within { $n } hours.
    }

# The door a secret link leads to, and the door that stays shut.
door-title = Open your request
door-lead = This link is yours. Whoever has it can see your request, so share it only with people you trust.
door-open = Open
locked-title = We cannot show this here
locked-lead = To protect what you told us, please open your private link, or look it up with your reference and contact.
locked-kept = What you wrote is kept for you. Open your private link on this device, and you find it there.
locked-find = Look it up

# What a case is, where it stands, and what was promised.
kind-enquiry = Question
kind-complaint = Complaint
kind-fault = Fault report
kind-recovery = Follow-up
state-received = Received
state-received-means = We have it and will take it up.
state-working = In progress
state-working-means = We are working on it.
state-waiting = Waiting for you
state-waiting-means = We have asked you something. As soon as you answer, we carry on.
state-done = Please confirm
state-done-means = We believe it is done, but you have the last word.
state-closed = Closed
state-closed-means = This is closed. If it comes back, you can open it again.
promise-answer = You will hear from us by { $when }.
promise-fix = We will have this done by { $when }.
promise-history = Everything we have promised
promise-given = Promised on { $when }.
promise-because-first = Given when we received it.
promise-because-reopened = Renewed because you told us it was not fixed.
promise-because-wrote = Renewed because you wrote to us again.
promise-because-reclassified = Changed once we understood better what it is about.
promise-because-incident = Changed because of the fault behind it.

# What can happen to a case.
moment-received = Sent to us
moment-accepted = Work has begun
moment-message = Message
moment-reply = Our reply
moment-promise-changed = The promise was changed
moment-done = We think it is done
moment-closing-soon = Closing in a few days, unless we hear from you
moment-confirmed = Confirmed as fixed
moment-closed-by-rule = Closed, as we heard nothing more
moment-reopened = Still not fixed, opened again
moment-merged = Goes on together with your other case, under this reference:
moment-incident-news = News of the fault behind it
moment-link-renewed = New private link; the one before has ended

# The page of a case.
case-title = Your request
case-title-of = Request { $reference }
case-sent-title = We have your message
case-sent-text = You find it in the list below.
case-timeline = What has happened
case-what-was-sent = What you sent
case-whole = Show long texts in full
case-fixed-ask = Is it fixed?
case-fixed-text = If it is, we close it and ask how we did. If not, we carry on, and you need not explain it again.
case-fixed-yes = Yes, it is fixed
case-fixed-no = Still not fixed
case-reopen-title = Is it back?
case-reopen-text = Open it again. It keeps its reference, and you need not explain it again.
case-reopen-label = What is still wrong?
case-closed-meanwhile = This was closed in the meantime, so your message has not been sent. To open it again, press “Still not fixed”; your message goes with it.
case-survey = Tell us how we handled it
case-write-title = Write to us
case-write-label = Your message
case-write-hint = Something new, something to add, or a question: write it here.
case-write-send = Send message
case-link-title = Your private link
case-link-text = It opens this page on any device, without an account. Keep it to yourself.

# The receipt.
receipt-title = We have received it
receipt-again-title = You have sent this already
receipt-again-text = It is the same request. Nothing was sent twice.
receipt-changed-title = This was sent before you changed it
receipt-changed-text = What you changed has not reached us. You can add it as a message.
receipt-changed-add = Add as a message
receipt-link-title = Keep your private link
receipt-link-text = It shows everything at any time, and you can write to us there, without an account. Keep it to yourself.
receipt-next-title = What happens next
receipt-next-1 = We find the right people. You need not ask anyone else.
receipt-next-2 = News, questions and changes all appear behind your private link.
receipt-next-3 = At the end we ask you whether it is fixed. If it is not, we carry on.
receipt-follow = Follow this request
case-news = There is news on this page.
