# Incidents, for customers and for staff.
home-planned-title = Work is planned
home-planned-link = See where and when
status-ahead = Planned
status-back = Being fixed again
status-planned = Planned work, from { $from } to { $until }.
status-reopened = It had been said to be over; back since { $when }.
status-said = What we have said so far
status-follow = Tell me when there is news
status-about = ({ $title })
status-followed-title = We will tell you
status-followed-text = You hear from us when there is news, and when it is over.
status-works-title = Good to hear
status-works-text = Thank you for telling us that it works again.
status-does-not-title = Thank you for telling us
status-does-not-text = If too many say so, we take it up again and tell you. You can also report your own fault.
status-enough-title = You hear nothing more
status-enough-text = We do not write to you about it any more.
incident-expected = Expected to work again: { $when }.
# What happened to an incident, in its timeline.
incident-step-opened = Found
incident-step-planned = Announced
incident-step-begun = Begun
incident-step-update = News
incident-step-estimate = Another estimate
incident-step-ended = Over
incident-step-reopened = Not over after all
# What a case's timeline says of the incident behind it.
incident-told-attached = We know what is behind it: { $title }
incident-told-opened = We know what is behind it: { $title }
incident-told-planned = Planned work: { $title }
incident-told-begun = It has begun: { $title }
incident-told-update = News of { $title }
incident-told-estimate = Another estimate for { $title }
incident-told-ended = It should be over: { $title }
incident-told-reopened = Not over after all: { $title }. We are working on it again.
# Following an incident without a case.
follow-title = Where shall we tell you?
follow-lead = We write when there is news, and ask you in the end whether it works again.
follow-send = Tell me
follow-back = Leave it
follow-door-title = News of a fault
follow-on = We tell you as soon as there is news.
follow-asked = It should be over. Does it work again for you?
follow-answered = You have told us. You can still change your answer.
follow-yes = Yes, it works
follow-no = No, it does not
follow-stop = Tell me nothing more
follow-status = All current faults
# For staff.
desk-did-tell = Everybody hears of it
desk-did-begin = The work has begun
desk-did-attach = It hangs on the incident, and the customer hears of it
desk-fault-until = Planned work needs an end that comes after its beginning.
desk-incident-title-in = Headline ({ $language })
desk-incident-text-in = What is being done ({ $language })
desk-incident-languages = In other languages …
desk-incident-places = More places …
desk-incident-place-more = One more place
desk-incident-place-none = None
desk-incident-cause = Cause, as far as we know
desk-incident-cause-hint = Only colleagues read this.
desk-incident-planned = Planned work …
desk-incident-begins-label = It begins
desk-incident-begins-hint = Customers read it from now on. It begins and ends by itself.
desk-incident-from = Opened from { $reference }, which will hang on it.
desk-incident-facts = Behind it
desk-incident-too = “I have it too”
desk-incident-following = Followers
desk-incident-followers =
    { $n ->
        [0] nobody follows it
        [one] one follows it
       *[other] { $n } follow it
    }
desk-incident-works = Does it work again?
desk-incident-answers = yes { $yes }, no { $no }
desk-incident-cases = Cases that hang on it
desk-incident-no-cases = None yet.
desk-incident-yes = Works again
desk-incident-no = Still not
desk-incident-proposed = Perhaps these, too
desk-incident-proposed-text = Open faults of the same service and place. Their customers are told when you add them.
desk-incident-attach = Add
desk-incident-attach-all =
    { $n ->
        [one] Add it
       *[other] Add all { $n }
    }
desk-incident-anew-label = Expected to be over, if that has changed
desk-incident-anew-hint = Left empty, the estimate stays as it is. Promises that end earlier move to it.
desk-incident-begin = It begins now
desk-incident-end-hint = When it is over, everybody is asked whether it works again. If too many say no, it opens by itself.
desk-incident-tell-title = Tell everybody
desk-incident-tell = Tell them
desk-cause-title = Incident
desk-cause-hangs = This case hangs on:
desk-cause-attach = Add to: { $title }
desk-cause-new = Open an incident from this case
