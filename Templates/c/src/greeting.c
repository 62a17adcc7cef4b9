/* Greets back whoever says hello, by name where it is known, and remembers how often they did. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "skill_cbor.h"

/* Does `text` hold `word`, in either case? */
static bool holds(sk_bytes text, const char *word) {
    uint64_t len = strlen(word);
    for (uint64_t at = 0; at + len <= text.len; at++) {
        uint64_t same = 0;
        while (same < len && tolower(text.ptr[at + same]) == (uint8_t)word[same]) same++;
        if (same == len) return true;
    }
    return false;
}

static bool greets(sk_bytes text) {
    static const char *const words[] = {"hello", "good morning", "你好", "您好"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds(text, words[i])) return true;
    return false;
}

static void greet(char *into, size_t room, bool chinese, sk_bytes name, long long count) {
    const char *comma = name.len == 0 ? "" : chinese ? "，" : ", ";
    const char *first = chinese ? "您好%s%.*s！有什么可以帮您？" : "Hello%s%.*s! How can I help?";
    const char *later = chinese ? "又见面了%s%.*s！这是第 %lld 次问候。" : "Hello again%s%.*s! Greeting number %lld.";
    int shown = name.len < 200 ? (int)name.len : 0; /* no cut through a character */
    if (shown == 0) comma = "";
    if (count == 1) snprintf(into, room, first, comma, shown, (const char *)name.ptr);
    else snprintf(into, room, later, comma, shown, (const char *)name.ptr, count);
}

/* The result of a turn; nothing is written where nobody greeted, and an empty result says nothing. */
static void answer(sk_bytes context, sk_cbor_writer *result) {
    sk_bytes text = {0}, locale = {0}, name = {0};
    int64_t count = 0;
    char words[512], because[64];
    if (!sk_cbor_find_text(context, "turn.text", &text) || !greets(text)) return;
    sk_cbor_find_text(context, "customer.name", &name);
    sk_cbor_find_int(context, "my_skill.greetings", &count);
    bool chinese = sk_cbor_find_text(context, "turn.locale", &locale) && holds(locale, "zh");
    count += 1;
    greet(words, sizeof words, chinese, name, count);
    snprintf(because, sizeof because, "greeting number %lld", (long long)count);

    uint64_t map = sk_cbor_begin_map(result);
    sk_cbor_key(result, "say");
    sk_cbor_put_list(result, 1);
    uint64_t utterance = sk_cbor_begin_map(result);
    sk_cbor_key(result, "kind");
    sk_cbor_put_string(result, "answer");
    sk_cbor_key(result, "text");
    sk_cbor_put_string(result, words);
    sk_cbor_end_map(result, utterance);
    sk_cbor_key(result, "writes");
    uint64_t writes = sk_cbor_begin_map(result);
    sk_cbor_key(result, "my_skill.greetings");
    sk_cbor_put_int(result, count);
    sk_cbor_end_map(result, writes);
    sk_cbor_key(result, "because");
    sk_cbor_put_string(result, because);
    sk_cbor_end_map(result, map);
}

/* Every turn is done when this returns; long work would go on in a thread and call `done` from there. */
static sk_status turn_begin(const sk_skill *self, const sk_turn *turn, const sk_completion *completion) {
    uint8_t space[1024];
    sk_cbor_writer result = sk_cbor_buffer(space, sizeof space);
    (void)self;
    answer(turn->context, &result);
    sk_bytes bytes = result.status < SK_OK ? sk_text("the answer did not fit; give it more room") : sk_cbor_written(&result);
    completion->done(completion, result.status, bytes);
    return SK_OK;
}

static void turn_cancel(const sk_skill *self, uint64_t turn) { (void)self, (void)turn; }

static void destroy(const sk_skill *self) { free((void *)self); }

/* One instance for each entry in the admin's configuration; `host` offers what SK_EXT_… name. */
static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                              const sk_sink *error) {
    sk_skill *self = calloc(1, sizeof *self);
    (void)entry, (void)host, (void)id, (void)config;
    if (!self) {
        error->write(error, sk_text("out of memory; give the host more"));
        return NULL;
    }
    *self = (sk_skill){
        .size = sizeof *self, .turn_begin = turn_begin, .turn_cancel = turn_cancel, .destroy = destroy};
    return self;
}

/* The facts of skill.yaml that the code depends on; the host compares them. */
static sk_bytes manifest(void) {
    static const char *const reads[] = {"turn.text", "turn.locale", "customer.name?", "my_skill.greetings?"};
    static uint8_t space[512];
    sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&w);
    sk_cbor_key(&w, "id");
    sk_cbor_put_string(&w, "my-skill");
    sk_cbor_key(&w, "version");
    sk_cbor_put_string(&w, "0.1.0");
    sk_cbor_key(&w, "reads");
    sk_cbor_put_list(&w, sizeof reads / sizeof *reads);
    for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) sk_cbor_put_string(&w, reads[i]);
    sk_cbor_key(&w, "writes");
    uint64_t writes = sk_cbor_begin_map(&w);
    sk_cbor_key(&w, "my_skill.greetings");
    sk_cbor_put_string(&w, "int");
    sk_cbor_end_map(&w, writes);
    sk_cbor_end_map(&w, map);
    return sk_cbor_written(&w);
}

const sk_entry *skill_entry_v1(void) {
    static sk_entry entry = {
        .size = sizeof entry, .abi_major = SK_ABI_MAJOR, .abi_minor = SK_ABI_MINOR, .create = create};
    if (entry.manifest.len == 0) entry.manifest = manifest();
    return &entry;
}
