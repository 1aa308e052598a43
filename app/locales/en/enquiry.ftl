# Asking a question or complaining.
enquiry-topic-title = What is it about?
enquiry-topic-lead = Choose what comes closest. You do not have to be sure.
stage-before = Before you sign up
stage-during = While you are with us
stage-after = Leaving, returns and complaints
enquiry-open = Nothing fits?
enquiry-about-label = In your own words: what is it about?
enquiry-about-hint = Only if nothing above fits. A few words are enough.
enquiry-details-title = What would you like to tell us?
enquiry-details-hint = Write as you would say it. What happened, when, and what you would like us to do: that helps most.
