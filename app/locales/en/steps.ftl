# What the steps of every journey share: where you stand, how to reach you, checking, resuming.
steps-place = Step { $at } of { $of }

resume-title = Carry on where you left off?
resume-lead =
    { $n ->
        [one] Your answers are still here. We keep them for one hour at most.
       *[other] Your answers are still here. We keep them for { $n } hours at most.
    }
resume-go-on = Carry on
resume-restart = Start again

contact-heading = How can we reach you?
contact-phone = By phone
contact-phone-hint = We call or send a text message when there is news
contact-email = By e-mail
contact-email-hint = We write when there is news
contact-none = Only by my private link
contact-none-hint = After sending you get a link that shows everything, without an account
contact-phone-label = Phone number
contact-phone-format = A landline needs its area code. For example 138 0013 8000.
contact-email-label = E-mail address

check-title = Check your answers
check-send = Send
