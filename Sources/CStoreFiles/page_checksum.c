#include "page_checksum.h"

#include <string.h>

// Four chains of words, of which each step can be undone: what changes in 24 bytes that follow one another changes the chains, and a
// processor need not wait for one product before it begins the next. The chains are mixed as the digests of chunks are.
enum { chains = 4, stride = 8 * chains, block = 4 * stride };
static const uint64_t first = 0x9E3779B97F4A7C15, second = 0xD1B54A32D192ED03;

static inline uint64_t word(const unsigned char *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

static inline uint64_t mix(uint64_t a, uint64_t b) {
  unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static inline uint64_t step(uint64_t chain, const unsigned char *bytes) {
  return __builtin_rotateleft64((((chain ^ word(bytes)) * first) ^ word(bytes + stride)) * first, 29);
}

static inline __attribute__((always_inline)) void fold(uint64_t sum[chains], const unsigned char *bytes) {
#pragma clang loop unroll(full)
  for (int at = 0; at < chains; at++) sum[at] = step(step(sum[at], bytes + 8 * at), bytes + 8 * at + 2 * stride);
}

/// The first block without the versions of the file format, the change counter, and for which state of the file and by which SQLite that
/// was written (sqlite.org/fileformat2.html, section 1.3).
static void foldHead(uint64_t sum[chains], const unsigned char *page) {
  unsigned char bytes[block];
  memcpy(bytes, page, block);
  memset(bytes + 18, 0, 2);
  memset(bytes + 24, 0, 4);
  memset(bytes + 92, 0, 8);
  fold(sum, bytes);
}

/// The last block without the checksum.
static inline void foldTail(uint64_t sum[chains], const unsigned char *tail) {
  unsigned char bytes[block];
  memcpy(bytes, tail, block - 8);
  memset(bytes + block - 8, 0, 8);
  fold(sum, bytes);
}

uint64_t sillage_page_checksum(const unsigned char *page, int size, uint64_t number) {
  uint64_t sum[chains];
  for (int at = 0; at < chains; at++) sum[at] = mix(number ^ first, second + (uint64_t)at);
  const unsigned char *place = page, *tail = page + size - block;
  if (number == 1) {
    foldHead(sum, page);
    place += block;
  }
  for (; place < tail; place += block) fold(sum, place);
  foldTail(sum, tail);
  uint64_t checksum = number;
  for (int at = 0; at < chains; at++) checksum = mix(checksum ^ sum[at] ^ first, second);
  return checksum;
}
