#define _GNU_SOURCE
#include "CSys.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int csys_memory_file(const void *bytes, size_t count) {
  int file = memfd_create("gongkai", MFD_CLOEXEC);
  if (file < 0) return -1;
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(file, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int error = errno;
      close(file);
      errno = error;
      return -1;
    }
    next += written;
    count -= (size_t)written;
  }
  if (lseek(file, 0, SEEK_SET) != 0) {
    close(file);
    return -1;
  }
  return file;
}

/// Sets both limits of `resource`, no higher than the hard one that is there.
static int bound(int pid, int resource, uint64_t value) {
  struct rlimit there;
  if (prlimit(pid, resource, NULL, &there) != 0) return -1;
  if (there.rlim_max < value) value = there.rlim_max;
  struct rlimit wanted = {value, value};
  return prlimit(pid, resource, &wanted, NULL);
}

int csys_limit_process(
    int pid, uint64_t address_space, uint64_t cpu_seconds, uint64_t file_bytes, uint64_t open_files) {
  // No RLIMIT_NPROC: it counts all processes of the user, so no number fits everywhere, and root is exempt.
  if (bound(pid, RLIMIT_AS, address_space) != 0) return -1;
  if (bound(pid, RLIMIT_CPU, cpu_seconds) != 0) return -1;
  if (bound(pid, RLIMIT_CORE, 0) != 0) return -1;
  if (bound(pid, RLIMIT_FSIZE, file_bytes) != 0) return -1;
  if (bound(pid, RLIMIT_NOFILE, open_files) != 0) return -1;
  return bound(pid, RLIMIT_DATA, RLIM_INFINITY);
}
