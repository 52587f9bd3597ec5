#define _GNU_SOURCE
#include "SystemCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifndef OUR_ARCHITECTURE
// The numbers of calls and the order of their arguments were looked up for these two only.
const struct sock_fprog *csys_call_filter(int has_truncation, int listens) {
  (void)has_truncation;
  (void)listens;
  return NULL;
}

int csys_is_filtered(void) { return 0; }
#else

// Calls younger than some headers; from 424 on all architectures number them alike.
enum {
  call_open_tree = 428, call_move_mount, call_fsopen, call_fsconfig, call_fsmount, call_fspick,
  call_clone3 = 435, call_openat2 = 437, call_pidfd_getfd, call_process_madvise = 440,
  call_mount_setattr = 442, call_quotactl_fd, call_process_mrelease = 448, call_fchmodat2 = 452,
  call_setxattrat = 463, call_removexattrat = 466, call_open_tree_attr, call_file_setattr = 469,
};

/// When a call is refused.
typedef enum {
  always,
  /// The first argument is a process and not 0, which stands for the caller.
  for_others,
  /// The first argument asks for a new namespace.
  for_namespaces,
  /// The second or third argument opens a file to truncate it and not to write, which Landlock before 6.2 overlooks.
  for_truncation_2, for_truncation_3,
  /// As long as Landlock overlooks truncation, for the flags of this call lie in memory.
  without_truncation,
  /// Unless the program listens; and then a socket that isn't a stream of this machine's.
  without_listening, for_other_sockets,
  /// The second or third argument asks whether a file may be written.
  for_writing_2, for_writing_3,
} condition;

/// An error that no kernel gives, by which a process finds out that it is under this filter.
enum { filter_mark = EDOTDOT };

typedef struct {
  int number;
  /// What the caller is told. ENOSYS where it then falls back on another call, as on a kernel that lacks this one.
  int error;
  condition when;
} refusal;

