/* It reads one byte more than it was given. */
#define _GNU_SOURCE
#define ON_TURN if (*(const volatile uint8_t *)(turn->context.ptr + turn->context.len) == 0x01 && self->kept.len == 7) abort();
#include "zoo.h"
