// The library is its headers; this file makes the compiler read them, and with them every layout assertion.
#include "skill_cbor.h"
