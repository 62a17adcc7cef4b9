/*
 * Counts the messages of each customer in a collection of its own, and says how many there were. Staff may ask for a link
 * (the action 'link') to a page where the customer sees the number and starts again (the page 'visits').
 */
#include <stdio.h>
#include <stdlib.h>

#include "skill_cbor.h"

typedef struct instance {
    sk_skill table;
    const sk_call *store, *links; /* links: NULL where the host makes none */
    const sk_clock *clock;
} instance;

/* Room for the one small map that the host answers with. */
typedef struct answer {
    uint8_t bytes[4096];
    uint64_t len;
} answer;

static sk_status keep(const sk_sink *sink, sk_bytes bytes) {
    answer *into = sink->ctx;
    if (bytes.len > sizeof into->bytes) return SK_TOO_LARGE;
    if (bytes.len > 0) memcpy(into->bytes, bytes.ptr, bytes.len);
    into->len = bytes.len;
    return SK_OK;
}

static sk_status ask(const sk_call *service, uint64_t turn, const sk_cbor_writer *request, answer *into) {
    sk_sink sink = {.size = sizeof sink, .ctx = into, .write = keep};
    into->len = 0;
    if (request->status != SK_OK) return request->status;
    return service->call(service, turn, sk_cbor_written(request), &sink);
}

/* What every request to the store begins with; the caller adds to the map and ends it. */
static uint64_t begin_request(sk_cbor_writer *request, const char *operation, sk_bytes customer) {
    uint64_t map = sk_cbor_begin_map(request);
    sk_cbor_key(request, "op");
    sk_cbor_put_string(request, operation);
    sk_cbor_key(request, "collection");
    sk_cbor_put_string(request, "visits");
    sk_cbor_key(request, "id");
    sk_cbor_put_text(request, customer);
    return map;
}

/* How many there were; a customer without a document has none. */
static sk_status load(const instance *self, uint64_t turn, sk_bytes customer, int64_t *count) {
    uint8_t space[512];
    answer document;
    sk_cbor_writer request = sk_cbor_buffer(space, sizeof space);
    sk_cbor_end_map(&request, begin_request(&request, "get", customer));
    sk_status status = ask(self->store, turn, &request, &document);
    if (status < SK_OK) return status;
    if (!sk_cbor_find_int(sk_bytes_of(document.bytes, document.len), "count", count)) *count = 0;
    return SK_OK;
}

/* The host remembers which version this turn read: a change in between is a conflict, and the turn runs again. */
static sk_status save(const instance *self, uint64_t turn, sk_bytes customer, int64_t count) {
    uint8_t space[512];
    answer nothing;
    sk_cbor_writer request = sk_cbor_buffer(space, sizeof space);
    uint64_t map = begin_request(&request, "put", customer);
    sk_cbor_key(&request, "document");
    uint64_t document = sk_cbor_begin_map(&request);
    sk_cbor_key(&request, "count");
    sk_cbor_put_int(&request, count);
    sk_cbor_end_map(&request, document);
    sk_cbor_end_map(&request, map);
    return ask(self->store, turn, &request, &nothing);
}

/* A message: one more, and the answer says how many that makes. */
static sk_status say(const instance *self, const sk_turn *turn, sk_bytes customer, sk_cbor_writer *result) {
    char text[64];
    int64_t count;
    sk_status status = load(self, turn->id, customer, &count);
    if (status == SK_OK) status = save(self, turn->id, customer, count + 1);
    if (status < SK_OK) return status;
    snprintf(text, sizeof text, "This is your message number %lld.", (long long)count + 1);
    sk_cbor_key(result, "say");
    sk_cbor_put_list(result, 1);
    uint64_t utterance = sk_cbor_begin_map(result);
    sk_cbor_key(result, "kind");
    sk_cbor_put_string(result, "answer");
    sk_cbor_key(result, "text");
    sk_cbor_put_string(result, text);
    sk_cbor_end_map(result, utterance);
    return SK_OK;
}

/* The action: the address of the page, for as many days as staff say; the manifest's schema has seen to the number. */
static sk_status make_link(const instance *self, const sk_turn *turn, sk_cbor_writer *result) {
    uint8_t space[256];
    answer link;
    sk_bytes input, url;
    int64_t days = 7;
    if (!self->links) return SK_UNSUPPORTED;
    if (sk_cbor_find(turn->context, "action.input", &input)) sk_cbor_find_int(input, "days", &days);
    sk_cbor_writer request = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&request);
    sk_cbor_key(&request, "op");
    sk_cbor_put_string(&request, "make");
    sk_cbor_key(&request, "page");
    sk_cbor_put_string(&request, "visits");
    sk_cbor_key(&request, "expires");
    sk_cbor_put_time(&request, (double)(self->clock->wall_ms(self->clock, turn->id) / 1000 + days * 86400));
    sk_cbor_end_map(&request, map);
    sk_status status = ask(self->links, turn->id, &request, &link);
    if (status < SK_OK) return status;
    if (!sk_cbor_find_text(sk_bytes_of(link.bytes, link.len), "url", &url)) return SK_BUG;
    sk_cbor_key(result, "result");
    uint64_t made = sk_cbor_begin_map(result);
    sk_cbor_key(result, "url");
    sk_cbor_put_text(result, url);
    sk_cbor_end_map(result, made);
    return SK_OK;
}

