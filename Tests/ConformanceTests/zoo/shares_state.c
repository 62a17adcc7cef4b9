/* It takes whichever instance was made last for the one that is asked. */
#define _GNU_SOURCE
static const void *last;
#define ON_CREATE last = self;
#define ON_TURN if (last != self) text.len += 1;
#include "zoo.h"
