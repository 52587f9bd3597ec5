#pragma once
#include <stddef.h>
#include <stdint.h>

/// Opens the file `path` below the open folder `folder` without following any symbolic link, and never above `folder`.
///
/// `path` is relative, `length` bytes without a NUL; empty or "." is the folder itself. It may be longer than PATH_MAX:
/// then it is opened in pieces. `flags` as for open(2), close-on-exec is added. Returns a descriptor, or -1 with errno:
/// ELOOP where a component is a symbolic link, EXDEV where the path leads above `folder`.
int csys_open_beneath(int folder, const char *path, size_t length, int flags);

/// The same by one openat(2) a component, for kernels and sandboxes without openat2(2).
int csys_open_beneath_by_components(int folder, const char *path, size_t length, int flags);

/// O_PATH, which Glibc's module lacks: opens a place and not what lies there, so that not even a FIFO is waited for.
int csys_place_only(void);
