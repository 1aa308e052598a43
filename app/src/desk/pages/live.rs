//! What the desk's script needs on every page: the list of keys, and the line that tells of news. Both
//! lie unseen until the script is there; without it a reload does the same.

use crate::{desk::Me, shell::Assets, turn::Turn};
use leptos::{nonce::use_nonce, prelude::*};

/// Each key with the word id of what it does.
const KEYS: [(&str, &str); 7] = [
    ("j", "work-key-next"),
    ("k", "work-key-before"),
    ("o", "work-key-open"),
    ("r", "work-key-reply"),
    ("n", "work-key-note"),
    ("/", "work-key-search"),
    ("?", "work-key-list"),
];

/// The line that tells of news. It also says whose page it is, so that what one of two people at the
/// same browser typed is not put back before the other.
pub(super) fn news(turn: &Turn, me: &Me) -> AnyView {
    let news = turn.words.say("work-news");
    let who = me.name.clone();
    view! {
        <p class="quiet" id="live-news" role="status" data-news=news data-who=who hidden></p>
    }
    .into_any()
}

/// The list of keys, and the script.
pub(super) fn keys(turn: &Turn) -> AnyView {
    let words = turn.words;
    let script = use_context::<Assets>().unwrap_or_default().desk;
    let keys = KEYS
        .map(|(key, word)| {
            view! {
                <div>
                    <dt>
                        <kbd>{key}</kbd>
                    </dt>
                    <dd>{words.say(word)}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="keys" id="keys" hidden>
            <summary>{words.say("work-keys")}</summary>
            <dl>{keys}</dl>
            <div class="tick">
                <input type="checkbox" id="keys-off" />
                <label for="keys-off">{words.say("work-keys-off")}</label>
            </div>
        </details>
        <script defer src=script nonce=use_nonce()></script>
    }
    .into_any()
}
