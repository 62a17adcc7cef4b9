/* It writes to stdout. */
#define _GNU_SOURCE
#define ON_TURN puts("heard");
#include "zoo.h"
