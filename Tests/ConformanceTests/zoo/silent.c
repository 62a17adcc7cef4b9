/* It refuses a configuration that it does not like, and does not say why. */
#define _GNU_SOURCE
#define ON_CREATE if (sk_cbor_type(config) != SK_CBOR_MAP) { free(self); return NULL; }
#include "zoo.h"
