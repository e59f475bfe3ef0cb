/* Instructions of x86-64 for SHA-256, which Swift has no names for. Elsewhere there are none, and it says so.
   Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2: SHA256RNDS2, SHA256MSG1, SHA256MSG2. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/* Whether this processor has them: leaf 7, EBX bit 29, and SSE4.1 from leaf 1, ECX bit 19. */
static inline int canon_has_sha256(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 19))) return 0;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
    return (b >> 29) & 1;
}

/* Hashes whole blocks of 64 bytes into the state a…h; `constants` are the 64 of the standard. */
__attribute__((target("sha,sse4.1"))) static inline void canon_sha256(
    uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t *constants) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    const __m128i *rounds = (const __m128i *)constants;
    __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
    __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(abcd, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, abcd, 0xf0);
    for (; count > 0; count -= 1, blocks += 64) {
        const __m128i before_abef = abef, before_cdgh = cdgh;
        __m128i words[4];
        for (int place = 0; place < 4; place += 1)
            words[place] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)blocks + place), big_endian);
        /* Four rounds a turn; the words of the turn are replaced by those sixteen further on. */
        for (int turn = 0; turn < 16; turn += 1) {
            const __m128i now = words[turn & 3];
            const __m128i keyed = _mm_add_epi32(now, _mm_loadu_si128(rounds + turn));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, keyed);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(keyed, 0x0e));
            const __m128i next = words[(turn + 1) & 3], third = words[(turn + 2) & 3], last = words[(turn + 3) & 3];
            const __m128i early = _mm_add_epi32(_mm_sha256msg1_epu32(now, next), _mm_alignr_epi8(last, third, 4));
            words[turn & 3] = _mm_sha256msg2_epu32(early, last);
        }
        abef = _mm_add_epi32(abef, before_abef);
        cdgh = _mm_add_epi32(cdgh, before_cdgh);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}
#else
static inline int canon_has_sha256(void) { return 0; }
static inline void canon_sha256(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t *constants) {
    (void)state, (void)blocks, (void)count, (void)constants;
}
#endif
