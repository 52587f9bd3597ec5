#define _GNU_SOURCE
#include "Processes.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <unistd.h>

int csys_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

int csys_start(const char *program, char *const arguments[], char *const environment[], int input,
               int output, int messages) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  pid_t process = -1;
  int error = posix_spawn_file_actions_init(&actions);
  if (error == 0) {
    error = posix_spawnattr_init(&attributes);
    if (error == 0) {
      sigfillset(&all);
      sigemptyset(&none);
      posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF |
                                                POSIX_SPAWN_SETSIGMASK);
      posix_spawnattr_setsigdefault(&attributes, &all);
      posix_spawnattr_setsigmask(&attributes, &none);
      error = posix_spawn_file_actions_adddup2(&actions, input, 0);
      if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, output, 1);
      if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, messages, 2);
      if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
      if (error == 0)
        error = posix_spawn(&process, program, &actions, &attributes, arguments, environment);
      posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
  }
  errno = error;
  return error == 0 ? process : -1;
}

static volatile int signal_pipe = -1;

static void pass_on(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  if (write(signal_pipe, &byte, 1) < 0) {
    // The pipe is full of the same news.
  }
  errno = error;
}

int csys_catch_signals(void) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  signal_pipe = ends[1];
  sigset_t wanted;
  sigemptyset(&wanted);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction before, action = {.sa_handler = pass_on, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    // nohup's SIGHUP and the SIGINT of a shell's background job come ignored and stay so.
    if (numbers[i] != SIGTERM && sigaction(numbers[i], NULL, &before) == 0 &&
        before.sa_handler == SIG_IGN)
      continue;
    sigaction(numbers[i], &action, NULL);
    sigaddset(&wanted, numbers[i]);
  }
  // Whoever started us may have blocked them, as threads of Dispatch do.
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  return ends[0];
}

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

int csys_limit_data(uint64_t bytes) {
  // What a sanitizer maps for itself is more than any limit.
  if (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer)) return 0;
  struct rlimit data, core = {0, 0};
  if (getrlimit(RLIMIT_DATA, &data) != 0) return -1;
  data.rlim_cur = bytes < data.rlim_max ? bytes : data.rlim_max;
  if (setrlimit(RLIMIT_DATA, &data) != 0) return -1;
  return setrlimit(RLIMIT_CORE, &core);
}
