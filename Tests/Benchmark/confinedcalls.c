// The least time that system calls take, confined as a worker's programs are or not: nanoseconds by name, as one line of JSON.
//
// usage: confinedcalls 0|1 FILE FOLDER, FILE in the FOLDER that may be read

#define _GNU_SOURCE
#include "CSys.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int file;
static const char *path;
static char buffer[64];

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void call_getppid(void) { syscall(SYS_getppid); }

static void call_pread(void) {
    if (pread(file, buffer, sizeof buffer, 0) < 0) abort();
}

static void call_fstat(void) {
    struct stat status;
    if (fstat(file, &status) != 0) abort();
}

static void call_open(void) {
    int opened = open(path, O_RDONLY | O_CLOEXEC);
    if (opened < 0) abort();
    close(opened);
}

static const struct {
    const char *name;
    void (*call)(void);
} calls[] = {{"getppid", call_getppid}, {"pread", call_pread}, {"fstat", call_fstat}, {"open_and_close", call_open}};

int main(int count, char **arguments) {
    if (count != 4) return 64;
    path = arguments[2];
    file = open(path, O_RDONLY);
    if (atoi(arguments[1])) {
        csys_bounds bounds;
        memset(&bounds, 0, sizeof bounds);
        csys_prepare_to_confine();
        bounds.ruleset = csys_ruleset(1);
        csys_permit_this_program(bounds.ruleset);
        csys_permit_reading(bounds.ruleset, arguments[3]);
        if (csys_confine(&bounds) != 0) return 1;
    }
    for (size_t index = 0; index < sizeof calls / sizeof *calls; index++) {
        double least = 1e9;
        for (int round = 0; round < 400; round++) {
            double start = now();
            for (int call = 0; call < 500; call++) calls[index].call();
            double each = (now() - start) / 500;
            if (each < least) least = each;
        }
        printf("%s\"%s\": %.0f", index ? ", " : "{", calls[index].name, least);
    }
    puts("}");
    return 0;
}
