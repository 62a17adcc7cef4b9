/* Hands over whoever asks for a human (人工), with a note, a notice to the staff and a ticket; queues three other words, each
 * with a priority of its own; echoes all others. */
#include <stdlib.h>

#include "skill_cbor.h"

static const char human[] = "人工";

static bool contains(sk_bytes text, const char *word) {
    uint64_t length = strlen(word);
    for (uint64_t at = 0; at + length <= text.len; at++)
        if (memcmp(text.ptr + at, word, length) == 0) return true;
    return false;
}

static void put(sk_cbor_writer *w, const char *key, const char *value) {
    sk_cbor_key(w, key);
    sk_cbor_put_string(w, value);
}

static void say(sk_cbor_writer *w, const char *kind, sk_bytes text) {
    sk_cbor_key(w, "say");
    sk_cbor_put_list(w, 1);
    uint64_t utterance = sk_cbor_begin_map(w);
    put(w, "kind", kind);
    sk_cbor_key(w, "text");
    sk_cbor_put_text(w, text);
    sk_cbor_end_map(w, utterance);
}

static void hand_over(sk_cbor_writer *w, sk_bytes turn) {
    say(w, "notice", sk_text("正在为您转接人工客服"));
    sk_cbor_key(w, "effects");
    sk_cbor_put_list(w, 2);
    uint64_t effect = sk_cbor_begin_map(w);
    put(w, "kind", "handoff");
    put(w, "reason", "asked for a human ('人工')");
    sk_cbor_key(w, "note");
    uint64_t note = sk_cbor_begin_map(w);
    put(w, "order", "o-1001");
    sk_cbor_end_map(w, note);
    sk_cbor_end_map(w, effect);
    effect = sk_cbor_begin_map(w);
    put(w, "kind", "notify");
    put(w, "text", "somebody waits");
    sk_cbor_end_map(w, effect);
    sk_cbor_key(w, "store");
    sk_cbor_put_list(w, 1);
    uint64_t write = sk_cbor_begin_map(w);
    put(w, "op", "put");
    put(w, "collection", "tickets");
    sk_cbor_key(w, "id");
    sk_cbor_put_text(w, turn);
    sk_cbor_key(w, "document");
    uint64_t document = sk_cbor_begin_map(w);
    put(w, "subject", "the robot stands still");
    sk_cbor_end_map(w, document);
    sk_cbor_end_map(w, write);
}

/* What is said, how much it is wanted, and what is known of it: three pairs of key and value. */
static const struct wish {
    const char *word;
    int64_t priority;
    const char *note[3][2];
} wishes[] = {
    {"停线", 20, {{"intent", "technical_support"}, {"priority", "urgent"}, {"route", "technical"}}},
    {"贵宾", 30, {{"intent", "price_negotiation"}, {"tier", "VIP"}, {"assigned_to", "li"}}},
    {"销售", 10, {{"intent", "purchase"}, {"tier", "gold"}, {"route", "general"}}},
};

static void queue_up(sk_cbor_writer *w, const struct wish *wish) {
    sk_cbor_key(w, "effects");
    sk_cbor_put_list(w, 1);
    uint64_t effect = sk_cbor_begin_map(w);
    put(w, "kind", "handoff");
    put(w, "reason", "a rule of the desk");
    sk_cbor_key(w, "priority");
    sk_cbor_put_int(w, wish->priority);
    sk_cbor_key(w, "note");
    uint64_t note = sk_cbor_begin_map(w);
    for (int i = 0; i < 3; i++) put(w, wish->note[i][0], wish->note[i][1]);
    sk_cbor_end_map(w, note);
    sk_cbor_end_map(w, effect);
}

static const struct wish *find_wish(sk_bytes text) {
    for (size_t i = 0; i < sizeof wishes / sizeof wishes[0]; i++)
        if (contains(text, wishes[i].word)) return &wishes[i];
    return NULL;
}

static sk_status turn_begin(const sk_skill *skill, const sk_turn *turn, const sk_completion *completion) {
    (void)skill;
    uint8_t space[32768];
    sk_bytes text, id;
    if (!sk_cbor_find_text(turn->context, "turn.text", &text)) text = sk_text("");
    if (!sk_cbor_find_text(turn->context, "turn.id", &id)) id = sk_text("");
    sk_cbor_writer result = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&result);
    const struct wish *wish = find_wish(text);
    if (contains(text, human)) hand_over(&result, id);
    else if (wish) queue_up(&result, wish);
    else say(&result, "answer", text);
    sk_cbor_end_map(&result, map);
    completion->done(completion, result.status, sk_cbor_written(&result));
    return SK_OK;
}

/* Every turn is done when turn_begin returns, so there is nothing to cancel. */
static void turn_cancel(const sk_skill *skill, uint64_t turn) { (void)skill, (void)turn; }

static void destroy(const sk_skill *skill) { (void)skill; }

static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                              const sk_sink *error) {
    (void)entry, (void)host, (void)id, (void)config, (void)error;
    static const sk_skill table = {
        .size = sizeof table, .turn_begin = turn_begin, .turn_cancel = turn_cancel, .destroy = destroy};
    return &table;
}

static sk_bytes manifest(void) {
    static uint8_t space[256];
    static sk_cbor_writer w;
    if (w.len > 0) return sk_cbor_written(&w);
    w = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&w);
    put(&w, "id", "porter-c");
    put(&w, "version", "1.0.0");
    sk_cbor_key(&w, "reads");
    sk_cbor_put_list(&w, 2);
    sk_cbor_put_string(&w, "turn.id");
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
