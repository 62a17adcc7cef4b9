/* An instance starts a thread that does not end. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>
static void *wait_for_ever(void *nothing) { for (;;) pause(); return nothing; }
#define ON_CREATE { pthread_t thread; if (pthread_create(&thread, NULL, wait_for_ever, NULL) == 0) pthread_detach(thread); }
#include "zoo.h"
