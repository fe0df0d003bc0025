/* Where bytes come from: memory, or a descriptor that can be read at any offset. */
#include "config.h"

#include "stream/open.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct LpSource {
  char *name;
  int64_t size;
  const uint8_t *memory; /* NULL: read from the descriptor */
  uint8_t *owned;        /* memory from malloc that goes with the source */
  uint8_t *loaded;       /* what lp_source_bytes has read; owned */
  int descriptor;
  bool owns_descriptor; /* a spool file of ours */
  int error;            /* errno of the first failed read */
};

LpSource *lp_source_new_bytes(const char *name, const void *bytes, size_t n) {
  LpSource *source = g_new0(LpSource, 1);
  source->name = g_strdup(name);
  source->memory = bytes ? bytes : (const uint8_t *)"";
  source->size = (int64_t)n;
  source->descriptor = -1;
  return source;
}

LpSource *lp_source_new_owned(const char *name, uint8_t *bytes, size_t n) {
  LpSource *source = lp_source_new_bytes(name, bytes, n);
  source->owned = bytes;
  return source;
}

void lp_source_free(LpSource *source) {
  if (!source)
    return;
  if (source->owns_descriptor)
    close(source->descriptor);
  free(source->owned);
  g_free(source->loaded);
  g_free(source->name);
  g_free(source);
}

static bool write_all(int descriptor, const uint8_t *bytes, size_t n) {
  while (n > 0) {
    ssize_t written = write(descriptor, bytes, n);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    bytes += written;
    n -= (size_t)written;
  }
  return true;
}

/* A file without a name, for what cannot be read twice. */
static int open_spool(void) {
  char path[] = "/tmp/letterpress-XXXXXX";
  const char *folder = g_getenv("TMPDIR");
  int descriptor = open(folder && *folder ? folder : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0)
    return descriptor;
  descriptor = mkostemp(path, O_CLOEXEC);
  if (descriptor >= 0)
    unlink(path);
  return descriptor;
}

/* Copies a pipe into a spool file, whose descriptor is returned; -1: reported. */
static int spool(const char *name, int descriptor, LpAccount *account, int64_t *size) {
  int file = open_spool();
  if (file < 0) {
    lp_fail(account, LP_CLASS_OUTPUT, "source.spool", NULL, "No temporary file can be made: %s.",
            g_strerror(errno));
    return -1;
  }
  uint8_t *buffer = g_malloc(65536);
  *size = 0;
  bool good = true;
  while (good) {
    ssize_t n = read(descriptor, buffer, 65536);
    if (n < 0 && errno == EINTR && !lp_should_stop(account))
      continue;
    if (n == 0)
      break;
    if (n < 0) {
      lp_fail(account, LP_CLASS_INPUT, "source.unreadable", NULL, "%s cannot be read: %s.", name,
              g_strerror(errno));
      good = false;
    } else if (!lp_account_within(account, LP_LIMIT_INPUT_BYTES, *size + n, NULL)) {
      good = false;
    } else if (!write_all(file, buffer, (size_t)n)) {
      lp_fail(account, LP_CLASS_OUTPUT, "source.spool", NULL, "The temporary file cannot be written: %s.",
              g_strerror(errno));
      good = false;
    } else {
      *size += n;
    }
  }
  g_free(buffer);
  if (!good) {
    close(file);
    return -1;
  }
  return file;
}

LpSource *lp_source_new_descriptor(const char *name, int descriptor, LpAccount *account) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) {
    lp_fail(account, LP_CLASS_INPUT, "source.unreadable", NULL, "%s cannot be read: %s.", name,
            g_strerror(errno));
    return NULL;
  }
  if (S_ISDIR(status.st_mode)) {
    lp_fail(account, LP_CLASS_INPUT, "source.unreadable", NULL, "%s is a folder.", name);
    return NULL;
  }
  int64_t size = status.st_size;
  bool spooled = !S_ISREG(status.st_mode);
  if (spooled) {
    descriptor = spool(name, descriptor, account, &size);
    if (descriptor < 0)
      return NULL;
  } else if (!lp_account_within(account, LP_LIMIT_INPUT_BYTES, size, NULL)) {
    return NULL;
  }
  LpSource *source = g_new0(LpSource, 1);
  source->name = g_strdup(name);
  source->size = size;
  source->descriptor = descriptor;
  source->owns_descriptor = spooled;
  return source;
}

const char *lp_source_name(const LpSource *source) {
  return source->name;
}

int64_t lp_source_size(const LpSource *source) {
  return source->size;
}

int lp_source_descriptor(const LpSource *source) {
  return source->memory ? -1 : source->descriptor;
}

int lp_source_error(const LpSource *source) {
  return source->error;
}

int64_t lp_source_read_at(LpSource *source, int64_t offset, void *buffer, size_t n) {
  if (offset < 0 || offset >= source->size)
    return 0;
  if ((uint64_t)n > (uint64_t)(source->size - offset))
    n = (size_t)(source->size - offset);
  const uint8_t *memory = source->memory ? source->memory : source->loaded;
  if (memory) {
    memcpy(buffer, memory + offset, n);
    return (int64_t)n;
  }
  size_t done = 0;
  while (done < n) {
    ssize_t got =
        pread(source->descriptor, (uint8_t *)buffer + done, n - done, (off_t)(offset + (int64_t)done));
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0) {
      source->error = source->error ? source->error : errno;
      return -1;
    }
    if (got == 0)
      break; /* the file was cut while we read: the rest is not there */
    done += (size_t)got;
  }
  return (int64_t)done;
}

const uint8_t *lp_source_bytes(LpSource *source, size_t *n) {
  if (!source->loaded) {
    uint8_t *loaded = g_malloc((gsize)source->size + 1);
    int64_t got = lp_source_read_at(source, 0, loaded, (size_t)source->size);
    if (got < 0) {
      g_free(loaded);
      *n = 0;
      return NULL;
    }
    source->size = got;
    loaded[got] = 0;
    source->loaded = loaded;
  }
  *n = (size_t)source->size;
  return source->loaded;
}
