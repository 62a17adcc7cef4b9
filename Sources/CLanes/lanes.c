#include "lanes.h"

// Rounded alike on every processor, so that the same sentences make the same model everywhere.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDEST
#endif

WIDEST void lanes_add_rows(float *restrict sums, size_t width, const int8_t *restrict bytes,
                           const float *restrict scales, const int32_t *restrict places,
                           const int32_t *restrict rows, const float *restrict factors, size_t count) {
    for (size_t i = 0; i < count; i++) {
        int32_t row = places ? places[rows[i]] : rows[i];
        if (row < 0) continue;
        const int8_t *from = bytes + (size_t)row * width;
        float factor = scales[row] * factors[i];
        for (size_t at = 0; at < width; at++) sums[at] += factor * (float)from[at];
    }
}

WIDEST void lanes_add(float *restrict sums, const float *restrict numbers, float factor, size_t count) {
    for (size_t at = 0; at < count; at++) sums[at] += factor * numbers[at];
}
