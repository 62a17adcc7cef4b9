//! The bytes of every message: CBOR (RFC 8949) in its deterministic encoding, as ABI.md restricts it.
#![allow(dead_code)]

use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Double(f64),
    Text(String),
    Bytes(Vec<u8>),
    /// Seconds since 1970 in UTC.
    Time(f64),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

pub fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(key, value)| (key.to_string(), value)).collect())
}

pub fn list<const N: usize>(texts: [&str; N]) -> Value {
    Value::List(texts.into_iter().map(Value::from).collect())
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_string())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}
impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Bool(truth)
    }
}

/// Reading a map.
impl Value {
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Map(entries) => entries.get(key),
            _ => None,
        }
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub fn int(&self, key: &str) -> Option<i64> {
        match self.get(key) {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        }
    }
}

/// Writing.
impl Value {
    pub fn encoded(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(&mut bytes);
        bytes
    }

    fn write(&self, into: &mut Vec<u8>) {
        match self {
            Value::Null => into.push(0xF6),
            Value::Bool(truth) => into.push(0xF4 | *truth as u8),
            Value::Int(number) if *number < 0 => head(into, 1, !*number as u64),
            Value::Int(number) => head(into, 0, *number as u64),
            Value::Double(number) => float(into, *number),
            Value::Text(text) => {
                head(into, 3, text.len() as u64);
                into.extend_from_slice(text.as_bytes());
            }
            Value::Bytes(bytes) => {
                head(into, 2, bytes.len() as u64);
                into.extend_from_slice(bytes);
            }
            Value::Time(seconds) => {
                into.push(0xC1);
                match *seconds as i64 {
                    whole if whole as f64 == *seconds => Value::Int(whole).write(into),
                    _ => float(into, *seconds),
                }
            }
            Value::List(items) => {
                head(into, 4, items.len() as u64);
                items.iter().for_each(|item| item.write(into));
            }
            Value::Map(entries) => {
                head(into, 5, entries.len() as u64);
                // A short key comes before a long one, whatever its letters.
                let mut sorted: Vec<_> = entries.iter().collect();
                sorted.sort_by_key(|(key, _)| (key.len(), *key));
                for (key, value) in sorted {
                    head(into, 3, key.len() as u64);
                    into.extend_from_slice(key.as_bytes());
                    value.write(into);
                }
            }
        }
    }
}

/// The first bytes of an item, as short as they can be.
fn head(into: &mut Vec<u8>, major: u8, argument: u64) {
    let major = major << 5;
    match argument {
        0..=23 => into.push(major | argument as u8),
        24..=0xFF => into.extend([major | 24, argument as u8]),
        0x100..=0xFFFF => {
            into.push(major | 25);
            into.extend((argument as u16).to_be_bytes());
        }
        0x1_0000..=0xFFFF_FFFF => {
            into.push(major | 26);
            into.extend((argument as u32).to_be_bytes());
        }
        _ => {
            into.push(major | 27);
            into.extend(argument.to_be_bytes());
        }
    }
}

/// The shortest float that holds the number.
fn float(into: &mut Vec<u8>, number: f64) {
    if let Some(half) = half(number) {
        into.push(0xF9);
        into.extend(half.to_be_bytes());
    } else if number as f32 as f64 == number {
        into.push(0xFA);
        into.extend((number as f32).to_be_bytes());
    } else {
        into.push(0xFB);
        into.extend(number.to_be_bytes());
    }
}

/// The half that is exactly this number; there is one NaN.
fn half(number: f64) -> Option<u16> {
    let sign = (number.is_sign_negative() as u16) << 15;
    if number.is_nan() {
        return Some(0x7E00);
    }
    if number.is_infinite() {
        return Some(sign | 0x7C00);
    }
    let exponent = ((number.to_bits() >> 52 & 0x7FF) as i32 - 1023).max(-14);
    let scaled = number.abs() * 2f64.powi(10 - exponent);
    if exponent > 15 || scaled.fract() != 0.0 {
        return None;
    }
    match scaled as u16 {
        subnormal @ 0..=1023 => Some(sign | subnormal),
        normal => Some(sign | ((exponent + 15) as u16) << 10 | (normal - 1024)),
    }
}

