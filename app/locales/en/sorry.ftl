# When a page cannot be shown: what happened, what is kept, what to do now.
sorry-unavailable-title = This does not work right now
sorry-unavailable-lead = The trouble is ours, not yours. What you entered in earlier steps is kept. Please try again in a few minutes.
sorry-too-many-title = Please wait a moment
sorry-too-many-lead = There were too many tries in a short time. Wait a few minutes, then go on.
sorry-not-found-title = This page is not here
sorry-not-found-lead = The address may be incomplete or out of date. Try one of these:
sorry-home = Go to the start
sorry-track = Follow a request
sorry-help = Help
