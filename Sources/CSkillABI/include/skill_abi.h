/*
 * skill_abi.h: what a Concierge host and a skill say to each other, major version 1.
 *
 * A skill is a shared library with one exported function, skill_entry_v1. Everything else is reached through tables.
 * A call is a message: borrowed bytes in, bytes out through a sink or a completion. Nothing that one side allocated
 * is freed by the other. Messages are CBOR; skill_cbor.h reads and writes them. ABI.md has the promise and the rules,
 * docs/skill-authors.md every message.
 *
 * Words used below for the life of a pointer
 *   borrowed(call)      valid until the called function returns; copy what you keep
 *   borrowed(instance)  valid until `destroy` of that instance has returned
 *   static              valid until the process ends
 * and for the thread of a call
 *   [control]           one at a time for an instance, never while a turn of it is in flight
 *   [turn]              many at once, for different turns, from any thread of the host
 *   [thread-safe]       any thread, any time between `create` and the return of `destroy`
 *
 * Every table starts with its size in bytes as the side that filled it knows it. A field beyond that size is not there:
 * ask with SK_HAS before you use one that was added after 1.0. The first argument of each function is its own table.
 */
#ifndef SKILL_ABI_H
#define SKILL_ABI_H

#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wnullability-extension"
#else
#define _Nonnull
#define _Nullable
#endif

