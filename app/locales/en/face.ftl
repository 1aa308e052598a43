# What is said on every page.
face-skip = Skip to the main content
face-title-faulty = Error: { $title }
face-language = Language
face-help-title = Talk to a person
face-help = Help
face-privacy = Privacy
face-accessibility = Accessibility
face-foot-nav = About this service

# The form of a step.
face-continue = Continue
face-back = Back
face-forget = Forget me here
face-forget-hint = On a shared device? This removes everything you have typed.
face-optional = { $label } (optional)
face-change = Change

# Refusals.
face-faults = Please check this first
face-fault-prefix = Error:

# Receipt and case.
face-reference = Your reference
face-qr = Code with your link: point your phone’s camera at it
face-mine = From you

# Lists.
face-pages = Pages
face-page-before = Previous
face-page-after = Next
