/* An instance is not freed. */
#define _GNU_SOURCE
#define ON_DESTROY (void)self;
#include "zoo.h"
