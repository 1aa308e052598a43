//! Where settings come from, and how a fault in one is told: by the name it has there, in one
//! line, without its value.

use figment::{
    Figment, Metadata, Profile, Provider,
    error::Kind,
    value::{Dict, Map, Value},
};
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeMap,
    fmt, fs,
    path::{Path, PathBuf},
};

const PREFIX: &str = "ONEFRONT_";
/// Names the file; it cannot stand in it.
const FILE: &str = "ONEFRONT_CONFIG";
/// Between the parts of a name in the environment: `ONEFRONT_CONNECTORS__FIELD__KIND`.
const BETWEEN: &str = "__";

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("setting {key}: {reason}")]
pub struct Fault {
    key: String,
    reason: String,
}

/// The file and the environment, as read.
pub(super) struct Sources {
    path: Option<PathBuf>,
    file: Dict,
    environment: Dict,
}

impl Sources {
    pub(super) fn open(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Fault> {
        // In order, so that of two names that do not go together the same one is refused always.
        let mut variables: BTreeMap<String, String> = environment.into_iter().collect();
        variables.retain(|name, _| name.starts_with(PREFIX));
        let named = variables
            .remove(FILE)
            .filter(|path| !path.is_empty())
            .map(PathBuf::from);
        let path = file.map(Path::to_owned).or(named);
        let file = path.as_deref().map(read).transpose()?.unwrap_or_default();
        let mut environment = Dict::new();
        for (name, value) in variables {
            let key = name[PREFIX.len()..].to_lowercase();
            // An empty variable is how many tools leave one out; where nothing has a meaning of
            // its own, it is kept.
            if !value.is_empty() || key == "metrics_addr" {
                insert(&mut environment, &key, value).ok_or_else(|| Fault {
                    key: name,
                    reason: "is set, and so is a part of it".to_owned(),
                })?;
            }
        }
        Ok(Self {
            path,
            file,
            environment,
        })
    }

    /// Both together; the environment wins.
    pub(super) fn extract<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        let both = Figment::from(Layer(&self.file)).merge(Layer(&self.environment));
        both.extract_lossy()
            .map_err(|error| self.explain(&[], error))
    }

    /// What stands below a key.
    pub(super) fn extract_from<T: DeserializeOwned>(
        &self,
        path: &[&str],
        settings: Dict,
    ) -> Result<T, Fault> {
        let below = Figment::from(Layer(&settings));
        below
            .extract_lossy()
            .map_err(|error| self.explain(path, error))
    }

    /// A fault of a key, by the name it has where it is set.
    pub(super) fn fault(&self, path: &[&str], reason: &str) -> Fault {
        let key = match &self.path {
            Some(file) if contains(&self.file, path) && !contains(&self.environment, path) => {
                format!("{} in {}", path.join("."), file.display())
            }
            _ => format!("{PREFIX}{}", path.join(BETWEEN).to_uppercase()),
        };
        Fault {
            key,
            reason: reason.to_owned(),
        }
    }

    fn explain(&self, above: &[&str], error: figment::Error) -> Fault {
        let mut path: Vec<&str> = above.to_vec();
        path.extend(error.path.iter().map(String::as_str));
        let reason = match &error.kind {
            // Not what was found: it may be a secret.
            Kind::InvalidType(_, expected)
            | Kind::InvalidValue(_, expected)
            | Kind::InvalidLength(_, expected) => format!("expected {}", in_words(expected)),
            Kind::UnknownVariant(_, known) => format!("expected one of {}", known.join(", ")),
            Kind::UnknownField(name, known) => {
                if path.last() != Some(&name.as_str()) {
                    path.push(name);
                }
                format!("there is no such setting; there are {}", known.join(", "))
            }
            Kind::MissingField(name) => {
                path.push(name);
                "is missing".to_owned()
            }
            other => one_line(&other.to_string()),
        };
        self.fault(&path, &reason)
    }
}

struct Layer<'a>(&'a Dict);

impl Provider for Layer<'_> {
    fn metadata(&self) -> Metadata {
        Metadata::named("settings")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        Ok(Profile::Default.collect(self.0.clone()))
    }
}

fn read(path: &Path) -> Result<Dict, Fault> {
    let fault = |reason: String| Fault {
        key: path.display().to_string(),
        reason,
    };
    let text = fs::read_to_string(path).map_err(|error| fault(error.to_string()))?;
    toml::from_str(&text).map_err(|error| {
        // Without the line itself, which the whole message would quote.
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.map_or(1, |before| before.matches('\n').count() + 1);
        fault(format!("line {line}: {}", one_line(error.message())))
    })
}

/// Puts a value where its key leads; `None` if something else is there.
fn insert(into: &mut Dict, key: &str, value: String) -> Option<()> {
    match key.split_once(BETWEEN) {
        None => match into.insert(key.to_owned(), Value::from(value)) {
            None => Some(()),
            Some(_) => None,
        },
        Some((first, rest)) => {
            let below = into
                .entry(first.to_owned())
                .or_insert_with(|| Value::from(Dict::new()));
            match below {
                Value::Dict(_, below) => insert(below, rest, value),
                _ => None,
            }
        }
    }
}

fn contains(dict: &Dict, path: &[&str]) -> bool {
    match path {
        [] => false,
        [last] => dict.contains_key(*last),
        [first, rest @ ..] => dict
            .get(*first)
            .and_then(Value::as_dict)
            .is_some_and(|below| contains(below, rest)),
    }
}

/// The library says it in Rust.
fn in_words(expected: &str) -> &str {
    match expected {
        "u8" => "a whole number from 0 to 255",
        "usize" | "u64" | "i64" => "a whole number",
        other => other,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sources")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
