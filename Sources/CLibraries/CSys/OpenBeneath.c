#define _GNU_SOURCE
#include "OpenBeneath.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int opener(int folder, const char *path, int flags);

static int open_by_kernel(int folder, const char *path, int flags) {
  struct open_how how = {
      .flags = (uint64_t)(flags | O_CLOEXEC),
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS,
  };
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

// One component. A link is ELOOP, also where O_PATH would give the link itself or O_DIRECTORY say ENOTDIR.
static int open_component(int folder, const char *name, int flags) {
  if (strcmp(name, "..") == 0) {
    errno = EXDEV;
    return -1;
  }
  int file = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
  int error = errno;
  struct stat status;
  if (file < 0 && error == ENOTDIR && fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
      S_ISLNK(status.st_mode)) {
    error = ELOOP;
  }
  if (file >= 0 && (flags & O_PATH) && fstat(file, &status) == 0 && S_ISLNK(status.st_mode)) {
    close(file);
    file = -1;
    error = ELOOP;
  }
  errno = error;
  return file;
}

// Opens `path` in pieces of whole components, each of at most `limit` bytes or one component.
static int open_in_pieces(int folder, const char *path, size_t length, int flags, size_t limit, opener *open_piece) {
  char piece[PATH_MAX];
  int current = folder;
  size_t start = 0;
  if (length > 0 && memchr(path, 0, length)) {
    errno = EINVAL;
    return -1;
  }
  if (length > 0 && path[0] == '/') {
    errno = EXDEV;
    return -1;
  }
  for (;;) {
    size_t end = start, stop = start;
    while (stop < length) {
      const char *slash = memchr(path + stop, '/', length - stop);
      size_t next = slash ? (size_t)(slash - path) : length;
      if (end > start && next - start > limit) break;
      end = next;
      stop = next + 1;
    }
    size_t rest = end;
    while (rest < length && path[rest] == '/') rest++;
    int is_last = rest >= length;
    if (end - start >= sizeof piece) {
      if (current != folder) close(current);
      errno = ENAMETOOLONG;
      return -1;
    }
    memcpy(piece, path + start, end - start);
    piece[end - start] = 0;
    if (end == start) strcpy(piece, ".");
    int file = open_piece(current, piece, is_last ? flags : O_PATH | O_DIRECTORY);
    int error = errno;
    if (current != folder) close(current);
    errno = error;
    if (file < 0 || is_last) return file;
    current = file;
    start = rest;
  }
}

int csys_open_beneath_by_components(int folder, const char *path, size_t length, int flags) {
  return open_in_pieces(folder, path, length, flags, 0, open_component);
}

int csys_open_beneath(int folder, const char *path, size_t length, int flags) {
  int file = open_in_pieces(folder, path, length, flags, PATH_MAX - 1, open_by_kernel);
  // A kernel before 5.6, or a sandbox that refuses calls it doesn't know.
  if (file < 0 && (errno == ENOSYS || errno == EPERM)) {
    return csys_open_beneath_by_components(folder, path, length, flags);
  }
  return file;
}

int csys_place_only(void) {
  return O_PATH;
}
