# A part on its way between departments.
desk-leg-offered-to = Offered to { $to }. Until they take it, it stays with you.
desk-leg-from = Passed on by { $from }
desk-leg-decided = Passed on by { $from }; a coordinator decided that it goes here
desk-leg-answer-by = To be taken or declined:
desk-legs-gone =
    { $n ->
        [one] 1 part out of play
       *[other] { $n } parts out of play
    }
desk-pass-open = Pass on …
desk-pass-decide = Decide who does it …
desk-pass-title = Pass a part on
desk-pass-lead = It stays with your department until the other one takes it.
desk-pass-to = To whom
desk-pass-choose = Show what they need
desk-pass-label = Why it goes there
desk-pass = Offer it
desk-withdraw = Take the offer back
desk-decline-open = Decline …
desk-decline-label = Why not
desk-decline-hint = The giver and the owner of the case read this. A declined part is counted.
desk-decline = Decline it
desk-rate-legend = How good was what { $from } handed over?
desk-rate-good = Good
desk-rate-usable = Usable
desk-rate-poor = Poor
desk-rate-label = What was missing
desk-rated-good = Rated good.
desk-rated-usable = Rated usable.
desk-rated-poor = Rated poor.

# A case as a whole.
desk-ways-title = More
desk-way-to-check = Check the work
desk-way-to-add = Add a part
desk-way-to-hand-over = Ask a colleague to answer for it
desk-way-to-reclassify = It is about something else
desk-way-to-join = It belongs to another case
desk-back-to-case = Back to the case
desk-linked-title = Linked cases
desk-merged-title = This case goes on under another reference
desk-own-title = Nobody answers for this case yet
desk-own = I answer for it
desk-to-check-title = All parts are done
desk-to-check-text = Look at the work; then the customer is asked whether it is fixed.
desk-undecided-title =
    { $n ->
        [one] Declined once: a coordinator must decide
       *[other] Declined { $n } times: a coordinator must decide
    }
desk-undecided-text = Waiting for a decision since { $when }.
desk-asked-title = You are asked to answer for this case
desk-asking-title = { $name } is asked to answer for this case
desk-take-over = Yes, I answer for it
desk-refuse-open = No …
desk-refuse-label = Why not
desk-refuse = Say no
desk-unask-open = Take the question back …
desk-unask-label = Why
desk-unask = Take it back
desk-hand-over-title = Ask a colleague to answer for it
desk-hand-over-lead = You answer for the case until your colleague says yes.
desk-hand-over-to = Colleague
desk-hand-over-label = Why
desk-hand-over = Ask
desk-hand-over-of = Show only the colleagues of
desk-hand-over-of-all = every department
desk-hand-over-show = Show
desk-add-title = Add a part
desk-add-lead = One more department works on the case. You go on answering for it.
desk-add-to = Who does it
desk-add-after = When
desk-add-at-once = At once, beside the others
desk-add-label = What is to be done
desk-add = Add it
desk-reclassify-title = What the case is about
desk-reclassify-lead = Work that was begun goes on. What was not begun is replaced by the plan for the new subject, and the promises are reckoned anew from when the customer came.
desk-reclassify-subject = About
desk-reclassify-topics = Questions, requests and complaints
desk-reclassify-place = Place
desk-reclassify-nowhere = No place
desk-reclassify-label = Why
desk-reclassify = Change it
desk-join-title = Another case
desk-join-lead = Linked cases go on side by side. A merged case ends here and goes on under the other reference; only cases of the same customer can be merged.
desk-join-other = Reference of the other case
desk-join-hint = Ten characters and a check character, as on the receipt.
desk-join-label = Why
desk-join-link = Link them
desk-join-merge = Merge into the other
desk-join-wrong = This cannot be done with that reference. Check it, and whether the other case is open and of the same customer.
desk-check-title = Check the work
desk-check-lead = Before the customer is asked: does all of this hold?
desk-check-label = What is lacking
desk-check-good = All of it holds
desk-check-lacking = Something is lacking
desk-fact-bounces = Declined
desk-bounces =
    { $n ->
        [one] Once
       *[other] { $n } times
    }

# What was done.
desk-did-decline = You have declined this part
desk-did-pass = The part is offered
desk-did-withdraw = The offer is taken back
desk-did-add = The part is added
desk-did-rate = Your rating is kept
desk-did-own = You answer for this case now
desk-did-hand-over = Your colleague is asked
desk-did-take-over = You answer for this case now
desk-did-keep-owner = The owner stays the same
desk-did-reclassify = The case is filed anew
desk-did-join = The cases are joined
desk-did-check = Your finding is kept

# What happened, below the line.
desk-event-leg-offered = Offered to another department
desk-event-leg-decided = A coordinator decided who does it
desk-event-leg-passed = Taken over from the department before
desk-event-leg-declined = Declined
desk-event-leg-added = A part was added
desk-event-leg-rated = The work handed over was rated
desk-event-offer-withdrawn = The offer was taken back
desk-event-offer-overdue = The offer was not answered in time
desk-event-to-check = All parts are done: the owner looks at the work
desk-event-to-decide = Declined too often: a coordinator must decide
desk-event-owner-taken = Somebody answers for the case now
desk-event-owner-asked = A colleague was asked to answer for it
desk-event-owner-changed = The case has another owner
desk-event-owner-declined = The colleague said no
desk-event-owner-withdrawn = The question was taken back
desk-event-reclassified = Filed under another subject
desk-event-linked = Linked to another case
desk-event-merged-here = Another case was merged into this one
desk-event-checked-good = Checked: all of it holds
desk-event-checked-lacking = Checked: something is lacking

# What waits for somebody.
mine-to-check = Look at the work before the customer is asked
mine-asked = You are asked to answer for

# Recording what came in another way.
desk-way-record = Record
desk-record-title = Record a case
desk-record-lead = For what came by phone, by letter, through the regulator or across the counter. You answer for the case from now on.
desk-record-channel = How it came in
desk-record-details = What the customer says
desk-record-details-hint = In the customer’s words. They can read this on the page of their case.
desk-record-contact = Phone or e-mail of the customer
desk-record-contact-hint = For the receipt and for news. Leave it empty if the customer wants neither.
desk-record-tier = Who the customer has proved to be
desk-record-tier-hint = Whoever has not proved who they are is an individual customer.
desk-record-line = Number of the line
desk-record-address = Address
desk-record = Record it
desk-did-record = The case is recorded, and you answer for it
