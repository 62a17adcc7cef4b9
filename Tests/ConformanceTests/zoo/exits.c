/* It ends the process. */
#define _GNU_SOURCE
#define ON_TURN exit(0);
#include "zoo.h"
