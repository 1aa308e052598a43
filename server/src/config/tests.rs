//! Every setting is read from where it may stand, and every fault is told in one line.

use super::*;
use std::fs;
use tempfile::TempDir;

const KEY: &str = "1:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn environment(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| (format!("ONEFRONT_{name}"), (*value).to_owned()))
        .collect()
}

fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
    Config::read(None, environment(pairs)).map_err(|fault| fault.to_string())
}

fn read_file(text: &str, pairs: &[(&str, &str)]) -> Result<Config, String> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("onefront.toml");
    fs::write(&path, text).unwrap();
    let config = Config::read(Some(&path), environment(pairs));
    config.map_err(|fault| {
        fault
            .to_string()
            .replace(&path.display().to_string(), "onefront.toml")
    })
}

const PRODUCTION: [(&str, &str); 3] = [
    ("MODE", "production"),
    ("KEYS", KEY),
    ("PUBLIC_URL", "https://care.example.com"),
];

fn production(more: &[(&str, &str)]) -> Result<Config, String> {
    read(&[&PRODUCTION[..], more].concat())
}

#[test]
fn everything_has_a_default() {
    let config = read(&[]).unwrap();
    assert_eq!(config.addr.to_string(), "127.0.0.1:3000");
    assert_eq!(config.public_url.to_string(), "http://127.0.0.1:3000");
    assert_eq!(config.data, PathBuf::from("./data"));
    assert_eq!(
        (config.mode, config.world),
        (Mode::Development, World::Demo)
    );
    assert_eq!(config.metrics_addr.unwrap().to_string(), "127.0.0.1:9300");
    assert!(config.keys.are_known_to_all());
    assert!(config.connectors.is_empty());
    assert_eq!(config.sync, Durability::Full);
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
    let file = "addr = \"0.0.0.0:80\"\ndata = \"/var/lib/onefront\"\ntrusted_hops = 2";
    let config = read_file(file, &[("ADDR", "[::1]:81"), ("TRUSTED_HOPS", "1")]).unwrap();
    assert_eq!(config.addr.to_string(), "[::1]:81");
    assert_eq!(config.data, PathBuf::from("/var/lib/onefront"));
    assert_eq!(config.trusted_hops, 1);
}

#[test]
fn the_environment_can_name_the_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("onefront.toml");
    fs::write(&path, "trusted_hops = 3").unwrap();
    let config = read(&[("CONFIG", path.to_str().unwrap())]).unwrap();
    assert_eq!(config.trusted_hops, 3);
}

#[test]
fn an_empty_variable_is_none_but_for_metrics_where_it_turns_them_off() {
    let config = read(&[("CATALOGUE", ""), ("KEYS", ""), ("METRICS_ADDR", "")]).unwrap();
    assert_eq!((config.catalogue, config.metrics_addr), (None, None));
}

#[test]
fn a_connector_is_set_in_the_file_or_in_the_environment() {
    let file = r#"
        [connectors.field]
        kind = "tmf621"
        http = { url = "https://tickets.example/v4", at_once = 2 }
    "#;
    let secret = ("CONNECTORS__FIELD__HTTP__CREDENTIALS__BEARER", "0012345");
    let config = read_file(
        file,
        &[secret, ("CONNECTORS__FIELD__HTTP__ANSWER_SECONDS", "9")],
    )
    .unwrap();
    let ConnectorSettings::Tmf621(settings) = &config.connectors["field"] else {
        panic!("{config:?}")
    };
    assert_eq!(
        (settings.http.at_once, settings.http.answer_seconds),
        (2, 9)
    );
    let Some(crate::connectors::settings::Credentials::Bearer(token)) = &settings.http.credentials
    else {
        panic!("{settings:?}")
    };
    assert_eq!(token.reveal(), "0012345");
}

