/* Nothing is wrong with it. */
#define _GNU_SOURCE
#include "zoo.h"
