#pragma once
#include <stddef.h>
#include <stdint.h>

#include "Confinement.h"
#include "OpenBeneath.h"
#include "Processes.h"
#include "Programs.h"
#include "Strays.h"

/// A file in memory that holds `count` bytes, its offset at 0 and closed on exec; -1 where there is none, errno says why.
/// The caller closes it.
int csys_memory_file(const void *bytes, size_t count);
