#define _GNU_SOURCE
#include "Programs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "Processes.h"

/// `end`, moved away from the numbers of the three standard descriptors, which we may have been started without.
static int above_standard(int end) {
  if (end < 0 || end > 2) return end;
  int moved = fcntl(end, F_DUPFD_CLOEXEC, 3);
  int error = errno;
  close(end);
  errno = error;
  return moved;
}

/// A pipe whose reading end doesn't block.
static int open_pipe(int ends[2], int bytes) {
  if (csys_pipe(ends) != 0) {
    ends[0] = ends[1] = -1;
    return -1;
  }
  ends[0] = above_standard(ends[0]);
  ends[1] = above_standard(ends[1]);
  if (ends[0] < 0 || ends[1] < 0) return -1;
  // A user who holds many wide pipes is refused; the usual one does, only slower.
  if (bytes > 0) fcntl(ends[0], F_SETPIPE_SZ, bytes);
  return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

/// Whether one of `variables` has the name of `other`, "NAME=value".
static int has_name(char *const variables[], const char *other) {
  size_t name = strcspn(other, "=") + 1;
  for (; *variables != NULL; variables++) {
    if (strncmp(*variables, other, name) == 0) return 1;
  }
  return 0;
}

/// What a program gets of our environment: nothing that changes what it writes. The options are read by the sanitizer that
/// a program under test is built with.
static char *const passed_on[] = {"PATH=", "SWIFT_BACKTRACE=", "ASAN_OPTIONS=", "LSAN_OPTIONS=", "TSAN_OPTIONS=", NULL};

/// Of our environment what is passed on, with `variables` in the place of those that have their names. Free it.
static char **environment_with(char *const variables[]) {
  size_t room = 1, count = 0;
  for (char **each = environ; *each != NULL; each++) room++;
  for (char *const *each = variables; *each != NULL; each++) room++;
  char **result = malloc(room * sizeof *result);
  if (result == NULL) return NULL;
  for (char **each = environ; *each != NULL; each++) {
    if (has_name(passed_on, *each) && !has_name(variables, *each)) result[count++] = *each;
  }
  for (char *const *each = variables; *each != NULL; each++) result[count++] = *each;
  result[count] = NULL;
  return result;
}

int csys_start_program(csys_program *started, const char *program, char *const arguments[],
                       char *const variables[], int input, int output_bytes,
                       const csys_bounds *bounds) {
  int output[2] = {-1, -1}, messages[2] = {-1, -1};
  char **environment = environment_with(variables);
  int moved = input > 2 ? -1 : fcntl(input, F_DUPFD_CLOEXEC, 3);
  if (moved >= 0) input = moved;
  int process = -1;
  if (environment != NULL && input > 2 && open_pipe(output, output_bytes) == 0 &&
      open_pipe(messages, 0) == 0) {
    process = csys_start(program, arguments, environment, input, output[1], messages[1], bounds);
  }
  int error = errno;
  free(environment);
  if (moved >= 0) close(moved);
  if (output[1] >= 0) close(output[1]);
  if (messages[1] >= 0) close(messages[1]);
  if (process < 0) {
    if (output[0] >= 0) close(output[0]);
    if (messages[0] >= 0) close(messages[0]);
  } else {
    int end = (int)syscall(SYS_pidfd_open, process, 0);
    *started = (csys_program){process, end, output[0], messages[0]};
  }
  errno = error;
  return process < 0 ? -1 : 0;
}

int csys_has_ended(int process) {
  siginfo_t info = {0};
  return waitid(P_PID, (id_t)process, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
}
