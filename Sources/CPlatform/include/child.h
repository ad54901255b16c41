#ifndef QUAESTIO_CHILD_H
#define QUAESTIO_CHILD_H

#include <sys/types.h>

/// Starts a program, found in PATH, whose standard output is read from a pipe and which has no input and no standard
/// error. The arguments end with NULL, the first is the program's name. No other process inherits the pipe.
/// Returns 0 and sets the process and the pipe's reading end, or the errno that explains why it could not be started
/// (ENOENT where there is no such program).
int quaestio_spawn(const char *const arguments[], pid_t *process, int *output);

/// Ends a process started here, if it has not ended, and waits for it.
/// Returns its exit status, or -1 when a signal ended it.
int quaestio_end(pid_t process);

#endif
