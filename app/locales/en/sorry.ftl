# When a page cannot be shown: what happened, what is kept, what to do now.
sorry-unavailable-title = This does not work right now
sorry-unavailable-lead = The problem is on our side, not yours. Nothing was sent. What you entered in earlier steps is kept; what you entered just now is still in your browser: go back, and send it again in a few minutes.
sorry-too-many-title = Please wait a moment
sorry-too-many-lead = There were too many attempts in a short time. Wait a few minutes, then go back and try again: what you entered is still in your browser.
sorry-not-found-title = We cannot find this page
sorry-not-found-lead = The address may be incomplete or out of date. Try one of these:
sorry-home = Go to the start
sorry-track = Follow a request
sorry-help = Help
sorry-foreign-title = This form came from another site
sorry-foreign-lead = For your safety we only accept what is sent from our own pages. Open the page here and send it again.
sorry-too-large-title = That is too much at once
sorry-too-large-lead = What you sent is more than we can take at once. Go back, shorten it, and send it again.
sorry-broken-title = Something went wrong
sorry-broken-lead = The problem is on our side, not yours, and we have noted it. Go back and try again in a moment.
