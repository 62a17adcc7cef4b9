/* It takes a locale for a text of some length without looking. */
#define _GNU_SOURCE
#define ON_TURN { sk_bytes value; if (sk_cbor_find(turn->context, "turn.locale", &value) && sk_cbor_type(value) != SK_CBOR_TEXT) abort(); }
#include "zoo.h"
