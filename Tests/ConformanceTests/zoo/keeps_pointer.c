/* It keeps what it was lent, and looks at it in the next turn. */
#define _GNU_SOURCE
#define ON_TURN if (self->kept.len > 0 && self->kept.ptr[0] == 0xFF) abort(); self->kept = turn->context;
#include "zoo.h"
