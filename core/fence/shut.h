/* fence/shut.h: what a worker may use, from the moment that it is shut. */
#ifndef LETTERPRESS_FENCE_SHUT_H
#define LETTERPRESS_FENCE_SHUT_H

#include <letterpress/account.h>

/* Closes every descriptor but the kept ones (count, any order) and the standard three, which become
 * /dev/null. */
void lp_fence_close(int *kept, size_t count);

/* Shuts the fence around this process, for good: memory, processor time, file size and descriptors by the
   account's limits; no core file, no new privileges, no tracing; dies with its parent. Code and libraries are
   mapped by now. false: something could not be shut; errno says why. */
bool lp_fence_shut(const LpAccount *account);

#endif
