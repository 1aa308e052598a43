"""Fills an empty helpdesk: its schema, one queue, the user that Onefront comes as, and one who
works there. Prints the number of the queue."""

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)

from django.contrib.auth.models import User  # noqa: E402  (only there after setup)
from helpdesk.models import Queue  # noqa: E402

for name in ["onefront", "wei"]:
    User.objects.create_user(name, f"{name}@helpdesk.example", f"{name}-password", is_staff=True)
print(Queue.objects.create(title="Lines", slug="lines").pk)
