#pragma once
#include <linux/filter.h>

/// The filter that refuses system calls to programs, with the reason for each group of them; NULL where none is made for
/// this architecture. To be called once for each value of `listens`.
///
/// `has_truncation`: Landlock refuses to truncate files. `listens`: a program may make a stream socket of this machine's
/// and listen at it.
const struct sock_fprog *csys_call_filter(int has_truncation, int listens);

/// Whether this process is under the filter, as all that it starts then is.
int csys_is_filtered(void);
