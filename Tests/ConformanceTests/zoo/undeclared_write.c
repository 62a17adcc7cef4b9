/* It writes a key that its manifest does not name. */
#define _GNU_SOURCE
#define WRITTEN "animal.secret"
#include "zoo.h"
