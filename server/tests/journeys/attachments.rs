//! A picture or PDF beside a message: who sends one, who gets it, and what is not taken.

use super::{
    customer::{Customer, Fetched, File, Page},
    desk::{employ, sign_in},
    endpoints,
    house::House,
};
use app::desk::Role;
use image::{DynamicImage, ImageFormat, RgbImage};
use server::store::audit;
use std::io::Cursor;

const PDF: &[u8] = b"%PDF-1.4\n<script>alert('in a PDF')</script>\n%%EOF\n";
const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";

fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::new(16, 8));
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A case, and its customer before its page.
async fn case(house: &House) -> (Customer, String) {
    let mut customer = Customer::default();
    let (reference, _) = customer.case(house, "Please look.").await;
    house.carry().await;
    customer.get(house, &format!("/track/{reference}")).await;
    (customer, reference)
}

/// Says something with a file.
async fn say(
    customer: &mut Customer,
    house: &House,
    word: &str,
    reference: &str,
    text: &str,
    file: File<'_>,
) -> Page {
    let key = customer.key.clone();
    let fields = [("reference", reference), ("key", &key), ("text", text)];
    let path = format!("/api/track/{word}");
    customer.post_file(house, &path, &fields, file).await
}

/// Writes at the desk with a file.
async fn write(
    person: &mut Customer,
    house: &House,
    act: &str,
    reference: &str,
    text: &str,
    file: File<'_>,
) -> Page {
    let key = app::steps::fresh_key();
    let fields = [("reference", reference), ("key", &key), ("text", text)];
    let path = format!("/api/desk/{act}");
    person.post_file(house, &path, &fields, file).await
}

/// Where the files of a page are fetched.
fn files(page: &Page) -> Vec<String> {
    let links = page.html.split("href=\"").skip(1);
    links
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("/file/"))
        .map(str::to_owned)
        .collect()
}

fn header(fetched: &Fetched, name: &str) -> String {
    fetched.headers[name].to_str().unwrap().to_owned()
}

async fn kept(house: &House) -> i64 {
    house.count("files").await
}

#[tokio::test]
async fn a_customers_picture_is_saved_by_them_and_by_staff_and_shown_by_no_browser() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    // Called and declared what it is not, with a name that would do harm.
    let name = "../../\u{202e}gpj.<script>alert(1)</script>canary.exe";
    let file = (name, "text/html", &picture()[..]);
    let page = say(
        &mut customer,
        &house,
        "write",
        &reference,
        "See here.",
        file,
    )
    .await;
    assert!(page.at.ends_with("?sent"), "{}", page.at);
    assert!(!page.holds("canary") && !page.holds("<script>alert"));
    let [href] = &files(&page)[..] else {
        panic!("{}", page.html)
    };
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let desk = anna.get(&house, &format!("/desk/case/{reference}")).await;
    assert!(!desk.holds("canary"));
    let theirs = customer.fetch(&house, href).await;
    let hers = anna.fetch(&house, &files(&desk)[0]).await;
    assert_eq!(theirs.bytes, hers.bytes);
    for fetched in [theirs, hers] {
        assert_eq!(fetched.status, 200);
        assert_eq!(header(&fetched, "content-type"), "image/png");
        let disposition = header(&fetched, "content-disposition");
        assert!(disposition.starts_with(&format!("attachment; filename=\"{reference}-")));
        assert!(disposition.ends_with(".png\""), "{disposition}");
        let policy = header(&fetched, "content-security-policy");
        assert_eq!(policy, "sandbox; default-src 'none'");
        assert_eq!(header(&fetched, "x-content-type-options"), "nosniff");
        assert_eq!(header(&fetched, "cache-control"), "no-store");
        assert!(image::load_from_memory(&fetched.bytes).is_ok());
    }
}

#[tokio::test]
async fn a_file_that_somebody_may_not_see_is_not_there() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let file = ("a.pdf", "application/pdf", PDF);
    let page = say(&mut customer, &house, "write", &reference, "", file).await;
    let href = files(&page)[0].clone();
    let missing = format!("/track/{reference}/file/{}", app::steps::fresh_key());
    let (other, theirs) = case(&house).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (otto, _) = sign_in(&house, "otto", "right").await;
    // By reference and contact one sees where a case stands, and no more.
    let mut finder = Customer::default();
    let look = [("reference", &reference[..]), ("contact", "138 0013 8000")];
    finder.post(&house, "/api/track/find", &look).await;
    let elsewhere = href.replace(&reference, &theirs);
    let at_desk = href.replace("/track/", "/desk/case/");
    let nul = format!("/track/{reference}/file/%00");
    let nowhere = customer.get(&house, &missing).await;
    assert_eq!(nowhere.status, 404);
    for (mut who, path) in [
        (other.clone(), &href),
        (other, &elsewhere),
        (Customer::default(), &href),
        (finder, &href),
        (otto, &at_desk),
        (customer, &nul),
    ] {
        let page = who.get(&house, path).await;
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.html, nowhere.html, "as if it were not there");
    }
    let nobody = Customer::default().get(&house, &at_desk).await;
    assert!(nobody.at.starts_with("/staff/sign-in?then=/desk/case/"));
}

