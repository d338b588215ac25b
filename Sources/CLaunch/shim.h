#pragma once
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/// Puts a descriptor in the place of a standard one, open to the program that is run.
static inline int sillage_launch_place(int descriptor, int standard) {
  return descriptor == standard ? fcntl(descriptor, F_SETFD, 0) : dup2(descriptor, standard);
}

/// Starts a program with three descriptors as its standard ones and with the signals of a fresh process, whatever this one ignores or
/// blocks. Gives its number, or the negative number of the error that kept it from running. On Linux the program is killed when the thread
/// that starts it ends, and so when this process does, in whatever way; posix_spawn has no word for that. Until the program runs it has the
/// memory of this process, whose thread waits: nothing is copied.
static inline pid_t sillage_launch(
    const char *path, char *const *words, char *const *environment, int input, int output, int error) {
  volatile int failure = 0;
  pid_t parent = getpid();
  sigset_t all, before, none;
  sigfillset(&all);
  sigemptyset(&none);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pid_t process = vfork();
  if (process == 0) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
#endif
    signal(SIGPIPE, SIG_DFL);
    if (sillage_launch_place(input, STDIN_FILENO) >= 0 && sillage_launch_place(output, STDOUT_FILENO) >= 0 &&
        sillage_launch_place(error, STDERR_FILENO) >= 0) {
      pthread_sigmask(SIG_SETMASK, &none, NULL);
      execve(path, words, environment);
    }
    failure = errno;
    _exit(127);
  }
  int reason = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (process < 0) return -reason;
  if (failure == 0) return process;
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
  return -failure;
}
