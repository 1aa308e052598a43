# What stands around every page of the portal. A kiosk has its own.
face-skip = Skip to the main content
face-language = Language
face-help-title = Talk to a person
face-help = Help
face-privacy = Privacy
face-accessibility = Accessibility
face-foot-nav = About this service

# On a shared device.
face-forget = Forget me here
face-forget-hint = On a shared device? This removes everything you have typed.
face-forget-hint-here = On a shared device? This makes it forget you. What you sent stays with us.

# A case and lists.
face-mine = From you
face-pages = Pages
face-page-before = Previous
face-page-after = Next

# When an island could not send.
unsent-offline-title = Not sent: there is no connection
unsent-offline-text = Everything you entered is still here. Try again once you are back online.
unsent-too-many-title = Not sent: please wait a moment
unsent-too-many-text = There were too many tries in a short time. Everything you entered is still here.
unsent-unavailable-title = Not sent: this does not work right now
unsent-unavailable-text = The trouble is ours, not yours. Everything you entered is still here. Please try again in a few minutes.
