#define _GNU_SOURCE
#include "platform.h"

#include <errno.h>

#ifdef __linux__
#include <fcntl.h>
#include <stdio.h>

int quaestio_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}
#else
int quaestio_exchange(const char *first, const char *second) {
  (void)first;
  (void)second;
  return ENOSYS;
}
#endif
