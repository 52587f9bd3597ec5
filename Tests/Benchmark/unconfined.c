// Takes the calls out of a program by which it confines processes, so that it can be measured beside itself.
//
// Built twice and loaded by LD_PRELOAD: with -DCONFINES the calls go through, so that both ways cost the same but for what
// the kernel does. The program then goes on as on a kernel that lacks them.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef CONFINES
enum { is_confining = 1 };
#else
enum { is_confining = 0 };
#endif

// Looked up before the program begins: between vfork and execve nothing may be.
static int (*real_prctl)(int, ...);
static long (*real_syscall)(long, ...);

__attribute__((constructor)) static void look_up(void) {
    real_prctl = (int (*)(int, ...))dlsym(RTLD_NEXT, "prctl");
    real_syscall = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
}

int prctl(int option, ...) {
    va_list list;
    va_start(list, option);
    unsigned long a[4];
    for (int i = 0; i < 4; i++) a[i] = va_arg(list, unsigned long);
    va_end(list);
    if (!is_confining && (option == PR_SET_SECCOMP || option == PR_SET_NO_NEW_PRIVS)) return 0;
    return real_prctl(option, a[0], a[1], a[2], a[3]);
}

long syscall(long number, ...) {
    va_list list;
    va_start(list, number);
    long a[6];
    for (int i = 0; i < 6; i++) a[i] = va_arg(list, long);
    va_end(list);
    if (!is_confining && number >= SYS_landlock_create_ruleset && number <= SYS_landlock_restrict_self) {
        errno = ENOSYS;
        return -1;
    }
    return real_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
