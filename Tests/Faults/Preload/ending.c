// Ways for a program to end that nobody outside could bring about: SIGUSR1
// makes it happen, on the main thread, at that moment.
//
//   ENDING   overflow  the stack runs out
//            trap      an instruction that there is not: what Swift ends a
//                      program with whose claims do not hold, and an error
//                      that nobody caught
//            abort     abort()
//            exit      exit(7), past everything that would tidy up
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static volatile int depth;

// No end in sight for the optimiser either, and each turn takes a page.
__attribute__((noinline)) static int deeper(volatile char *above)
{
    volatile char room[4096];
    room[0] = above ? (char)(above[0] + 1) : 1;
    depth++;
    return depth < 0 ? 0 : deeper(room) + room[0];
}

static void end(int number)
{
    (void)number;
    const char *ending = getenv("ENDING");
    if (!ending) return;
    if (strcmp(ending, "overflow") == 0) deeper(NULL);
    if (strcmp(ending, "trap") == 0) __builtin_trap();
    if (strcmp(ending, "abort") == 0) abort();
    if (strcmp(ending, "exit") == 0) exit(7);
}

__attribute__((constructor)) static void set_up(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = end;
    // On the main stack, which is the one to run out, and without holding
    // back what follows from it.
    action.sa_flags = SA_NODEFER;
    sigaction(SIGUSR1, &action, NULL);
}
