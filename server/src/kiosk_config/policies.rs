//! What a kiosk's Chromium may do, as the policies that its administrator manages. A customer stands
//! before it with a keyboard at the worst, so it gets one address and no way around it.

use crate::config::PublicUrl;
use serde_json::{Value, json};

/// The policies of a kiosk of this front.
pub fn policies(url: &PublicUrl, printer: bool) -> Value {
    let front = json!([url.origin()]);
    json!({
        // One address. Frames and pop-ups are held to it too; what a page fetches, its own policy
        // holds to its own origin. The star does not cover the browser's own pages. A window that is
        // opened after all is the kiosk's first page.
        "URLBlocklist": ["*", "about:*", "chrome://*", "chrome-untrusted://*", "file://*", "view-source:*"],
        "URLAllowlist": front,
        "NewTabPageLocation": format!("{}/kiosk", url.origin()),
        "HomepageLocation": format!("{}/kiosk", url.origin()),
        "HomepageIsNewTabPage": false,
        "DefaultPopupsSetting": 2,
        "ExtensionInstallBlocklist": ["*"],

        // No way behind the page.
        "DeveloperToolsAvailability": 2,
        "RemoteDebuggingAllowed": false,
        "IncognitoModeAvailability": 1,
        "BrowserGuestModeEnabled": false,
        "BrowserAddPersonEnabled": false,
        "BrowserSignin": 0,
        "SyncDisabled": true,
        "AllowFileSelectionDialogs": false,
        "DownloadRestrictions": 3,
        "PrintingEnabled": printer,
        "BackgroundModeEnabled": false,

        // Nothing of one customer for the next.
        "SavingBrowserHistoryDisabled": true,
        "AutofillAddressEnabled": false,
        "AutofillCreditCardEnabled": false,
        "PasswordManagerEnabled": false,
        "SearchSuggestEnabled": false,
        "DefaultSearchProviderEnabled": false,
        "SpellcheckEnabled": false,
        "TranslateEnabled": false,
        "AllowBackForwardCacheForCacheControlNoStorePageEnabled": false,
        "AudioCaptureAllowed": false,
        "VideoCaptureAllowed": false,
        "ScreenCaptureAllowed": false,
        "DefaultGeolocationSetting": 2,
        "DefaultWebBluetoothGuardSetting": 2,
        "DefaultWebUsbGuardSetting": 2,
        "DefaultFileSystemReadGuardSetting": 2,
        "DefaultFileSystemWriteGuardSetting": 2,

        // Nobody else is told anything.
        "MetricsReportingEnabled": false,
        "NetworkPredictionOptions": 2,
        "DefaultBrowserSettingEnabled": false,

        // What the device must keep, it keeps: a profile on the disk, and in it storage that a full
        // disk does not clear. Chromium gives that to a site which may show notifications, and has no
        // policy that says so in so many words; the kiosk shows none.
        "ForceEphemeralProfiles": false,
        "DefaultNotificationsSetting": 2,
        "NotificationsAllowedForUrls": front,
    })
}
