/* It answers each turn twice. */
#define _GNU_SOURCE
#define AFTER_DONE completion->done(completion, SK_OK, sk_bytes_of(NULL, 0));
#include "zoo.h"
