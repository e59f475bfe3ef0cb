#include <sqlite3.h>

/* Swift cannot call functions of variable arity; this is the one call of sqlite3_db_config that is needed. */
static inline int canon_sqlite3_set_flag(sqlite3 *connection, int flag, int value) {
    return sqlite3_db_config(connection, flag, value, (int *)0);
}
