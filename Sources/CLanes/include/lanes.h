#ifndef CLANES_LANES_H
#define CLANES_LANES_H

#include <stddef.h>
#include <stdint.h>

/* Adds rows of a matrix of bytes to `sums`, each times its scale and its factor. `width` numbers a row, a multiple of 16.
 * Row `i` of `count` is `rows[i]`, or `places[rows[i]]` where places are given; below zero there is none.
 * In C because Swift cannot choose the processor's wide instructions at run time. */
void lanes_add_rows(float *sums, size_t width, const int8_t *bytes, const float *scales, const int32_t *places,
                    const int32_t *rows, const float *factors, size_t count);

/* Adds `count` numbers times `factor` to `sums`; a multiple of 16. */
void lanes_add(float *sums, const float *numbers, float factor, size_t count);

#endif
