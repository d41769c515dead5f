/* A library for LD_PRELOAD that lets writes fail, to test how a program handles a failing or full disk.

   FAULT_FOLDER  only files below this folder fail
   FAULT_FILE    faults happen only while this file exists; its first letter selects the fault:
                 f: the disk is full (ENOSPC)   e: one write or sync in 20 fails (EIO)
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pwrite64)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static unsigned int seed;

__attribute__((constructor)) static void initialize(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_pwrite64 = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    seed = (unsigned int)getpid();
}

/* Return the error for an operation on a file, or 0. */
static int fault(int descriptor, int is_sync) {
    const char *folder = getenv("FAULT_FOLDER"), *file = getenv("FAULT_FILE");
    char link[64], path[4096], kind = 0;
    if (!folder || !file) return 0;
    int control = open(file, O_RDONLY | O_CLOEXEC);
    if (control < 0) return 0;
    ssize_t length = read(control, &kind, 1);
    close(control);
    if (length != 1) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder)) != 0) return 0;
    if (kind == 'f') return is_sync ? 0 : ENOSPC;
    return rand_r(&seed) % 20 == 0 ? EIO : 0;
}

#define FAIL_OR(is_sync, call)                      \
    do {                                            \
        int error = fault(descriptor, is_sync);     \
        if (error) {                                \
            errno = error;                          \
            return -1;                              \
        }                                           \
        return call;                                \
    } while (0)

ssize_t write(int descriptor, const void *data, size_t size) { FAIL_OR(0, real_write(descriptor, data, size)); }
ssize_t pwrite(int descriptor, const void *data, size_t size, off_t at) { FAIL_OR(0, real_pwrite(descriptor, data, size, at)); }
ssize_t pwrite64(int descriptor, const void *data, size_t size, off_t at) { FAIL_OR(0, real_pwrite64(descriptor, data, size, at)); }
int fsync(int descriptor) { FAIL_OR(1, real_fsync(descriptor)); }
int fdatasync(int descriptor) { FAIL_OR(1, real_fdatasync(descriptor)); }
