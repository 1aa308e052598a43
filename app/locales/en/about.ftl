# Help, privacy and accessibility: the pages every face has.
help-title = Help
help-lead = Would you rather talk to a person? Call { $phone }. { $hours }.
help-ask-title = Your question is not listed
help-ask-text = Under “Ask or complain”, choose the last entry and write it in your own words. You need not know whom to ask: we find that out.
help-lost-title = You cannot find your reference or link
help-lost-text = With your reference and the phone number or e-mail you gave, you can see where it stands. If you have neither link nor reference, call the number above.
help-urgent-title = When there is danger
help-urgent-text = A cable hangs down, or equipment smokes or burns: keep away and call the emergency services first. Then tell us: { $phone }.

privacy-title = Privacy
privacy-lead = What we ask you for, why, how long we keep it and who sees it.
privacy-details = What you write
privacy-contact = Your phone number or e-mail address
privacy-place = Your address and your line
privacy-keep-title = How long we keep it
privacy-keep-text =
    { $n ->
        [one] After your request is closed, we keep it for one day. Then we delete it.
       *[other] After your request is closed, we keep it for { $n } days. Then we delete it.
    }
privacy-draft-text =
    { $n ->
        [one] What you have typed and not sent, we keep for one hour at most.
       *[other] What you have typed and not sent, we keep for { $n } hours at most.
    }
privacy-forget-title = Leave nothing here
privacy-forget-text = This erases what you have typed and not sent, and this device no longer knows you.
privacy-version = This is version { $n } of this text. The version you agreed to is kept with what you sent.

accessibility-title = Accessibility
accessibility-lead = Everybody should be able to use this service. This is what we do for it.
accessibility-keyboard = Everything can be done with a keyboard, a screen reader or by voice alone.
accessibility-script = It works in browsers that run no scripts.
accessibility-text = Enlarge it to 400% or use a very small screen: nothing is lost, and nothing scrolls sideways.
accessibility-contrast = Contrast is high, buttons are large, and nothing is told by colour alone.
accessibility-time = On your own device there is no countdown. Take your time.
accessibility-tell-title = Is something hard to use?
accessibility-tell-text = Call { $phone } and tell us. We take your request on the phone, and we put right what got in your way.
