/* Loading it starts a thread. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>
static void *wait_for_ever(void *nothing) { for (;;) pause(); return nothing; }
#define ON_LOAD { static pthread_t thread; if (!thread) pthread_create(&thread, NULL, wait_for_ever, NULL); }
#include "zoo.h"
