//! Greets back whoever says hello, by name where it is known, and remembers how often they did.

mod abi;
mod cbor;
mod entry;

use cbor::{list, map, Value};

/// One instance for each entry in the admin's configuration; asked about many turns at once.
pub struct Greeting;

impl Greeting {
    /// The facts of skill.yaml that the code depends on; the host compares them.
    pub fn manifest() -> Value {
        map([
            ("id", "my-skill".into()),
            ("version", "0.1.0".into()),
            ("reads", list(["turn.text", "turn.locale", "customer.name?", "my_skill.greetings?"])),
            ("writes", map([("my_skill.greetings", "int".into())])),
        ])
    }

    /// The types of the configuration were checked against skill.yaml; an error is one line with the mend.
    pub fn new(_configuration: &Value) -> Result<Self, String> {
        Ok(Greeting)
    }

    /// What is said and written; `Value::Null` is nothing.
    pub fn turn(&self, context: &Value) -> Result<Value, String> {
        let text = context.text("turn.text").unwrap_or_default().to_lowercase();
        if !["hello", "good morning", "你好", "您好"].iter().any(|word| text.contains(word)) {
            return Ok(Value::Null);
        }
        let count = context.int("my_skill.greetings").unwrap_or(0) + 1;
        let name = context.text("customer.name");
        let words = match context.text("turn.locale") {
            Some(locale) if locale.starts_with("zh") => chinese(name, count),
            _ => english(name, count),
        };
        Ok(map([
            ("say", Value::List(vec![map([("kind", "answer".into()), ("text", words.into())])])),
            ("writes", map([("my_skill.greetings", count.into())])),
            ("because", format!("greeting number {count}").into()),
        ]))
    }
}

fn english(name: Option<&str>, count: i64) -> String {
    let whom = name.map(|name| format!(", {name}")).unwrap_or_default();
    match count {
        1 => format!("Hello{whom}! How can I help?"),
        _ => format!("Hello again{whom}! Greeting number {count}."),
    }
}

fn chinese(name: Option<&str>, count: i64) -> String {
    let whom = name.map(|name| format!("，{name}")).unwrap_or_default();
    match count {
        1 => format!("您好{whom}！有什么可以帮您？"),
        _ => format!("又见面了{whom}！这是第 {count} 次问候。"),
    }
}
