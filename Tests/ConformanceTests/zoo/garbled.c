/* Its result is no message. */
#define _GNU_SOURCE
#define ON_DONE space[0] = 0xFF; completion->done(completion, SK_OK, sk_cbor_written(&result));
#include "zoo.h"
