// Answers records from stdin (a letter, 4 bytes of length, bytes) with records on stdout (4 bytes of length, bytes):
// C checks CBOR and answers "" or what is wrong; D turns CBOR into the neutral form; E the neutral form into CBOR.
#include <stdio.h>

#include "codec.h"

static void answer(sk_bytes bytes) {
    uint32_t size = (uint32_t)bytes.len;
    fwrite(&size, 4, 1, stdout);
    if (size) fwrite(bytes.ptr, 1, size, stdout);
    fflush(stdout);
}

int main(void) {
    for (int kind; (kind = getchar()) != EOF;) {
        uint32_t size;
        if (fread(&size, 4, 1, stdin) != 1) return 1;
        uint8_t *bytes = (uint8_t *)malloc(size ? size : 1); // exactly as large, for the address sanitizer
        if (!bytes || fread(bytes, 1, size, stdin) != size) return 1;
        sk_cbor_writer w = codec_writer();
        uint64_t offset;
        const uint8_t *at = bytes;
        const char *wrong = kind == 'C' ? sk_cbor_check(sk_bytes_of(bytes, size), 1 << 20, &offset) : NULL;
        if (kind == 'C') sk_cbor_put_value(&w, sk_text(wrong ? wrong : ""));
        if (kind == 'D') codec_dump(&w, sk_bytes_of(bytes, size));
        if (kind == 'E') codec_build(&w, &at);
        if (w.status != SK_OK) w.len = 0;
        answer(sk_cbor_written(&w));
        free(bytes);
        free(w.ptr);
    }
    return 0;
}