#ifdef __cplusplus
#define SK_STATIC_ASSERT(fact, text) static_assert(fact, text)
extern "C" {
#else
#define SK_STATIC_ASSERT(fact, text) _Static_assert(fact, text)
#endif

#define SK_ABI_MAJOR 1
#define SK_ABI_MINOR 0

/* Is `field` inside the table that `table` points to? */
#define SK_HAS(table, type, field) ((table)->size >= offsetof(type, field) + sizeof((table)->field))

/* ---- bytes and status ------------------------------------------------------------------------------------------ */

/* Borrowed bytes. `ptr` may be NULL only when `len` is 0. Text is UTF-8 and has no terminating zero. */
typedef struct sk_bytes {
    const uint8_t *_Nullable ptr;
    uint64_t len;
} sk_bytes;

/* How a call ended. A negative value that is not in this list reads as SK_ERROR; a positive one as SK_OK. */
typedef int32_t sk_status;

#define SK_OK 0
#define SK_ERROR (-1)        /* the skill could not do it; the bytes that come with it say why */
#define SK_CANCELLED (-2)    /* the host asked to stop */
#define SK_DEADLINE (-3)     /* too late */
#define SK_BAD_ARGUMENT (-4) /* malformed bytes, unknown turn, unknown key, undeclared collection */
#define SK_UNSUPPORTED (-5)  /* this host has no such function or operation */
#define SK_UNAVAILABLE (-6)  /* not now; trying again may help */
#define SK_BUG (-7)          /* an invariant broke on the answering side */
#define SK_DENIED (-8)       /* the manifest or the admin does not allow it */
#define SK_TOO_LARGE (-9)    /* over a limit */

/*
 * Takes bytes that a callee produced.
 * write: [thread of the call that the sink was handed to] The sink and the bytes are borrowed(call). Called at most once
 *   for each call that takes a sink. SK_OK, or SK_TOO_LARGE when the receiver does not want that many.
 */
typedef struct sk_sink {
    uint32_t size, reserved;
    void *_Nullable ctx;
    sk_status (*_Nonnull write)(const struct sk_sink *_Nonnull self, sk_bytes bytes);
} sk_sink;

/* ---- the host, as a skill sees it ------------------------------------------------------------------------------ */

/*
 * The host's side of one instance; borrowed(instance).
 * get_extension: [thread-safe] The table with that id (below), or NULL when this host does not offer it to this skill.
 *   `id` is borrowed(call), zero-terminated; the answer is borrowed(instance) and the same each time.
 */
typedef struct sk_host {
    uint32_t size, abi_minor;
    void *_Nullable ctx;
    const void *_Nullable (*_Nonnull get_extension)(const struct sk_host *_Nonnull self, const char *_Nonnull id);
} sk_host;

/*
 * Where the result of a turn goes. Owned by the host; valid until `done` is called, also after a cancel and after the
 * deadline (a late result is dropped).
 * done: [thread-safe] Exactly once, inside turn_begin or later, from any thread. `result` is borrowed(call): with SK_OK
 *   the result message (empty: nothing to say), with a negative status one line of text that says why, or nothing. With
 *   SK_BAD_ARGUMENT a line that begins with `/field: ` tells what is wrong with that field of an action's input.
 */
typedef struct sk_completion {
    uint32_t size, reserved;
    void *_Nullable ctx;
    void (*_Nonnull done)(const struct sk_completion *_Nonnull self, sk_status status, sk_bytes result);
} sk_completion;

/*
 * One turn; the struct and its context are borrowed(call) of turn_begin.
 * id: names the turn in host calls until `done`; never 0, never used again in this process.
 * deadline_ns: on CLOCK_MONOTONIC. context: a CBOR map of the declared keys that have a value.
 * flags: SK_TURN_…; a skill ignores bits it does not know.
 */
typedef struct sk_turn {
    uint32_t size, flags;
    uint64_t id;
    int64_t deadline_ns;
    sk_bytes context;
} sk_turn;

#define SK_TURN_REPLAY 1u  /* recorded answers are being replayed; nothing will be committed */
#define SK_TURN_CLAIMED 2u /* an earlier skill claimed this turn; you are asked as an observer */

/* ---- a skill, as the host sees it ------------------------------------------------------------------------------ */

/*
 * One instance; the table is owned by the skill and is valid until `destroy` has returned.
 * turn_begin: [turn] Returns promptly; long work goes on elsewhere and ends with `done`. A negative answer refuses the
 *   turn, and then `done` is never called.
 * turn_cancel: [thread-safe] The result of that turn is no longer wanted. Advisory, may come again, may come for a turn
 *   that is done; `done` must still be called.
 * destroy: [control] No turn is in flight. Ends what the instance started; the table may be freed.
 * get_extension: [thread-safe] A table of the skill (ids below), or NULL. The answer is borrowed(instance).
 */
typedef struct sk_skill {
    uint32_t size, reserved;
    void *_Nullable ctx;
    sk_status (*_Nonnull turn_begin)(const struct sk_skill *_Nonnull self, const sk_turn *_Nonnull turn,
                                     const sk_completion *_Nonnull completion);
    void (*_Nonnull turn_cancel)(const struct sk_skill *_Nonnull self, uint64_t turn);
    void (*_Nonnull destroy)(const struct sk_skill *_Nonnull self);
    const void *_Nullable (*_Nullable get_extension)(const struct sk_skill *_Nonnull self, const char *_Nonnull id);
} sk_skill;

/*
 * The library; static.
 * manifest: a CBOR map with the same facts as skill.yaml. toolchain: what Swift compiled this library, or NULL when there
 *   is no Swift in it; equal to the host's own or the library is not loaded into the host's process.
 * create: [control] Makes an instance; called once for each entry in the admin's configuration, so be ready for several.
 *   `host` is borrowed(instance). `id` (what the admin calls this instance) and `config` (a CBOR map that was checked
 *   against the manifest's schema) are borrowed(call). NULL means no: then one line of text to `error` says what is wrong
 *   and the mend.
 */
typedef struct sk_entry {
    uint32_t size;
    uint16_t abi_major, abi_minor;
    void *_Nullable ctx;
    sk_bytes manifest;
    const char *_Nullable toolchain;
    const sk_skill *_Nullable (*_Nonnull create)(const struct sk_entry *_Nonnull self, const sk_host *_Nonnull host,
                                                 sk_bytes id, sk_bytes config, const sk_sink *_Nonnull error);
} sk_entry;

#if defined(_WIN32)
#define SK_EXPORT __declspec(dllexport)
#else
#define SK_EXPORT __attribute__((visibility("default")))
#endif

/*
 * The one exported symbol. [control] Pure: no file, no thread, no output, under 5 ms, the same static table each time.
 */
SK_EXPORT const sk_entry *_Nonnull skill_entry_v1(void);

/* What Swift or C compiler reads this header: the text that belongs in sk_entry.toolchain of a Swift skill. */
static inline const char *_Nonnull sk_toolchain(void) { return __VERSION__; }

/* ---- extensions of the host ------------------------------------------------------------------------------------ */

/*
 * sk.log/1
 * write: [thread-safe] One line for the host's log. `turn` is 0 outside a turn; `message` is borrowed(call).
 */
typedef struct sk_log {
    uint32_t size, reserved;
    void *_Nullable ctx;
    void (*_Nonnull write)(const struct sk_log *_Nonnull self, uint64_t turn, int32_t level, sk_bytes message);
} sk_log;

#define SK_LOG_DEBUG 0
#define SK_LOG_INFO 1
#define SK_LOG_NOTICE 2
#define SK_LOG_WARNING 3
#define SK_LOG_ERROR 4

/*
 * sk.clock/1: time and chance that a replay can repeat. An unknown turn, or 0, gets the machine's own.
 * wall_ms: [thread-safe] Milliseconds since 1970 in UTC as this turn sees them: the same for the whole turn.
 * monotonic_ns: [thread-safe] CLOCK_MONOTONIC, to compare with a deadline.
 * random: [thread-safe] The next 64 bits of this turn's seeded sequence for this skill.
 */
typedef struct sk_clock {
    uint32_t size, reserved;
    void *_Nullable ctx;
    int64_t (*_Nonnull wall_ms)(const struct sk_clock *_Nonnull self, uint64_t turn);
    int64_t (*_Nonnull monotonic_ns)(const struct sk_clock *_Nonnull self);
    uint64_t (*_Nonnull random)(const struct sk_clock *_Nonnull self, uint64_t turn);
} sk_clock;

/*
 * sk.metrics/1
 * add: [thread-safe] Adds to a counter of this skill; `name` is [a-z][a-z0-9_]*, borrowed(call).
 */
typedef struct sk_metrics {
    uint32_t size, reserved;
    void *_Nullable ctx;
    void (*_Nonnull add)(const struct sk_metrics *_Nonnull self, sk_bytes name, int64_t amount);
} sk_metrics;

/*
 * The one table of every extension that asks for data: sk.store/1, sk.customers/1, …
 * call: [thread-safe while the turn is pending] Synchronous. `request` is a CBOR map, borrowed(call). The answer goes to
 *   `answer` before the call returns: with SK_OK one CBOR value, with a negative status one line of text or nothing.
 *
 * What was written down for customers is asked in these words ('?': may be left out):
 *   sk.knowledge/1  {op: search, text, limit?: 3, threshold?: 0…1}
 *                       -> [{id, score, title, answer, source, is_answer, topic?}], the best first
 *                   {op: gap, question, language?} -> {id}: nobody had an answer; kept with the turn's commit
 *   sk.catalog/1    {op: get, id} -> the product, or null
 *                   {op: find, text, limit?: 5} -> [product]: those that the text names
 *                   {op: list, filter?: {category?, industry?, on_sale?}, limit?: 50, cursor?} -> {items: [product], next?}
 *                   {op: scripts, intent, values?} -> [{intent, script, conditions, source}]: what a salesperson would
 *                       say; with values only where all conditions hold
 *
 * When somebody is there:
 *   sk.hours/1      {op: local, at?: now} -> {year, month, day, hour, minute, weekday: 0 is Monday}: the business's clocks
 *                   {op: after, seconds, from?: now} -> when so much open time has gone by; null: not within a year
 *
 * Links to the pages that the manifest lists:
 *   sk.links/1      {op: make, page, expires: time, data?} -> {url, token}: for the customer of this turn. `data` comes back
 *                       as `page.data` with each visit: null, bool, int, double, text, lists and maps of them
 */
typedef struct sk_call {
    uint32_t size, reserved;
    void *_Nullable ctx;
    sk_status (*_Nonnull call)(const struct sk_call *_Nonnull self, uint64_t turn, sk_bytes request,
                               const sk_sink *_Nonnull answer);
} sk_call;

#define SK_EXT_LOG "sk.log/1"             /* sk_log */
#define SK_EXT_CLOCK "sk.clock/1"         /* sk_clock */
#define SK_EXT_METRICS "sk.metrics/1"     /* sk_metrics */
#define SK_EXT_STORE "sk.store/1"         /* sk_call, as are all below */
#define SK_EXT_CUSTOMERS "sk.customers/1"
#define SK_EXT_HISTORY "sk.history/1"
#define SK_EXT_AGENTS "sk.agents/1"
#define SK_EXT_SCHEDULE "sk.schedule/1"
#define SK_EXT_KNOWLEDGE "sk.knowledge/1"
#define SK_EXT_CATALOG "sk.catalog/1"
#define SK_EXT_LINKS "sk.links/1"
#define SK_EXT_HOURS "sk.hours/1"
#define SK_EXT_LLM "sk.llm/1"
#define SK_EXT_HTTP "sk.http/1"
#define SK_EXT_SECRETS "sk.secrets/1"

/* ---- extensions of a skill --------------------------------------------------------------------------------------- */

/*
 * sk.check/1
 * check: [control] What is wrong with the configuration this instance was made with, beyond its schema: one CBOR list of
 *   {path: [text], message: text, level?: error|warning|note, error?: bool, also?: [[text]]} to `findings`, before the call returns.
 *   `path` leads to the value ([texts, survey, zh]); `message` says what is wrong and the mend. With an error the skill
 *   is not served; a note is worth knowing, and nothing is wrong. Without `level`, `error` tells the first two apart.
 *   `also` leads to other values that may be the cause: of all of them the one that the admin wrote is shown.
 */
typedef struct sk_check {
    uint32_t size, reserved;
    void *_Nullable ctx;
    sk_status (*_Nonnull check)(const struct sk_check *_Nonnull self, const sk_sink *_Nonnull findings);
} sk_check;

#define SK_EXT_CHECK "sk.check/1" /* sk_check */

/* These ids are taken; no table is defined yet. */
#define SK_EXT_EVENTS "sk.events/1"
#define SK_EXT_SELFTEST "sk.selftest/1"
#define SK_EXT_STATE "sk.state/1"
#define SK_EXT_ADMIN "sk.admin/1"

/* ---- the layout is the contract -------------------------------------------------------------------------------- */

#define SK_LAYOUT(type, bytes) SK_STATIC_ASSERT(sizeof(type) == (bytes), "the size of " #type " is fixed")
#define SK_PLACE(type, field, at) SK_STATIC_ASSERT(offsetof(type, field) == (at), #type "." #field " stays in its place")

SK_STATIC_ASSERT(sizeof(void *) == 8, "ABI 1 is for 64-bit machines");
SK_LAYOUT(sk_bytes, 16);
SK_PLACE(sk_bytes, ptr, 0);
SK_PLACE(sk_bytes, len, 8);
SK_LAYOUT(sk_sink, 24);
SK_PLACE(sk_sink, ctx, 8);
SK_PLACE(sk_sink, write, 16);
SK_LAYOUT(sk_host, 24);
SK_PLACE(sk_host, abi_minor, 4);
SK_PLACE(sk_host, ctx, 8);
SK_PLACE(sk_host, get_extension, 16);
SK_LAYOUT(sk_completion, 24);
SK_PLACE(sk_completion, ctx, 8);
SK_PLACE(sk_completion, done, 16);
SK_LAYOUT(sk_turn, 40);
SK_PLACE(sk_turn, flags, 4);
SK_PLACE(sk_turn, id, 8);
SK_PLACE(sk_turn, deadline_ns, 16);
SK_PLACE(sk_turn, context, 24);
SK_LAYOUT(sk_skill, 48);
SK_PLACE(sk_skill, ctx, 8);
SK_PLACE(sk_skill, turn_begin, 16);
SK_PLACE(sk_skill, turn_cancel, 24);
SK_PLACE(sk_skill, destroy, 32);
SK_PLACE(sk_skill, get_extension, 40);
SK_LAYOUT(sk_entry, 48);
SK_PLACE(sk_entry, abi_major, 4);
SK_PLACE(sk_entry, abi_minor, 6);
SK_PLACE(sk_entry, ctx, 8);
SK_PLACE(sk_entry, manifest, 16);
SK_PLACE(sk_entry, toolchain, 32);
SK_PLACE(sk_entry, create, 40);
SK_LAYOUT(sk_log, 24);
SK_PLACE(sk_log, ctx, 8);
SK_PLACE(sk_log, write, 16);
SK_LAYOUT(sk_clock, 40);
SK_PLACE(sk_clock, ctx, 8);
SK_PLACE(sk_clock, wall_ms, 16);
SK_PLACE(sk_clock, monotonic_ns, 24);
SK_PLACE(sk_clock, random, 32);
SK_LAYOUT(sk_metrics, 24);
SK_PLACE(sk_metrics, ctx, 8);
SK_PLACE(sk_metrics, add, 16);
SK_LAYOUT(sk_call, 24);
SK_PLACE(sk_call, ctx, 8);
SK_PLACE(sk_call, call, 16);
SK_LAYOUT(sk_check, 24);
SK_PLACE(sk_check, ctx, 8);
SK_PLACE(sk_check, check, 16);

#ifdef __cplusplus
}
#endif

#if defined(__clang__)
#pragma clang diagnostic pop
#else
#undef _Nonnull
#undef _Nullable
#endif

#endif