/// Reading.
impl Value {
    /// The one value that these bytes are; `None` when they are none.
    pub fn decode(bytes: &[u8]) -> Option<Value> {
        let mut reader = Reader { rest: bytes };
        let value = reader.value(32)?;
        reader.rest.is_empty().then_some(value)
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: u64) -> Option<&'a [u8]> {
        let count = usize::try_from(count).ok().filter(|count| *count <= self.rest.len())?;
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        Some(taken)
    }

    fn number(&mut self, count: u64) -> Option<u64> {
        Some(self.take(count)?.iter().fold(0, |number, byte| number << 8 | *byte as u64))
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        let first = self.take(1)?[0];
        let argument = match first & 31 {
            small @ 0..=23 => small as u64,
            size @ 24..=27 => self.number(1 << (size - 24))?,
            _ => return None,
        };
        Some(match first >> 5 {
            0 => Value::Int(i64::try_from(argument).ok()?),
            1 => Value::Int(!i64::try_from(argument).ok()?),
            2 => Value::Bytes(self.take(argument)?.to_vec()),
            3 => Value::Text(String::from_utf8(self.take(argument)?.to_vec()).ok()?),
            4 => Value::List((0..argument).map(|_| self.value(depth.checked_sub(1)?)).collect::<Option<_>>()?),
            5 => Value::Map((0..argument).map(|_| self.entry(depth.checked_sub(1)?)).collect::<Option<_>>()?),
            6 if argument == 1 => match self.value(0)? {
                Value::Int(seconds) => Value::Time(seconds as f64),
                Value::Double(seconds) => Value::Time(seconds),
                _ => return None,
            },
            7 => match first & 31 {
                20 | 21 => Value::Bool(argument == 21),
                22 => Value::Null,
                25 => Value::Double(widened(argument as u16)),
                26 => Value::Double(f32::from_bits(argument as u32) as f64),
                27 => Value::Double(f64::from_bits(argument)),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn entry(&mut self, depth: u32) -> Option<(String, Value)> {
        match self.value(0)? {
            Value::Text(key) => Some((key, self.value(depth)?)),
            _ => None,
        }
    }
}

/// The number that a half holds.
fn widened(half: u16) -> f64 {
    let fraction = (half & 1023) as f64;
    let size = match half >> 10 & 31 {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (1024.0 + fraction) * 2f64.powi(exponent as i32 - 25),
    };
    if half >> 15 == 1 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_went() {
        let numbers = [0.0, -0.0, 1.5, 65504.0, 65505.0, 5.960464477539063e-8, 3.4028234663852886e38, 1.1, f64::INFINITY];
        let value = map([
            ("text", "您好".into()),
            ("an empty list", list([])),
            ("whole", Value::List(vec![0.into(), (-1).into(), 255.into(), i64::MAX.into(), i64::MIN.into()])),
            ("numbers", Value::List(numbers.into_iter().map(Value::Double).collect())),
            ("times", Value::List(vec![Value::Time(1_773_194_400.0), Value::Time(0.25)])),
            ("rest", Value::List(vec![Value::Null, true.into(), Value::Bytes(vec![0, 255])])),
        ]);
        assert_eq!(Value::decode(&value.encoded()), Some(value));
    }

    #[test]
    fn the_shortest_form_is_written_and_short_keys_come_first() {
        assert_eq!(map([("b", 1.into()), ("aa", Value::Double(1.0))]).encoded(), b"\xa2\x61b\x01\x62aa\xf9\x3c\x00");
        assert_eq!(Value::Double(100000.0).encoded(), b"\xfa\x47\xc3\x50\x00");
        assert_eq!(Value::Double(f64::NAN).encoded(), b"\xf9\x7e\x00");
    }

    #[test]
    fn garbage_is_no_value() {
        for bytes in [&b""[..], b"\x18", b"\x1f", b"\x62a", b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff", b"\xa1\x01\x01", b"\x61\xff", b"\x01\x01"] {
            assert_eq!(Value::decode(bytes), None);
        }
        assert_eq!(Value::decode(&[0x81; 64]), None);
    }
}
