#pragma once
#include <stdint.h>

/// What a program that is started may do at most.
typedef struct {
  /// The files that it may touch, of csys_ruleset; -1 for what the user may.
  int ruleset;
  /// Which of our capabilities it keeps, a bit each (capabilities(7)): root without them is a user like any other.
  uint64_t capabilities;
  /// Whether the four limits below hold.
  int is_limited;
  /// Bytes of its address space, seconds of processor time, bytes of a file that it writes (a pipe is none), open files.
  uint64_t address_space, cpu_seconds, file_bytes, open_files;
  /// Whether it may make a stream socket of this machine's and listen at it; it connects to none.
  int listens;
} csys_bounds;

/// The capability to read every file, which root needs for the files of others.
uint64_t csys_read_any_file(void);

/// A new ruleset of Landlock (landlock(7)). A program under it reads libraries, fonts and the tables of poppler, as every
/// program must, and runs them if `runs_programs`; it writes nowhere, uses no TCP port, and sends no signal to a process
/// outside of it, each as far as the kernel can refuse that.
///
/// A descriptor, which the caller closes; -1 where the kernel has no Landlock.
int csys_ruleset(int runs_programs);

/// Adds reading the file `path`, or every file below the folder `path`. What isn't there is left out.
void csys_permit_reading(int ruleset, const char *_Nonnull path);

/// Adds reading, writing, making and removing what lies below the folder `path`, and running none of it.
void csys_permit_writing(int ruleset, const char *_Nonnull path);

/// Adds running the program `path`: the file itself, what the kernel starts it by (an interpreter, the loader), and the
/// libraries and tables that are installed beside it or named in LD_LIBRARY_PATH and LD_PRELOAD. One that a shell runs may run other programs of the system, for a
/// shell does nothing else.
void csys_permit_program(int ruleset, const char *_Nonnull path);

/// Adds what this program needs itself: its file, the libraries it has loaded, and looking for its children in /proc.
void csys_permit_this_program(int ruleset);

/// What csys_refusals_in_force found to be refused.
enum {
  csys_refuses_files = 1,
  csys_refuses_calls = 2,
  csys_refuses_signals = 4,
  csys_refuses_capabilities = 8,
};

/// Tries out, in a child that is confined as programs are, what is refused to it. -1 where no child can be started.
int csys_refusals_in_force(void);

// For what starts a program.

/// Readies what csys_confine needs, which may do nothing but system calls.
void csys_prepare_to_confine(void);

/// Confines this process, which has one thread and is about to run a program. 0, or -1 with errno where it mustn't then.
int csys_confine(const csys_bounds *_Nonnull bounds);

