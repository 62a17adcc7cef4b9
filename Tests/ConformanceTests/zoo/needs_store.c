/* It takes for granted a store that it does not require. */
#define _GNU_SOURCE
#define ON_TURN if (!self->store->call) abort();
#include "zoo.h"
