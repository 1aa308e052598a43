# One's own cases and the department's queue.
work-mine-title = My next cases
work-mine-all = All { $many } of mine
work-department-title = My department
work-owned = you answer for it
work-held = waiting for the customer
work-tick = Tick { $reference }
work-page = More of the queue

# The same for several.
work-together-title = Do the same to all ticked
work-take = Take them
work-note-open = Write a note to them …
work-note-label = Internal note at each of them
work-note = Keep the note at each
work-none-title = Nothing is ticked
work-none-text = Tick the boxes of the cases first. What you typed is kept.
work-together-done =
    { $n ->
        [0] Nothing was done
        [one] Done for 1
       *[other] Done for { $n }
    }
work-together-late =
    { $n ->
        [one] 1 could not be done: somebody was quicker.
       *[other] { $n } could not be done: somebody was quicker.
    }
work-together-gone =
    { $n ->
        [one] 1 is not there any more, or not yours.
       *[other] { $n } are not there any more, or not yours.
    }

# Finding a case.
work-way-search = Search
work-search-title = Find a case
work-search-label = What are you looking for?
work-search-hint = A reference, a phone number, a line, or words that were said. Two Chinese characters are enough.
work-search = Search
work-search-short = That is too little to look for. Type at least two characters.
work-search-none = Nothing was found among the cases you may see.
work-search-none-yet = Nothing was found yet.
work-search-stopped = Very many cases have these words: { $many } were looked through, and the next page goes on with older ones. A rarer word or a number is quicker.
work-search-caption = Cases in which it stands, the newest first
work-search-page = Other pages
work-column-case = Case
work-column-state = The customer reads
work-column-since = Received
work-column-found = Where it stands

# A case that is worked on by several.
work-changed-title = This case has changed since you opened the page
work-changed-text = Nothing was sent. What you typed is kept: read what is new, and send it again if it still holds.

# Clocks, and the customer's other cases.
work-used = { $share } % of the time is used
work-leg-used = { $share } % of its target used, all hours counted.
work-leg-used-working = { $share } % of its target used, working hours counted.
work-leg-over = Over its target: { $share } % used, all hours counted.
work-leg-over-working = Over its target: { $share } % used, working hours counted.
work-leg-still = It stands still now.
work-held-title = Where the time went
work-held-owner = Owner
work-held-customer = Waiting for the customer
work-held-offer = Offered to { $department }, not taken yet
work-held-pause = Paused: { $reason }
work-held-paused = Paused
work-held-row = { $time }, { $share } %
work-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
work-hours =
    { $n ->
        [one] 1 hour
       *[other] { $n } hours
    }
work-days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }
work-others-title = The customer’s other cases

# Templates.
work-template-open = Begin from a template …
work-template-label = Template
work-template-hint = It is put behind what you wrote as soon as you choose it.
work-template-done = The template stands in the reply.
work-template-language = Language
work-template = Put it into the reply

# What a script adds.
work-news = There is news; the page shows it.
work-keys = Keyboard shortcuts
work-key-next = Next row
work-key-before = Row before
work-key-open = Open the row
work-key-reply = Write a reply
work-key-note = Write a note
work-key-search = Search
work-key-list = This list
work-keys-off = Switch the keys off in this browser
