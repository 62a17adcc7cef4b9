/* An instance opens a file and leaves it open. */
#define _GNU_SOURCE
#define ON_CREATE { int file = open("/dev/null", O_RDONLY); (void)file; }
#include "zoo.h"
