#define _GNU_SOURCE
#include "Processes.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int csys_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

/// Becomes `program` in a child that shares our memory: nothing but system calls. Returns where that fails, errno says why.
static void become(const char *program, char *const arguments[], char *const environment[],
                   const int *descriptors, const csys_bounds *bounds) {
  int kept[3];
  sigset_t none;
  for (int index = 0; index < 3; index++) {
    // Above those that are replaced, which we may have been started without.
    kept[index] = descriptors[index] > 2 ? descriptors[index] : fcntl(descriptors[index], F_DUPFD, 3);
  }
  for (int index = 0; index < 3; index++) {
    if (dup2(kept[index], index) < 0) return;
  }
  setsid();
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (bounds != NULL && csys_confine(bounds) != 0) return;
  // Only now: the ruleset is one of them.
  closefrom(3);
  execve(program, arguments, environment);
}

int csys_start(const char *program, char *const arguments[], char *const environment[], int input,
               int output, int messages, const csys_bounds *bounds) {
  const int descriptors[] = {input, output, messages};
  sigset_t all, before;
  volatile int error = 0;
  csys_prepare_to_confine();
  // A handler of ours must not run in the child, which has our memory.
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  // posix_spawn does the same, but leaves no room for confining what it starts; fork copies our page tables.
  pid_t process = vfork();
  if (process == 0) {
    become(program, arguments, environment, descriptors, bounds);
    error = errno;
    _exit(127);
  }
  if (process < 0) error = errno;
  if (process > 0 && error != 0) {
    waitpid(process, NULL, 0);
    process = -1;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return process;
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

uint64_t csys_raise_stack(uint64_t wanted) {
  struct rlimit there;
  if (getrlimit(RLIMIT_STACK, &there) != 0 || there.rlim_cur >= wanted) return 0;
  there.rlim_cur = there.rlim_max < wanted ? there.rlim_max : wanted;
  if (setrlimit(RLIMIT_STACK, &there) != 0 || there.rlim_cur < wanted) return there.rlim_cur;
  // The C library took the size for threads from the limit that the program was started with.
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return 0;
  pthread_attr_setstacksize(&attributes, wanted);
  pthread_setattr_default_np(&attributes);
  pthread_attr_destroy(&attributes);
  return 0;
}

static char last_words[512];
static int last_status;

static void end_with_words(int number) {
  (void)number;
  if (write(STDERR_FILENO, last_words, strlen(last_words)) < 0) {
    // Nobody is left to tell.
  }
  _exit(last_status);
}

void csys_end_at_processor_limit(const char *message, int status) {
  struct rlimit there;
  if (getrlimit(RLIMIT_CPU, &there) != 0 || there.rlim_cur == RLIM_INFINITY) return;
  strncpy(last_words, message, sizeof last_words - 1);
  last_status = status;
  signal(SIGXCPU, end_with_words);
  if (there.rlim_cur < there.rlim_max || there.rlim_cur < 2) return;
  there.rlim_cur--;
  setrlimit(RLIMIT_CPU, &there);
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