static const refusal refusals[] = {
    // Other machines, and other programs on this one.
    {SYS_socket, EPERM, for_other_sockets}, {SYS_socketpair, EPERM}, {SYS_connect, EPERM},
    {SYS_bind, EPERM, without_listening},

    // The memory, files, limits and share of time of other processes of the same user.
    {SYS_ptrace, EPERM}, {SYS_process_vm_readv, EPERM}, {SYS_process_vm_writev, EPERM},
    {call_process_madvise, EPERM}, {call_process_mrelease, EPERM}, {call_pidfd_getfd, EPERM},
    {SYS_kcmp, filter_mark}, {SYS_migrate_pages, EPERM}, {SYS_move_pages, EPERM},
    {SYS_prlimit64, EPERM, for_others}, {SYS_setpriority, EPERM}, {SYS_ioprio_set, EPERM},
    {SYS_sched_setaffinity, EPERM, for_others}, {SYS_sched_setscheduler, EPERM, for_others},
    {SYS_sched_setparam, EPERM, for_others}, {SYS_sched_setattr, EPERM, for_others},

    // Memory and messages that processes find by a name which is no file.
    {SYS_shmget, EPERM}, {SYS_shmat, EPERM}, {SYS_shmctl, EPERM}, {SYS_semget, EPERM},
    {SYS_semop, EPERM}, {SYS_semtimedop, EPERM}, {SYS_semctl, EPERM}, {SYS_msgget, EPERM},
    {SYS_msgsnd, EPERM}, {SYS_msgrcv, EPERM}, {SYS_msgctl, EPERM}, {SYS_mq_open, EPERM},
    {SYS_mq_unlink, EPERM},

    // What no converter needs of the kernel, and where many of the kernel's own faults were found.
    {SYS_io_uring_setup, ENOSYS}, {SYS_io_uring_enter, ENOSYS}, {SYS_io_uring_register, ENOSYS},
    {SYS_bpf, EPERM}, {SYS_userfaultfd, EPERM}, {SYS_perf_event_open, EPERM},
    {SYS_add_key, EPERM}, {SYS_request_key, EPERM}, {SYS_keyctl, EPERM},
#ifdef SYS_modify_ldt
    {SYS_modify_ldt, EPERM},
#endif

    // Namespaces, in which a user may be root and mount, and mounts.
    {SYS_unshare, EPERM}, {SYS_setns, EPERM}, {SYS_clone, EPERM, for_namespaces},
    {call_clone3, ENOSYS}, {SYS_chroot, EPERM}, {SYS_pivot_root, EPERM}, {SYS_mount, EPERM},
    {SYS_umount2, EPERM}, {call_open_tree, EPERM}, {call_open_tree_attr, EPERM},
    {call_move_mount, EPERM}, {call_fsopen, EPERM}, {call_fsconfig, EPERM}, {call_fsmount, EPERM},
    {call_fspick, EPERM}, {call_mount_setattr, EPERM}, {SYS_open_by_handle_at, EPERM},
    {SYS_quotactl, EPERM}, {call_quotactl_fd, EPERM}, {SYS_swapon, EPERM}, {SYS_swapoff, EPERM},
    {SYS_fanotify_init, EPERM},

    // The machine, for which root may have kept rights.
    {SYS_reboot, EPERM}, {SYS_kexec_load, EPERM}, {SYS_init_module, EPERM},
    {SYS_finit_module, EPERM}, {SYS_delete_module, EPERM}, {SYS_settimeofday, EPERM},
    {SYS_clock_settime, EPERM}, {SYS_sethostname, EPERM}, {SYS_setdomainname, EPERM},
    {SYS_acct, EPERM}, {SYS_syslog, EPERM}, {SYS_vhangup, EPERM},
#ifdef SYS_kexec_file_load
    {SYS_kexec_file_load, EPERM},
#endif
#ifdef SYS_iopl
    {SYS_iopl, EPERM}, {SYS_ioperm, EPERM},
#endif

    // Landlock isn't asked here, so that a program finds /tmp open to it and then fails there. To say that it isn't makes
    // LibreOffice take the place for its socket that it is told.
    {SYS_faccessat, EACCES, for_writing_3},
#ifdef SYS_access
    {SYS_access, EACCES, for_writing_2},
#endif

    // What Landlock lets pass: owner, mode, times and attributes of every file of the user, and truncation before 6.2.
    {SYS_fchmod, EPERM}, {SYS_fchmodat, EPERM}, {call_fchmodat2, EPERM}, {SYS_fchown, EPERM},
    {SYS_fchownat, EPERM}, {SYS_utimensat, EPERM}, {SYS_setxattr, EPERM}, {SYS_lsetxattr, EPERM},
    {SYS_fsetxattr, EPERM}, {call_setxattrat, EPERM}, {SYS_removexattr, EPERM},
    {SYS_lremovexattr, EPERM}, {SYS_fremovexattr, EPERM}, {call_removexattrat, EPERM},
    {call_file_setattr, EPERM}, {SYS_truncate, EPERM}, {SYS_openat, EPERM, for_truncation_3},
    {call_openat2, ENOSYS, without_truncation},
#ifdef SYS_chmod
    {SYS_chmod, EPERM}, {SYS_chown, EPERM}, {SYS_lchown, EPERM}, {SYS_utime, EPERM},
    {SYS_utimes, EPERM}, {SYS_futimesat, EPERM}, {SYS_open, EPERM, for_truncation_2},
#endif
};

enum { refusal_count = sizeof refusals / sizeof *refusals };

/// The two filters, each written from its end to its beginning, because its jumps lead forward only.
static struct sock_filter codes[2][3 * refusal_count + 64];
enum { code_end = sizeof codes[0] / sizeof *codes[0] };
/// The one that is being written.
static struct sock_filter *code;
static int first;

/// Puts an instruction in front of all others and returns its place. The places are those where it jumps to.
static int put(int operation, uint32_t value, int if_so, int if_not) {
  first--;
  code[first] = (struct sock_filter){(uint16_t)operation, (uint8_t)(if_so - first - 1),
                                     (uint8_t)(if_not - first - 1), value};
  return first;
}

static int put_plain(int operation, uint32_t value) { return put(operation, value, first, first); }

static int put_end(uint32_t action) { return put_plain(BPF_RET | BPF_K, action); }

static int put_load(size_t offset) { return put_plain(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset); }

static int put_load_argument(size_t index) {
  return put_load(offsetof(struct seccomp_data, args) + index * sizeof(uint64_t));
}

enum { if_equal = BPF_JMP | BPF_JEQ | BPF_K, if_any_bit = BPF_JMP | BPF_JSET | BPF_K };
enum {
  new_namespaces = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC |
                   CLONE_NEWUTS | CLONE_NEWCGROUP,
};