#[test]
fn nothing_secret_is_printed() {
    let pairs = [
        ("KEYS", KEY),
        ("CONNECTORS__A__KIND", "helpdesk"),
        ("CONNECTORS__A__QUEUE", "1"),
        ("CONNECTORS__A__SUBMITTER", "care@example.com"),
        ("CONNECTORS__A__HTTP__URL", "https://help.example"),
        ("CONNECTORS__A__HTTP__CREDENTIALS__BASIC__USER", "onefront"),
        (
            "CONNECTORS__A__HTTP__CREDENTIALS__BASIC__PASSWORD",
            "sesame",
        ),
    ];
    let printed = format!("{:?}", read(&pairs).unwrap());
    assert!(
        !printed.contains("sesame") && !printed.contains("00112233"),
        "{printed}"
    );
}

#[test]
fn a_fault_is_one_line_that_names_the_key_and_shows_no_value() {
    for (pair, line) in [
        (
            ("ADRESS", "s3cret"),
            "setting ONEFRONT_ADRESS: there is no such setting; there are addr, public_url,",
        ),
        (("ADDR", "s3cret"), "setting ONEFRONT_ADDR: "),
        (
            ("MODE", "s3cret"),
            "setting ONEFRONT_MODE: expected one of development, production",
        ),
        (
            ("WORLD", "s3cret"),
            "setting ONEFRONT_WORLD: expected one of demo, empty",
        ),
        (
            ("SYNC", "s3cret"),
            "setting ONEFRONT_SYNC: expected one of full, normal",
        ),
        (
            ("TRUSTED_HOPS", "s3cret"),
            "setting ONEFRONT_TRUSTED_HOPS: expected a whole number from 0 to 255",
        ),
        (
            ("TRUSTED_HOPS", "256"),
            "setting ONEFRONT_TRUSTED_HOPS: expected a whole number from 0 to 255",
        ),
        (
            ("METRICS_ADDR", "s3cret"),
            "setting ONEFRONT_METRICS_ADDR: expected an address",
        ),
        (
            ("KEYS", "s3cret"),
            "setting ONEFRONT_KEYS: expected keys as id:hex",
        ),
        (
            ("KEYS", "1:0011"),
            "setting ONEFRONT_KEYS: expected 64 hexadecimal digits",
        ),
        (
            ("PUBLIC_URL", "s3cret"),
            "setting ONEFRONT_PUBLIC_URL: expected an address",
        ),
        (
            ("PUBLIC_URL", "ftp://s3cret"),
            "setting ONEFRONT_PUBLIC_URL: expected an address that begins",
        ),
        (
            ("PUBLIC_URL", "https://a.example/s3cret"),
            "setting ONEFRONT_PUBLIC_URL: expected a scheme",
        ),
        (
            ("DATABASE_URL", "postgres://me:s3cret@db"),
            "setting ONEFRONT_DATABASE_URL: expected postgres://",
        ),
        (
            ("DATABASE_URL", "sqlite://s3cret"),
            "setting ONEFRONT_DATABASE_URL: expected postgres://",
        ),
        (
            ("CONNECTORS", "s3cret"),
            "setting ONEFRONT_CONNECTORS: expected a map",
        ),
        (
            ("CONNECTORS__A", "s3cret"),
            "setting ONEFRONT_CONNECTORS__A: expected a map",
        ),
        (
            ("CONNECTORS__A__KIND", "s3cret"),
            "setting ONEFRONT_CONNECTORS__A__KIND: expected one of tmf621, helpdesk",
        ),
        (
            ("CONNECTORS__A__KIND", "tmf621"),
            "setting ONEFRONT_CONNECTORS__A__HTTP: is missing",
        ),
    ] {
        let fault = read(&[pair]).unwrap_err();
        assert!(fault.starts_with(line), "{pair:?}: {fault}");
        assert!(
            !fault.contains("s3cret") && !fault.contains('\n'),
            "{fault}"
        );
    }
}

