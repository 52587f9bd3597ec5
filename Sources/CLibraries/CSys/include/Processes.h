#pragma once
#include <stdint.h>

#include "Confinement.h"

/// A pipe that programs started later don't inherit: `ends[0]` to read, `ends[1]` to write. 0, or -1 with errno.
int csys_pipe(int *_Nonnull ends);

/// Starts `program` in a session of its own with exactly three descriptors, no signal ignored or blocked, within `bounds`
/// where there are any. Returns its id, or -1 with errno. `arguments` and `environment` end with NULL.
int csys_start(const char *_Nonnull program, char *const _Nullable *_Nonnull arguments,
               char *const _Nullable *_Nonnull environment, int input, int output, int messages,
               const csys_bounds *_Nullable bounds);

/// From now on SIGINT, SIGTERM and SIGHUP end up as bytes, their numbers, in the pipe whose reading end this returns; a
/// SIGINT or SIGHUP that the parent ignored stays ignored, and what it blocked comes through to this thread. -1 with errno
/// where there is no pipe.
int csys_catch_signals(void);

/// Bounds the bytes of data that this process may hold, softly (what it starts may raise that again), and forbids core
/// files. 0, or -1 with errno.
int csys_limit_data(uint64_t bytes);
