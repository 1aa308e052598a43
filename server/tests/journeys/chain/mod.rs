//! The chain behind the face: parts passed on, taken, declined and rated; who answers for a case; and
//! what of it the customer sees.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

mod owning;
mod passing;
mod shaping;
mod working;

/// A member of staff with the browser in front of them.
struct Colleague {
    browser: Customer,
    login: String,
    keys: u32,
}

impl Colleague {
    async fn new(house: &House, login: &str, department: &str, role: Role) -> Self {
        employ(house, login, department, role).await;
        let (browser, _) = sign_in(house, login, "right").await;
        Self {
            browser,
            login: login.to_owned(),
            keys: 0,
        }
    }

    /// Signs in again, after hours in which nothing was done.
    async fn back(&mut self, house: &House) {
        (self.browser, _) = sign_in(house, &self.login, "right").await;
    }

    /// Sends a form about a case, with a key of its own.
    async fn act(&mut self, house: &House, act: &str, case: &str, fields: &[(&str, &str)]) -> Page {
        self.keys += 1;
        let key = format!("{:a>26}", format!("{}{}", self.login, self.keys));
        let mut all = vec![("reference", case), ("key", key.as_str())];
        all.extend_from_slice(fields);
        let page = self
            .browser
            .post(house, &format!("/api/desk/{act}"), &all)
            .await;
        house.carry().await;
        page
    }

    async fn case(&mut self, house: &House, case: &str) -> Page {
        self.browser.get(house, &format!("/desk/case/{case}")).await
    }

    /// Offers a part to billing at headquarters, with everything it needs.
    async fn pass_to_billing(&mut self, house: &House, case: &str, leg: &str) -> Page {
        let fields = [
            ("leg", leg),
            ("to", "hq.billing"),
            ("needs", "2"),
            ("need-0", "138 0013 8000"),
            ("need-1", "October, 40 too much"),
            ("text", "The amount is wrong."),
        ];
        self.act(house, "pass", case, &fields).await
    }
}

/// A case that the first department has taken, with her who took it.
async fn taken(house: &House) -> (Customer, String, Colleague) {
    let mut customer = Customer::default();
    let (case, _) = customer.case(house, "My bill is wrong.").await;
    house.carry().await;
    let department = house
        .text(
            "select l.department from legs l join cases c on c.id = l.case_id where c.reference = $1",
            &case,
        )
        .await;
    assert_ne!(department, "billing", "the test passes it there");
    let mut anna = Colleague::new(house, "anna", &department, Role::Specialist).await;
    anna.act(house, "accept", &case, &[("leg", "1")]).await;
    (customer, case, anna)
}

const STATE: &str = "select state from cases where reference = $1";
const LEGS: &str = "select coalesce(string_agg(one, ' '), '') from (
    select l.seq || ':' || l.department || ':' || l.state as one from legs l join cases c on c.id = l.case_id
    where c.reference = $1 order by l.seq) q";
const OWNER: &str =
    "select s.login from cases c join staff s on s.id = c.owner_staff_id where c.reference = $1";
const EVENTS: &str = "select coalesce(string_agg(kind, ' '), '') from (
    select e.kind from events e join cases c on c.id = e.case_id
    where c.reference = $1 and e.side = 'below' order by e.seq) q";