#[tokio::test]
async fn a_notes_file_stays_below_the_line_and_a_replys_is_above() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let file = ("n.pdf", "application/pdf", PDF);
    let page = write(&mut anna, &house, "note", &reference, "For us.", file).await;
    assert!(page.at.ends_with("did=note"), "{}", page.at);
    let [note] = &files(&page)[..] else {
        panic!("{}", page.html)
    };
    assert_eq!(anna.fetch(&house, note).await.bytes, PDF);
    let above = note.replace("/desk/case/", "/track/");
    assert_eq!(customer.fetch(&house, &above).await.status, 404);
    let file = ("r.png", "image/png", &picture()[..]);
    write(&mut anna, &house, "reply", &reference, "For you.", file).await;
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    let [reply] = &files(&page)[..] else {
        panic!("one file is the customer's")
    };
    assert_eq!(customer.fetch(&house, reply).await.status, 200);
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_in_words_and_what_was_typed_stays() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let large = [&b"%PDF-1.4\n"[..], &vec![b' '; 10_000_000], b"%%EOF"].concat();
    for (file, sentence) in [
        (("a.jpg", "image/jpeg", SVG), "neither a picture"),
        (
            ("a.pdf", "application/pdf", &large[..]),
            "larger than 10 MB",
        ),
        (("a.png", "image/png", &picture()[..40]), "read to its end"),
        (("a.png", "image/png", b""), "nothing in this file"),
    ] {
        let page = say(
            &mut customer,
            &house,
            "write",
            &reference,
            "Kept text.",
            file,
        )
        .await;
        assert!(page.leads_to("file"), "{sentence}: {}", page.at);
        assert!(
            page.holds(sentence) && page.holds("Kept text."),
            "{sentence}"
        );
        assert!(!page.holds("href=\"#text\""));
    }
    let long = "x".repeat(10_001);
    let file = ("a.png", "image/png", &picture()[..]);
    let page = say(&mut customer, &house, "write", &reference, &long, file).await;
    assert!(page.leads_to("text") && page.leads_to("file") && page.holds("choose it again"));
    let speak = [
        ("reference", &reference[..]),
        ("act", "lang-en"),
        ("text", "Half a"),
    ];
    let page = customer
        .post_file(&house, "/api/track/write", &speak, file)
        .await;
    assert!(page.holds("Half a") && page.leads_to("file"));
    assert_eq!((house.count("messages").await, kept(&house).await), (0, 0));

    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    for act in ["reply", "note"] {
        let file = ("a.jpg", "image/jpeg", SVG);
        let page = write(&mut anna, &house, act, &reference, "Hers stays.", file).await;
        assert!(page.leads_to(&format!("{act}-file")), "{}", page.at);
        assert!(page.holds("Hers stays.") && page.holds("neither a picture"));
        let file = ("a.png", "image/png", &picture()[..]);
        let page = write(&mut anna, &house, act, &reference, "", file).await;
        assert!(page.leads_to(act) && page.leads_to(&format!("{act}-file")));
    }
    assert_eq!(kept(&house).await, 0);
}

#[tokio::test]
async fn no_file_is_a_message_as_ever_and_a_file_needs_no_words() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let none = ("", "application/octet-stream", &b""[..]);
    let page = say(
        &mut customer,
        &house,
        "write",
        &reference,
        "Only words.",
        none,
    )
    .await;
    assert!(page.holds("Only words.") && files(&page).is_empty());
    let page = say(&mut customer, &house, "write", &reference, "", none).await;
    assert!(page.leads_to("text") && !page.holds("href=\"#file\""));
    let file = ("a.png", "image/png", &picture()[..]);
    let page = say(&mut customer, &house, "write", &reference, "", file).await;
    assert!(page.at.ends_with("?sent"), "{}", page.at);
    assert_eq!((house.count("messages").await, kept(&house).await), (2, 1));
}

#[tokio::test]
async fn the_same_message_twice_is_one_file_and_another_file_is_not_lost() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let picture = picture();
    let one = ("a.png", "image/png", &picture[..]);
    for file in [one, one, ("b.pdf", "application/pdf", PDF)] {
        say(&mut customer, &house, "write", &reference, "Here.", file).await;
    }
    assert_eq!((house.count("messages").await, kept(&house).await), (2, 2));
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let key = app::steps::fresh_key();
    let fields = [
        ("reference", &reference[..]),
        ("key", &key),
        ("text", "Once."),
    ];
    for _ in 0..2 {
        let page = anna.post_file(&house, "/api/desk/note", &fields, one).await;
        assert!(page.at.ends_with("did=note"), "{}", page.at);
    }
    assert_eq!(kept(&house).await, 3);
}

