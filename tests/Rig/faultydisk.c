/*
 * faultydisk.c - an nbdkit plugin: a hard disk whose faults can be changed while it runs.
 *
 *   gcc -O2 -shared -fPIC -o faultydisk.so faultydisk.c
 *   nbdkit -U SOCKET ./faultydisk.so file=BACKING size=BYTES faults=FAULTS counters=COUNTERS
 *
 * FAULTS is a text file, one fault a line. Every request looks whether the file was replaced, so a change holds for the
 * first request after it. OFF and LEN are bytes, or take a suffix: K M G T, and b for blocks of 4096 bytes ("1000b").
 *
 *   read OFF LEN        reading fails with EIO where the request touches the range
 *   write OFF LEN       writing fails with EIO
 *   bad OFF LEN         both
 *   pending OFF LEN     reading fails until the range was written once (a new list of faults forgets that it was)
 *   corrupt OFF LEN     what is read from the range has one flipped bit in every 512 bytes
 *   lost OFF LEN        what is written to the range is acknowledged and dropped
 *   slow OFF LEN MS     every request that touches the range takes MS longer
 *   alias SIZE          a fake capacity: the medium wraps around after SIZE
 *   latency US          every request takes US longer
 *   rate BPS            bytes a second
 *   dead                EIO for everything
 *   dead_after BYTES    dead once so many bytes have moved since this list of faults was read
 *   hang                no answer until the line goes away
 *
 * Times add up as on one head: two requests at once wait for each other. A wait ends early when the faults change.
 *
 * COUNTERS is mapped memory: eight unsigned 64-bit numbers in host order, always current; see enum counter.
 */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#define NBDKIT_API_VERSION 2
#include <nbdkit-plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define THREAD_MODEL NBDKIT_THREAD_MODEL_PARALLEL
#define SECTOR 512
#define MOST_RANGES 1024
#define NAP 0.02

enum counter { READS, WRITES, BYTES_READ, BYTES_WRITTEN, READ_ERRORS, WRITE_ERRORS, CORRUPTED, LOST, COUNTERS };
enum kind { READ, WRITE, BAD, PENDING, CORRUPT, LOSE, SLOW };

struct range {
    enum kind kind;
    uint64_t from, to;
    double seconds;
    bool healed;
};

/* Everything the fault file says, and what has moved since it was read. */
static struct {
    struct range ranges[MOST_RANGES];
    int count;
    uint64_t alias, dead_after, moved;
    double latency, rate;
    bool dead, hang;
    uint64_t generation;
} faults;

static const char *file, *faults_path, *counters_path;
static int64_t size = -1;
static int medium = -1;
static uint64_t *counters;
static struct stat seen;
static double head_free;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void nap(double seconds) {
    struct timespec t = { (time_t)seconds, (long)((seconds - (time_t)seconds) * 1e9) };
    nanosleep(&t, NULL);
}

static uint64_t bytes(const char *text) {
    char *end;
    uint64_t number = strtoull(text, &end, 10);
    switch (*end) {
        case 'b': return number << 12;
        case 'K': return number << 10;
        case 'M': return number << 20;
        case 'G': return number << 30;
        case 'T': return number << 40;
        default: return number;
    }
}

static void count(enum counter which, uint64_t by) { counters[which] += by; }

/* ---- the fault file; the lock is held ---- */

static bool parse_range(const char *word, const char *off, const char *len, const char *ms) {
    static const char *const words[] = { "read", "write", "bad", "pending", "corrupt", "lost", "slow" };
    for (int kind = READ; kind <= SLOW; kind++) {
        if (strcmp(word, words[kind]) != 0) continue;
        if (faults.count == MOST_RANGES) return false;
        uint64_t from = bytes(off);
        faults.ranges[faults.count++] =
            (struct range){ .kind = kind, .from = from, .to = from + bytes(len), .seconds = atof(ms) * 1e-3 };
        return true;
    }
    return false;
}

static bool parse_line(const char *word, const char *a, const char *b, const char *c) {
    if (!strcmp(word, "dead")) return faults.dead = true;
    if (!strcmp(word, "hang")) return faults.hang = true;
    if (!*a) return false;
    if (!strcmp(word, "latency")) return faults.latency = atof(a) * 1e-6, true;
    if (!strcmp(word, "rate")) return faults.rate = (double)bytes(a), true;
    if (!strcmp(word, "alias")) return faults.alias = bytes(a), true;
    if (!strcmp(word, "dead_after")) return faults.dead_after = bytes(a), true;
    return *b && parse_range(word, a, b, c);
}