#[test]
fn a_fault_in_the_file_names_the_file() {
    let connector = "[connectors.a]\nkind = \"tmf621\"\nhttp = { url = \"https://a.example\", ";
    for (text, line) in [
        (
            "adress = \"s3cret\"",
            "setting adress in onefront.toml: there is no such setting",
        ),
        (
            "mode = \"s3cret\"",
            "setting mode in onefront.toml: expected one of development, production",
        ),
        (
            "trusted_hops = -1",
            "setting trusted_hops in onefront.toml: expected a whole number from 0 to 255",
        ),
        ("\nmode = \"s3cret", "setting onefront.toml: line 2: "),
        (
            &format!("{connector} retries = 3 }}"),
            "setting connectors.a.http.retries in onefront.toml: there is no such setting",
        ),
        (
            &format!("{connector} at_once = \"s3cret\" }}"),
            "setting connectors.a.http.at_once in onefront.toml: expected",
        ),
    ] {
        let fault = read_file(text, &[]).unwrap_err();
        assert!(fault.starts_with(line), "{text}: {fault}");
        assert!(
            !fault.contains("s3cret") && !fault.contains('\n'),
            "{fault}"
        );
    }
    let fault = Config::read(Some(Path::new("/nowhere.toml")), Vec::new())
        .unwrap_err()
        .to_string();
    assert!(
        fault.starts_with("setting /nowhere.toml: No such file"),
        "{fault}"
    );
}

#[test]
fn a_variable_and_a_part_of_it_do_not_go_together() {
    let fault = read(&[("CONNECTORS__A", "x"), ("CONNECTORS__A__KIND", "tmf621")]).unwrap_err();
    assert_eq!(
        fault,
        "setting ONEFRONT_CONNECTORS__A__KIND: is set, and so is a part of it"
    );
}

#[test]
fn production_starts_with_nothing_that_pretends() {
    let config = production(&[]).unwrap();
    assert_eq!(
        (config.world, config.mail, config.sms),
        (World::Empty, Sender::Off, Messenger::Off)
    );
    for (pair, line) in [
        (
            ("WORLD", "demo"),
            "setting ONEFRONT_WORLD: production starts with no demo world",
        ),
        (
            ("KEYS", ""),
            "setting ONEFRONT_KEYS: production needs secret keys",
        ),
        (
            ("PUBLIC_URL", "http://care.example.com"),
            "setting ONEFRONT_PUBLIC_URL: production needs the https",
        ),
        (
            ("PUBLIC_URL", ""),
            "setting ONEFRONT_PUBLIC_URL: production needs the https",
        ),
        (
            ("MAIL", "file"),
            "setting ONEFRONT_MAIL: production writes no mail",
        ),
        (
            ("SMS", "file"),
            "setting ONEFRONT_SMS: production writes no text",
        ),
        (
            ("SYNC", "normal"),
            "setting ONEFRONT_SYNC: production answers once the disk has it",
        ),
    ] {
        let fault = production(&[pair]).unwrap_err();
        assert!(fault.starts_with(line), "{fault}");
    }
}

#[test]
fn what_is_asked_of_staff_is_set_and_checked() {
    let rules = read(&[]).unwrap().staff;
    assert_eq!(rules, crate::office::Rules::default());
    let set = [
        ("STAFF__IDLE_MINUTES", "10"),
        ("STAFF__LONGEST_HOURS", "8"),
        ("STAFF__SECOND_STEP", "administrator, manager"),
    ];
    let rules = read(&set).unwrap().staff;
    assert_eq!(
        (rules.idle, rules.longest),
        (600_000_000, 8 * 3_600_000_000)
    );
    assert_eq!(rules.second_for.len(), 2);
    let all = read(&[("STAFF__SECOND_STEP", "everybody")]).unwrap();
    assert_eq!(all.staff.second_for.len(), 5);
    for (key, value) in [
        ("STAFF__IDLE_MINUTES", "0"),
        ("STAFF__LONGEST_HOURS", "1000"),
        ("STAFF__SECOND_STEP", "emperor"),
    ] {
        let fault = read(&[(key, value)]).unwrap_err();
        assert!(
            fault.starts_with(&format!("setting ONEFRONT_{key}: ")),
            "{fault}"
        );
        assert!(!fault.contains("emperor"), "{fault}");
    }
}

