#pragma once
#include <stddef.h>
#include <stdint.h>

/// A file in memory that holds `count` bytes, its offset at 0 and closed on exec; -1 where there is none, errno says why.
/// The caller closes it.
int csys_memory_file(const void *bytes, size_t count);

/// Bounds the address space in bytes and the processor time in seconds of the running process `pid`, and forbids core
/// files. Children it starts later inherit all three. 0, or -1 with errno.
int csys_limit_process(int pid, uint64_t address_space, uint64_t cpu_seconds);
