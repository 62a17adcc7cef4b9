/* What it answers hangs on a key that its manifest does not name. */
#define _GNU_SOURCE
#define ON_TURN { sk_bytes name; if (sk_cbor_find_text(turn->context, "customer.name", &name)) text.len += name.len; }
#include "zoo.h"
