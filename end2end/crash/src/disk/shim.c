/* Stands between a process and its files, loaded with LD_PRELOAD. What happens to the files below
 * CRASH_ROOT is written down in CRASH_JOURNAL in the order it happened, data and all, and so is
 * every sync that returned: `journal.rs` reads that, `replay.rs` tells what a disk would have kept.
 *
 * It also makes trouble, as CRASH_CONTROL says (three numbers that the test writes while we run):
 * a disk that takes so many bytes more, a process that dies after so many steps, syncs that fail.
 *
 * What a server does that is not seen here is not kept silent: the test compares the folder with
 * the journal, byte for byte. "-shm" files are shared memory that no restart reads: left out. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, CLOSE, WRITE, TRUNCATE, SYNC, MKDIR, UNLINK };

struct record {
  uint32_t what;
  int32_t fd;
  int64_t at;
  uint64_t length;
};

struct control {
  int64_t room;   /* how many bytes files may still grow by */
  int64_t steps;  /* dies before the step that brings this to 0; below 0 never */
  int64_t refuse; /* so many syncs fail */
};

static struct control *control;
static int journal = -1;
static const char *root;
static size_t root_length;
static unsigned char watched[4096];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static const char *needed(const char *name) {
  const char *value = getenv(name);
  if (!value) {
    fprintf(stderr, "shim: %s is not set\n", name);
    abort();
  }
  return value;
}

__attribute__((constructor)) static void begin(void) {
  root = needed("CRASH_ROOT");
  root_length = strlen(root);
  journal = syscall(SYS_openat, AT_FDCWD, needed("CRASH_JOURNAL"),
                    O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  int fd = syscall(SYS_openat, AT_FDCWD, needed("CRASH_CONTROL"), O_RDWR | O_CLOEXEC, 0);
  control = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (journal < 0 || fd < 0 || control == MAP_FAILED) {
    perror("shim");
    abort();
  }
}

static int below_root(const char *path) {
  size_t length = strlen(path);
  if (root == NULL || strncmp(path, root, root_length) != 0) return 0;
  if (path[root_length] != '/' && path[root_length] != 0) return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static int is_watched(int fd) {
  return fd >= 0 && fd < (int)sizeof watched && watched[fd];
}

static void note(uint32_t what, int fd, int64_t at, const void *data, size_t length) {
  struct record record = {what, fd, at, length};
  struct iovec parts[2] = {{&record, sizeof record}, {(void *)data, length}};
  if (writev(journal, parts, 2) != (ssize_t)(sizeof record + length)) {
    perror("shim: journal");
    abort();
  }
}

/* Every step is taken alone, so that nothing is half done when the process dies here. */
static void step(void) {
  pthread_mutex_lock(&turn);
  if (control->steps > 0 && --control->steps == 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
}

static void stepped(void) {
  int kept = errno;
  pthread_mutex_unlock(&turn);
  errno = kept;
}

static int opened(const char *path, int flags, mode_t mode) {
  if (!below_root(path)) return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  step();
  int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  struct stat is;
  if (fd >= 0 && fstat(fd, &is) == 0 &&
      (S_ISDIR(is.st_mode) || (flags & O_ACCMODE) != O_RDONLY)) {
    if (fd >= (int)sizeof watched) abort();
    watched[fd] = 1;
    note(OPEN, fd, (flags & O_TRUNC) != 0, path, strlen(path));
  }
  stepped();
  return fd;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}

int close(int fd) {
  if (!is_watched(fd)) return syscall(SYS_close, fd);
  step();
  watched[fd] = 0;
  note(CLOSE, fd, 0, NULL, 0);
  int done = syscall(SYS_close, fd);
  stepped();
  return done;
}

/* How much of this fits: what only overwrites always does. */
static size_t fits(int fd, size_t length, off_t at) {
  struct stat is;
  if (fstat(fd, &is) != 0) return length;
  int64_t growth = (int64_t)at + (int64_t)length - is.st_size;
  if (growth <= 0) return length;
  int64_t lacking = growth - control->room;
  if (lacking <= 0) {
    control->room -= growth;
    return length;
  }
  control->room = 0;
  return lacking >= (int64_t)length ? 0 : length - (size_t)lacking;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t at) {
  if (!is_watched(fd)) return syscall(SYS_pwrite64, fd, data, length, at);
  step();
  size_t most = fits(fd, length, at);
  ssize_t done = -1;
  errno = ENOSPC;
  if (most > 0 || length == 0) done = syscall(SYS_pwrite64, fd, data, most, at);
  if (done > 0) note(WRITE, fd, at, data, done);
  stepped();
  return done;
}

int ftruncate64(int fd, off_t length) {
  if (!is_watched(fd)) return syscall(SYS_ftruncate, fd, length);
  step();
  int done = syscall(SYS_ftruncate, fd, length);
  if (done == 0) note(TRUNCATE, fd, length, NULL, 0);
  stepped();
  return done;
}

static int synced(long number, int fd) {
  if (!is_watched(fd)) return syscall(number, fd);
  step();
  int done = -1;
  errno = EIO;
  if (control->refuse > 0)
    control->refuse--;
  else
    done = syscall(number, fd);
  if (done == 0) note(SYNC, fd, 0, NULL, 0);
  stepped();
  return done;
}

int fsync(int fd) { return synced(SYS_fsync, fd); }
int fdatasync(int fd) { return synced(SYS_fdatasync, fd); }

int mkdir(const char *path, mode_t mode) {
  if (!below_root(path)) return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
  step();
  int done = syscall(SYS_mkdirat, AT_FDCWD, path, mode);
  if (done == 0) note(MKDIR, -1, 0, path, strlen(path));
  stepped();
  return done;
}

int unlink(const char *path) {
  if (!below_root(path)) return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  step();
  int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (done == 0) note(UNLINK, -1, 0, path, strlen(path));
  stepped();
  return done;
}
