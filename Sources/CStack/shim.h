#pragma once
#include <stdlib.h>
#if defined(__GLIBC__) && __SIZEOF_POINTER__ == 8
#include <stdint.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

/// Two addresses in halves, since a context is started with numbers of 32 bits.
static void sillage_stack_start(uint32_t work, uint32_t workHigh, uint32_t argument, uint32_t argumentHigh) {
  void (*start)(void *) = (void (*)(void *))((uintptr_t)workHigh << 32 | work);
  start((void *)((uintptr_t)argumentHigh << 32 | argument));
}
#endif

/// Goes on in `work`, which must not return, on a stack that may grow to so many bytes, of which only what is used is taken. Its last page
/// cannot be touched. Returns only where there can be no such stack. The importer cannot read makecontext itself.
static inline void sillage_continue_on_stack(size_t bytes, void (*work)(void *), void *argument) {
#if defined(__GLIBC__) && __SIZEOF_POINTER__ == 8
  char *stack = mmap(
      NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED || mprotect(stack, (size_t)sysconf(_SC_PAGESIZE), PROT_NONE) != 0) return;
  ucontext_t context;
  if (getcontext(&context) != 0) return;
  context.uc_stack.ss_sp = stack;
  context.uc_stack.ss_size = bytes;
  context.uc_link = NULL;
  makecontext(
      &context, (void (*)(void))sillage_stack_start, 4, (uint32_t)(uintptr_t)work, (uint32_t)((uintptr_t)work >> 32),
      (uint32_t)(uintptr_t)argument, (uint32_t)((uintptr_t)argument >> 32));
  setcontext(&context);
#endif
}
