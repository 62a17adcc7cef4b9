// Prints every size and offset of the contract; layout.golden is what 1.0 said.
#include <stdio.h>

#include "skill_abi.h"

#define SIZE(type) printf("%s %zu\n", #type, sizeof(type))
#define PLACE(type, field) \
    printf("%s.%s %zu %zu\n", #type, #field, offsetof(type, field), sizeof(((type *)0)->field))

int main(void) {
    SIZE(sk_bytes); PLACE(sk_bytes, ptr); PLACE(sk_bytes, len);
    SIZE(sk_status);
    SIZE(sk_sink); PLACE(sk_sink, size); PLACE(sk_sink, reserved); PLACE(sk_sink, ctx); PLACE(sk_sink, write);
    SIZE(sk_host); PLACE(sk_host, size); PLACE(sk_host, abi_minor); PLACE(sk_host, ctx); PLACE(sk_host, get_extension);
    SIZE(sk_completion); PLACE(sk_completion, size); PLACE(sk_completion, reserved); PLACE(sk_completion, ctx);
    PLACE(sk_completion, done);
    SIZE(sk_turn); PLACE(sk_turn, size); PLACE(sk_turn, flags); PLACE(sk_turn, id); PLACE(sk_turn, deadline_ns);
    PLACE(sk_turn, context);
    SIZE(sk_skill); PLACE(sk_skill, size); PLACE(sk_skill, reserved); PLACE(sk_skill, ctx); PLACE(sk_skill, turn_begin);
    PLACE(sk_skill, turn_cancel); PLACE(sk_skill, destroy); PLACE(sk_skill, get_extension);
    SIZE(sk_entry); PLACE(sk_entry, size); PLACE(sk_entry, abi_major); PLACE(sk_entry, abi_minor); PLACE(sk_entry, ctx);
    PLACE(sk_entry, manifest); PLACE(sk_entry, toolchain); PLACE(sk_entry, create);
    SIZE(sk_log); PLACE(sk_log, size); PLACE(sk_log, reserved); PLACE(sk_log, ctx); PLACE(sk_log, write);
    SIZE(sk_clock); PLACE(sk_clock, size); PLACE(sk_clock, reserved); PLACE(sk_clock, ctx); PLACE(sk_clock, wall_ms);
    PLACE(sk_clock, monotonic_ns); PLACE(sk_clock, random);
    SIZE(sk_metrics); PLACE(sk_metrics, size); PLACE(sk_metrics, reserved); PLACE(sk_metrics, ctx); PLACE(sk_metrics, add);
    SIZE(sk_call); PLACE(sk_call, size); PLACE(sk_call, reserved); PLACE(sk_call, ctx); PLACE(sk_call, call);
    SIZE(sk_check); PLACE(sk_check, size); PLACE(sk_check, reserved); PLACE(sk_check, ctx); PLACE(sk_check, check);
    printf("status %d %d %d %d %d %d %d %d %d %d\n", SK_OK, SK_ERROR, SK_CANCELLED, SK_DEADLINE, SK_BAD_ARGUMENT,
           SK_UNSUPPORTED, SK_UNAVAILABLE, SK_BUG, SK_DENIED, SK_TOO_LARGE);
    printf("flags %u %u\n", SK_TURN_REPLAY, SK_TURN_CLAIMED);
    printf("levels %d %d %d %d %d\n", SK_LOG_DEBUG, SK_LOG_INFO, SK_LOG_NOTICE, SK_LOG_WARNING, SK_LOG_ERROR);
    puts(SK_EXT_LOG "\n" SK_EXT_CLOCK "\n" SK_EXT_METRICS "\n" SK_EXT_STORE "\n" SK_EXT_CUSTOMERS "\n" SK_EXT_HISTORY "\n"
         SK_EXT_AGENTS "\n" SK_EXT_SCHEDULE "\n" SK_EXT_KNOWLEDGE "\n" SK_EXT_CATALOG "\n" SK_EXT_LLM "\n" SK_EXT_HTTP "\n"
         SK_EXT_SECRETS "\n" SK_EXT_EVENTS "\n" SK_EXT_SELFTEST "\n" SK_EXT_STATE "\n" SK_EXT_ADMIN "\n"
         SK_EXT_CHECK);
    return 0;
}