#[test]
fn an_identity_provider_is_set_whole_or_refused_without_its_secret() {
    assert!(read(&[]).unwrap().oidc.is_none());
    let with = |more: &[(&str, &str)]| {
        let all = [
            ("OIDC__ISSUER", "https://id.example.com"),
            ("OIDC__CLIENT_ID", "onefront"),
            ("OIDC__CLIENT_SECRET", "never shown"),
            ("OIDC__NAME", "Example ID"),
        ];
        read(&[&all[..], more].concat())
    };
    let provider = with(&[]).unwrap().oidc.unwrap();
    assert_eq!(provider.login_claim, "preferred_username");
    assert!(!format!("{provider:?}").contains("never shown"));
    for (more, key) in [
        (("OIDC__ISSUER", "ldap://id.example.com"), "OIDC__ISSUER"),
        (
            ("OIDC__ISSUER", "https://id.example.com/?a"),
            "OIDC__ISSUER",
        ),
        (("OIDC__NAME", " "), "OIDC__NAME"),
        (("OIDC__LOGN_CLAIM", "sub"), "OIDC__LOGN_CLAIM"),
    ] {
        let fault = with(&[more]).unwrap_err();
        assert!(
            fault.starts_with(&format!("setting ONEFRONT_{key}: ")),
            "{fault}"
        );
        assert!(!fault.contains("never shown"), "{fault}");
    }
    let plain = [
        ("PUBLIC_URL", "https://care.example.com"),
        ("OIDC__ISSUER", "http://id.example.com"),
    ];
    let fault = with(&plain).unwrap_err();
    assert!(
        fault.starts_with("setting ONEFRONT_OIDC__ISSUER: "),
        "{fault}"
    );
    assert!(read(&[("OIDC__ISSUER", "https://id.example.com")]).is_err());
}

#[test]
fn mail_and_messages_leave_only_by_a_way_that_is_set() {
    let smtp = [
        ("MAIL", "smtp"),
        ("SMTP__HOST", "mail.example.com"),
        ("SMTP__FROM", "Farbridge <care@example.com>"),
    ];
    let config = production(&smtp).unwrap();
    assert_eq!(config.mail, Sender::Smtp);
    assert_eq!(config.smtp.unwrap().port(), 587, "it must become encrypted");
    let fault = production(&smtp[..1]).unwrap_err();
    assert_eq!(
        fault,
        "setting ONEFRONT_SMTP: is missing: mail leaves by it"
    );
    let fault = production(&[("SMS", "gateway")]).unwrap_err();
    assert!(
        fault.starts_with("setting ONEFRONT_GATEWAY: is missing"),
        "{fault}"
    );
    let fault = production(&smtp[..2]).unwrap_err();
    assert_eq!(fault, "setting ONEFRONT_SMTP__FROM: is missing");
    let fault = read(&[("MAIL", "gateway")]).unwrap_err();
    assert!(
        fault.starts_with("setting ONEFRONT_MAIL: expected one of"),
        "{fault}"
    );
}

#[test]
fn production_sends_no_mail_that_everybody_on_the_way_can_read() {
    let open = |host| {
        production(&[
            ("MAIL", "smtp"),
            ("SMTP__HOST", host),
            ("SMTP__FROM", "care@example.com"),
            ("SMTP__TLS", "none"),
        ])
    };
    let fault = open("mail.example.com").unwrap_err();
    assert!(
        fault.starts_with("setting ONEFRONT_SMTP: production sends no mail"),
        "{fault}"
    );
    assert!(
        open("127.0.0.1").is_ok(),
        "a server on the same machine is not a network"
    );
}
