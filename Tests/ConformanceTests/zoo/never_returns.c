/* It comes back from no turn. */
#define _GNU_SOURCE
#define ON_TURN for (volatile int going = 1; going;) {}
#include "zoo.h"
