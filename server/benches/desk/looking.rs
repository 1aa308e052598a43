//! What somebody at the desk looks at: their queue and its parts, a case, what they search for.

use crate::{house::House, person::Person, text::questions};
use anyhow::Context;

/// One kind of page.
pub struct Look {
    /// What it is.
    pub name: String,
    what: What,
}

enum What {
    /// Pages, one after the other.
    Pages(Vec<String>),
    /// A page of what was typed before.
    Typed(Vec<String>),
}

/// Somebody who has signed in.
pub struct Looker<'h> {
    house: &'h House,
    person: Person,
    /// What there is for them to look at; the same list in every house.
    pub looks: Vec<Look>,
}

impl<'h> Looker<'h> {
    /// Finds out what there is to look at.
    pub async fn sign_in(house: &'h House, login: &str) -> anyhow::Result<Self> {
        let mut person = house.sign_in(login).await?;
        let first = person.get(house, "/desk?show=open").await?;
        let next = first.split("rel=\"next\" href=\"").nth(1);
        let next = next.and_then(|rest| rest.split('"').next());
        let next = next.with_context(|| format!("{login} has no second page"))?;
        let references: Vec<_> = first
            .split("href=\"/desk/case/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let cases = references
            .iter()
            .map(|reference| format!("/desk/case/{reference}"));
        let page = |name: &str, path: &str| Look {
            name: name.to_owned(),
            what: What::Pages(vec![path.to_owned()]),
        };
        let mut looks = vec![
            page("queue", "/desk"),
            page("queue, second page", &next.replace("&amp;", "&")),
            page("queue, nobody's", "/desk?show=unassigned"),
            page("queue, late", "/desk?show=late"),
            page("queue, waiting", "/desk?show=waiting"),
            page("queue, done", "/desk?show=done"),
            Look {
                name: "case".into(),
                what: What::Pages(cases.collect()),
            },
        ];
        for (name, typed) in questions() {
            looks.push(Look {
                name: format!("search, {name}"),
                what: What::Typed(typed),
            });
        }
        let references = references.iter().map(|it| (*it).to_owned());
        looks.push(Look {
            name: "search, a reference".into(),
            what: What::Typed(references.collect()),
        });
        Ok(Self {
            house,
            person,
            looks,
        })
    }

    /// Types what is to be typed; the address of the page.
    pub async fn ready(&mut self, at: usize, nth: usize) -> anyhow::Result<String> {
        match &self.looks[at].what {
            What::Pages(paths) => Ok(paths[nth % paths.len()].clone()),
            What::Typed(typed) => {
                let fields = [("q", typed[nth % typed.len()].as_str())];
                self.person
                    .post(self.house, "/api/desk/search", &fields)
                    .await?;
                Ok("/desk/search".to_owned())
            }
        }
    }

    /// Looks.
    pub async fn look(&mut self, path: &str) -> anyhow::Result<()> {
        self.person.get(self.house, path).await.map(drop)
    }
}
