# Where does a case stand? By reference and contact, on every front.
track-title = Follow a request
track-reference-label = Reference
track-reference-hint = On your receipt, for example 7KM3P-9XQ4T-B. Capitals or not, both work.
track-contact-label = Phone number or e-mail address
track-contact-hint = The one you gave when you sent it.
track-find = Show it
track-unknown-text = Reference and contact must belong together. Please check both. If you gave no contact, only your private link opens your request.
track-wait-text = There were too many attempts in a short time. Wait a few minutes, then press “Show it” again. What you entered is still here.
standing-title = Would you like to see more?
standing-text = A reference shows only where it stands. To read messages, to write, or to say whether it is fixed, open your private link.
