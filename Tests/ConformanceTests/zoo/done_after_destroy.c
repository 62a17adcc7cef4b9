/* It answers once more when it is destroyed. */
#define _GNU_SOURCE
#define AFTER_DONE self->completion = completion;
#define ON_DESTROY if (self->completion) self->completion->done(self->completion, SK_OK, sk_bytes_of(NULL, 0)); free(self);
#include "zoo.h"
