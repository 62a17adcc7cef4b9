/*
 * skill_cbor.h: the bytes of every message: CBOR (RFC 8949) in its deterministic encoding, restricted to
 * null, bool, int64, double, text, bytes, time, list and map. Header only, no allocation.
 *
 * A value *is* its encoded bytes (sk_bytes), borrowed from whoever gave them. Reading:
 *
 *     sk_bytes text;
 *     if (sk_cbor_find(turn->context, "turn.text", &value) && sk_cbor_get_text(value, &text)) …
 *
 * The host checks what it sends, so a skill may read a context at once; sk_cbor_check is for bytes of strangers.
 * Every function stays inside the bytes it was given even when they are garbage: it then answers false. Writing:
 *
 *     uint8_t space[1024];
 *     sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
 *     uint64_t result = sk_cbor_begin_map(&w);
 *     sk_cbor_key(&w, "because");
 *     sk_cbor_put_string(&w, "the customer greeted");
 *     sk_cbor_end_map(&w, result);
 *     if (w.status == SK_OK) … sk_cbor_written(&w) …
 *
 * Keys may be written in any order: sk_cbor_end_map sorts them.
 *
 * What "deterministic" means here: the shortest head and the shortest float that hold the value; map keys are text,
 * sorted by their encoded bytes (so: by length, then by bytes), each once; definite lengths; integers fit int64; NaN is
 * f97e00; a time is tag 1, an integer when the seconds are whole, else a finite double; no other tag, no undefined.
 */
#ifndef SKILL_CBOR_H
#define SKILL_CBOR_H

#include <stdbool.h>
#include <string.h>

#include "skill_abi.h"

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wnullability-extension"
#else
#define _Nonnull
#define _Nullable
#endif

#define SK_CBOR_MAX_DEPTH 32

/* What a value is. */
#define SK_CBOR_INVALID 0
#define SK_CBOR_NULL 1
#define SK_CBOR_BOOL 2
#define SK_CBOR_INT 3
#define SK_CBOR_DOUBLE 4
#define SK_CBOR_TEXT 5
#define SK_CBOR_BYTES 6
#define SK_CBOR_TIME 7
#define SK_CBOR_LIST 8
#define SK_CBOR_MAP 9

/* ---- bytes ----------------------------------------------------------------------------------------------------- */

static inline sk_bytes sk_bytes_of(const void *_Nullable ptr, uint64_t len) {
    sk_bytes bytes;
    bytes.ptr = (const uint8_t *)ptr;
    bytes.len = len;
    return bytes;
}

/* The bytes of a zero-terminated string, without the zero. */
static inline sk_bytes sk_text(const char *_Nonnull string) { return sk_bytes_of(string, strlen(string)); }

static inline bool sk_bytes_equal(sk_bytes a, sk_bytes b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, (size_t)a.len) == 0);
}

/* ---- heads: the first bytes of an item ------------------------------------------------------------------------- */

/* `major` and `argument` as RFC 8949 names them, `info` the low five bits, `size` how many bytes the head has. */
typedef struct sk_cbor_head {
    uint64_t argument;
    uint32_t size;
    uint8_t major, info;
} sk_cbor_head;

static inline uint64_t sk_cbor_load(const uint8_t *_Nonnull at, uint32_t count) {
    switch (count) { /* fixed counts, so that each is one load and one swap */
    case 1: return at[0];
    case 2: return (uint64_t)at[0] << 8 | at[1];
    case 4: return (uint64_t)at[0] << 24 | (uint64_t)at[1] << 16 | (uint64_t)at[2] << 8 | at[3];
    default:
        return (uint64_t)at[0] << 56 | (uint64_t)at[1] << 48 | (uint64_t)at[2] << 40 | (uint64_t)at[3] << 32
               | (uint64_t)at[4] << 24 | (uint64_t)at[5] << 16 | (uint64_t)at[6] << 8 | at[7];
    }
}

