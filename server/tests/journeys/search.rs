//! Finding a case at the desk: by whatever was said about it, by nobody who may not see it, and not
//! any more once it was erased.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

async fn look_for(person: &mut Customer, house: &House, typed: &str) -> Page {
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

/// Every term with the case it leads to.
pub async fn index(house: &House) -> Vec<(String, String)> {
    use sqlx::Row;
    let rows = sqlx::query(
        "select t.term, c.case_id from search_terms t left join search_cases c on c.number = t.number
         order by c.case_id, t.term",
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

#[tokio::test]
async fn who_looks_for_a_word_that_very_many_cases_have_is_told_that_older_ones_were_not_looked_through()
 {
    let house = House::open().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    const STOPPED: &str = "only the newest 4300 were looked through";
    let indexed = async |many: i64| {
        let written = house.office.store.write(move |tx| {
            Box::pin(async move {
                sqlx::query(
                    "insert into search_terms (term, number)
                     with recursive n (i) as (select cast(1 as bigint) union all select i + 1 from n where i < $1)
                     select 'modem', i from n where 1 = 1 on conflict do nothing",
                )
                .bind(many)
                .execute(tx)
                .await?;
                Ok(())
            })
        });
        written.await.unwrap();
    };
    indexed(4_300).await;
    let page = look_for(&mut anna, &house, "modem").await;
    assert!(!page.holds(STOPPED), "all of them were looked through");
    indexed(4_301).await;
    let page = look_for(&mut anna, &house, "modem").await;
    assert!(page.holds(STOPPED), "{}", page.html);
}
