//! No customer reads the name of a unit, a department, a duty or a back office. What staff write
//! for customers is looked through for these names in every language, whatever the capitals and
//! the spaces between.

use crate::catalogue::House;
use app::{
    case::language::Lang,
    desk::TextFault,
    journey::{FaultCode, Rule},
};

/// What is wrong with a text for customers, if anything.
pub(in crate::office) fn check_for_customers(
    house: &House,
    text: &str,
    most: u32,
) -> Option<TextFault> {
    check(text, most).or_else(|| inner_name(house, text).map(TextFault::InnerName))
}

/// What is wrong with a text for colleagues, if anything.
pub(in crate::office) fn check(text: &str, most: u32) -> Option<TextFault> {
    let rule = Rule::Text {
        required: true,
        most,
    };
    match rule.check(text) {
        Ok(()) => None,
        Err(FaultCode::TooLong(most)) => Some(TextFault::TooLong(most)),
        Err(_) => Some(TextFault::Empty),
    }
}

fn inner_name(house: &House, text: &str) -> Option<String> {
    let text = plain(text);
    house
        .organisation
        .inner_names()
        .flat_map(|name| Lang::ALL.map(|lang| name.say(lang)))
        .find(|name| text.contains(&plain(name)))
        .map(str::to_owned)
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::load;

    fn found(text: &str) -> Option<TextFault> {
        check_for_customers(&load(None).unwrap(), text, 200)
    }

    #[test]
    fn an_inner_name_is_found_in_every_language_and_spelling() {
        for text in [
            "网络运行部会联系您。",
            "網路運行部會聯絡您。",
            "The NETWORK  operation\ndepartment will call you.",
            "Ask the Lancheng City Branch.",
        ] {
            assert!(
                matches!(found(text), Some(TextFault::InnerName(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn what_customers_say_themselves_is_no_inner_name() {
        assert_eq!(found("我们的师傅明天上午到澜城东湖区您家。"), None);
        assert_eq!(found("Our engineer comes to Donghu tomorrow."), None);
    }

    #[test]
    fn nothing_and_too_much_are_refused_first() {
        assert_eq!(found(" \n"), Some(TextFault::Empty));
        assert_eq!(found(&"字".repeat(201)), Some(TextFault::TooLong(200)));
    }
}
