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
int csys_memory_file(const void *_Nullable bytes, size_t count);

/// Removes the folder `path` and all that lies below it, links and not what they lead to. What can't be removed stays.
void csys_remove_tree(const char *_Nonnull path);
