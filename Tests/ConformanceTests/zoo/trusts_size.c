/* It takes a table that is larger than it knows for one that it does not know. */
#define _GNU_SOURCE
#define ON_TURN if (self->store && self->store->size != sizeof *self->store) abort();
#include "zoo.h"
