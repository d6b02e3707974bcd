// The C helper library of the builder, liblibchelper.a: each function that the builder's classes declare for it and
// that Linux on x86-64 needs. See README.md.
#define _GNU_SOURCE
#include "amd64cpufeatures.h"
#include "svm_locale.h"
#include <cpuid.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// --- environment, threads, memory

extern char **environ;

char **getEnviron(void) {
    return environ;
}

int getThreadId(void) {
    return (int) syscall(SYS_gettid);
}

// The time that a thread spent in user mode, in nanoseconds, or -1.
long getThreadUserTimeSlow(int thread) {
    char text[1024];
    snprintf(text, sizeof text, "/proc/self/task/%d/stat", thread);
    FILE *file = fopen(text, "re");
    if (file == NULL) {
        return -1;
    }
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    // The second field is the name in parentheses, which may contain any letter. The 14th is counted from its end.
    char *end = strrchr(text, ')');
    unsigned long ticks;
    if (end == NULL
            || sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu", &ticks) != 1) {
        return -1;
    }
    return (long) (ticks * (1000000000UL / (unsigned long) sysconf(_SC_CLK_TCK)));
}

void *mremapP(void *old, size_t old_size, size_t new_size, int flags, void *wanted) {
    return mremap(old, old_size, new_size, flags, wanted);
}

// After code was written: on x86-64 the processor sees that by itself.
void codeSynchronization_clearCache(long from, long to) {
    __builtin___clear_cache((char *) from, (char *) to);
}

// --- functions of C with any number of arguments, for certain ones

int openSII(const char *path, int flags, int mode) {
    return open(path, flags, mode);
}

int fprintfSD(FILE *file, const char *format, const char *text, int number) {
    return fprintf(file, format, text, number);
}

// --- the name of the time zone, as "Europe/Berlin", in memory that the caller frees; NULL means UTC

char *SVM_FindJavaTZmd(const char *mappings, int length) {
    (void) mappings; // Of Windows.
    (void) length;
    const char *zone = getenv("TZ");
    if (zone != NULL && *zone != '\0') {
        return strdup(zone + (*zone == ':'));
    }
    char *file = realpath("/etc/localtime", NULL);
    char *name = file == NULL ? NULL : strstr(file, "/zoneinfo/");
    char *result = name == NULL ? NULL : strdup(name + strlen("/zoneinfo/"));
    free(file);
    return result;
}

// --- locale

enum { PART = 32 };

typedef struct {
    char language[PART], country[PART];
} Names;

static Names display, format;
static svm_locale_props_t locale_properties;

// Takes "pt_BR.UTF-8@euro" apart; "C" and "POSIX" are English.
static void take_apart(const char *name, Names *names) {
    size_t language = strcspn(name, "_.@");
    if (language < 2 || language >= PART || strncmp(name, "POSIX", language) == 0) {
        strcpy(names->language, "en");
        return;
    }
    memcpy(names->language, name, language);
    if (name[language] == '_') {
        const char *rest = name + language + 1;
        size_t country = strcspn(rest, ".@");
        memcpy(names->country, rest, country < PART ? country : 0);
    }
}

static const char *set(const char *part) {
    return *part == '\0' ? NULL : part;
}

// The name of the locale for a category, as setlocale would choose it. That opens a dozen files, and nothing here uses the C
// library's own locale.
static const char *locale_name(const char *category) {
    const char *variables[] = {"LC_ALL", category, "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *name = getenv(variables[i]);
        if (name != NULL && *name != '\0') {
            return name;
        }
    }
    return "C";
}

int svm_initialize_locale(void) {
    take_apart(locale_name("LC_MESSAGES"), &display);
    take_apart(locale_name("LC_CTYPE"), &format);
    locale_properties.display_language = set(display.language);
    locale_properties.display_country = set(display.country);
    locale_properties.format_language = set(format.language);
    locale_properties.format_country = set(format.country);
    return SVM_LOCALE_INITIALIZATION_SUCCEEDED;
}

const svm_locale_props_t *svm_get_locale(void) {
    return &locale_properties;
}

// --- signals that Java code handles: the handler counts them, and a thread of the runtime takes them

static atomic_flag signals_open = ATOMIC_FLAG_INIT;
static sem_t signal_arrived;
static atomic_int pending_signals[NSIG];

static void on_signal(int number) {
    int error = errno;
    atomic_fetch_add(&pending_signals[number], 1);
    sem_post(&signal_arrived);
    errno = error;
}

// Returns 0, 1 when it is open already, and -1 on an error.
int cSunMiscSignal_open(void) {
    if (atomic_flag_test_and_set(&signals_open)) {
        return 1;
    }
    return sem_init(&signal_arrived, 0, 0);
}

int cSunMiscSignal_close(void) {
    int result = sem_destroy(&signal_arrived);
    atomic_flag_clear(&signals_open);
    return result;
}

