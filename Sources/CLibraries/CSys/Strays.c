#define _GNU_SOURCE
#include "CSys.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int csys_adopt_strays(void) {
  if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int csys_adopts_strays(void) {
  int is_set = 0;
  return prctl(PR_GET_CHILD_SUBREAPER, &is_set, 0, 0, 0) == 0 && is_set;
}

typedef struct {
  int pid;
  int parent;
  /// 1 a descendant of this process that must go, 0 not known to be one.
  int is_stray;
} process;

/// The parent of `pid`, -1 where it is gone. Not from /proc/PID/task/TID/children: many kernels are built without it.
static int parent_of(int proc, const char *pid) {
  char path[32], text[512];
  if (strlen(pid) > 16) return -1;
  strcat(strcpy(path, pid), "/stat");
  int file = openat(proc, path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return -1;
  text[count] = 0;
  // "12 (a name) of) any kind) S 7 ...": the name ends at the last parenthesis.
  char *rest = strrchr(text, ')');
  if (rest == NULL || strlen(rest) < 5) return -1;
  return (int)strtol(rest + 4, NULL, 10);
}

/// All processes, `*count` of them; NULL where /proc can't be read or belongs to another namespace. Free it.
static process *all_processes(size_t *count) {
  char self[16] = "";
  if (readlink("/proc/self", self, sizeof self - 1) <= 0 || atoi(self) != getpid()) return NULL;
  DIR *folder = opendir("/proc");
  if (folder == NULL) return NULL;
  size_t room = 256;
  process *found = malloc(room * sizeof *found);
  *count = 0;
  struct dirent *entry;
  while (found != NULL && (entry = readdir(folder)) != NULL) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    int parent = parent_of(dirfd(folder), entry->d_name);
    if (parent <= 0) continue;
    if (*count == room) {
      process *more = realloc(found, 2 * room * sizeof *found);
      if (more == NULL) break;
      found = more;
      room *= 2;
    }
    found[(*count)++] = (process){atoi(entry->d_name), parent, 0};
  }
  closedir(folder);
  return found;
}

static int contains(const int *pids, size_t count, int pid) {
  for (size_t index = 0; index < count; index++) {
    if (pids[index] == pid) return 1;
  }
  return 0;
}

static int by_pid(const void *left, const void *right) {
  int a = ((const process *)left)->pid, b = ((const process *)right)->pid;
  return (a > b) - (a < b);
}

/// Kills what descends from this process, parents first, and reaps what is its own child. The number of them, -1 where
/// they can't be seen.
///
/// A child that is forked meanwhile becomes ours when its parent is gone, and is met in the next round.
static int kill_round(const int *kept, size_t kept_count) {
  size_t count;
  process *processes = all_processes(&count);
  if (processes == NULL) return -1;
  qsort(processes, count, sizeof *processes, by_pid);
  int self = getpid(), strays = 0, is_growing = 1;
  while (is_growing) {
    is_growing = 0;
    for (size_t index = 0; index < count; index++) {
      process *it = &processes[index];
      if (it->is_stray || contains(kept, kept_count, it->pid)) continue;
      if (it->parent != self) {
        process key = {it->parent, 0, 0};
        process *parent = bsearch(&key, processes, count, sizeof key, by_pid);
        if (parent == NULL || !parent->is_stray) continue;
      }
      it->is_stray = 1;
      is_growing = 1;
      strays++;
      kill(it->pid, SIGKILL);
    }
  }
  for (size_t index = 0; index < count; index++) {
    if (processes[index].is_stray && processes[index].parent == self) {
      waitpid(processes[index].pid, NULL, WNOHANG);
    }
  }
  free(processes);
  return strays;
}

static int has_child(void) {
  siginfo_t info;
  return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

static long long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int csys_kill_strays(const int *kept, size_t kept_count, int milliseconds) {
  long long end = milliseconds_now() + milliseconds;
  struct timespec pause = {0, 1000000};
  while (has_child()) {
    int strays = kill_round(kept, kept_count);
    if (strays == 0) return 0;
    if (strays < 0 || milliseconds_now() >= end) return -1;
    nanosleep(&pause, NULL);
    if (pause.tv_nsec < 16000000) pause.tv_nsec *= 2;
  }
  return 0;
}
