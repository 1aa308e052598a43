# What leaves the house: mail and text messages. Short, and nothing that anybody wrote.
notice-sms = { $operator }: { $text } { $link }
notice-open = Open it here, without an account: { $link }
notice-foot =
    You get this because you gave us this address for this matter. On the page behind the link you can stop these messages, or have them sent elsewhere.
    { $operator }
notice-receipt-subject = { $operator }: we have your request { $reference }
notice-receipt = We have your request { $reference }. You will hear from us by { $when }.
notice-answer-subject = { $operator }: we have answered { $reference }
notice-answer = We have answered your request { $reference }.
notice-question-subject = { $operator }: a question about { $reference }
notice-question = To go on with { $reference } we need your answer.
notice-promise-subject = { $operator }: another time for { $reference }
notice-promise = What we promised you for { $reference } has changed. It is now { $when }.
notice-fixed-subject = { $operator }: is { $reference } fixed?
notice-fixed = We think { $reference } is done. Is it fixed? Please tell us.
notice-closing-subject = { $operator }: { $reference } closes soon
notice-closing = { $reference } closes in a few days, unless you tell us that it is not fixed.
notice-link-subject = { $operator }: a new private link for { $reference }
notice-link = There is a new private link for { $reference }. The one before no longer works.
notice-incident-subject = { $operator }: news of the fault behind { $reference }
notice-incident = There is news of the fault behind your request { $reference }.
notice-summary-subject = { $operator }: more news, the latest about { $reference }
notice-summary = There was more news than we wished to send you. The latest is about { $reference }.
notice-followed-subject = { $operator }: we will tell you
notice-followed = We will tell you when there is news: { $title }
notice-news-subject = { $operator }: news of a fault
notice-news = There is news: { $title }
notice-over-subject = { $operator }: does it work again?
notice-over = It should be over: { $title }. Does it work again for you? Please tell us.
notice-back-subject = { $operator }: not over after all
notice-back = It is not over after all: { $title }. We are working on it again.

# What the customer’s page says of it.
told-title = News outside this page
told-where = We also write to { $where } when there is news.
told-stopped = You asked us not to write to { $where }.
told-unreachable = Nothing arrives there: { $where }. Please give us another number or address.
told-nowhere = You left no number or address, so all news is on this page.
told-stop = Stop writing to me
told-resume = Write to me again
told-change = Use another number or address
told-give = Leave a number or address
told-list = What we have sent you
told-state-waiting = On its way to { $where }.
told-state-sent = We wrote to { $where }.
told-state-failed = It did not arrive at { $where }.
told-state-held = Not sent yet to { $where }, as there was a lot that day.
told-receipt = We have your request
told-answer = We answered
told-question = We asked you something
told-promise = The promise has changed
told-fixed = Is it fixed?
told-closing = It closes soon
told-link = A new private link
told-incident = News of the fault behind it
told-summary = A summary
told-contact-title = Where shall we write to?
told-contact-lead = From now on we use only this one for this request.
told-contact-label = Phone number or e-mail address
told-contact-hint = For example 138 0013 8000 or name@example.com
told-contact-send = Use this one
told-contact-back = Leave it as it is

# What the desk says of it.
desk-told-title = What the customer was told
desk-told-none = Nothing has been sent outside.
desk-told-unreachable = The contact leads nowhere. Reach the customer in another way.
desk-told-stopped = The customer wants no notices.
desk-told-waiting = On its way
desk-told-sent = Sent
desk-told-failed = Not delivered
desk-told-held = Held back
desk-told-suppressed = Not sent
desk-told-because-budget = The contact has had enough for one day.
desk-told-because-gone = What it was about is not there any more.
desk-told-because-off = This way of sending is switched off.
desk-told-because-overtaken = Overtaken by newer news.
desk-told-because-stopped = The customer wants no notices.
desk-told-because-summary = Told in a summary.
desk-told-because-tries = Given up after many tries.
desk-told-because-unreachable = The receiver is refused.
desk-told-because-withdrawn = The contact is not in use any more.
desk-told-tried =
    { $n ->
        [one] one try
       *[other] { $n } tries
    }
desk-link-open = New private link …
desk-link-text = When the link got into other hands: the old one stops working everywhere at once, and the customer is sent the new one.
desk-link = Make a new link and send it
desk-did-link = There is a new private link
desk-event-notice-failed = A notice did not reach the customer
desk-event-notice-held = A notice was held back: the contact has had enough for one day
desk-event-contact-unreachable = The customer’s contact leads nowhere
desk-event-contact-changed = The customer gave another contact
desk-event-notices-stopped = The customer wants no notices
desk-event-notices-resumed = The customer wants notices again
