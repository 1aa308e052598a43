//! Escaping for the two places where Leptos 0.8 prints a text as it is: the inside of a text area
//! and the `<title>`. Everywhere else Leptos escapes, and nothing here may be used.

/// The text with what a parser of element content would take for markup made harmless.
/// NUL, which no HTML document may hold, becomes the replacement character.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '\0' => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_becomes_text_and_text_stays_itself() {
        assert_eq!(escape("</title><script>"), "&lt;/title>&lt;script>");
        assert_eq!(escape("AT&T &lt; \u{0}"), "AT&amp;T &amp;lt; \u{fffd}");
        assert_eq!(escape("网络坏了 😀 שלום"), "网络坏了 😀 שלום");
    }
}