int cSunMiscSignal_awaitSemaphore(void) {
    int result;
    do {
        result = sem_wait(&signal_arrived);
    } while (result == -1 && errno == EINTR);
    return result;
}

int cSunMiscSignal_signalSemaphore(void) {
    return sem_post(&signal_arrived);
}

bool cSunMiscSignal_signalRangeCheck(int number) {
    return number > 0 && number < NSIG;
}

// Returns the number of a signal that arrived and takes it, or returns -1.
int cSunMiscSignal_checkPendingSignal(void) {
    for (int number = 1; number < NSIG; number++) {
        int count = atomic_load(&pending_signals[number]);
        while (count > 0) {
            if (atomic_compare_exchange_weak(&pending_signals[number], &count, count - 1)) {
                return number;
            }
        }
    }
    return -1;
}

void (*cSunMiscSignal_signalHandlerFunctionPointer(void))(int) {
    return on_signal;
}

// --- processor: by the manuals of AMD and Intel. Vectors of 512 bits count as missing, which is always safe. The build
// writes the header with one byte a feature.

static unsigned long long enabled_states(void) {
    unsigned low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (unsigned long long) high << 32 | low;
}

void determineCPUFeatures(CPUFeatures *f) {
    memset(f, 0, sizeof *f);
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) {
        return;
    }
    f->fCX8 = (d & bit_CMPXCHG8B) != 0;
    f->fCMOV = (d & bit_CMOV) != 0;
    f->fMMX = (d & bit_MMX) != 0;
    f->fFXSR = (d & bit_FXSAVE) != 0;
    f->fSSE = (d & bit_SSE) != 0;
    f->fSSE2 = (d & bit_SSE2) != 0;
    f->fTSC = (d >> 4 & 1) != 0;
    f->fFLUSH = (d >> 19 & 1) != 0;
    f->fHT = (d >> 28 & 1) != 0;
    f->fSSE3 = (c & bit_SSE3) != 0;
    f->fSSSE3 = (c & bit_SSSE3) != 0;
    f->fSSE4_1 = (c & bit_SSE4_1) != 0;
    f->fSSE4_2 = (c & bit_SSE4_2) != 0;
    f->fPOPCNT = (c & bit_POPCNT) != 0;
    f->fAES = (c & bit_AES) != 0;
    f->fCLMUL = (c & bit_PCLMUL) != 0;
    f->fHV = (c >> 31 & 1) != 0;
    // The system must save the wide registers too.
    bool wide = (c & bit_OSXSAVE) != 0 && (enabled_states() & 6) == 6 && (c & bit_AVX) != 0;
    f->fAVX = wide;
    f->fVZEROUPPER = wide;
    f->fFMA = wide && (c & bit_FMA) != 0;
    f->fF16C = wide && (c & bit_F16C) != 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
        f->fBMI1 = (b & bit_BMI) != 0;
        f->fBMI2 = (b & bit_BMI2) != 0;
        f->fAVX2 = wide && (b & bit_AVX2) != 0;
        f->fERMS = (b >> 9 & 1) != 0;
        f->fADX = (b & bit_ADX) != 0;
        f->fSHA = (b & bit_SHA) != 0;
        f->fFLUSHOPT = (b & bit_CLFLUSHOPT) != 0;
        f->fCLWB = (b & bit_CLWB) != 0;
        f->fRDPID = (c & bit_RDPID) != 0;
        f->fFSRM = (d >> 4 & 1) != 0;
    }
    if (__get_cpuid(0x80000001, &a, &b, &c, &d)) {
        f->fLZCNT = (c & bit_ABM) != 0;
        f->fSSE4A = (c & bit_SSE4a) != 0;
        f->fAMD_3DNOW_PREFETCH = (c & bit_PRFCHW) != 0;
        f->fRDTSCP = (d >> 27 & 1) != 0;
    }
    if (__get_cpuid(0x80000007, &a, &b, &c, &d)) {
        f->fTSCINV_BIT = f->fTSCINV = (d >> 8 & 1) != 0;
    }
}

// The mask has a byte for each byte of CPUFeatures: 0xfe for a feature that the program was compiled for, otherwise
// 0xff. Returns 0 when this processor has them all.
int checkCPUFeatures(const unsigned char *mask) {
    CPUFeatures features;
    determineCPUFeatures(&features);
    const unsigned char *has = (const unsigned char *) &features;
    for (size_t i = 0; i < sizeof features; i++) {
        if ((mask[i] | has[i]) != 0xff) {
            return 1;
        }
    }
    return 0;
}

int checkCPUFeaturesOrExit(const unsigned char *mask, const char *message) {
    if (checkCPUFeatures(mask) != 0) {
        fputs(message, stderr);
        exit(9);
    }
    return 0;
}
