// The smallest host: loads a library by its path, gives it a turn with the text of the second argument and a second one,
// and prints what it says. Fails unless `done` comes exactly once and every message is as the headers want it. All bytes
// it lends are unmapped as soon as the call returns.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

#include "skill_cbor.h"

#define REQUIRE(fact) do { if (!(fact)) { fprintf(stderr, "host.c:%d: not so: %s\n", __LINE__, #fact); exit(1); } } while (0)

static const uint64_t page = 4096;
static atomic_int completions;
static int64_t visits;

static void require_message(sk_bytes bytes) {
    uint64_t offset;
    const char *wrong = sk_cbor_check(bytes, 1 << 18, &offset);
    if (wrong) fprintf(stderr, "a message is wrong at %llu: %s\n", (unsigned long long)offset, wrong);
    REQUIRE(!wrong);
}

// A copy that ends where the next page begins, and the next page cannot be touched.
static sk_bytes lend(sk_bytes bytes) {
    uint8_t *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(pages != MAP_FAILED && bytes.len <= page && mprotect(pages + page, page, PROT_NONE) == 0);
    uint8_t *at = pages + page - bytes.len;
    memcpy(at, bytes.ptr, bytes.len);
    return sk_bytes_of(at, bytes.len);
}

static void take_back(sk_bytes lent) { munmap((void *)((uintptr_t)lent.ptr & ~(page - 1)), 2 * page); }

static sk_status store_call(const sk_call *self, uint64_t turn, sk_bytes request, const sk_sink *answer) {
    (void)self;
    REQUIRE(turn > 0);
    require_message(request);
    uint8_t space[64];
    sk_bytes operation, document;
    sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
    REQUIRE(sk_cbor_find_text(request, "op", &operation));
    if (sk_bytes_equal(operation, sk_text("put"))) {
        REQUIRE(sk_cbor_find(request, "document", &document) && sk_cbor_find_int(document, "count", &visits));
        sk_cbor_put_null(&w);
    } else if (visits == 0) {
        sk_cbor_put_null(&w);
    } else {
        uint64_t map = sk_cbor_begin_map(&w);
        sk_cbor_key(&w, "count");
        sk_cbor_put_int(&w, visits);
        sk_cbor_end_map(&w, map);
    }
    sk_bytes lent = lend(sk_cbor_written(&w));
    sk_status status = answer->write(answer, lent);
    take_back(lent);
    return status;
}

static const void *get_extension(const sk_host *self, const char *id) {
    static const sk_call store = {.size = sizeof store, .call = store_call};
    (void)self;
    return strcmp(id, SK_EXT_STORE) ? NULL : &store;
}

static sk_status show(const sk_sink *self, sk_bytes text) {
    (void)self;
    fprintf(stderr, "%.*s\n", (int)text.len, (const char *)text.ptr);
    return SK_OK;
}

static void done(const sk_completion *self, sk_status status, sk_bytes result) {
    (void)self;
    if (status != SK_OK) show(NULL, result);
    REQUIRE(status == SK_OK);
    require_message(result);
    sk_bytes say, text;
    REQUIRE(sk_cbor_find(result, "say", &say));
    sk_cbor_iterator each = sk_cbor_each(say);
    while (sk_cbor_next(&each))
        if (sk_cbor_find_text(each.value, "text", &text)) printf("%.*s\n", (int)text.len, (const char *)text.ptr);
    atomic_fetch_add(&completions, 1);
}

static void run(const sk_skill *skill, uint64_t id, const char *text) {
    uint8_t space[256];
    struct timespec now, wait = {.tv_nsec = 1000000};
    clock_gettime(CLOCK_MONOTONIC, &now);
    sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&w);
    sk_cbor_key(&w, "turn.text");
    sk_cbor_put_string(&w, text);
    sk_cbor_key(&w, "customer.id");
    sk_cbor_put_string(&w, "u1");
    sk_cbor_end_map(&w, map);
    sk_completion completion = {.size = sizeof completion, .done = done};
    sk_turn turn = {.size = sizeof turn, .id = id, .deadline_ns = (int64_t)(now.tv_sec + 60) * 1000000000};
    turn.context = lend(sk_cbor_written(&w));
    int before = atomic_load(&completions);
    REQUIRE(skill->turn_begin(skill, &turn, &completion) == SK_OK);
    take_back(turn.context);
    // A program this small has nothing to wait on: it looks every so often, for ten seconds at most.
    for (int i = 0; i < 10000 && atomic_load(&completions) == before; i++) nanosleep(&wait, NULL);
    skill->turn_cancel(skill, id); // for a turn that is done it means nothing
    REQUIRE(atomic_load(&completions) == before + 1);
}

int main(int count, char **arguments) {
    REQUIRE(count == 3);
    void *library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library) fprintf(stderr, "%s\n", dlerror());
    REQUIRE(library);
    const sk_entry *(*entry_v1)(void);
    *(void **)&entry_v1 = dlsym(library, "skill_entry_v1");
    REQUIRE(entry_v1);
    const sk_entry *entry = entry_v1();
    REQUIRE(entry == entry_v1() && entry->size >= sizeof *entry && entry->abi_major == SK_ABI_MAJOR);
    require_message(entry->manifest);
    sk_host host = {.size = sizeof host, .abi_minor = SK_ABI_MINOR, .get_extension = get_extension};
    sk_sink error = {.size = sizeof error, .write = show};
    uint8_t empty = 0xA0;
    for (int i = 0; i < 100; i++) { // an instance that never had a turn
        sk_bytes configuration = lend(sk_bytes_of(&empty, 1));
        const sk_skill *unused = entry->create(entry, &host, sk_text("unused"), configuration, &error);
        take_back(configuration);
        REQUIRE(unused);
        unused->destroy(unused);
    }
    const sk_skill *skill = entry->create(entry, &host, sk_text("one"), sk_bytes_of(&empty, 1), &error);
    REQUIRE(skill);
    run(skill, 1, arguments[2]);
    run(skill, 2, arguments[2]);
    skill->destroy(skill);
    return 0;
}
