# A short survey: walked up to, or asked when a case is closed.
survey-reason-hint = You can skip this.
survey-words-hint = Praise is welcome too. Please leave out passwords and ID numbers.
survey-words-why = We use your answers to improve our service. Only the people who do that read them.
survey-send = Send
survey-thanks-title = Thank you
survey-thanks-lead = We have your answers. Together with those of others, they decide what we improve first.
