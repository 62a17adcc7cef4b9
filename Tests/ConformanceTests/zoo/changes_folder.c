/* It goes to another folder. */
#define _GNU_SOURCE
#define ON_TURN if (chdir("/usr") != 0) abort();
#include "zoo.h"