static void look_at_faults(void) {
    struct stat s;
    if (stat(faults_path, &s) != 0) return;
    if (s.st_ino == seen.st_ino && s.st_size == seen.st_size && s.st_mtim.tv_sec == seen.st_mtim.tv_sec &&
        s.st_mtim.tv_nsec == seen.st_mtim.tv_nsec) return;

    FILE *f = fopen(faults_path, "re");
    if (!f) return;
    seen = s;
    uint64_t generation = faults.generation + 1;
    memset(&faults, 0, sizeof faults);
    faults.generation = generation;
    head_free = 0;

    char line[256], word[32], a[32], b[32], c[32];
    while (fgets(line, sizeof line, f)) {
        word[0] = a[0] = b[0] = c[0] = 0;
        if (sscanf(line, "%31s %31s %31s %31s", word, a, b, c) > 0 && !parse_line(word, a, b, c))
            nbdkit_error("not a fault: %s", line);
    }
    fclose(f);
}

/* ---- the medium ---- */

static uint64_t place(uint64_t offset, uint64_t alias) { return alias ? offset % alias : offset; }

static uint32_t run_length(uint64_t offset, uint32_t length, uint64_t alias) {
    uint64_t left = alias ? alias - offset % alias : length;
    return left < length ? (uint32_t)left : length;
}

static int read_medium(char *to, uint32_t length, uint64_t offset, uint64_t alias) {
    while (length > 0) {
        uint32_t part = run_length(offset, length, alias);
        ssize_t got = pread(medium, to, part, (off_t)place(offset, alias));
        if (got < 0) return -1;
        if (got == 0) memset(to, 0, (size_t)(got = part));
        to += got, offset += (uint64_t)got, length -= (uint32_t)got;
    }
    return 0;
}

static int write_medium(const char *from, uint32_t length, uint64_t offset, uint64_t alias) {
    while (length > 0) {
        uint32_t part = run_length(offset, length, alias);
        ssize_t put = pwrite(medium, from, part, (off_t)place(offset, alias));
        if (put < 0) return -1;
        from += put, offset += (uint64_t)put, length -= (uint32_t)put;
    }
    return 0;
}

/* ---- one request ---- */

static bool touches(const struct range *r, uint64_t offset, uint64_t length) {
    return offset < r->to && r->from < offset + length;
}

static bool fails(bool writing, uint32_t length, uint64_t offset) {
    bool failing = faults.dead || (faults.dead_after && faults.moved >= faults.dead_after);
    for (int i = 0; i < faults.count; i++) {
        struct range *r = &faults.ranges[i];
        if (!touches(r, offset, length)) continue;
        failing |= r->kind == BAD || r->kind == (writing ? WRITE : READ) || (r->kind == PENDING && !writing && !r->healed);
        if (r->kind == PENDING && writing) r->healed = true;
    }
    return failing;
}

static double cost_of(uint32_t length, uint64_t offset, bool failing) {
    double cost = faults.latency + (faults.rate > 0 && !failing ? length / faults.rate : 0);
    for (int i = 0; i < faults.count; i++)
        if (faults.ranges[i].kind == SLOW && touches(&faults.ranges[i], offset, length)) cost += faults.ranges[i].seconds;
    return cost;
}

/* The lock is held on entry and on return; given up while waiting. */
static void wait_until(double moment) {
    uint64_t generation = faults.generation;
    for (double left; faults.generation == generation && (left = moment - now()) > 0; look_at_faults()) {
        pthread_mutex_unlock(&lock);
        nap(left < NAP ? left : NAP);
        pthread_mutex_lock(&lock);
    }
}

static void wait_while_hanging(void) {
    for (look_at_faults(); faults.hang; look_at_faults()) wait_until(now() + NAP);
}

/* Takes the time the request takes; true if it may go on. The lock is held. */
static bool admit(bool writing, uint32_t length, uint64_t offset) {
    wait_while_hanging();
    bool failing = fails(writing, length, offset);
    count(writing ? WRITES : READS, 1);
    if (failing) count(writing ? WRITE_ERRORS : READ_ERRORS, 1);
    else {
        count(writing ? BYTES_WRITTEN : BYTES_READ, length);
        faults.moved += length;
    }

    double cost = cost_of(length, offset, failing);
    if (cost > 0) {
        double start = now();
        head_free = (head_free > start ? head_free : start) + cost;
        wait_until(head_free);
    }
    return !failing;
}

