# Reporting that something does not work.
fault-product-title = What is not working?
fault-symptom-title = What do you notice?
fault-questions-title = A few details

# Trying what may mend it on the spot.
fault-try-lead = Please try this first. It often helps within minutes.
fault-try-ask = Did that help?
fault-try-fixed = Yes, it works again
fault-try-not-fixed = No, go on

# Where it is.
fault-place-title = Where is it?
fault-place-hint = Choose the district where it does not work.
fault-place-empty = Choose a district
fault-place-label = District
fault-finder-label = Find your district
fault-finder-hint = Type its name or the first letters, and choose.
fault-finder-none = Nothing like that. Choose from the list below.
fault-finder-chosen = Chosen: { $place }
fault-line-title = Which line is it?
fault-line-lead = Give us its number or its address. One of them is enough.
fault-address-label = Address
fault-address-hint = Street, building and flat.

# What we know of already.
fault-known-title = We know of a fault where you are
fault-known-which = Which one do you have?
fault-known-lead = If this is yours, one tap is enough. There is nothing more to fill in.
fault-known-expected = We expect it to work again by { $when }.
fault-known-join = I have it too
fault-known-other = Mine is something else

# Since when.
fault-since-title = Since when?
since-now = Just now, within the last hour
since-today = Earlier today
since-yesterday = Yesterday
since-earlier = Before that
since-date-label = Which day?
since-date-hint = Only if it began before yesterday.
fault-contact-title = How can we reach you?

# Good endings without a case.
fault-mended-title = Good, it works again
fault-mended-lead = There is nothing more to do. If it comes back, report it here at any time.
fault-joined-title = Noted: you are affected too
fault-joined-lead = It is being fixed, and you need not report it. The latest news is on the page “Current faults”.
fault-ending-feedback = Give feedback
