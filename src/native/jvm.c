// libjvm.so: what the JDK's own libraries (libjava, libnet, libnio, libzip, libextnet) import from a Java VM and still
// need without one. The build makes every other import of theirs a function that calls missing_function. See README.md.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <sched.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

// A call of a function that Java code has replaced in a native executable. None is known that gets here.
__attribute__((noreturn)) void missing_function(const char *name) {
    fprintf(stderr, "audiences: a library of Java called %s, which this program does not have\n", name);
    abort();
}

// Called once, before any other function.
void initialize(void) {
}

// Java has run its shutdown hooks; other threads may still run.
__attribute__((noreturn)) void JVM_Halt(jint code) {
    _exit(code);
}

// --- text

int jio_vsnprintf(char *text, size_t size, const char *format, va_list arguments) {
    int length = vsnprintf(text, size, format, arguments);
    return length < 0 || (size_t) length >= size ? -1 : length;
}

int jio_vfprintf(FILE *file, const char *format, va_list arguments) {
    return vfprintf(file, format, arguments);
}

char *JVM_NativePath(char *path) {
    return path;
}

// --- machine

jint JVM_ActiveProcessorCount(void) {
    cpu_set_t usable;
    bool known = sched_getaffinity(0, sizeof usable, &usable) == 0;
    return (jint) (known ? CPU_COUNT(&usable) : sysconf(_SC_NPROCESSORS_ONLN));
}

static jlong nanoseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (jlong) now.tv_sec * 1000000000 + now.tv_nsec;
}

jlong JVM_NanoTime(JNIEnv *env, jclass caller) {
    (void) env;
    (void) caller;
    return nanoseconds(CLOCK_MONOTONIC);
}

jlong JVM_CurrentTimeMillis(JNIEnv *env, jclass caller) {
    (void) env;
    (void) caller;
    return nanoseconds(CLOCK_REALTIME) / 1000000;
}

void *JVM_FindLibraryEntry(void *library, const char *name) {
    return dlsym(library, name);
}

// --- locks

void *JVM_RawMonitorCreate(void) {
    pthread_mutex_t *lock = malloc(sizeof *lock);
    pthread_mutexattr_t attributes;
    if (lock == NULL) {
        return NULL;
    }
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(lock, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return lock;
}

void JVM_RawMonitorDestroy(void *lock) {
    pthread_mutex_destroy(lock);
    free(lock);
}

jint JVM_RawMonitorEnter(void *lock) {
    return pthread_mutex_lock(lock);
}

void JVM_RawMonitorExit(void *lock) {
    pthread_mutex_unlock(lock);
}

// --- loading the JDK's libraries: linked in, they would have the suffixed functions; loaded, they have JNI_OnLoad

static jint on_load(const char *library, JavaVM *vm, void *reserved) {
    void *handle = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
    jint (*function)(JavaVM *, void *) = handle == NULL ? NULL : dlsym(handle, "JNI_OnLoad");
    if (function == NULL) {
        missing_function(library);
    }
    jint version = function(vm, reserved);
    dlclose(handle);
    // The least that is accepted of a library that is linked in.
    return version == JNI_ERR ? JNI_ERR : JNI_VERSION_1_8;
}

jint JNI_OnLoad_java(JavaVM *vm, void *reserved) {
    return on_load("libjava.so", vm, reserved);
}

jint JNI_OnLoad_net(JavaVM *vm, void *reserved) {
    return on_load("libnet.so", vm, reserved);
}

jint JNI_OnLoad_nio(JavaVM *vm, void *reserved) {
    return on_load("libnio.so", vm, reserved);
}

jint JNI_OnLoad_zip(JavaVM *vm, void *reserved) {
    (void) vm;
    (void) reserved;
    return JNI_VERSION_1_8;
}

jint JNI_OnLoad_extnet(JavaVM *vm, void *reserved) {
    (void) vm;
    (void) reserved;
    return JNI_VERSION_1_8;
}
