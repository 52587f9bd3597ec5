#define _GNU_SOURCE
#include "Confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "Landlock.h"
#include "SystemCalls.h"

uint64_t csys_read_any_file(void) { return (uint64_t)1 << CAP_DAC_READ_SEARCH; }

/// For a program that doesn't listen and one that does. NULL where there is none, or where this process is under one that
/// refuses as much: to take it costs a tenth of a millisecond.
static const struct sock_fprog *filters[2];

static int may_make_socket(void) {
  int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (made < 0) return 0;
  close(made);
  return 1;
}

static void make_filters(void) {
  int is_filtered = csys_is_filtered();
  for (int listens = 0; listens < 2; listens++) {
    // A worker that may start a program that listens is under the wider one: its other programs take the narrower besides.
    if (is_filtered && (listens || !may_make_socket())) continue;
    filters[listens] = csys_call_filter(csys_landlock_version() >= 3, listens);
  }
}

void csys_prepare_to_confine(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_filters);
}

/// Sets both limits of `resource`, no higher than the hard one that is there.
static void bound(int resource, uint64_t value) {
  struct rlimit there;
  if (prlimit(0, resource, NULL, &there) != 0) return;
  if (there.rlim_max < value) value = there.rlim_max;
  struct rlimit wanted = {value, value};
  prlimit(0, resource, &wanted, NULL);
}

static void limit(const csys_bounds *bounds) {
  // No RLIMIT_NPROC: it counts all processes of the user, so no number fits everywhere, and root is exempt.
  bound(RLIMIT_AS, bounds->address_space);
  bound(RLIMIT_CPU, bounds->cpu_seconds);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_FSIZE, bounds->file_bytes);
  bound(RLIMIT_NOFILE, bounds->open_files);
  // That of a worker is meant for itself.
  bound(RLIMIT_DATA, RLIM_INFINITY);
}

/// Gives up all capabilities but `kept`; a program that is run next gets none back without new privileges.
static void give_up_capabilities(uint64_t kept) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct set[2];
  if (syscall(SYS_capget, &header, set) != 0) return;
  for (int half = 0; half < 2; half++) {
    set[half].permitted &= (uint32_t)(kept >> (32 * half));
    set[half].effective = set[half].permitted;
    set[half].inheritable = 0;
  }
  syscall(SYS_capset, &header, set);
}

int csys_confine(const csys_bounds *bounds) {
  if (bounds->is_limited) limit(bounds);
  give_up_capabilities(bounds->capabilities);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  if (bounds->ruleset >= 0 && syscall(SYS_landlock_restrict_self, bounds->ruleset, 0) != 0) return -1;
  // Where the kernel takes no filter, or one around us refuses the call, the program runs all the same.
  const struct sock_fprog *filter = filters[bounds->listens != 0];
  if (filter != NULL) prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, filter, 0, 0);
  return 0;
}

/// What is refused to this process.
static int refusals(void) {
  int refused = 0;
  if (open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC) < 0 && errno == EACCES) refused |= csys_refuses_files;
  if (socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) < 0 && errno == EPERM) refused |= csys_refuses_calls;
  if (kill(getppid(), 0) < 0 && errno == EPERM) refused |= csys_refuses_signals;
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct set[2];
  if (syscall(SYS_capget, &header, set) == 0 && (set[0].permitted | set[1].permitted) == 0) {
    refused |= csys_refuses_capabilities;
  }
  return refused;
}

int csys_refusals_in_force(void) {
  csys_bounds bounds = {.ruleset = csys_ruleset(0)};
  csys_prepare_to_confine();
  int status = 0;
  pid_t child = vfork();
  if (child == 0) _exit(csys_confine(&bounds) == 0 ? refusals() : 0);
  if (bounds.ruleset >= 0) close(bounds.ruleset);
  if (child < 0) return -1;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}
