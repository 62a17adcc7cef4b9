//! `skill_abi.h` in Rust: the tables of ABI 1, with the layout that it fixes. Whose each pointer is, and until when, the
//! header says.
#![allow(dead_code)]

use std::ffi::c_void;
use std::os::raw::c_char;

pub type Status = i32;
pub const OK: Status = 0;
pub const ERROR: Status = -1;
pub const BAD_ARGUMENT: Status = -4;
pub const UNSUPPORTED: Status = -5;
pub const BUG: Status = -7;

/// A table of C: its size is checked by the compiler, the place of each field by `cargo test`.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident $c:ident $size:literal { $($field:ident: $type:ty = $at:literal,)* }) => {
        $(#[$doc])*
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct $name { $(pub $field: $type,)* }

        const _: () = assert!(std::mem::size_of::<$name>() == $size, "its size is fixed");

        #[cfg(test)]
        #[test]
        fn $c() {
            let table = std::mem::MaybeUninit::<$name>::uninit();
            let base = table.as_ptr();
            // Only addresses are taken: nothing is read of what was never written.
            $(assert_eq!(unsafe { std::ptr::addr_of!((*base).$field) } as usize - base as usize, $at);)*
        }
    };
}

table! {
    /// Borrowed until the call returns; null only when empty.
    Bytes sk_bytes 16 {
        ptr: *const u8 = 0,
        len: u64 = 8,
    }
}
table! {
    Sink sk_sink 24 {
        size: u32 = 0,
        reserved: u32 = 4,
        ctx: *mut c_void = 8,
        write: unsafe extern "C" fn(*const Sink, Bytes) -> Status = 16,
    }
}
table! {
    Host sk_host 24 {
        size: u32 = 0,
        abi_minor: u32 = 4,
        ctx: *mut c_void = 8,
        get_extension: unsafe extern "C" fn(*const Host, *const c_char) -> *const c_void = 16,
    }
}
table! {
    Completion sk_completion 24 {
        size: u32 = 0,
        reserved: u32 = 4,
        ctx: *mut c_void = 8,
        done: unsafe extern "C" fn(*const Completion, Status, Bytes) = 16,
    }
}
table! {
    Turn sk_turn 40 {
        size: u32 = 0,
        flags: u32 = 4,
        id: u64 = 8,
        deadline_ns: i64 = 16,
        context: Bytes = 24,
    }
}
table! {
    Skill sk_skill 48 {
        size: u32 = 0,
        reserved: u32 = 4,
        ctx: *mut c_void = 8,
        turn_begin: unsafe extern "C" fn(*const Skill, *const Turn, *const Completion) -> Status = 16,
        turn_cancel: unsafe extern "C" fn(*const Skill, u64) = 24,
        destroy: unsafe extern "C" fn(*const Skill) = 32,
        get_extension: Option<unsafe extern "C" fn(*const Skill, *const c_char) -> *const c_void> = 40,
    }
}
table! {
    Entry sk_entry 48 {
        size: u32 = 0,
        abi_major: u16 = 4,
        abi_minor: u16 = 6,
        ctx: *mut c_void = 8,
        manifest: Bytes = 16,
        toolchain: *const c_char = 32,
        create: unsafe extern "C" fn(*const Entry, *const Host, Bytes, Bytes, *const Sink) -> *const Skill = 40,
    }
}
table! {
    /// Of every extension that asks for data: `sk.store/1`, `sk.customers/1`, …
    Call sk_call 24 {
        size: u32 = 0,
        reserved: u32 = 4,
        ctx: *mut c_void = 8,
        call: unsafe extern "C" fn(*const Call, u64, Bytes, *const Sink) -> Status = 16,
    }
}

impl Bytes {
    pub fn of(bytes: &[u8]) -> Self {
        Bytes { ptr: bytes.as_ptr(), len: bytes.len() as u64 }
    }

    /// # Safety
    /// The bytes must be lent for as long as the answer is used.
    pub unsafe fn as_slice<'a>(self) -> &'a [u8] {
        match self.len {
            0 => &[],
            len => std::slice::from_raw_parts(self.ptr, len as usize),
        }
    }
}
