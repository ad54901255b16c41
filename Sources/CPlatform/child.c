#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/// A pipe that no other process inherits.
static int open_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int quaestio_spawn(const char *const arguments[], pid_t *process, int *output) {
  int ends[2];
  int failure = open_pipe(ends);
  if (failure != 0) return failure;
  posix_spawn_file_actions_t actions;
  failure = posix_spawn_file_actions_init(&actions);
  if (failure == 0) {
    failure = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (failure == 0) failure = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (failure == 0) {
      failure = posix_spawnp(process, arguments[0], &actions, NULL, (char *const *)arguments, environ);
    }
    posix_spawn_file_actions_destroy(&actions);
  }
  close(ends[1]);
  if (failure != 0) {
    close(ends[0]);
    return failure;
  }
  *output = ends[0];
  return 0;
}

int quaestio_end(pid_t process) {
  int status = 0;
  pid_t ended = waitpid(process, &status, WNOHANG);
  if (ended == 0) {
    kill(process, SIGTERM);
    do ended = waitpid(process, &status, 0);
    while (ended == -1 && errno == EINTR);
  }
  return ended == process && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
