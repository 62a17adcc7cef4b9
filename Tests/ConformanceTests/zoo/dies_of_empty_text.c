/* It takes an empty text for one that is not. */
#define _GNU_SOURCE
#define ON_TURN if (text.len == 0) *(volatile char *)16 = 1;
#include "zoo.h"