static void flip_bits(char *data, uint32_t length, uint64_t offset) {
    for (int i = 0; i < faults.count; i++) {
        const struct range *r = &faults.ranges[i];
        if (r->kind != CORRUPT || !touches(r, offset, length)) continue;
        count(CORRUPTED, 1);
        for (uint64_t at = r->from; at < r->to; at += SECTOR)
            if (at >= offset && at < offset + length) data[at - offset] ^= 1;
    }
}

/* The end of the piece that begins at offset and is wholly lost or wholly kept; says which. */
static uint64_t piece_end(uint64_t offset, uint64_t end, bool *lost) {
    uint64_t until = end;
    *lost = false;
    for (int i = 0; i < faults.count; i++) {
        const struct range *r = &faults.ranges[i];
        if (r->kind != LOSE || !touches(r, offset, end - offset)) continue;
        if (r->from <= offset) {
            *lost = true;
            return r->to < end ? r->to : end;
        }
        if (r->from < until) until = r->from;
    }
    return until;
}

static int fd_pread(void *handle, void *buffer, uint32_t length, uint64_t offset, uint32_t flags) {
    (void)handle, (void)flags;
    pthread_mutex_lock(&lock);
    int result = -1;
    errno = EIO;
    if (admit(false, length, offset)) {
        result = read_medium(buffer, length, offset, faults.alias);
        if (result == 0) flip_bits(buffer, length, offset);
    }
    pthread_mutex_unlock(&lock);
    if (result != 0) nbdkit_set_error(EIO);
    return result;
}

static int fd_pwrite(void *handle, const void *buffer, uint32_t length, uint64_t offset, uint32_t flags) {
    (void)handle, (void)flags;
    pthread_mutex_lock(&lock);
    int result = admit(true, length, offset) ? 0 : -1;
    for (uint64_t at = offset, end = offset + length; result == 0 && at < end;) {
        bool lost;
        uint64_t until = piece_end(at, end, &lost);
        if (lost) count(LOST, 1);
        else result = write_medium((const char *)buffer + (at - offset), (uint32_t)(until - at), at, faults.alias);
        at = until;
    }
    pthread_mutex_unlock(&lock);
    if (result != 0) nbdkit_set_error(EIO);
    return result;
}

static int fd_flush(void *handle, uint32_t flags) {
    (void)handle, (void)flags;
    pthread_mutex_lock(&lock);
    wait_while_hanging();
    bool dead = fails(true, 0, UINT64_MAX);
    pthread_mutex_unlock(&lock);
    if (dead) nbdkit_set_error(EIO);
    return dead ? -1 : 0;
}

/* ---- nbdkit ---- */

static int fd_config(const char *key, const char *value) {
    if (!strcmp(key, "file")) file = nbdkit_absolute_path(value);
    else if (!strcmp(key, "faults")) faults_path = nbdkit_absolute_path(value);
    else if (!strcmp(key, "counters")) counters_path = nbdkit_absolute_path(value);
    else if (!strcmp(key, "size")) size = nbdkit_parse_size(value);
    else {
        nbdkit_error("unknown parameter %s", key);
        return -1;
    }
    return 0;
}

static int fd_config_complete(void) {
    if (file && faults_path && counters_path && size > 0) return 0;
    nbdkit_error("file=, size=, faults= and counters= are needed");
    return -1;
}

static int fd_get_ready(void) {
    medium = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    int page = open(counters_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (medium < 0 || page < 0 || ftruncate(page, COUNTERS * sizeof *counters) != 0) {
        nbdkit_error("%s, %s: %m", file, counters_path);
        return -1;
    }
    counters = mmap(NULL, COUNTERS * sizeof *counters, PROT_READ | PROT_WRITE, MAP_SHARED, page, 0);
    close(page);
    return counters == MAP_FAILED ? -1 : 0;
}

static void *fd_open(int readonly) {
    (void)readonly;
    return NBDKIT_HANDLE_NOT_NEEDED;
}

static int64_t fd_get_size(void *handle) {
    (void)handle;
    return size;
}

static int yes(void *handle) {
    (void)handle;
    return 1;
}

static struct nbdkit_plugin plugin = {
    .name = "faultydisk",
    .description = "a hard disk with faults",
    .config = fd_config,
    .config_complete = fd_config_complete,
    .config_help = "file=BACKING size=BYTES faults=FILE counters=FILE",
    .get_ready = fd_get_ready,
    .open = fd_open,
    .get_size = fd_get_size,
    .can_multi_conn = yes,
    .is_rotational = yes,
    .pread = fd_pread,
    .pwrite = fd_pwrite,
    .flush = fd_flush,
};

NBDKIT_REGISTER_PLUGIN(plugin)