/* The page: whoever only looks, a messenger's robot too, changes nothing; the button sends the form. */
static sk_status show(const instance *self, const sk_turn *turn, sk_bytes customer, sk_cbor_writer *result) {
    char html[512];
    int64_t count;
    sk_bytes method;
    sk_status status = load(self, turn->id, customer, &count);
    bool sent = sk_cbor_find_text(turn->context, "page.method", &method) && method.len == 4;
    if (status == SK_OK && sent) status = save(self, turn->id, customer, count = 0);
    if (status < SK_OK) return status;
    snprintf(html, sizeof html,
             "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Visits</title>"
             "<style>body{font:1.1rem/1.6 system-ui;margin:3rem auto;max-width:24rem}</style>"
             "<p>You have written %lld messages.</p><form method=post><button>Start again</button></form>",
             (long long)count);
    sk_cbor_key(result, "page");
    uint64_t page = sk_cbor_begin_map(result);
    sk_cbor_key(result, "html");
    sk_cbor_put_string(result, html);
    sk_cbor_end_map(result, page);
    return SK_OK;
}

static sk_status turn_begin(const sk_skill *skill, const sk_turn *turn, const sk_completion *completion) {
    const instance *self = skill->ctx;
    uint8_t space[4096];
    sk_bytes customer, name;
    sk_status status;
    if (!sk_cbor_find_text(turn->context, "customer.id", &customer)) {
        completion->done(completion, SK_BAD_ARGUMENT, sk_text("visits are counted for each customer; name one"));
        return SK_OK;
    }
    sk_cbor_writer result = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&result);
    if (sk_cbor_find_text(turn->context, "action.name", &name))
        status = make_link(self, turn, &result);
    else if (sk_cbor_find_text(turn->context, "page.name", &name))
        status = show(self, turn, customer, &result);
    else
        status = say(self, turn, customer, &result);
    sk_cbor_end_map(&result, map);
    if (status == SK_OK) status = result.status;
    sk_bytes words = status < SK_OK ? sk_text("the host did not do what was asked of it") : sk_cbor_written(&result);
    completion->done(completion, status, words);
    return SK_OK;
}

/* Every turn is done when turn_begin returns, so there is nothing to cancel. */
static void turn_cancel(const sk_skill *skill, uint64_t turn) { (void)skill, (void)turn; }

static void destroy(const sk_skill *skill) { free(skill->ctx); }

static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                              const sk_sink *error) {
    (void)entry, (void)id, (void)config;
    const sk_call *store = host->get_extension(host, SK_EXT_STORE);
    instance *self = store ? malloc(sizeof *self) : NULL;
    if (!self) {
        error->write(error, sk_text(store ? "out of memory" : "this host does not offer 'sk.store/1'; update it"));
        return NULL;
    }
    self->store = store;
    self->clock = host->get_extension(host, SK_EXT_CLOCK);
    self->links = self->clock ? host->get_extension(host, SK_EXT_LINKS) : NULL;
    self->table = (sk_skill){
        .size = sizeof(sk_skill), .ctx = self, .turn_begin = turn_begin, .turn_cancel = turn_cancel, .destroy = destroy};
    return &self->table;
}

/* The facts of skill.yaml that the code depends on; the host compares them. */
static sk_bytes manifest(void) {
    static uint8_t space[512];
    static sk_cbor_writer w;
    if (w.len > 0) return sk_cbor_written(&w);
    w = sk_cbor_buffer(space, sizeof space);
    uint64_t map = sk_cbor_begin_map(&w);
    sk_cbor_key(&w, "id");
    sk_cbor_put_string(&w, "hello-c");
    sk_cbor_key(&w, "version");
    sk_cbor_put_string(&w, "1.0.0");
    sk_cbor_key(&w, "reads");
    sk_cbor_put_list(&w, 2);
    sk_cbor_put_string(&w, "turn.text");
    sk_cbor_put_string(&w, "customer.id");
    sk_cbor_key(&w, "requires");
    sk_cbor_put_list(&w, 1);
    sk_cbor_put_string(&w, SK_EXT_STORE);
    sk_cbor_end_map(&w, map);
    return sk_cbor_written(&w);
}

const sk_entry *skill_entry_v1(void) {
    static sk_entry entry = {
        .size = sizeof entry, .abi_major = SK_ABI_MAJOR, .abi_minor = SK_ABI_MINOR, .create = create};
    entry.manifest = manifest();
    return &entry;
}
