# Who works here.
staff-title = Staff
staff-count =
    { $n ->
        [0] Nobody.
        [one] One person.
       *[other] { $n } people.
    }
staff-none = Nobody is found by that.
staff-search = Name, user name or unit
staff-search-go = Search
staff-caption = Those who have left are at the end
staff-page-of = Page { $page } of { $pages }
staff-column-name = Name
staff-column-role = Role
staff-column-where = Department
staff-column-state = Status
staff-state-left = Left { $when }
staff-state-away = Away until { $when }
staff-state-once = One-time password until { $when }
staff-state-second = Second step on

# Adding somebody.
staff-add-open = Add somebody
staff-add-title = Add somebody
staff-add-lead = Tell them their user name and the one-time password. They choose a password of their own when they first sign in.
staff-add = Add
staff-login-hint = Small letters, digits, dots and hyphens. It cannot be changed later.
staff-name = Name
staff-once = One-time password
staff-once-hint = It works for seven days, and only to choose another one. It is not shown again.

# Somebody.
staff-fact-unit = Unit
staff-fact-department = Department
staff-fact-role = Role
staff-fact-cases = Answers for
staff-cases =
    { $n ->
        [0] no open cases
        [one] one open case
       *[other] { $n } open cases
    }
staff-manage-title = Change
staff-move-open = Name, department, role …
staff-move = Save
staff-password-open = New one-time password …
staff-password = Set one-time password
staff-reset-open = Turn the second step off …
staff-reset-text = For somebody who has lost their phone. They are signed out and get in with their password alone until they set it up again. Make sure first that it is really them who asks.
staff-reset = Turn it off
staff-leave-open = Leaves …
staff-leave-text =
    { $n ->
        [0] They are signed out and cannot come in any more. Parts they have taken go back to their department.
        [one] They are signed out and cannot come in any more. Parts they have taken go back to their department. The case they answer for falls to the duty and is marked “needs a person”.
       *[other] They are signed out and cannot come in any more. Parts they have taken go back to their department. The { $n } cases they answer for fall to the duty and are marked “needs a person”.
    }
staff-leave = They have left
staff-log-title = What was done
staff-deed-by-command = From the command line
staff-deed-added = Added
staff-deed-moved = Name, department or role changed
staff-deed-password-own = Chose a password
staff-deed-password-once = Got a one-time password
staff-deed-second-on = Turned the second step on
staff-deed-second-off = Turned the second step off
staff-deed-second-reset = Second step turned off
staff-deed-recovery-used = Used a recovery code
staff-deed-away = Absence said
staff-deed-back = Absence ended
staff-deed-left = Left

# Absence.
staff-away-title = Absence
staff-away-text = The deputy sees the cases, answers for them and may do what the owner may. Nothing changes hands: it is all over by itself at the end.
staff-away-now = Away until { $until }. { $deputy } stands in.
staff-away-later = Away from { $from } until { $until }. { $deputy } stands in.
staff-away-back = Back already
staff-away-not = Does not go
staff-away-from = From
staff-away-from-hint = Leave it empty for “from now on”.
staff-away-until = Until
staff-away-deputy = Who stands in
staff-away-deputy-hint = Colleagues of the same unit and of the units above it.
staff-away-say = Save absence

# What is to be mended.
staff-fault-empty = This is needed.
staff-fault-long = This is too long: 79 characters at most.
staff-fault-login = Use letters, digits, dots and hyphens only, 64 at most.
staff-fault-taken = Somebody has this user name, or had it. Choose another one.
staff-fault-unit = Choose a unit.
staff-fault-department = This unit has no such department. Choose another one.
staff-fault-role = Choose a role.
staff-fault-password = Use at least 10 characters, not too alike, and not the user name.
staff-fault-last-administrator = This is the last administrator. Make somebody else one first.
staff-fault-when = Enter a date and a time that lie ahead, at most 400 days.
staff-fault-order = The end must be after the beginning.
staff-fault-overlap = There is an absence at that time already. End it first.
staff-fault-deputy = Choose who stands in.
staff-fault-deputy-away = They are away then themselves. Choose somebody else.

# Cases that wait for somebody.
staff-waiting-title = Waiting for you
staff-needs-person = Needs a person
staff-needs-since = since { $when }
staff-needs-person-text = Whoever answered for this case left on { $when }. It belongs to the duty until somebody takes it.
staff-for = For { $name }
staff-owner-away = { $name } (away until { $until }; { $deputy } stands in)
desk-event-leg-given-back = A part was given back: whoever had it has left
desk-event-needs-person = Needs a person: whoever answered for it has left
desk-event-deputy-left = The deputy has left: the owner answers again

# What was done.
desk-did-staff-add = They can sign in now
desk-did-staff-move = Saved
desk-did-staff-password = The one-time password is set
desk-did-staff-reset-second = The second step is off
desk-did-staff-leave = They have left
desk-did-staff-away = The absence is saved
desk-did-staff-back = The absence is over
