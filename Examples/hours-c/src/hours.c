/*
 * Says what the clock shows at the business, and when an hour of its open time will have gone by (sk.hours/1). The text is
 * the admin's, and what its schema cannot see the skill sees itself (sk.check/1): whether both times stand in it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "skill_cbor.h"

typedef struct instance {
    sk_skill table;
    sk_check check;
    const sk_call *hours;
    char text[512];
} instance;

typedef struct answer {
    uint8_t bytes[256];
    uint64_t len;
} answer;

static sk_status keep(const sk_sink *sink, sk_bytes bytes) {
    answer *into = sink->ctx;
    if (bytes.len > sizeof into->bytes) return SK_TOO_LARGE;
    if (bytes.len > 0) memcpy(into->bytes, bytes.ptr, bytes.len);
    into->len = bytes.len;
    return SK_OK;
}

/* {op: …, key: number}; the number is seconds, or a time. */
static sk_status ask(const instance *self, uint64_t turn, const char *op, const char *key, double number, bool is_time,
                     answer *into) {
    uint8_t space[128];
    sk_sink sink = {.size = sizeof sink, .ctx = into, .write = keep};
    sk_cbor_writer request = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&request);
    sk_cbor_key(&request, "op");
    sk_cbor_put_string(&request, op);
    if (key) {
        sk_cbor_key(&request, key);
        if (is_time) sk_cbor_put_time(&request, number);
        else sk_cbor_put_int(&request, (int64_t)number);
    }
    sk_cbor_end_map(&request, map);
    into->len = 0;
    return self->hours->call(self->hours, turn, sk_cbor_written(&request), &sink);
}

/* What the clock on the wall of the business shows now, or at a time. */
static sk_status clock_at(const instance *self, uint64_t turn, const double *at, char *shown, size_t size) {
    answer local;
    int64_t hour, minute;
    sk_status status = ask(self, turn, "local", at ? "at" : NULL, at ? *at : 0, true, &local);
    if (status < SK_OK) return status;
    sk_bytes map = sk_bytes_of(local.bytes, local.len);
    if (!sk_cbor_find_int(map, "hour", &hour) || !sk_cbor_find_int(map, "minute", &minute)) return SK_BUG;
    snprintf(shown, size, "%02d:%02d", (int)hour, (int)minute);
    return SK_OK;
}

/* The text with a time in the place of `{name}`. */
static void fill(const char *text, const char *name, const char *time, char *out, size_t size) {
    const char *place = strstr(text, name);
    if (!place) snprintf(out, size, "%s", text);
    else snprintf(out, size, "%.*s%s%s", (int)(place - text), text, time, place + strlen(name));
}

static sk_status turn_begin(const sk_skill *skill, const sk_turn *turn, const sk_completion *completion) {
    const instance *self = skill->ctx;
    uint8_t space[2048];
    char now[8], then[8] = "--:--", half[600], said[700];
    answer after;
    double due;
    sk_status status = clock_at(self, turn->id, NULL, now, sizeof now);
    if (status == SK_OK) status = ask(self, turn->id, "after", "seconds", 3600, false, &after);
    /* Null: nobody is there within a year. */
    if (status == SK_OK && sk_cbor_get_time(sk_bytes_of(after.bytes, after.len), &due))
        status = clock_at(self, turn->id, &due, then, sizeof then);
    if (status < SK_OK) {
        completion->done(completion, status, sk_text("the host did not say what time it is"));
        return SK_OK;
    }
    fill(self->text, "{now}", now, half, sizeof half);
    fill(half, "{then}", then, said, sizeof said);
    sk_cbor_writer result = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&result);
    sk_cbor_key(&result, "say");
    sk_cbor_put_list(&result, 1);
    uint64_t utterance = sk_cbor_begin_map(&result);
    sk_cbor_key(&result, "kind");
    sk_cbor_put_string(&result, "answer");
    sk_cbor_key(&result, "text");
    sk_cbor_put_string(&result, said);
    sk_cbor_end_map(&result, utterance);
    sk_cbor_end_map(&result, map);
    completion->done(completion, result.status, sk_cbor_written(&result));
    return SK_OK;
}

/* One finding a time that is missing: where it stands in the configuration, what is wrong, and the mend. */
static sk_status check(const sk_check *table, const sk_sink *findings) {
    static const char *const names[] = {"{now}", "{then}"};
    const instance *self = table->ctx;
    uint8_t space[1024];
    char words[128];
    sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
    uint64_t list = sk_cbor_begin_list(&w);
    for (int i = 0; i < 2; i++) {
        if (strstr(self->text, names[i])) continue;
        snprintf(words, sizeof words, "says no time; write %s where it is to stand", names[i]);
        uint64_t finding = sk_cbor_begin_map(&w);
        sk_cbor_key(&w, "path");
        sk_cbor_put_list(&w, 1);
        sk_cbor_put_string(&w, "text");
        sk_cbor_key(&w, "message");
        sk_cbor_put_string(&w, words);
        sk_cbor_key(&w, "level");
        sk_cbor_put_string(&w, "warning");
        sk_cbor_end_map(&w, finding);
    }
    sk_cbor_end_list(&w, list);
    return w.status < SK_OK ? w.status : findings->write(findings, sk_cbor_written(&w));
}

static const void *get_extension(const sk_skill *skill, const char *id) {
    const instance *self = skill->ctx;
    return strcmp(id, SK_EXT_CHECK) == 0 ? &self->check : NULL;
}

/* Every turn is done when turn_begin returns, so there is nothing to cancel. */
static void turn_cancel(const sk_skill *skill, uint64_t turn) { (void)skill, (void)turn; }

static void destroy(const sk_skill *skill) { free(skill->ctx); }

static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                              const sk_sink *error) {
    (void)entry, (void)id;
    sk_bytes text;
    const sk_call *hours = host->get_extension(host, SK_EXT_HOURS);
    instance *self = hours ? malloc(sizeof *self) : NULL;
    if (!self) {
        error->write(error, sk_text(hours ? "out of memory" : "this host does not offer 'sk.hours/1'; update it"));
        return NULL;
    }
    if (!sk_cbor_find_text(config, "text", &text)) text = sk_text("");
    snprintf(self->text, sizeof self->text, "%.*s", (int)text.len, (const char *)text.ptr);
    self->hours = hours;
    self->check = (sk_check){.size = sizeof(sk_check), .ctx = self, .check = check};
    self->table = (sk_skill){.size = sizeof(sk_skill),
                             .ctx = self,
                             .turn_begin = turn_begin,
                             .turn_cancel = turn_cancel,
                             .destroy = destroy,
                             .get_extension = get_extension};
    return &self->table;
}

/* The facts of skill.yaml that the code depends on; the host compares them. */
static sk_bytes manifest(void) {
    static uint8_t space[256];
    static sk_cbor_writer w;
    if (w.len > 0) return sk_cbor_written(&w);
    w = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&w);
    sk_cbor_key(&w, "id");
    sk_cbor_put_string(&w, "hours-c");
    sk_cbor_key(&w, "version");
    sk_cbor_put_string(&w, "1.0.0");
    sk_cbor_key(&w, "requires");
    sk_cbor_put_list(&w, 1);
    sk_cbor_put_string(&w, SK_EXT_HOURS);
    sk_cbor_end_map(&w, map);
    return sk_cbor_written(&w);
}

const sk_entry *skill_entry_v1(void) {
    static sk_entry entry = {
        .size = sizeof entry, .abi_major = SK_ABI_MAJOR, .abi_minor = SK_ABI_MINOR, .create = create};
    entry.manifest = manifest();
    return &entry;
}
