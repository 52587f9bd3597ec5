#pragma once
#include <stddef.h>
#include <stdint.h>

#include "OpenBeneath.h"
#include "Processes.h"
#include "Programs.h"
#include "Strays.h"

/// A file in memory that holds `count` bytes, its offset at 0 and closed on exec; -1 where there is none, errno says why.
/// The caller closes it.
int csys_memory_file(const void *bytes, size_t count);

/// Bounds the running process `pid`: its address space in bytes, its processor time in seconds, the size of a file that
/// it writes (pipes are not concerned) and the number of its open files. Forbids core files, and takes back the bound
/// on its data that it may have inherited. Children it starts later inherit all of it. 0, or -1 with errno.
int csys_limit_process(
    int pid, uint64_t address_space, uint64_t cpu_seconds, uint64_t file_bytes, uint64_t open_files);
