# What was sent, label by label: on "check your answers", the receipt and the case.
sent-topic = About
sent-about = In your words
sent-details = What you wrote
sent-product = Service
sent-symptom = What you notice
sent-place = Place
sent-line = Number
sent-address = Address
sent-since = Since
sent-contact = How we reach you
