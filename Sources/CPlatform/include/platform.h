#ifndef QUAESTIO_PLATFORM_H
#define QUAESTIO_PLATFORM_H

/// Atomically exchanges two paths (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno that explains why it could not be done (ENOSYS where the system has no such call).
int quaestio_exchange(const char *first, const char *second);

#endif
