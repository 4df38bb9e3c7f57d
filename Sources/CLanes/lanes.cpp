// One source for every instruction set: 64-byte vectors, cloned for AVX2 and AVX-512 where the
// loader can choose, in whatever the target has elsewhere. Functions are extern "C" or inlined, so
// the object file has no weak symbol that code for older processors could pick up.

#include "CLanes.h"

// Which clone runs is decided while the program is loaded, too early for ThreadSanitizer to be
// called: its programs crashed there.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

typedef double Lanes __attribute__((vector_size(64), may_alias, aligned(8)));
typedef int32_t NarrowLanes __attribute__((vector_size(32), may_alias, aligned(4)));

namespace {

struct Pools {
  Lanes sum[8];
  Lanes lowest[8];
};

}  // namespace

INLINE void take_lower(Lanes &lowest, const Lanes &value) {
  lowest = value < lowest ? value : lowest;
}

INLINE void load(Lanes &lanes, const int32_t *flows) {
  lanes = __builtin_convertvector(*(const NarrowLanes *)flows, Lanes);
}

INLINE void load(Lanes &lanes, const double *flows) { lanes = *(const Lanes *)flows; }

/// One bucket: every pool's sum and lowest sum move on; `total` gains their flows.
template <bool HasLows, typename Flow>
INLINE void step(Pools &pools, const Flow *flows, const double *lows, Lanes &total) {
#pragma clang loop unroll(full)
  for (int pool = 0; pool < 8; pool++) {
    Lanes flow;
    load(flow, flows + 8 * pool);
    if (HasLows) take_lower(pools.lowest[pool], pools.sum[pool] + *(const Lanes *)(lows + 8 * pool));
    pools.sum[pool] += flow;
    if (!HasLows) take_lower(pools.lowest[pool], pools.sum[pool]);
    total += flow;
  }
}

template <bool HasLows, bool Carries, typename Flow>
INLINE void scan(const Flow *flows, const lanes_flows *with, const int32_t *ends,
                 ptrdiff_t segments, double *minima, double *sums, double *total_lowest) {
  Pools pools = {};
  Lanes total = {}, lowest = {};
  ptrdiff_t bucket = 0;
  for (ptrdiff_t segment = 0; segment < segments; segment++) {
    for (int pool = 0; pool < 8; pool++) pools.lowest[pool] = pools.sum[pool];
    for (; bucket < ends[segment]; bucket++) {
      const Flow *here = flows + 64 * bucket;
      __builtin_prefetch((const char *)here + 8192);
      if (sizeof(Flow) * 64 > 64) {
        __builtin_prefetch((const char *)here + 8192 + 64);
        __builtin_prefetch((const char *)here + 8192 + 128);
        __builtin_prefetch((const char *)here + 8192 + 192);
      }
      Lanes flow = {};
      step<HasLows>(pools, here, HasLows ? with->lows + 64 * bucket : nullptr, flow);
      if (Carries) {
        *(Lanes *)(with->carry + 8 * bucket) += flow;
      } else {
        if (HasLows) take_lower(lowest, total + *(const Lanes *)(with->total_lows + 8 * bucket));
        total += flow;
        if (!HasLows) take_lower(lowest, total);
      }
    }
    for (int pool = 0; pool < 8; pool++) {
      *(Lanes *)(minima + 64 * segment + 8 * pool) = pools.lowest[pool];
      *(Lanes *)(sums + 64 * segment + 8 * pool) = pools.sum[pool];
    }
  }
  *(Lanes *)total_lowest = lowest;
}

template <typename Flow>
INLINE void scan(const Flow *flows, const lanes_flows *with, const int32_t *ends,
                 ptrdiff_t segments, double *minima, double *sums, double *total_lowest) {
  if (with->lows) {
    if (with->carry) {
      scan<true, true>(flows, with, ends, segments, minima, sums, total_lowest);
    } else {
      scan<true, false>(flows, with, ends, segments, minima, sums, total_lowest);
    }
  } else if (with->carry) {
    scan<false, true>(flows, with, ends, segments, minima, sums, total_lowest);
  } else {
    scan<false, false>(flows, with, ends, segments, minima, sums, total_lowest);
  }
}

extern "C" {

CLONES void lanes_scan(const lanes_flows *flows, const int32_t *ends, ptrdiff_t segments,
                       double *minima, double *sums, double *total_lowest) {
  if (flows->wide) {
    scan(flows->wide, flows, ends, segments, minima, sums, total_lowest);
  } else {
    scan(flows->narrow, flows, ends, segments, minima, sums, total_lowest);
  }
}

CLONES void lanes_total(const double *totals, const double *lows, ptrdiff_t buckets,
                        double *lowest) {
  Lanes sum = {}, low = {};
  for (ptrdiff_t bucket = 0; bucket < buckets; bucket++) {
    if (lows) take_lower(low, sum + *(const Lanes *)(lows + 8 * bucket));
    sum += *(const Lanes *)(totals + 8 * bucket);
    take_lower(low, sum);
  }
  *(Lanes *)lowest = low;
}

CLONES void lanes_ranges(const double *minima, const double *sums, const uint16_t *pools,
                         const uint16_t *from, const uint16_t *to, ptrdiff_t ranges,
                         double *lowest) {
  for (ptrdiff_t range = 0; range < ranges; range++) {
    const ptrdiff_t first = from[range], last = to[range], pool = pools[range];
    Lanes low = {};
    if (first > 0) load(low, sums + 64 * (first - 1) + 8 * pool);
    for (ptrdiff_t segment = first; segment < last; segment++) {
      take_lower(low, *(const Lanes *)(minima + 64 * segment + 8 * pool));
    }
    *(Lanes *)(lowest + 8 * range) = low;
  }
}

CLONES void lanes_cuts(const double *lowest, const uint16_t *ranges, ptrdiff_t cuts,
                       double *needs) {
  for (ptrdiff_t cut = 0; cut < cuts; cut++) {
    Lanes need = *(const Lanes *)(needs + 8 * cut);
#pragma clang loop unroll(full)
    for (int pool = 0; pool < 8; pool++) {
      need -= *(const Lanes *)(lowest + 8 * (ptrdiff_t)ranges[8 * cut + pool]);
    }
    *(Lanes *)(needs + 8 * cut) = need;
  }
}

CLONES int64_t lanes_read(const void *memory, ptrdiff_t bytes) {
  typedef int64_t Words __attribute__((vector_size(64), may_alias, aligned(8)));
  const char *here = (const char *)memory;
  Words sums[8] = {};
  for (ptrdiff_t place = 0; place + 512 <= bytes; place += 512) {
#pragma clang loop unroll(full)
    for (int part = 0; part < 8; part++) {
      __builtin_prefetch(here + place + 64 * part + 8192);
      sums[part] += *(const Words *)(here + place + 64 * part);
    }
  }
  int64_t sum = 0;
  for (int part = 0; part < 8; part++) {
    for (int word = 0; word < 8; word++) sum += sums[part][word];
  }
  return sum;
}

}  // extern "C"
