/* Says what the knowledge answers; else the price of the product that was named; else reports that nobody knows. */
#include <stdio.h>
#include <stdlib.h>

#include "skill_cbor.h"

typedef struct instance {
    sk_skill table;
    const sk_call *knowledge, *catalog;
} instance;

typedef struct answer {
    uint8_t bytes[65536];
    uint64_t len;
} answer;

static sk_status keep(const sk_sink *sink, sk_bytes bytes) {
    answer *into = sink->ctx;
    if (bytes.len > sizeof into->bytes) return SK_TOO_LARGE;
    if (bytes.len > 0) memcpy(into->bytes, bytes.ptr, bytes.len);
    into->len = bytes.len;
    return SK_OK;
}

/* {op: OPERATION, FIELD: text}: all three requests have this shape. */
static sk_status ask(const sk_call *service, uint64_t turn, const char *operation, const char *field, sk_bytes text,
                     answer *into) {
    uint8_t space[32768];
    sk_cbor_writer request = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&request);
    sk_cbor_key(&request, "op");
    sk_cbor_put_string(&request, operation);
    sk_cbor_key(&request, field);
    sk_cbor_put_text(&request, text);
    sk_cbor_end_map(&request, map);
    if (request.status != SK_OK) return request.status;
    sk_sink sink = {.size = sizeof sink, .ctx = into, .write = keep};
    into->len = 0;
    return service->call(service, turn, sk_cbor_written(&request), &sink);
}

/* The first of a list; false for an empty one. */
static bool first(const answer *list, sk_bytes *item) {
    sk_cbor_iterator each = sk_cbor_each(sk_bytes_of(list->bytes, list->len));
    if (!sk_cbor_next(&each)) return false;
    *item = each.value;
    return true;
}

static void say(const sk_completion *completion, sk_bytes text, sk_bytes because) {
    uint8_t space[65536];
    sk_cbor_writer result = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&result);
    if (text.len > 0) {
        sk_cbor_key(&result, "say");
        sk_cbor_put_list(&result, 1);
        uint64_t utterance = sk_cbor_begin_map(&result);
        sk_cbor_key(&result, "kind");
        sk_cbor_put_string(&result, "answer");
        sk_cbor_key(&result, "text");
        sk_cbor_put_text(&result, text);
        sk_cbor_end_map(&result, utterance);
    }
    sk_cbor_key(&result, "because");
    sk_cbor_put_text(&result, because);
    sk_cbor_end_map(&result, map);
    completion->done(completion, result.status, sk_cbor_written(&result));
}

static sk_status turn_begin(const sk_skill *skill, const sk_turn *turn, const sk_completion *completion) {
    const instance *self = skill->ctx;
    answer *found = malloc(sizeof *found);
    sk_bytes text, hit, value, source;
    bool is_answer = false;
    if (!found) return SK_UNAVAILABLE;
    if (!sk_cbor_find_text(turn->context, "turn.text", &text)) text = sk_text("");
    sk_status status = ask(self->knowledge, turn->id, "search", "text", text, found);
    if (status == SK_OK && first(found, &hit) && sk_cbor_find(hit, "is_answer", &value) &&
        sk_cbor_get_bool(value, &is_answer) && is_answer && sk_cbor_find_text(hit, "answer", &value) &&
        sk_cbor_find_text(hit, "source", &source)) {
        say(completion, value, source);
    } else if (status == SK_OK && (status = ask(self->catalog, turn->id, "find", "text", text, found)) == SK_OK &&
               first(found, &hit) && sk_cbor_find_text(hit, "name", &value)) {
        int64_t price = 0;
        char words[256];
        sk_cbor_find_int(hit, "price", &price);
        snprintf(words, sizeof words, "%.*s: %lld", (int)value.len, (const char *)value.ptr, (long long)price);
        say(completion, sk_text(words), sk_text("catalogue"));
    } else if (status == SK_OK && (status = ask(self->knowledge, turn->id, "gap", "question", text, found)) == SK_OK) {
        say(completion, sk_text(""), sk_text("a gap"));
    } else {
        completion->done(completion, status, sk_bytes_of(found->bytes, found->len));
    }
    free(found);
    return SK_OK;
}

/* Every turn is done when turn_begin returns, so there is nothing to cancel. */
static void turn_cancel(const sk_skill *skill, uint64_t turn) { (void)skill, (void)turn; }

static void destroy(const sk_skill *skill) { free(skill->ctx); }

static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                              const sk_sink *error) {
    (void)entry, (void)id, (void)config;
    const sk_call *knowledge = host->get_extension(host, SK_EXT_KNOWLEDGE);
    const sk_call *catalog = host->get_extension(host, SK_EXT_CATALOG);
    instance *self = knowledge && catalog ? malloc(sizeof *self) : NULL;
    if (!self) {
        error->write(error, sk_text("this host does not offer 'sk.knowledge/1' and 'sk.catalog/1'; update it"));
        return NULL;
    }
    self->knowledge = knowledge;
    self->catalog = catalog;
    self->table = (sk_skill){
        .size = sizeof(sk_skill), .ctx = self, .turn_begin = turn_begin, .turn_cancel = turn_cancel, .destroy = destroy};
    return &self->table;
}

static sk_bytes manifest(void) {
    static uint8_t space[256];
    static sk_cbor_writer w;
    if (w.len > 0) return sk_cbor_written(&w);
    w = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&w);
    sk_cbor_key(&w, "id");
    sk_cbor_put_string(&w, "answers-c");
    sk_cbor_key(&w, "version");
    sk_cbor_put_string(&w, "1.0.0");
    sk_cbor_key(&w, "reads");
    sk_cbor_put_list(&w, 1);
    sk_cbor_put_string(&w, "turn.text");
    sk_cbor_end_map(&w, map);
    return sk_cbor_written(&w);
}

const sk_entry *skill_entry_v1(void) {
    static sk_entry entry = {
        .size = sizeof entry, .abi_major = SK_ABI_MAJOR, .abi_minor = SK_ABI_MINOR, .create = create};
    entry.manifest = manifest();
    return &entry;
}
