#pragma once

/* First, so that libevent's own _GNU_SOURCE comes too late: the C library must look as it does to Swift's Glibc. */
#include <features.h>

#include <sys/eventfd.h>

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/bufferevent_ssl.h>
#include <event2/event.h>
#include <event2/listener.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

/* A macro that Swift cannot see: nothing older than TLS 1.2. */
static inline int cevent_require_tls12(SSL_CTX *context) {
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}
