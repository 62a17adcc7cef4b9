#pragma once

#include <sqlite3.h>

// Variadic, so Swift cannot call it: counting memory costs a lock for every allocation, and nobody reads the count.
static inline int concierge_sqlite3_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
