//! Between the ABI and the skill: everything that is unsafe, once. A panic ends here as an answer, never in the host;
//! `panic = "abort"` would take the host along.

use std::mem::size_of;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::abi::*;
use crate::cbor::Value;
use crate::Greeting;

struct Instance {
    table: Skill,
    skill: Greeting,
}

/// What comes back, or one line that says what is wrong.
type Outcome = Result<Vec<u8>, (Status, String)>;

/// Runs the author's code; a panic in it is its failure.
fn guarded(body: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason was given");
        Err((BUG, format!("it panicked: {words}")))
    })
}

unsafe extern "C" fn turn_begin(skill: *const Skill, turn: *const Turn, completion: *const Completion) -> Status {
    let outcome = guarded(|| {
        let instance = &*((*skill).ctx as *const Instance);
        let context = Value::decode((*turn).context.as_slice())
            .ok_or((BAD_ARGUMENT, "the context is no message; report it".to_string()))?;
        match instance.skill.turn(&context).map_err(|reason| (ERROR, reason))? {
            Value::Null => Ok(Vec::new()),
            reply => Ok(reply.encoded()),
        }
    });
    let (status, bytes) = match outcome {
        Ok(bytes) => (OK, bytes),
        Err((status, reason)) => (status, reason.into_bytes()),
    };
    ((*completion).done)(completion, status, Bytes::of(&bytes));
    OK
}

/// Every turn is done when `turn_begin` returns: there is nothing to cancel.
unsafe extern "C" fn turn_cancel(_skill: *const Skill, _turn: u64) {}

unsafe extern "C" fn destroy(skill: *const Skill) {
    let instance = (*skill).ctx as *mut Instance;
    let _ = catch_unwind(|| drop(Box::from_raw(instance)));
}

unsafe extern "C" fn create(
    _entry: *const Entry, _host: *const Host, _id: Bytes, configuration: Bytes, error: *const Sink,
) -> *const Skill {
    let mut made: *const Skill = null();
    let outcome = guarded(|| {
        let configuration = Value::decode(configuration.as_slice()).unwrap_or(Value::Null);
        let skill = Greeting::new(&configuration).map_err(|reason| (ERROR, reason))?;
        let size = size_of::<Skill>() as u32;
        let table = Skill { size, reserved: 0, ctx: null_mut(), turn_begin, turn_cancel, destroy, get_extension: None };
        let instance = Box::into_raw(Box::new(Instance { table, skill }));
        (*instance).table.ctx = instance.cast();
        made = &(*instance).table;
        Ok(Vec::new())
    });
    if let Err((_, reason)) = outcome {
        ((*error).write)(error, Bytes::of(reason.as_bytes()));
    }
    made
}

static ENTRY: AtomicPtr<Entry> = AtomicPtr::new(null_mut());

/// The one exported symbol: the same table each time, made once and kept until the process ends.
#[no_mangle]
pub extern "C" fn skill_entry_v1() -> *const Entry {
    let known = ENTRY.load(Ordering::Acquire);
    if !known.is_null() {
        return known;
    }
    let manifest = match guarded(|| Ok(Greeting::manifest().encoded())) {
        Ok(bytes) => Bytes::of(Box::leak(bytes.into_boxed_slice())),
        Err(_) => return null(),
    };
    let size = size_of::<Entry>() as u32;
    let entry = Box::leak(Box::new(Entry {
        size, abi_major: 1, abi_minor: 0, ctx: null_mut(), manifest, toolchain: null(), create,
    }));
    match ENTRY.compare_exchange(null_mut(), entry, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => entry,
        Err(first) => first,
    }
}