#[tokio::test]
async fn a_file_goes_with_still_not_fixed_and_with_it_is_fixed() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    for word in ["reopen", "confirm"] {
        house.finish(&reference).await;
        let path = format!("/track/{reference}");
        customer.get(&house, &path).await;
        let file = ("a.png", "image/png", &picture()[..]);
        say(&mut customer, &house, word, &reference, "Look.", file).await;
    }
    assert_eq!(kept(&house).await, 2);
    let path = format!("/track/{reference}");
    let page = customer.get(&house, &path).await;
    assert_eq!(files(&page).len(), 2, "{}", page.html);
    // Nobody reads a message to a closed case: the words wait, the file is asked for again.
    let file = ("a.png", "image/png", &picture()[..]);
    let page = say(&mut customer, &house, "write", &reference, "Late.", file).await;
    assert!(page.leads_to("file") && page.holds("Late."), "{}", page.at);
    assert_eq!(kept(&house).await, 2);
}

#[tokio::test]
async fn who_may_not_write_to_a_case_leaves_no_file_there() {
    let house = House::open().await;
    let (_, reference) = case(&house).await;
    let (mut other, _) = case(&house).await;
    let file = ("a.png", "image/png", &picture()[..]);
    let page = say(&mut other, &house, "write", &reference, "Mine?", file).await;
    assert_eq!(page.status, 404);
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (mut otto, _) = sign_in(&house, "otto", "right").await;
    for act in ["note", "reply"] {
        write(&mut otto, &house, act, &reference, "Mine?", file).await;
        let nobody = &mut Customer::default();
        write(nobody, &house, act, &reference, "Mine?", file).await;
    }
    assert_eq!(kept(&house).await, 0);
}

#[tokio::test]
async fn a_case_holds_only_so_many_files() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let mut last = None;
    for n in 0..=server::store::attachments::MANY {
        let text = format!("Number {n}.");
        let file = ("a.pdf", "application/pdf", PDF);
        last = Some(say(&mut customer, &house, "write", &reference, &text, file).await);
    }
    let page = last.unwrap();
    assert!(page.leads_to("file") && page.holds("as many files"));
    assert_eq!(kept(&house).await, server::store::attachments::MANY);
}

#[tokio::test]
async fn a_file_is_erased_with_what_it_came_with() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let file = ("a.png", "image/png", &picture()[..]);
    let page = say(&mut customer, &house, "write", &reference, "Here.", file).await;
    let href = files(&page)[0].clone();
    house.finish(&reference).await;
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "confirm", &reference, "").await;
    house.carry().await;
    let days = i64::from(house.office.shelf.current().front.periods.keep_days);
    house.pass(24 * days + 1);
    assert_eq!(house.office.sweep().await.unwrap().erased, 1);
    assert_eq!(kept(&house).await, 0);
    assert_eq!(customer.fetch(&house, &href).await.status, 404);
}

#[tokio::test]
async fn a_back_office_hears_that_there_is_a_file_and_gets_none() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let file = ("a.png", "image/png", &picture()[..]);
    say(&mut customer, &house, "write", &reference, "Here.", file).await;
    let sql = "select payload from outbox where verb = 'note' and payload like $1";
    if let Some(payload) = house.maybe(sql, "%Here.%").await {
        assert!(payload.contains("[with a file]"), "{payload}");
    } else {
        panic!("the back office was told nothing");
    }
}

#[tokio::test]
async fn a_form_that_only_looks_like_one_with_a_file_breaks_nothing() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let large = "x".repeat(600_000);
    for path in endpoints::all() {
        let file = ("a.png", "image/png", &b"x"[..]);
        let fields = [("reference", &reference[..]), ("text", "a"), ("key", "k")];
        let page = customer
            .clone()
            .post_file(&house, path, &fields, file)
            .await;
        assert!(page.status < 500, "{path}: {}", page.status);
        let fields = [("text", &large[..])];
        let page = customer
            .clone()
            .post_file(&house, path, &fields, file)
            .await;
        assert!(page.status < 500, "{path}: {}", page.status);
    }
    let many: Vec<_> = (0..100).map(|_| ("text", "a")).collect();
    let file = ("a.png", "image/png", &b"x"[..]);
    let page = customer
        .post_file(&house, "/api/track/write", &many, file)
        .await;
    assert_eq!(page.status, 413);
    assert_eq!(kept(&house).await, 0);
}

#[tokio::test]
async fn a_file_that_was_changed_or_taken_away_is_found_by_the_audit() {
    let house = House::open().await;
    let (mut customer, reference) = case(&house).await;
    let file = ("a.png", "image/png", &picture()[..]);
    say(&mut customer, &house, "write", &reference, "Here.", file).await;
    let faults = || async {
        let walked = audit::verify(house.office.store.read(), None).await;
        let (_, faults) = walked.unwrap();
        faults.iter().map(|fault| fault.what).collect::<Vec<_>>()
    };
    assert_eq!(faults().await, [""; 0]);
    for (statement, found) in [
        ("update attachments set bytes = $1", "its file was changed"),
        (
            "delete from attachments where bytes = $1",
            "its file is gone",
        ),
    ] {
        let tampered = house.office.store.write(move |tx| {
            Box::pin(async move {
                let other = b"another".to_vec();
                sqlx::query(statement).bind(other).execute(tx).await?;
                Ok(())
            })
        });
        tampered.await.unwrap();
        assert_eq!(faults().await, [found]);
    }
}
