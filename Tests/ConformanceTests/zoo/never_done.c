/* It answers no turn. */
#define _GNU_SOURCE
#define ON_DONE (void)completion;
#include "zoo.h"
