//! A file beside a message: the field it is chosen in, and the link to one that was taken.

use super::{beside::Beside, field::label_for, icon::Icon};
use crate::{
    case::attachment::{Attachment, FIELD, FileFault, MOST},
    words::{Words, use_words},
};
use leptos::prelude::*;

/// What the browser offers to choose from. What was chosen is looked into all the same.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// The field of a form that takes one file. The form must be `multipart/form-data`. Without a label
/// of its own it is for a picture or a PDF beside a message, and need not be filled.
#[component]
pub fn FileField(
    /// Id of the field; its sentences hang on it.
    #[prop(into)]
    id: String,
    /// Who will get the file, where that is not plain.
    #[prop(optional_no_strip, into)]
    why: Option<String>,
    /// What file is asked for, where it is no attachment; with what helps to find it.
    #[prop(optional_no_strip)]
    asks: Option<(String, String)>,
    /// What kinds of file the browser offers first.
    #[prop(default = ACCEPT)]
    accept: &'static str,
    /// Why the last one was not taken.
    #[prop(optional_no_strip)]
    fault: Option<FileFault>,
) -> impl IntoView {
    let words = use_words();
    let class = if fault.is_some() {
        "field faulty"
    } else {
        "field"
    };
    let most = size(words, MOST as u64);
    // Staff, who are told who gets it, have read the rest a hundred times.
    let hint = match why {
        Some(_) => words.fill("attachment-hint-short", &[("most", &most)]),
        None => words.fill("attachment-hint", &[("most", &most)]),
    };
    let optional = asks.is_none();
    let (label, hint) = asks.unwrap_or_else(|| (words.say("attachment-label"), hint));
    let beside = Beside {
        id: id.clone(),
        hint: Some(hint),
        why,
        fault: fault.map(|fault| file_fault(words, fault)),
    };
    let described_by = beside.described_by();
    let invalid = beside.invalid();
    view! {
        <div class=class>
            {label_for(&id, label, false, optional)}
            {beside.sentences()}
            <input
                class="input"
                type="file"
                id=id
                name=FIELD
                accept=accept
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </div>
    }
}

/// The sentence that helps to mend a file.
pub fn file_fault(words: Words, fault: FileFault) -> String {
    match fault {
        FileFault::Large => words.fill(
            "attachment-fault-large",
            &[("most", &size(words, MOST as u64))],
        ),
        _ => words.say(&format!("attachment-fault-{}", fault.name())),
    }
}

/// The link by which a file is fetched. The answer has it saved and not shown; the link does not ask
/// for that, or a page that says why there is none would be saved as well.
#[component]
pub fn FileLink(
    /// The page that shows it.
    #[prop(into)]
    page: String,
    /// The file.
    file: Attachment,
) -> impl IntoView {
    let words = use_words();
    let kind = words.say(&format!("attachment-kind-{}", file.kind.name()));
    let about = words.fill(
        "attachment-about",
        &[("kind", &kind), ("size", &size(words, file.size))],
    );
    view! {
        <p class="entry-file">
            <a class="file" href=format!("{page}/file/{}", file.id)>
                <Icon name="file" />
                <span>{about}</span>
            </a>
        </p>
    }
}

/// A size as people say it.
fn size(words: Words, bytes: u64) -> String {
    if bytes < 1_000_000 {
        let kilo = bytes.div_ceil(1_000).to_string();
        return words.fill("attachment-kilobytes", &[("n", &kilo)]);
    }
    let tenths = bytes.div_ceil(100_000);
    let mega = match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    };
    words.fill("attachment-megabytes", &[("n", &mega)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::{attachment::FileKind, language::Lang},
        parts::rendered::rendered,
    };

    #[test]
    fn a_size_is_said_in_few_digits_and_never_as_nothing() {
        let words = Words::new(Lang::En);
        for (bytes, said) in [
            (1, "1 KB"),
            (240_100, "241 KB"),
            (1_000_000, "1 MB"),
            (1_240_000, "1.3 MB"),
            (10_000_000, "10 MB"),
        ] {
            assert_eq!(size(words, bytes), said);
        }
    }

    #[test]
    fn the_field_says_what_it_takes_and_what_was_wrong() {
        let html = rendered(Lang::En, || {
            view! { <FileField id="file" fault=Some(FileFault::Large) /> }
        });
        assert!(html.contains("10 MB") && html.contains("aria-invalid=\"true\""));
        assert!(
            html.contains("aria-describedby=\"file-hint file-fault\""),
            "{html}"
        );
    }

    #[test]
    fn a_file_is_fetched_from_the_page_that_shows_it() {
        let file = Attachment {
            id: "abc".into(),
            kind: FileKind::Pdf,
            size: 5_000,
        };
        let html = rendered(Lang::En, || view! { <FileLink page="/track/X" file /> });
        assert!(html.contains("href=\"/track/X/file/abc\""), "{html}");
        assert!(html.contains("PDF, 5 KB") && !html.contains("download"));
    }
}
