/* It takes chance from the machine. */
#define _GNU_SOURCE
#include <sys/random.h>
#define ON_TURN { uint32_t number = 0; if (getrandom(&number, sizeof number, 0) > 0) text.len = number; }
#include "zoo.h"
