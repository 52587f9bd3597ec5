#pragma once
#include <stddef.h>

/// Makes this process the parent of every descendant whose own parent ends (a child subreaper), and forbids it and all
/// its children to gain privileges by running a program. 0, or -1 with errno.
int csys_adopt_strays(void);

/// Whether csys_adopt_strays was called in this process.
int csys_adopts_strays(void);

/// Kills and reaps every descendant of this process, but for the direct children in `kept` and what descends from
/// them, for at most `milliseconds`. Reaps: with `kept` left out, no other thread may be waiting for a child.
/// 0 when none is left, -1 when some are, or when they can't be seen because /proc is not that of this process.
int csys_kill_strays(const int *kept, size_t kept_count, int milliseconds);
