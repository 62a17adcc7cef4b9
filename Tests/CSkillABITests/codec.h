// A value as a plain stream of tagged items, the neutral form that the tests compare: n t f, i and 8 bytes, d and 8 bytes,
// s and b with 4 bytes of length, T (a time) and 8 bytes of double, [ and { with 4 bytes of count; all little endian.
#ifndef CODEC_H
#define CODEC_H

#include <stdlib.h>

#include "skill_cbor.h"

static inline bool codec_grow(sk_cbor_writer *w, uint64_t need) {
    uint64_t cap = need * 2 + 64;
    uint8_t *ptr = (uint8_t *)realloc(w->ptr, cap);
    if (!ptr) return false;
    w->ptr = ptr;
    w->cap = cap;
    return true;
}

static inline sk_cbor_writer codec_writer(void) {
    sk_cbor_writer w = sk_cbor_buffer(NULL, 0);
    w.grow = codec_grow;
    return w;
}

// Writes a value again, item by item: the same bytes when it was deterministic.
static inline void codec_copy(sk_cbor_writer *w, sk_bytes value) {
    bool flag;
    int64_t whole;
    double number;
    sk_bytes bytes;
    sk_cbor_iterator each = sk_cbor_each(value);
    uint64_t mark;
    switch (sk_cbor_type(value)) {
    case SK_CBOR_NULL: sk_cbor_put_null(w); break;
    case SK_CBOR_BOOL: if (sk_cbor_get_bool(value, &flag)) sk_cbor_put_bool(w, flag); break;
    case SK_CBOR_INT: if (sk_cbor_get_int(value, &whole)) sk_cbor_put_int(w, whole); break;
    case SK_CBOR_DOUBLE: if (sk_cbor_get_double(value, &number)) sk_cbor_put_double(w, number); break;
    case SK_CBOR_TIME: if (sk_cbor_get_time(value, &number)) sk_cbor_put_time(w, number); break;
    case SK_CBOR_TEXT: if (sk_cbor_get_text(value, &bytes)) sk_cbor_put_text(w, bytes); break;
    case SK_CBOR_BYTES: if (sk_cbor_get_bytes(value, &bytes)) sk_cbor_put_bytes(w, bytes); break;
    case SK_CBOR_LIST:
        mark = sk_cbor_begin_list(w);
        while (sk_cbor_next(&each)) codec_copy(w, each.value);
        sk_cbor_end_list(w, mark);
        break;
    case SK_CBOR_MAP:
        sk_cbor_put_map(w, sk_cbor_count(value));
        while (sk_cbor_next(&each)) {
            sk_cbor_put_text(w, each.key);
            codec_copy(w, each.value);
        }
        break;
    default: w->status = SK_BAD_ARGUMENT;
    }
}

static inline void codec_raw(sk_cbor_writer *w, char tag, const void *bytes, uint64_t count) {
    sk_cbor_put_value(w, sk_bytes_of(&tag, 1));
    sk_cbor_put_value(w, sk_bytes_of(bytes, count));
}

static inline void codec_sized(sk_cbor_writer *w, char tag, sk_bytes bytes) {
    uint32_t count = (uint32_t)bytes.len;
    codec_raw(w, tag, &count, 4);
    sk_cbor_put_value(w, bytes);
}

// CBOR to the neutral form.
static inline void codec_dump(sk_cbor_writer *w, sk_bytes value) {
    bool flag;
    int64_t whole;
    double number;
    sk_bytes bytes;
    sk_cbor_iterator each = sk_cbor_each(value);
    uint32_t count = (uint32_t)sk_cbor_count(value);
    if (sk_cbor_is_null(value)) codec_raw(w, 'n', NULL, 0);
    else if (sk_cbor_get_bool(value, &flag)) codec_raw(w, flag ? 't' : 'f', NULL, 0);
    else if (sk_cbor_get_int(value, &whole)) codec_raw(w, 'i', &whole, 8);
    else if (sk_cbor_get_double(value, &number)) codec_raw(w, 'd', &number, 8);
    else if (sk_cbor_get_time(value, &number)) codec_raw(w, 'T', &number, 8);
    else if (sk_cbor_get_text(value, &bytes)) codec_sized(w, 's', bytes);
    else if (sk_cbor_get_bytes(value, &bytes)) codec_sized(w, 'b', bytes);
    else {
        codec_raw(w, each.map ? '{' : '[', &count, 4);
        while (sk_cbor_next(&each)) {
            if (each.map) codec_sized(w, 's', each.key);
            codec_dump(w, each.value);
        }
    }
}

// The neutral form to CBOR, from a cursor; keys come in any order.
static inline void codec_build(sk_cbor_writer *w, const uint8_t **at) {
    char tag = (char)*(*at)++;
    uint32_t count = 0;
    int64_t whole = 0;
    double number = 0;
    uint64_t mark;
    if (strchr("sb[{", tag)) {
        memcpy(&count, *at, 4);
        *at += 4;
    } else if (strchr("idT", tag)) {
        memcpy(&whole, *at, 8);
        memcpy(&number, *at, 8);
        *at += 8;
    }
    switch (tag) {
    case 'n': sk_cbor_put_null(w); break;
    case 't': case 'f': sk_cbor_put_bool(w, tag == 't'); break;
    case 'i': sk_cbor_put_int(w, whole); break;
    case 'd': sk_cbor_put_double(w, number); break;
    case 'T': sk_cbor_put_time(w, number); break;
    case 's': sk_cbor_put_text(w, sk_bytes_of(*at, count)); *at += count; break;
    case 'b': sk_cbor_put_bytes(w, sk_bytes_of(*at, count)); *at += count; break;
    case '[':
        mark = sk_cbor_begin_list(w);
        while (count-- > 0) codec_build(w, at);
        sk_cbor_end_list(w, mark);
        break;
    default:
        mark = sk_cbor_begin_map(w);
        while (count-- > 0) {
            codec_build(w, at);
            codec_build(w, at);
        }
        sk_cbor_end_map(w, mark);
    }
}

#endif