/* The size of the head at `at`, 0 when the bytes end before it or it is reserved or of indefinite length. */
static inline uint32_t sk_cbor_read_head(const uint8_t *_Nullable at, uint64_t left, sk_cbor_head *_Nonnull head) {
    if (left == 0) return 0;
    head->major = at[0] >> 5;
    head->info = at[0] & 31;
    if (head->info < 24) {
        head->argument = head->info;
        return head->size = 1;
    }
    if (head->info > 27) return 0;
    uint32_t count = 1u << (head->info - 24);
    if (left < 1 + count) return 0;
    head->argument = sk_cbor_load(at + 1, count);
    return head->size = 1 + count;
}

/* ---- floats: kept as bits, so that no unit of the machine may round them -------------------------------------- */

static inline uint64_t sk_cbor_double_bits(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline double sk_cbor_double_from(uint64_t bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* The double that a half, single or double (info 25, 26, 27) holds. */
static inline double sk_cbor_widen(uint8_t info, uint64_t bits) {
    if (info == 27) return sk_cbor_double_from(bits);
    if (info == 26) {
        uint32_t narrow = (uint32_t)bits;
        float value;
        memcpy(&value, &narrow, sizeof value);
        return (double)value;
    }
    uint64_t sign = (bits >> 15) << 63, exponent = bits >> 10 & 31, fraction = bits & 1023;
    if (exponent == 0) {
        double tiny = (double)fraction / 16777216.0; /* fraction × 2^-24, exact */
        return sign ? -tiny : tiny;
    }
    exponent = exponent == 31 ? 2047 : exponent - 15 + 1023;
    return sk_cbor_double_from(sign | exponent << 52 | fraction << 42);
}

/* Does this double fit a half exactly? Not for NaN. */
static inline bool sk_cbor_narrow_half(double value, uint16_t *_Nonnull half) {
    uint64_t bits = sk_cbor_double_bits(value);
    uint64_t fraction = bits & 0xFFFFFFFFFFFFFull;
    int32_t exponent = (int32_t)(bits >> 52 & 2047);
    uint16_t sign = (uint16_t)(bits >> 48 & 0x8000);
    if (exponent == 0 || exponent == 2047) { /* zero and infinity; a subnormal double is far below any half */
        *half = (uint16_t)(sign | (exponent ? 0x7C00 : 0));
        return fraction == 0;
    }
    exponent -= 1023;
    if (exponent > 15 || exponent < -24) return false;
    if (exponent >= -14) {
        *half = (uint16_t)(sign | (uint16_t)((exponent + 15) << 10) | (uint16_t)(fraction >> 42));
        return (fraction & 0x3FFFFFFFFFFull) == 0;
    }
    uint32_t shift = (uint32_t)(42 + (-14 - exponent)); /* a subnormal half */
    uint64_t whole = fraction | 1ull << 52;
    *half = (uint16_t)(sign | (uint16_t)(whole >> shift));
    return (whole & ((1ull << shift) - 1)) == 0;
}

/* Does this double fit a single exactly? Not for NaN. */
static inline bool sk_cbor_narrow_single(double value, uint32_t *_Nonnull single) {
    const double largest = 3.4028234663852886e38; /* converting more than that is undefined in C */
    if (!(value >= -largest && value <= largest)) return false;
    float narrow = (float)value;
    memcpy(single, &narrow, sizeof narrow);
    return (double)narrow == value;
}

/* The info (25, 26, 27) of the shortest float that holds `value`, and its bits. */
static inline uint8_t sk_cbor_shortest(double value, uint64_t *_Nonnull bits) {
    uint16_t half = 0x7E00;
    uint32_t single = 0;
    if (value != value || sk_cbor_narrow_half(value, &half)) {
        *bits = half;
        return 25;
    }
    if (sk_cbor_narrow_single(value, &single)) {
        *bits = single;
        return 26;
    }
    *bits = sk_cbor_double_bits(value);
    return 27;
}

/* May it be a time: finite, at most 2^53 seconds either way? */
static inline bool sk_cbor_is_time(double seconds) {
    return seconds >= -9007199254740992.0 && seconds <= 9007199254740992.0;
}

/* Is it a whole number of seconds? Then a time is written as an integer. */
static inline bool sk_cbor_whole(double seconds) {
    return sk_cbor_is_time(seconds) && (double)(int64_t)seconds == seconds;
}

/* ---- checking what a stranger sent ----------------------------------------------------------------------------- */

/* Is it UTF-8 (no overlong form, no surrogate, nothing above U+10FFFF)? */
static inline bool sk_utf8_check(const uint8_t *_Nullable at, uint64_t len) {
    const uint8_t *end = len ? at + len : at;
    while (at < end) {
        uint64_t eight;
        while (end - at >= 8 && (memcpy(&eight, at, 8), (eight & 0x8080808080808080ull) == 0)) at += 8;
        if (at == end) return true;
        uint8_t lead = *at;
        if (lead < 0x80) {
            at += 1;
            continue;
        }
        uint32_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (lead < 0xC2 || lead > 0xF4 || (uint64_t)(end - at) <= more) return false;
        uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (at[1] < low || at[1] > high) return false;
        for (uint32_t i = 2; i <= more; i++)
            if ((at[i] & 0xC0) != 0x80) return false;
        at += more + 1;
    }
    return true;
}

/* What is wrong with a scalar or a head, or NULL. `after_tag`: the item is the seconds of a time. */
static inline const char *_Nullable sk_cbor_check_head(sk_cbor_head head, bool after_tag) {
    static const uint64_t least[4] = {24, 0x100, 0x10000, 0x100000000ull};
    if (head.major == 7) {
        if (head.info < 24) return head.info >= 20 && head.info <= 22 && !after_tag ? NULL : "unknown simple value";
        if (head.info == 24) return "unknown simple value";
        uint64_t bits;
        double value = sk_cbor_widen(head.info, head.argument);
        if (sk_cbor_shortest(value, &bits) != head.info || bits != head.argument) return "a float is not in its shortest form";
        if (after_tag && !sk_cbor_is_time(value)) return "a time is out of range";
        if (after_tag && sk_cbor_whole(value)) return "a time of whole seconds is not an integer";
        return NULL;
    }
    if (head.info >= 24 && head.argument < least[head.info - 24]) return "a head is not in its shortest form";
    if (head.major <= 1 && head.argument > INT64_MAX) return "an integer is out of range";
    if (head.major == 6 && (head.argument != 1 || after_tag)) return "unknown tag";
    if (after_tag && head.major > 1) return "a time is not a number";
    if (after_tag && head.argument > 9007199254740992ull - head.major) return "a time is out of range";
    return NULL;
}

/*
 * Is this one value, well formed, deterministic, at most `limit` bytes and 32 containers deep? NULL when it is; else what
 * is wrong (static, in words) and in `*offset` where. Everything below may then be used on it freely.
 */
static inline const char *_Nullable sk_cbor_check(sk_bytes value, uint64_t limit, uint64_t *_Nonnull offset) {
    struct { uint64_t left; const uint8_t *_Nullable key; uint64_t key_size; bool map, want_key; } open[SK_CBOR_MAX_DEPTH + 1];
    const uint8_t *start = value.ptr;
    uint64_t at = 0;
    uint32_t depth = 0;
    bool after_tag = false;
    open[0].left = 1;
    open[0].map = open[0].want_key = false;
    *offset = limit;
    if (value.len > limit) return "too large";
    for (;;) {
        while (open[depth].left == 0) {
            if (depth == 0) {
                *offset = at;
                return at == value.len ? NULL : "bytes after the value";
            }
            depth--;
        }
        *offset = at;
        sk_cbor_head head;
        if (sk_cbor_read_head(value.len ? start + at : start, value.len - at, &head) == 0)
            return at < value.len && (start[at] & 31) > 27 ? "indefinite length or reserved head" : "cut short";
        const char *wrong = sk_cbor_check_head(head, after_tag);
        if (wrong) return wrong;
        uint64_t head_at = at;
        at += head.size;
        bool is_key = open[depth].map && open[depth].want_key;
        if (is_key && head.major != 3) return "a map key is not text";
        if (head.major == 2 || head.major == 3) {
            if (head.argument > value.len - at) return "cut short";
            if (head.major == 3 && !sk_utf8_check(start + at, head.argument)) return "text is not UTF-8";
            at += head.argument;
        }
        if (is_key) {
            uint64_t size = at - head_at, before = open[depth].key_size;
            if (open[depth].key) {
                int order = memcmp(open[depth].key, start + head_at, (size_t)(size < before ? size : before));
                if (order == 0) return "a map key comes twice";
                if (order > 0) return "map keys are not sorted";
            }
            open[depth].key = start + head_at;
            open[depth].key_size = size;
            open[depth].want_key = false;
            continue;
        }
        after_tag = head.major == 6;
        if (after_tag) continue;
        open[depth].left--;
        open[depth].want_key = open[depth].map;
        if (head.major == 4 || head.major == 5) {
            if (depth == SK_CBOR_MAX_DEPTH) return "nested too deep";
            if (head.argument > (value.len - at) / (head.major == 5 ? 2 : 1)) return "cut short";
            depth++;
            open[depth].left = head.argument;
            open[depth].map = open[depth].want_key = head.major == 5;
            open[depth].key = NULL;
            open[depth].key_size = 0;
        }
    }
}

/* ---- reading --------------------------------------------------------------------------------------------------- */

/* How many bytes the first item takes, 0 when it is cut short or malformed. */
static inline uint64_t sk_cbor_size(sk_bytes bytes) {
    uint64_t at = 0, items = 1;
    while (items > 0) {
        sk_cbor_head head;
        if (sk_cbor_read_head(bytes.len ? bytes.ptr + at : bytes.ptr, bytes.len - at, &head) == 0) return 0;
        at += head.size;
        uint64_t left = bytes.len - at;
        if (head.major >= 2 && head.major <= 5 && head.argument > left) return 0;
        items -= 1;
        if (head.major == 2 || head.major == 3) at += head.argument;
        if (head.major == 4) items += head.argument;
        if (head.major == 5) items += head.argument * 2;
        if (head.major == 6) items += 1;
        if (items > bytes.len - at) return 0; /* each item takes a byte at least */
    }
    return at;
}

/* Which of SK_CBOR_… a value is. */
static inline int32_t sk_cbor_type(sk_bytes value) {
    sk_cbor_head head;
    if (sk_cbor_read_head(value.ptr, value.len, &head) == 0) return SK_CBOR_INVALID;
    switch (head.major) {
    case 0: case 1: return SK_CBOR_INT;
    case 2: return SK_CBOR_BYTES;
    case 3: return SK_CBOR_TEXT;
    case 4: return SK_CBOR_LIST;
    case 5: return SK_CBOR_MAP;
    case 6: return head.argument == 1 ? SK_CBOR_TIME : SK_CBOR_INVALID;
    default:
        if (head.info == 20 || head.info == 21) return SK_CBOR_BOOL;
        if (head.info == 22) return SK_CBOR_NULL;
        return head.info >= 25 ? SK_CBOR_DOUBLE : SK_CBOR_INVALID;
    }
}

static inline bool sk_cbor_is_null(sk_bytes value) { return value.len > 0 && value.ptr[0] == 0xF6; }

/* Each `get` answers whether the value is of that type, and puts it into `out` when it is. */
static inline bool sk_cbor_get_bool(sk_bytes value, bool *_Nonnull out) {
    if (value.len == 0 || (value.ptr[0] | 1) != 0xF5) return false;
    *out = value.ptr[0] == 0xF5;
    return true;
}

static inline bool sk_cbor_get_int(sk_bytes value, int64_t *_Nonnull out) {
    sk_cbor_head head;
    if (sk_cbor_read_head(value.ptr, value.len, &head) == 0 || head.major > 1 || head.argument > INT64_MAX) return false;
    *out = head.major ? -1 - (int64_t)head.argument : (int64_t)head.argument;
    return true;
}

static inline bool sk_cbor_get_double(sk_bytes value, double *_Nonnull out) {
    sk_cbor_head head;
    if (sk_cbor_read_head(value.ptr, value.len, &head) == 0 || head.major != 7 || head.info < 25) return false;
    *out = sk_cbor_widen(head.info, head.argument);
    return true;
}

/* An integer or a double, as a double. */
static inline bool sk_cbor_get_number(sk_bytes value, double *_Nonnull out) {
    int64_t whole;
    if (!sk_cbor_get_int(value, &whole)) return sk_cbor_get_double(value, out);
    *out = (double)whole;
    return true;
}

/* Seconds since 1970 in UTC. */
static inline bool sk_cbor_get_time(sk_bytes value, double *_Nonnull seconds) {
    if (value.len < 2 || value.ptr[0] != 0xC1) return false;
    return sk_cbor_get_number(sk_bytes_of(value.ptr + 1, value.len - 1), seconds);
}

static inline bool sk_cbor_get_string(sk_bytes value, uint8_t major, sk_bytes *_Nonnull out) {
    sk_cbor_head head;
    if (sk_cbor_read_head(value.ptr, value.len, &head) == 0 || head.major != major) return false;
    if (head.argument > value.len - head.size) return false;
    *out = sk_bytes_of(value.ptr + head.size, head.argument);
    return true;
}

/* `out` points into the value: borrowed as long as the value is. */
static inline bool sk_cbor_get_text(sk_bytes value, sk_bytes *_Nonnull out) { return sk_cbor_get_string(value, 3, out); }
static inline bool sk_cbor_get_bytes(sk_bytes value, sk_bytes *_Nonnull out) { return sk_cbor_get_string(value, 2, out); }

/* How many items a list has, or entries a map; 0 for anything else. */
static inline uint64_t sk_cbor_count(sk_bytes value) {
    sk_cbor_head head;
    if (sk_cbor_read_head(value.ptr, value.len, &head) == 0 || (head.major != 4 && head.major != 5)) return 0;
    return head.argument <= value.len ? head.argument : 0;
}

/*
 * Walks a list or a map:
 *     sk_cbor_iterator each = sk_cbor_each(map);
 *     while (sk_cbor_next(&each)) … each.key (text without its head; empty in a list) … each.value …
 */
typedef struct sk_cbor_iterator {
    sk_bytes key, value, rest;
    uint64_t left;
    bool map;
} sk_cbor_iterator;

static inline sk_cbor_iterator sk_cbor_each(sk_bytes container) {
    sk_cbor_iterator each;
    sk_cbor_head head;
    memset(&each, 0, sizeof each);
    uint32_t size = sk_cbor_read_head(container.ptr, container.len, &head);
    if (size == 0 || (head.major != 4 && head.major != 5)) return each;
    each.map = head.major == 5;
    each.left = head.argument;
    each.rest = sk_bytes_of(container.ptr + size, container.len - size);
    return each;
}

static inline bool sk_cbor_next(sk_cbor_iterator *_Nonnull each) {
    if (each->left == 0) return false;
    each->left -= 1;
    if (each->map) {
        if (!sk_cbor_get_text(each->rest, &each->key)) return each->left = 0, false;
        uint64_t used = (uint64_t)(each->key.ptr - each->rest.ptr) + each->key.len;
        each->rest = sk_bytes_of(each->rest.ptr + used, each->rest.len - used);
    }
    uint64_t size = sk_cbor_size(each->rest);
    if (size == 0) return each->left = 0, false;
    each->value = sk_bytes_of(each->rest.ptr, size);
    each->rest = sk_bytes_of(each->rest.ptr + size, each->rest.len - size);
    return true;
}

/* The value of a key (text, no zero inside it needed) in a map. Stops as soon as the sorted keys are past it. */
static inline bool sk_cbor_find_key(sk_bytes map, sk_bytes key, sk_bytes *_Nonnull out) {
    sk_cbor_iterator each = sk_cbor_each(map);
    if (!each.map) return false;
    while (sk_cbor_next(&each)) {
        if (each.key.len < key.len) continue;
        if (each.key.len > key.len) return false;
        int order = key.len ? memcmp(each.key.ptr, key.ptr, (size_t)key.len) : 0;
        if (order > 0) return false;
        if (order == 0) {
            *out = each.value;
            return true;
        }
    }
    return false;
}

static inline bool sk_cbor_find(sk_bytes map, const char *_Nonnull key, sk_bytes *_Nonnull out) {
    return sk_cbor_find_key(map, sk_text(key), out);
}

/* The two steps most often taken together. */
static inline bool sk_cbor_find_text(sk_bytes map, const char *_Nonnull key, sk_bytes *_Nonnull out) {
    sk_bytes value;
    return sk_cbor_find(map, key, &value) && sk_cbor_get_text(value, out);
}

static inline bool sk_cbor_find_int(sk_bytes map, const char *_Nonnull key, int64_t *_Nonnull out) {
    sk_bytes value;
    return sk_cbor_find(map, key, &value) && sk_cbor_get_int(value, out);
}

/* ---- writing --------------------------------------------------------------------------------------------------- */

/*
 * Writes into the caller's memory. When it is full, `grow` is asked for at least `need` bytes in all (it sets `ptr` and
 * `cap` and answers true); without `grow`, or when it says no, `status` becomes SK_TOO_LARGE and nothing more is written.
 * So look at `status` once, at the end.
 */
typedef struct sk_cbor_writer {
    uint8_t *_Nullable ptr;
    uint64_t len, cap;
    void *_Nullable ctx;
    bool (*_Nullable grow)(struct sk_cbor_writer *_Nonnull self, uint64_t need);
    sk_status status;
} sk_cbor_writer;

/* A writer of at most `cap` bytes. */
static inline sk_cbor_writer sk_cbor_buffer(void *_Nullable memory, uint64_t cap) {
    sk_cbor_writer w;
    memset(&w, 0, sizeof w);
    w.ptr = (uint8_t *)memory;
    w.cap = cap;
    return w;
}

/* What was written; borrowed from the writer's memory. */
static inline sk_bytes sk_cbor_written(const sk_cbor_writer *_Nonnull w) { return sk_bytes_of(w->ptr, w->len); }

/* Room for `count` more bytes, or NULL. */
static inline uint8_t *_Nullable sk_cbor_room(sk_cbor_writer *_Nonnull w, uint64_t count) {
    if (w->status != SK_OK) return NULL;
    if (count > w->cap - w->len && (count > UINT64_MAX - w->len || !w->grow || !w->grow(w, w->len + count))) {
        w->status = SK_TOO_LARGE;
        return NULL;
    }
    return w->ptr + w->len;
}

static inline void sk_cbor_put_head(sk_cbor_writer *_Nonnull w, uint8_t major, uint64_t argument) {
    uint8_t head[9];
    uint32_t info = argument < 24 ? (uint32_t)argument
        : argument <= UINT8_MAX ? 24 : argument <= UINT16_MAX ? 25 : argument <= UINT32_MAX ? 26 : 27;
    uint32_t count = info < 24 ? 0 : 1u << (info - 24);
    head[0] = (uint8_t)(major << 5 | info);
    for (uint32_t i = 0; i < count; i++) head[1 + i] = (uint8_t)(argument >> (8 * (count - 1 - i)));
    uint8_t *room = sk_cbor_room(w, 1 + count);
    if (!room) return;
    memcpy(room, head, 1 + count);
    w->len += 1 + count;
}

/* Bytes as they are: an encoded value from elsewhere. */
static inline void sk_cbor_put_value(sk_cbor_writer *_Nonnull w, sk_bytes encoded) {
    uint8_t *room = sk_cbor_room(w, encoded.len);
    if (!room || encoded.len == 0) return;
    memcpy(room, encoded.ptr, (size_t)encoded.len);
    w->len += encoded.len;
}

static inline void sk_cbor_put_null(sk_cbor_writer *_Nonnull w) { sk_cbor_put_head(w, 7, 22); }
static inline void sk_cbor_put_bool(sk_cbor_writer *_Nonnull w, bool value) { sk_cbor_put_head(w, 7, value ? 21 : 20); }

static inline void sk_cbor_put_int(sk_cbor_writer *_Nonnull w, int64_t value) {
    sk_cbor_put_head(w, value < 0 ? 1 : 0, value < 0 ? ~(uint64_t)value : (uint64_t)value);
}

static inline void sk_cbor_put_double(sk_cbor_writer *_Nonnull w, double value) {
    uint64_t bits;
    uint8_t info = sk_cbor_shortest(value, &bits), bytes[9];
    uint32_t count = 1u << (info - 24);
    bytes[0] = (uint8_t)(0xE0 | info); /* not put_head: that would shorten the bits */
    for (uint32_t i = 0; i < count; i++) bytes[1 + i] = (uint8_t)(bits >> (8 * (count - 1 - i)));
    sk_cbor_put_value(w, sk_bytes_of(bytes, 1 + count));
}

static inline void sk_cbor_put_text(sk_cbor_writer *_Nonnull w, sk_bytes text) {
    sk_cbor_put_head(w, 3, text.len);
    sk_cbor_put_value(w, text);
}

static inline void sk_cbor_put_string(sk_cbor_writer *_Nonnull w, const char *_Nonnull text) {
    sk_cbor_put_text(w, sk_text(text));
}

static inline void sk_cbor_put_bytes(sk_cbor_writer *_Nonnull w, sk_bytes bytes) {
    sk_cbor_put_head(w, 2, bytes.len);
    sk_cbor_put_value(w, bytes);
}

/* Seconds since 1970 in UTC; finite, at most 2^53 either way. */
static inline void sk_cbor_put_time(sk_cbor_writer *_Nonnull w, double seconds) {
    if (!sk_cbor_is_time(seconds)) w->status = SK_BAD_ARGUMENT;
    sk_cbor_put_head(w, 6, 1);
    if (sk_cbor_whole(seconds))
        sk_cbor_put_int(w, (int64_t)seconds);
    else
        sk_cbor_put_double(w, seconds);
}

/* When the count is known: then exactly that many values, or keys and values in sorted order, must follow. */
static inline void sk_cbor_put_list(sk_cbor_writer *_Nonnull w, uint64_t count) { sk_cbor_put_head(w, 4, count); }
static inline void sk_cbor_put_map(sk_cbor_writer *_Nonnull w, uint64_t count) { sk_cbor_put_head(w, 5, count); }

/* When it is not: begin, write, end with what begin answered. */
static inline uint64_t sk_cbor_begin_list(sk_cbor_writer *_Nonnull w) {
    uint64_t mark = w->len;
    sk_cbor_put_head(w, 4, 0);
    return mark;
}

static inline uint64_t sk_cbor_begin_map(sk_cbor_writer *_Nonnull w) {
    uint64_t mark = w->len;
    sk_cbor_put_head(w, 5, 0);
    return mark;
}

static inline void sk_cbor_key(sk_cbor_writer *_Nonnull w, const char *_Nonnull key) { sk_cbor_put_string(w, key); }

/* How many items stand between `from` and the end; SK_BAD_ARGUMENT when they are not whole. */
static inline uint64_t sk_cbor_count_written(sk_cbor_writer *_Nonnull w, uint64_t from) {
    uint64_t count = 0;
    while (w->status == SK_OK && from < w->len) {
        uint64_t size = sk_cbor_size(sk_bytes_of(w->ptr + from, w->len - from));
        if (size == 0) w->status = SK_BAD_ARGUMENT;
        from += size;
        count += 1;
    }
    return count;
}

/* Writes the count into the one byte that `begin` left, moving what follows when it needs more. */
static inline void sk_cbor_close(sk_cbor_writer *_Nonnull w, uint64_t mark, uint8_t major, uint64_t count) {
    uint8_t head[9];
    sk_cbor_writer small = sk_cbor_buffer(head, sizeof head);
    sk_cbor_put_head(&small, major, count);
    if (small.len > 1) {
        if (!sk_cbor_room(w, small.len - 1)) return;
        memmove(w->ptr + mark + small.len, w->ptr + mark + 1, (size_t)(w->len - mark - 1));
        w->len += small.len - 1;
    }
    memcpy(w->ptr + mark, head, (size_t)small.len);
}

static inline void sk_cbor_end_list(sk_cbor_writer *_Nonnull w, uint64_t mark) {
    uint64_t count = sk_cbor_count_written(w, mark + 1);
    if (w->status == SK_OK) sk_cbor_close(w, mark, 4, count);
}

static inline void sk_cbor_reverse(uint8_t *_Nonnull at, uint64_t len) {
    for (uint64_t i = 0; i < len / 2; i++) {
        uint8_t byte = at[i];
        at[i] = at[len - 1 - i];
        at[len - 1 - i] = byte;
    }
}

/* The size of the entry (key and value) at `at`, and its key; 0 when there is none. */
static inline uint64_t sk_cbor_entry(const sk_cbor_writer *_Nonnull w, uint64_t at, sk_bytes *_Nonnull key) {
    sk_bytes rest = sk_bytes_of(w->ptr + at, w->len - at);
    if (!sk_cbor_get_text(rest, key)) return 0;
    uint64_t key_size = (uint64_t)(key->ptr - rest.ptr) + key->len;
    uint64_t value_size = sk_cbor_size(sk_bytes_of(rest.ptr + key_size, rest.len - key_size));
    return value_size ? key_size + value_size : 0;
}

/* Below zero when `a` comes first, 0 when they are the same key. */
static inline int sk_cbor_order(sk_bytes a, sk_bytes b) {
    if (a.len != b.len) return a.len < b.len ? -1 : 1;
    return a.len ? memcmp(a.ptr, b.ptr, (size_t)a.len) : 0;
}

/* Moves the `count` bytes at `at` to before `to`. */
static inline void sk_cbor_rotate(uint8_t *_Nonnull ptr, uint64_t to, uint64_t at, uint64_t count) {
    sk_cbor_reverse(ptr + to, at - to);
    sk_cbor_reverse(ptr + at, count);
    sk_cbor_reverse(ptr + to, at - to + count);
}

/*
 * Sorts the entries and writes their count. In order already, it costs one pass; else each entry out of place is rotated
 * into it, so write a map of thousands of keys in order.
 */
static inline void sk_cbor_end_map(sk_cbor_writer *_Nonnull w, uint64_t mark) {
    uint64_t first = mark + 1, at = first, greatest = first, count = 0;
    while (w->status == SK_OK && at < w->len) { /* the entries before `at` are sorted, the last begins at `greatest` */
        sk_bytes key, other;
        uint64_t size = sk_cbor_entry(w, at, &key), to = at;
        if (size == 0) { /* a key without a value, or a key that is not text */
            w->status = SK_BAD_ARGUMENT;
            return;
        }
        int order = count > 0 && sk_cbor_entry(w, greatest, &other) ? sk_cbor_order(other, key) : -1;
        if (order > 0) {
            for (to = first; to < at; to += sk_cbor_entry(w, to, &other))
                if (sk_cbor_get_text(sk_bytes_of(w->ptr + to, w->len - to), &other)
                    && (order = sk_cbor_order(other, key)) >= 0) break;
        }
        if (order == 0) { /* a key twice */
            w->status = SK_BAD_ARGUMENT;
            return;
        }
        if (to < at) sk_cbor_rotate(w->ptr, to, at, size);
        greatest = to < at ? greatest + size : at;
        at += size;
        count += 1;
    }
    if (w->status == SK_OK) sk_cbor_close(w, mark, 5, count);
}

#if defined(__clang__)
#pragma clang diagnostic pop
#else
#undef _Nonnull
#undef _Nullable
#endif

#endif
