# Coming in.
account-code-title = One more step
account-code-lead = Your password was right. Now enter the code that your phone shows.
account-code-label = Code
account-code-hint = Six digits from your authenticator app. Without your phone, use one of your recovery codes.
account-code-back = Begin again
account-code-wrong = This code is not right, or it was used before. Wait for the next one.
account-code-over = That took too long, or the code was wrong too often. Please sign in again.
account-wait = There were too many failed attempts. Wait 15 minutes, then try again.
account-provider = Sign in with { $name }
account-provider-title = You are nearly there
account-provider-lead = { $name } has confirmed who you are.
account-provider-go = Go to the desk
account-provider-refused = Signing in that way did not work. Try again; if it still does not work, ask an administrator whether you have an account here.

# One’s own account.
account-title = Your account
account-lead = You sign in as { $login }.
account-owed-password-title = Choose a password of your own
account-owed-password-text = Somebody else knows the one you have. When you have changed it, the desk is yours.
account-owed-second-title = Set up the second step
account-owed-second-text = In your role a password alone is not enough. When it is set up, the desk is yours.
account-password-title = Password
account-password-text = When you change it, you are signed out in every other browser.
account-password-old = Present password
account-password-new = New password
account-password-again = New password again
account-password-hint = At least 10 characters. A few words in a row are easy to remember and hard to guess.
account-password-change = Change password
account-fault-wrong = This is not your password.
account-fault-length = Use at least 10 characters.
account-fault-simple = This is easily guessed. Use more different characters, and not your user name.
account-fault-same = This is the password you have. Choose another one.
account-fault-unlike = The two are not the same. Type the new password again.
account-second-title = Second step when signing in
account-second-text = A code from your phone, in addition to your password. Whoever finds out your password still cannot get in.
account-second-is-off = Not set up
account-second-is-on = On since { $when }
account-second-codes =
    { $n ->
        [0] No recovery codes are left. Turn the second step off and set it up again to get new ones.
        [one] One recovery code is left.
       *[other] { $n } recovery codes are left.
    }
account-second-begin = Set it up
account-second-end-open = Turn it off …
account-second-end = Turn it off
account-second-demanded = Your role requires it: you will have to set it up again at once.
account-sessions-title = Where you are signed in
account-sessions =
    { $n ->
        [one] In this browser only.
       *[other] In { $n } browsers, this one included.
    }
account-sign-out-everywhere = Sign out everywhere
account-away-title = Absence
account-away-text = While you are away, somebody else answers for your cases. They remain yours, and come back to you by themselves.
account-away-say = Say when you are away
account-stands-in = You stand in for { $name }, from { $from } until { $until }.

# Setting up the second step.
account-setup-title = Set up the second step
account-setup-phone = Tell your phone
account-setup-phone-text = Open an authenticator app on your phone and point it at this code.
account-setup-key = Or type this key into it:
account-setup-codes = Keep your recovery codes
account-setup-codes-text = If you lose your phone, each of these gets you in once. Write them down now: they are not shown again.
account-setup-code = Try it
account-setup-code-label = The code your phone shows now
account-setup-on = Turn it on

# What was done.
desk-did-account-password = Your password was changed
desk-did-account-second-on = The second step is on
desk-did-account-second-off = The second step is off
