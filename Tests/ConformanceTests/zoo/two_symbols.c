/* It exports a second function. */
#define _GNU_SOURCE
int helper(void);
int helper(void) { return 1; }
#include "zoo.h"
