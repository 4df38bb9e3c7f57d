// The vector kernels of SIZE. Eight replications lie side by side in the lanes of one vector; money
// is whole numbers in doubles, exact below 2^53, so that no order of addition changes a bit.
//
// Shapes, slowest first: flows [bucket][8 pools][8 lanes], totals [bucket][8 lanes], minima and
// sums [segment][8 pools][8 lanes]. `ends` holds how many buckets lie before the end of each
// segment, ascending; segments follow each other from bucket 0. Pointers are aligned to 32 bytes
// for 32-bit flows, to 64 bytes else.
#ifndef NOSTRO_CLANES_H
#define NOSTRO_CLANES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Flows of eight pools, as 32-bit integers or (wide) as doubles.
///
/// `lows` and `total_lows` are null, or hold the lowest running sum inside each bucket (at most 0,
/// at most the sum of the bucket); `carry` is null, or gains each bucket's total over the pools.
struct lanes_flows {
  const int32_t *narrow;
  const double *wide;
  const double *lows;
  const double *total_lows;
  double *carry;
};

/// Scans the flows once.
///
/// Writes for each segment and pool the lowest running sum from the segment's start to its end,
/// both included, and the running sum at its end; `total_lowest` becomes the lowest running sum of
/// all eight pools together, 0 at most.
void lanes_scan(const struct lanes_flows *flows, const int32_t *ends, ptrdiff_t segments,
                double *minima, double *sums, double *total_lowest);

/// The lowest running sum of totals [bucket][8 lanes], 0 at most; `lows` as above, or null.
void lanes_total(const double *totals, const double *lows, ptrdiff_t buckets, double *lowest);

/// The lowest running sums over ranges of time: `lowest` [range][8 lanes]. Range r is that of pool
/// `pools[r]` between the ends numbered `from[r]` and, no lower, `to[r]`; 0 is the start.
void lanes_ranges(const double *minima, const double *sums, const uint16_t *pools,
                  const uint16_t *from, const uint16_t *to, ptrdiff_t ranges, double *lowest);

/// Takes from `needs` [cut][8 lanes] the lowest sums of the eight ranges of each cut:
/// `ranges` [cut][8].
void lanes_cuts(const double *lowest, const uint16_t *ranges, ptrdiff_t cuts, double *needs);

/// A sum of 64-byte words: the read bandwidth that a scan can at best reach.
int64_t lanes_read(const void *memory, ptrdiff_t bytes);

#ifdef __cplusplus
}
#endif

#endif
