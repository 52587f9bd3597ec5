#pragma once
#include <stdint.h>

// <linux/landlock.h> as of Linux 6.12; the system's own may be older.

enum {
  landlock_execute = 1 << 0,
  landlock_write_file = 1 << 1,
  landlock_read_file = 1 << 2,
  landlock_read_dir = 1 << 3,
  landlock_remove_dir = 1 << 4,
  landlock_remove_file = 1 << 5,
  landlock_make_dir = 1 << 7,
  landlock_make_file = 1 << 8,
  landlock_make_socket = 1 << 9,
  landlock_make_link = 1 << 12,
  /// Bits of the rights to files that the first version knows, and those that came later.
  landlock_first_rights = 13,
  landlock_refer = 1 << 13,
  landlock_truncate = 1 << 14,
  landlock_ioctl_dev = 1 << 15,
};

typedef struct {
  uint64_t files;
  /// From version 4: 1 to bind a TCP port, 2 to connect to one.
  uint64_t network;
  /// From version 6: 1 abstract sockets, 2 signals.
  uint64_t scopes;
} landlock_ruleset;

/// The version of Landlock that the kernel has, 0 where it has none or it is switched off.
int csys_landlock_version(void);
