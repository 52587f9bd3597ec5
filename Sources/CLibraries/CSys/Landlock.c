#define _GNU_SOURCE
#include "Landlock.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "Confinement.h"

int csys_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version > 0 ? (int)version : 0;
}

/// Adds `rights` to the file `path`, or to all below the folder `path`, as far as they are rights to such a thing.
static void permit(int ruleset, const char *path, uint64_t rights) {
  int error = errno;
  int place = open(path, O_PATH | O_CLOEXEC);
  struct stat status;
  if (place >= 0 && fstat(place, &status) == 0) {
    if (!S_ISDIR(status.st_mode)) rights &= ~(uint64_t)landlock_read_dir;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = place};
    // Where the kernel refuses, the program can do less.
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  if (place >= 0) close(place);
  errno = error;
}

/// Where programs and libraries are installed.
static const char *const program_folders[] = {
    "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/nix/store", "/gnu/store",
};

/// What the loader, the C library, libcrypto and fontconfig look at in other places, nothing that is anybody's own.
static const char *const common_files[] = {
    "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/fonts", "/var/cache/fontconfig",
    "/etc/ssl/openssl.cnf", "/etc/pki/tls/openssl.cnf", "/etc/crypto-policies",
    "/sys/kernel/mm/transparent_hugepage", "/sys/devices/system/cpu",
    "/dev/zero", "/dev/random", "/dev/urandom",
};

enum { reading = landlock_read_file | landlock_read_dir };

int csys_ruleset(int runs_programs) {
  int version = csys_landlock_version();
  if (version == 0) return -1;
  landlock_ruleset all = {(1 << landlock_first_rights) - 1, 3, 3};
  if (version >= 2) all.files |= landlock_refer;
  if (version >= 3) all.files |= landlock_truncate;
  if (version >= 5) all.files |= landlock_ioctl_dev;
  // A kernel refuses a structure with anything set that it doesn't know.
  if (version < 4) all.network = 0;
  if (version < 6) all.scopes = 0;
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  if (ruleset < 0) return -1;
  for (size_t i = 0; i < sizeof program_folders / sizeof *program_folders; i++) {
    permit(ruleset, program_folders[i], runs_programs ? reading | landlock_execute : reading);
  }
  for (size_t i = 0; i < sizeof common_files / sizeof *common_files; i++) {
    permit(ruleset, common_files[i], reading);
  }
  permit(ruleset, "/dev/null", landlock_read_file | landlock_write_file);
  return ruleset;
}

void csys_permit_reading(int ruleset, const char *path) { permit(ruleset, path, reading); }

void csys_permit_writing(int ruleset, const char *path) {
  int version = csys_landlock_version();
  uint64_t rights = reading | landlock_write_file | landlock_remove_dir | landlock_remove_file | landlock_make_dir |
                    landlock_make_file | landlock_make_socket | landlock_make_link;
  if (version >= 2) rights |= landlock_refer;
  if (version >= 3) rights |= landlock_truncate;
  permit(ruleset, path, rights);
}

/// What the kernel starts the program `path` by: the interpreter that its first line names, or the loader of an ELF file
/// of 64 bits. 0 where there is none, as in a static program.
static int find_starter(const char *path, char *starter, size_t room) {
  union {
    char text[PATH_MAX];
    ElfW(Ehdr) header;
  } start;
  int found = 0, file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return 0;
  ssize_t count = read(file, &start, sizeof start - 1);
  if (count > 2 && memcmp(start.text, "#!", 2) == 0) {
    start.text[count] = 0;
    char *name = start.text + 2 + strspn(start.text + 2, " \t");
    name[strcspn(name, " \t\r\n")] = 0;
    found = (size_t)snprintf(starter, room, "%s", name) < room;
  } else if (count > (ssize_t)sizeof start.header && memcmp(start.text, ELFMAG, SELFMAG) == 0) {
    ElfW(Phdr) segment;
    for (int i = 0; i < start.header.e_phnum && !found; i++) {
      off_t place = (off_t)(start.header.e_phoff + (uint64_t)i * sizeof segment);
      if (pread(file, &segment, sizeof segment, place) != sizeof segment) break;
      if (segment.p_type != PT_INTERP || segment.p_filesz >= room) continue;
      ssize_t length = pread(file, starter, segment.p_filesz, (off_t)segment.p_offset);
      found = length == (ssize_t)segment.p_filesz;
      if (found) starter[length] = 0;
    }
  }
  close(file);
  return found;
}

/// Whether `path` is a shell, or starts another program as one does.
static int is_shell(const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  size_t length = strlen(name);
  return (length >= 2 && strcmp(name + length - 2, "sh") == 0) || strcmp(name, "env") == 0 ||
         strcmp(name, "busybox") == 0;
}

/// Adds reading what the variable `name` lists for the loader, which complains where it can't.
static void permit_listed(int ruleset, const char *name, const char *separators) {
  char place[PATH_MAX];
  const char *rest = getenv(name);
  while (rest != NULL && *rest != 0) {
    size_t length = strcspn(rest, separators);
    if (length > 0 && length < sizeof place) {
      snprintf(place, sizeof place, "%.*s", (int)length, rest);
      permit(ruleset, place, reading);
    }
    rest += length;
    rest += strspn(rest, separators);
  }
}

void csys_permit_program(int ruleset, const char *path) {
  static const char *const beside[] = {"lib", "lib64", "share/poppler", "share/fonts", "etc/fonts"};
  char current[PATH_MAX], next[PATH_MAX + 32];
  if (realpath(path, current) == NULL) return;
  char *slash = strrchr(current, '/');
  for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
    snprintf(next, sizeof next, "%.*s/../%s", (int)(slash - current), current, beside[i]);
    permit(ruleset, next, reading);
  }
  permit_listed(ruleset, "LD_LIBRARY_PATH", ":;");
  permit_listed(ruleset, "LD_PRELOAD", ": ");
  // As many interpreters of interpreters as the kernel follows.
  for (int depth = 0; depth < 5; depth++) {
    permit(ruleset, current, reading | landlock_execute);
    if (depth > 0 && is_shell(current)) {
      for (size_t i = 0; i < sizeof program_folders / sizeof *program_folders; i++) {
        permit(ruleset, program_folders[i], reading | landlock_execute);
      }
    }
    if (!find_starter(current, next, PATH_MAX)) return;
    strcpy(current, next);
  }
}

static int permit_object(struct dl_phdr_info *object, size_t size, void *ruleset) {
  (void)size;
  // The program itself and what the kernel maps have no file name.
  if (object->dlpi_name[0] == '/') permit(*(int *)ruleset, object->dlpi_name, reading | landlock_execute);
  return 0;
}

void csys_permit_this_program(int ruleset) {
  dl_iterate_phdr(permit_object, &ruleset);
  permit(ruleset, "/proc/self/exe", reading | landlock_execute);
  permit(ruleset, "/proc", reading);
}
