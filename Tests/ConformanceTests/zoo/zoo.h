/*
 * A good skill: it says back what it hears and counts in a key of its own. Each animal of the zoo includes this and has one
 * fault: a macro that it defines before takes the place of one part.
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "skill_cbor.h"

#ifndef ID
#define ID "animal"
#endif
#ifndef ON_LOAD
#define ON_LOAD
#endif
#ifndef ON_CREATE
#define ON_CREATE
#endif
#ifndef ON_TURN
#define ON_TURN
#endif
#ifndef ON_DONE
#define ON_DONE completion->done(completion, result.status, sk_cbor_written(&result));
#endif
#ifndef AFTER_DONE
#define AFTER_DONE
#endif
#ifndef ON_DESTROY
#define ON_DESTROY free(self);
#endif
#ifndef WRITTEN
#define WRITTEN "animal.heard"
#endif

typedef struct instance {
    sk_skill table;
    const sk_host *host;
    const sk_call *store;
    sk_bytes kept;
    const sk_completion *completion;
} instance;

static sk_status turn_begin(const sk_skill *skill, const sk_turn *turn, const sk_completion *completion) {
    instance *self = skill->ctx;
    uint8_t space[70000];
    sk_bytes text = {0};
    sk_cbor_writer result = sk_cbor_buffer(space, sizeof space);
    (void)self;
    if (!sk_cbor_find_text(turn->context, "turn.text", &text)) {
        completion->done(completion, SK_BAD_ARGUMENT, sk_text("there is no text; write one"));
        return SK_OK;
    }
    ON_TURN
    uint64_t map = sk_cbor_begin_map(&result);
    sk_cbor_key(&result, "writes");
    uint64_t writes = sk_cbor_begin_map(&result);
    sk_cbor_key(&result, WRITTEN);
    sk_cbor_put_int(&result, (int64_t)text.len);
    sk_cbor_end_map(&result, writes);
    sk_cbor_end_map(&result, map);
    ON_DONE
    AFTER_DONE
    return SK_OK;
}

static void turn_cancel(const sk_skill *self, uint64_t turn) { (void)self, (void)turn; }

static void destroy(const sk_skill *skill) {
    instance *self = skill->ctx;
    (void)self;
    ON_DESTROY
}

static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                              const sk_sink *error) {
    instance *self = calloc(1, sizeof *self);
    (void)entry, (void)id, (void)config, (void)error;
    if (!self) return NULL;
    self->host = host;
    self->store = host->get_extension(host, SK_EXT_STORE);
    self->table = (sk_skill){
        .size = sizeof(sk_skill), .ctx = self, .turn_begin = turn_begin, .turn_cancel = turn_cancel, .destroy = destroy};
    ON_CREATE
    return &self->table;
}

const sk_entry *skill_entry_v1(void) {
    static uint8_t space[256];
    static sk_entry entry = {.size = sizeof entry, .abi_major = 1, .create = create};
    if (entry.manifest.len == 0) {
        sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
        uint64_t map = sk_cbor_begin_map(&w);
        sk_cbor_key(&w, "id");
        sk_cbor_put_string(&w, ID);
        sk_cbor_end_map(&w, map);
        entry.manifest = sk_cbor_written(&w);
    }
    ON_LOAD
    return &entry;
}
