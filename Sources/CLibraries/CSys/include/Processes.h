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

/// Raises the memory that the stack of this thread, and of all that this process starts from now on, may have to `wanted`
/// bytes, as far as it may. 0, or how much that is where it is less.
uint64_t csys_raise_stack(uint64_t wanted);

/// Makes the limit of processor time that ends this process at once one that is announced a second before: then it writes
/// `message` on its standard error and ends with `status`. What it starts is ended as before.
void csys_end_at_processor_limit(const char *_Nonnull message, int status);

/// Bounds the bytes of data that this process may hold, softly (what it starts may raise that again), and forbids core
/// files. 0, or -1 with errno.
int csys_limit_data(uint64_t bytes);
