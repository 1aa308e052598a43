//! What the device starts with: a service of systemd that shows one program on the screen, and
//! begins anew when that ends or paints no more.

use super::{PROFILE, START};

/// The service. All of it stays in one control group, which is why the seat comes from seatd and
/// not from a session of its own: what is killed is killed whole.
pub fn service() -> String {
    format!(
        "# Written by `onefront kiosk-config`.
[Unit]
Description=Onefront kiosk
Requires=seatd.service
After=seatd.service systemd-user-sessions.service getty@tty1.service
Conflicts=getty@tty1.service
# It does not wait for a network: without one it shows what it has. And it never gives up.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
# Fed by painted frames, never by the server: see `onefront kiosk-watch --help`.
WatchdogSec=60
ExecStart=/usr/local/bin/onefront kiosk-watch --profile {PROFILE} -- /usr/bin/cage -d -- {START}
Restart=always
RestartSec=2
TimeoutStopSec=15
User=onefront-kiosk
StateDirectory=onefront-kiosk
StateDirectoryMode=0700
RuntimeDirectory=onefront-kiosk
RuntimeDirectoryMode=0700
Environment=XDG_RUNTIME_DIR=%t/onefront-kiosk
Environment=LIBSEAT_BACKEND=seatd
# A dump of memory would hold what a customer typed.
LimitCORE=0
PrivateTmp=yes
ProtectHome=yes
ProtectSystem=full

[Install]
WantedBy=multi-user.target
"
    )
}

/// Who runs it: nobody who can do anything else.
pub fn user() -> &'static str {
    "# Written by `onefront kiosk-config`.
u onefront-kiosk - \"Onefront kiosk\" /var/lib/onefront-kiosk
m onefront-kiosk video
m onefront-kiosk render
m onefront-kiosk audio
"
}

/// No console behind the screen.
pub fn consoles() -> &'static str {
    "# Written by `onefront kiosk-config`.
[Login]
NAutoVTs=0
ReserveVT=0
HandlePowerKey=ignore
"
}
