/* Plugins that are to be refused, one a value of BAD, and some that look odd and are to be taken. */
#include <letterpress/letterpress.h>

/* The values of BAD. */
#define OLDER 1        /* built for an earlier interface */
#define NEWER 2        /* built for a later one */
#define MINOR 3        /* needs more of this one */
#define SMALLER 4      /* the descriptor says that it ends before its formats */
#define LARGER 5       /* a descriptor of the future: taken */
#define SMALL_FORMAT 6 /* the format ends before write */
#define SHORT_FORMAT 7 /* the format ends behind write: taken */
#define BOAST 8        /* it says that it is larger than it is */
#define NAMELESS 9     /* another name than its file */
#define MISSING 10     /* it has not the format that the keyfile promises */
#define BAD_OPTION 11  /* an option without a default */
#define UNRESOLVED 12  /* it calls a function that there is none of, and is not linked with -z now */

#if BAD == UNRESOLVED
LpVerdict lp_absent(LpWriting *writing);
#endif

static LpVerdict write_nothing(LpWriting *writing) {
#if BAD == UNRESOLVED
  return lp_absent(writing);
#else
  (void)writing;
  return LP_DONE;
#endif
}

#if BAD == BAD_OPTION
static const LpOption option = {sizeof option, LP_OPTION_STRING, "option", NULL, "help"};
static const LpOption *const options[] = {&option, NULL};
#endif

static const LpFormat format = {
#if BAD == SMALL_FORMAT
    .size = offsetof(LpFormat, write),
#elif BAD == SHORT_FORMAT
    .size = offsetof(LpFormat, extension),
    .extension = (const void *(*)(const char *))(uintptr_t)1, /* beyond its size: never looked at */
#else
    .size = sizeof format,
#endif
#if BAD == MISSING
    .name = "other",
#else
    .name = "bad",
#endif
    .description = "Bad",
#if BAD == BAD_OPTION
    .options = options,
#endif
    .write = write_nothing,
};
static const LpFormat *const formats[] = {&format, NULL};

#if BAD == LARGER
struct Larger {
  LpPlugin plugin;
  const char *more[4];
};
LETTERPRESS_EXPORT const struct Larger letterpress_plugin = {
    .plugin = {.size = sizeof letterpress_plugin, .abi_major = 1, .name = BAD_NAME, .formats = formats}};
#elif !defined BAD_SYMBOL
LETTERPRESS_EXPORT const LpPlugin letterpress_plugin = {
#if BAD == SMALLER
    .size = offsetof(LpPlugin, formats),
#elif BAD == BOAST
    .size = sizeof letterpress_plugin + 64,
#else
    .size = sizeof letterpress_plugin,
#endif
    .abi_major = BAD == OLDER ? LETTERPRESS_ABI_MAJOR - 1
                 : BAD == NEWER ? LETTERPRESS_ABI_MAJOR + 1
                                : LETTERPRESS_ABI_MAJOR,
    .abi_minor = BAD == MINOR ? LETTERPRESS_ABI_MINOR + 1 : LETTERPRESS_ABI_MINOR,
    .name = BAD == NAMELESS ? "someone-else" : BAD_NAME,
    .version = "1.0",
    .licence = "Apache-2.0",
    .formats = formats,
};
#else
LETTERPRESS_EXPORT extern const LpFormat *const *const BAD_SYMBOL;
const LpFormat *const *const BAD_SYMBOL = formats;
#endif
