// Runs a command and says what it took, with everything that it started and waited for.
//
// usage: stopwatch COMMAND [ARGUMENT...]
//
// The last line on standard error is, in seconds, kibibytes and an exit status as a shell has it:
//   wall user system own peak status
// `own` is the processor time of the command's first process alone, to a hundredth of a second; `peak` the resident
// memory of the largest process. This is a program of its own because a process that is started by Python begins with
// Python's peak as its own.

#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Processor time of a process that has ended and is not waited for yet.
static double own_time(pid_t child) {
    char path[64], stat[4096];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)child);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t count = file < 0 ? -1 : read(file, stat, sizeof stat - 1);
    if (file >= 0) close(file);
    if (count <= 0) return 0;
    stat[count] = 0;
    unsigned long user = 0, system = 0;
    char *name_end = strrchr(stat, ')');
    if (!name_end || sscanf(name_end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2) return 0;
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

int main(int count, char **arguments) {
    if (count < 2) return 64;
    double since = now();
    pid_t child = fork();
    if (child < 0) return 71;
    if (child == 0) {
        execvp(arguments[1], arguments + 1);
        _exit(127);
    }
    // Ctrl-C is the command's to answer.
    signal(SIGINT, SIG_IGN);
    siginfo_t ended;
    while (waitid(P_PID, (id_t)child, &ended, WEXITED | WNOWAIT) < 0) {}
    double wall = now() - since, own = own_time(child);
    int status = 0;
    struct rusage usage;
    wait4(child, &status, 0, &usage);
    fprintf(stderr, "\n%.6f %.6f %.6f %.2f %ld %d\n", wall, seconds(usage.ru_utime), seconds(usage.ru_stime), own,
            usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
