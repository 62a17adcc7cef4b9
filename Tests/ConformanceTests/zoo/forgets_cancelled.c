/* A turn that is cancelled, or late, is never answered. */
#define _GNU_SOURCE
#define ON_DONE { \
    struct timespec now; \
    clock_gettime(CLOCK_MONOTONIC, &now); \
    if (turn->deadline_ns > now.tv_sec * 1000000000ll + now.tv_nsec) completion->done(completion, SK_OK, sk_cbor_written(&result)); }
#include <time.h>
#include "zoo.h"
