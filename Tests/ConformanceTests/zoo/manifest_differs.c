/* It says another name than skill.yaml. */
#define _GNU_SOURCE
#define ID "other"
#include "zoo.h"
