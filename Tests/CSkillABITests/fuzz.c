// libFuzzer: the checker never lets through what the reader and writer do not turn into the same bytes again, the reader
// stays inside its bytes whatever they are, and the writer only writes what the checker accepts.
#include "codec.h"

#define REQUIRE(fact) do { if (!(fact)) abort(); } while (0)

static void read_anything(sk_bytes bytes, int depth) {
    sk_bytes out;
    double number;
    int64_t whole;
    bool flag;
    (void)sk_cbor_find(bytes, "text", &out);
    if (sk_cbor_get_text(bytes, &out) || sk_cbor_get_bytes(bytes, &out)) REQUIRE(out.len < bytes.len);
    (void)(sk_cbor_get_bool(bytes, &flag) || sk_cbor_get_number(bytes, &number) || sk_cbor_get_time(bytes, &number)
           || sk_cbor_get_int(bytes, &whole));
    REQUIRE(sk_cbor_size(bytes) <= bytes.len);
    sk_cbor_iterator each = sk_cbor_each(bytes);
    for (int i = 0; i < 64 && depth < 4 && sk_cbor_next(&each); i++) read_anything(each.value, depth + 1);
}

static void round_trip(sk_bytes bytes) {
    sk_cbor_writer w = codec_writer();
    codec_copy(&w, bytes);
    REQUIRE(w.status == SK_OK && sk_bytes_equal(sk_cbor_written(&w), bytes));
    REQUIRE(sk_cbor_size(bytes) == bytes.len && sk_cbor_type(bytes) != SK_CBOR_INVALID);
    sk_cbor_iterator each = sk_cbor_each(bytes);
    sk_bytes found;
    while (each.map && sk_cbor_next(&each))
        REQUIRE(sk_cbor_find_key(bytes, each.key, &found) && found.ptr == each.value.ptr && found.len == each.value.len);
    REQUIRE(each.left == 0 || !each.map);
    free(w.ptr);
}

// The input drives the writer: one byte says what to write, the next ones are its content.
static void write_anything(sk_cbor_writer *w, sk_bytes *in, int depth) {
    uint8_t kind = 0, content[8] = {0};
    if (in->len > 0) kind = *in->ptr++, in->len--;
    uint64_t count = in->len < 8 ? in->len : 8, mark;
    if (count) memcpy(content, in->ptr, count);
    double number;
    int64_t whole;
    memcpy(&number, content, 8);
    memcpy(&whole, content, 8);
    uint64_t size = content[0] % 40 < in->len ? content[0] % 40 : in->len, members = kind >> 3;
    sk_bytes text = sk_bytes_of(in->ptr, size);
    kind = depth > 6 && (kind & 7) >= 6 ? 0 : kind & 7;
    if (kind < 6) {
        uint64_t used = kind == 0 || kind == 1 ? 0 : kind >= 4 ? size : count;
        in->ptr += used;
        in->len -= used;
    }
    switch (kind) {
    case 0: sk_cbor_put_null(w); break;
    case 1: sk_cbor_put_bool(w, members & 1); break;
    case 2: sk_cbor_put_int(w, whole); break;
    case 3:
        if (members & 1 && number >= -1e15 && number <= 1e15) sk_cbor_put_time(w, number);
        else sk_cbor_put_double(w, number);
        break;
    case 4: sk_cbor_put_bytes(w, text); break;
    case 5:
        if (sk_utf8_check(text.ptr, text.len)) sk_cbor_put_text(w, text);
        else sk_cbor_put_string(w, "");
        break;
    case 6:
        mark = sk_cbor_begin_list(w);
        while (members-- > 0) write_anything(w, in, depth + 1);
        sk_cbor_end_list(w, mark);
        break;
    default:
        mark = sk_cbor_begin_map(w);
        while (members-- > 0) {
            uint8_t key[3] = {0};
            for (int i = 0; i < 2 && in->len > 0; i++) key[i] = *in->ptr++ & 127, in->len--;
            sk_cbor_put_text(w, sk_bytes_of(key, key[1] ? 2 : 1));
            write_anything(w, in, depth + 1);
        }
        sk_cbor_end_map(w, mark);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return -1;
    uint64_t offset;
    sk_bytes bytes = sk_bytes_of(data + 1, size - 1);
    if (data[0] & 1) {
        sk_cbor_writer w = codec_writer();
        write_anything(&w, &bytes, 0);
        REQUIRE(w.status == SK_OK || w.status == SK_BAD_ARGUMENT); // a key twice
        if (w.status == SK_OK) {
            REQUIRE(sk_cbor_check(sk_cbor_written(&w), UINT64_MAX, &offset) == NULL);
            round_trip(sk_cbor_written(&w));
        }
        free(w.ptr);
        return 0;
    }
    read_anything(bytes, 0);
    const char *wrong = sk_cbor_check(bytes, 4096, &offset);
    REQUIRE(offset <= (bytes.len > 4096 ? bytes.len : 4096));
    if (!wrong) round_trip(bytes);
    return 0;
}
