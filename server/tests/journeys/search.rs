//! Finding a case at the desk: by whatever was said about it, by nobody who may not see it, and not
//! any more once it was erased.

use super::{
    customer::{Customer, Page},
    desk::{employ, move_to, sign_in},
    house::House,
};
use app::desk::Role;

pub async fn look_for(person: &mut Customer, house: &House, typed: &str) -> Page {
    person
        .post(house, "/api/desk/search", &[("q", typed)])
        .await
}

#[tokio::test]
async fn a_case_is_found_by_whatever_was_said_about_it_and_by_its_numbers() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer
        .case(&house, "光猫亮红灯，晚上断网。Router: ZXHN-F650")
        .await;
    let (other, _) = Customer::default().case(&house, "想问一下资费。").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let typed = [
        "断网",
        "红灯",
        "晚上断网",
        "zxhn",
        "router 光猫",
        "f650",
        &reference,
    ];
    for typed in typed {
        let page = look_for(&mut anna, &house, typed).await;
        assert_eq!(
            page.at, "/desk/search",
            "nothing typed stands in an address"
        );
        assert!(page.holds(&format!("/desk/case/{reference}")), "{typed}");
        assert!(!page.holds(&format!("/desk/case/{other}")), "{typed}");
    }
    for typed in ["断电", "红灯断网", "router 资费", "x", "zxh"] {
        let page = look_for(&mut anna, &house, typed).await;
        assert!(!page.holds("/desk/case/"), "{typed}");
    }
    for typed in ["13800138000", "138 0013 8000", "+86 138-0013-8000"] {
        let page = look_for(&mut anna, &house, typed).await;
        assert!(page.holds(&reference) && page.holds(&other), "{typed}");
    }
}

#[tokio::test]
async fn what_is_said_later_is_found_as_well() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "没有信号。").await;
    house.carry().await;
    customer.get(&house, &format!("/track/{reference}")).await;
    customer
        .say(&house, "write", &reference, "门铃也坏了")
        .await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let key = app::steps::fresh_key();
    let fields = [
        ("reference", reference.as_str()),
        ("key", &key),
        ("text", "Called twice, engaged"),
    ];
    anna.post(&house, "/api/desk/note", &fields).await;
    for typed in ["门铃", "engaged", "信号 门铃"] {
        let page = look_for(&mut anna, &house, typed).await;
        assert!(page.holds(&format!("/desk/case/{reference}")), "{typed}");
    }
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_see() {
    let house = House::open().await;
    let (reference, _) = Customer::default()
        .case(&house, "Nobody else's business.")
        .await;
    house.carry().await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (mut otto, _) = sign_in(&house, "otto", "right").await;
    for typed in ["business", "13800138000", &reference] {
        let page = look_for(&mut otto, &house, typed).await;
        assert_eq!(page.status, 200);
        assert!(
            !page.holds("/desk/case/") && !page.holds("business."),
            "{typed}"
        );
    }
    let page = look_for(&mut Customer::default(), &house, "business").await;
    assert!(page.at.starts_with("/staff/sign-in"), "{}", page.at);
}

#[tokio::test]
async fn the_index_made_anew_is_the_index_that_was_kept() {
    let house = House::open().await;
    for n in 0..3 {
        Customer::default()
            .case(&house, &format!("第{n}个客户 customer {n}"))
            .await;
    }
    let kept = index(&house).await;
    assert!(kept.len() > 15);
    let emptied = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query("delete from search_terms")
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from search_seats")
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from search_cases").execute(tx).await?;
            Ok(())
        })
    });
    emptied.await.unwrap();
    assert!(index(&house).await.is_empty());
    assert_eq!(server::office::reindex(&house.office).await.unwrap(), 3);
    assert_eq!(index(&house).await, kept);
    server::office::reindex(&house.office).await.unwrap();
    assert_eq!(index(&house).await, kept, "twice is once");
}

/// Every term and every seat with the case it leads to.
pub async fn index(house: &House) -> Vec<(String, String)> {
    use sqlx::Row;
    let rows = sqlx::query(
        "select t.term, c.case_id from (select term, number from search_terms
             union all select '@' || seat, number from search_seats) t
         left join search_cases c on c.number = t.number order by c.case_id, t.term",
    );
    let rows = rows.fetch_all(house.office.store.read()).await.unwrap();
    rows.iter()
        .map(|row| {
            (
                row.get("term"),
                row.get::<Option<String>, _>("case_id").unwrap_or_default(),
            )
        })
        .collect()
}

/// What is said where not all of a word's cases were looked through.
const STOPPED: &str = "500 were looked through";

#[tokio::test]
async fn of_a_word_that_very_many_cases_have_the_next_page_goes_on_with_older_ones() {
    let house = House::open().await;
    let (reference, _) = Customer::default().case(&house, "The modem hums.").await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let found = format!("/desk/case/{reference}");
    // Newer than any case there is.
    index_more(&house, "modem", 498).await;
    let page = look_for(&mut anna, &house, "modem").await;
    assert!(
        page.holds(&found) && !page.holds(STOPPED),
        "all were looked through"
    );
    index_more(&house, "modem", 500).await;
    let page = look_for(&mut anna, &house, "modem").await;
    assert!(page.holds(STOPPED) && !page.holds(&found), "{}", page.html);
    let next = page.html.split("rel=\"next\" href=\"").nth(1).unwrap();
    let next = next.split('"').next().unwrap().to_owned();
    let page = anna.get(&house, &next).await;
    assert!(page.holds(&found) && !page.holds(STOPPED), "{}", page.html);
}

#[tokio::test]
async fn among_very_many_cases_of_others_ones_own_are_found_at_once() {
    let house = House::open().await;
    let (reference, _) = Customer::default().case(&house, "The modem hums.").await;
    house.carry().await;
    let department =
        "select l.department from legs l join cases c on c.id = l.case_id where c.reference = $1";
    let department = house.text(department, &reference).await;
    employ(&house, "anna", &department, Role::Specialist).await;
    let unit = "select l.unit from legs l join cases c on c.id = l.case_id where c.reference = $1";
    move_to(&house, "anna", &house.text(unit, &reference).await).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    index_more(&house, "modem", 5_000).await;
    let page = look_for(&mut anna, &house, "modem").await;
    assert!(
        page.holds(&format!("/desk/case/{reference}")),
        "{}",
        page.html
    );
    assert!(!page.holds(STOPPED), "there are no others of hers");
}

/// So many numbers behind all others have a word, as if there were cases.
pub async fn index_more(house: &House, word: &'static str, many: i64) {
    let written = house.office.store.write(move |tx| {
        Box::pin(async move {
            sqlx::query(
                "insert into search_terms (term, number)
                 with recursive n (i) as (select cast(1 as bigint) union all select i + 1 from n where i < $2)
                 select cast($1 as text), 9000000000000000000 + i from n where 1 = 1 on conflict do nothing",
            )
            .bind(word)
            .bind(many)
            .execute(tx)
            .await?;
            Ok(())
        })
    });
    written.await.unwrap();
}