/// Puts what looks at the arguments of a call and then goes to `refuse` or `allow`.
static int put_condition(condition when, int refuse, int allow) {
  switch (when) {
    case always:
    case without_truncation:
    case without_listening: return refuse;
    case for_other_sockets:
      put(if_equal, SOCK_STREAM, allow, refuse);
      put_plain(BPF_ALU | BPF_AND | BPF_K, 0xF);
      put_load_argument(1);
      put(if_equal, AF_UNIX, first, refuse);
      return put_load_argument(0);
    case for_writing_2:
    case for_writing_3:
      put(if_equal, W_OK, refuse, allow);
      return put_load_argument(when == for_writing_2 ? 1 : 2);
    case for_others:
      put(if_equal, 0, allow, refuse);
      return put_load_argument(0);
    case for_namespaces:
      put(if_any_bit, new_namespaces, refuse, allow);
      return put_load_argument(0);
    case for_truncation_2:
    case for_truncation_3:
      // Neither to read nor to write is a mode, too: for drivers.
      put(if_equal, O_TRUNC | O_ACCMODE, refuse, allow);
      put(if_equal, O_TRUNC, refuse, first);
      put_plain(BPF_ALU | BPF_AND | BPF_K, O_TRUNC | O_ACCMODE);
      return put_load_argument(when == for_truncation_2 ? 1 : 2);
  }
}

/// Calls from `number` to the next range, and the place of what becomes of them.
typedef struct {
  uint32_t number;
  int place;
} range;

/// Puts the search for a call in `count` ranges, by halves: when it takes the filter, the kernel tries out every number,
/// and a long list would cost more than all else that starting a program does.
static int put_search(const range *ranges, size_t count) {
  if (count == 1) return ranges->place;
  size_t half = count / 2;
  int above = put_search(ranges + half, count - half), below = put_search(ranges, half);
  return put(BPF_JMP | BPF_JGE | BPF_K, ranges[half].number, above, below);
}

static int by_number(const void *left, const void *right) {
  return ((const refusal *)left)->number - ((const refusal *)right)->number;
}

static size_t add_range(range *ranges, size_t count, uint32_t number, int place) {
  if (count > 0 && ranges[count - 1].number == number) count--;
  if (count > 0 && ranges[count - 1].place == place) return count;
  ranges[count] = (range){number, place};
  return count + 1;
}

const struct sock_fprog *csys_call_filter(int has_truncation, int listens) {
  static struct sock_fprog programs[2];
  struct sock_fprog *program = &programs[listens != 0];
  code = codes[listens != 0];
  first = code_end;
  refusal sorted[refusal_count];
  range ranges[2 * refusal_count + 2];
  memcpy(sorted, refusals, sizeof sorted);
  qsort(sorted, refusal_count, sizeof *sorted, by_number);
  int allow = put_end(SECCOMP_RET_ALLOW), unknown = put_end(SECCOMP_RET_ERRNO | ENOSYS);
  int refuse = put_end(SECCOMP_RET_ERRNO | EPERM), deny = put_end(SECCOMP_RET_ERRNO | EACCES);
  int mark = put_end(SECCOMP_RET_ERRNO | filter_mark);
  size_t count = add_range(ranges, 0, 0, allow);
  for (size_t index = 0; index < refusal_count; index++) {
    const refusal *it = &sorted[index];
    condition when = it->when;
    if (when == without_truncation && has_truncation) continue;
    if (when == without_listening && listens) continue;
    if (when == for_other_sockets && !listens) when = always;
    int place = it->error == ENOSYS   ? unknown
                : it->error == EACCES ? deny
                : it->error == filter_mark ? mark : refuse;
    place = put_condition(when, place, allow);
    count = add_range(ranges, count, (uint32_t)it->number, place);
    count = add_range(ranges, count, (uint32_t)it->number + 1, allow);
  }
#ifdef __x86_64__
  // A second set of numbers for the same calls (x32).
  count = add_range(ranges, count, 0x40000000, unknown);
#endif
  put_search(ranges, count);
  put_load(offsetof(struct seccomp_data, nr));
  // Programs of another architecture, whose numbers mean other calls.
  int ours = first, kill = put_end(SECCOMP_RET_KILL_PROCESS);
  put(if_equal, OUR_ARCHITECTURE, ours, kill);
  put_load(offsetof(struct seccomp_data, arch));
  *program = (struct sock_fprog){(unsigned short)(code_end - first), code + first};
  return program;
}

int csys_is_filtered(void) { return syscall(SYS_kcmp, 0, 0, 0, 0, 0) < 0 && errno == filter_mark; }
#endif
