# What every front says, a page and a kiosk alike.
face-title-faulty = Error: { $title }

# The form of a step.
face-continue = Continue
face-back = Back
face-optional = { $label } (optional)
face-change = Change

# Refusals.
face-faults = Please check this first
face-fault-of = “{ $label }”: { $fault }
face-fault-prefix = Error:

# Receipt and case.
face-reference = Your reference
face-qr = Code with your link: point your phone’s camera at it

# When nobody answered.
unsent-retry = Try again
