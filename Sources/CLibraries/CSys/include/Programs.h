#pragma once
#include "Confinement.h"

/// A program that was started, and the ends of ours.
typedef struct {
  /// Its id, also that of its session and of its group.
  int process;
  /// Becomes readable when it ends; -1 where the kernel has no such descriptor.
  int end;
  /// What it writes; reading doesn't block.
  int output, messages;
} csys_program;

/// Starts `program` within `bounds` as csys_start does, with `variables` ("NAME=value") as its environment and PATH of
/// ours: whoever starts us, it does the same. `arguments` and `variables` end with NULL.
///
/// `output_bytes` is how much of its output may wait to be read, as far as the system grants it. 0, or -1 with errno;
/// the caller closes the three descriptors.
int csys_start_program(csys_program *_Nonnull started, const char *_Nonnull program,
                       char *const _Nullable *_Nonnull arguments,
                       char *const _Nullable *_Nonnull variables, int input, int output_bytes,
                       const csys_bounds *_Nonnull bounds);

/// Whether the child `process` has ended; it isn't reaped.
int csys_has_ended(int process);
