// bin/audiences: prepares the process as src/launcher/audiences does for the image, and calls Main in libaudiences.so.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <jni.h>
#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// As ExitCode.OUTPUT_FAILED.
enum { CANNOT_START = 9 };

enum { MIB = 1 << 20 };

// Of memory, in MiB: the heap; the least that is useful; what the compiled program has of objects; and what else the
// process takes of address space.
enum { HEAP = 768, LEAST_HEAP = 24, COMPILED_HEAP = 32, BESIDES = 160 };

// The stack of a thread, as Java has it.
enum { STACK = 1 };

enum { MOST_OPTIONS = 64 };

static JavaVMOption options[MOST_OPTIONS];
static int option_count;

__attribute__((noreturn, format(printf, 1, 2))) static void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vdprintf(STDERR_FILENO, format, arguments);
    va_end(arguments);
    exit(CANNOT_START);
}

__attribute__((format(printf, 1, 2))) static void add_option(const char *format, ...) {
    char *text;
    va_list arguments;
    va_start(arguments, format);
    if (option_count < MOST_OPTIONS && vasprintf(&text, format, arguments) >= 0) {
        options[option_count++].optionString = text;
    }
    va_end(arguments);
}

// --- streams

// A file of the program's own must not get the number of a closed stream.
static void open_closed_streams(void) {
    for (int stream = 0; stream <= 2; stream++) {
        if (fcntl(stream, F_GETFD) != -1) {
            continue;
        }
        // The lowest free number, which is this one.
        if (open("/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY) != stream) {
            exit(CANNOT_START);
        }
        if (stream == STDOUT_FILENO) {
            add_option("-Daudiences.stdout.closed=true");
        }
    }
}

static bool is_terminal(int stream, const char *name) {
    bool terminal = isatty(stream);
    if (terminal) {
        add_option("-Daudiences.%s.terminal=true", name);
    }
    return terminal;
}

static void describe_streams(void) {
    struct stat status;
    // Not fstat: that of this system's C library is too new.
    if (syscall(SYS_fstat, STDOUT_FILENO, &status) == 0 && S_ISFIFO(status.st_mode)) {
        add_option("-Daudiences.stdout.pipe=true");
    }
    is_terminal(STDIN_FILENO, "stdin");
    bool out = is_terminal(STDOUT_FILENO, "stdout");
    bool err = is_terminal(STDERR_FILENO, "stderr");
    struct winsize size;
    if ((out || err) && ioctl(out ? STDOUT_FILENO : STDERR_FILENO, TIOCGWINSZ, &size) == 0) {
        add_option("-Daudiences.terminal.width=%d", size.ws_col);
    }
}

// After Ctrl-Z a shell takes back its own settings of the terminal, and fg does not bring back those of the prompt for
// the key: it would be typed with echo. So that prompt can't be stopped.
static void prepare_prompt(int count, char **arguments) {
    bool key = false;
    for (int i = 3; i < count; i++) {
        key = key || strstr(arguments[i], "apiKey") != NULL;
    }
    if (!key || strcmp(arguments[1], "config") != 0 || strcmp(arguments[2], "set") != 0) {
        return;
    }
    signal(SIGTSTP, SIG_IGN);
    // Opened anew, a terminal is in blocking mode again, whatever another program has left it in.
    int terminal = isatty(STDIN_FILENO) ? open("/dev/fd/0", O_RDONLY) : -1;
    if (terminal != -1) {
        dup2(terminal, STDIN_FILENO);
        close(terminal);
    }
}

// --- limits

static rlim_t limit(__rlimit_resource_t resource) {
    struct rlimit value;
    return getrlimit(resource, &value) == 0 ? value.rlim_cur : RLIM_INFINITY;
}

static bool few_processes_in_container(void) {
    char text[8] = "";
    FILE *file = fopen("/sys/fs/cgroup/pids.max", "re");
    if (file == NULL) {
        return false;
    }
    bool few = fgets(text, sizeof text, file) != NULL && atoi(text) > 0 && strlen(text) <= 4;
    fclose(file);
    return few;
}

// Returns whether the limits may be too low to start.
static bool set_memory(void) {
    rlim_t memory = limit(RLIMIT_AS);
    long heap = HEAP;
    // A collection of garbage moves what it keeps: it needs the space twice. Unless told, it reserves many GiB.
    long space = 2 * HEAP + COMPILED_HEAP;
    bool little = memory != RLIM_INFINITY && (long) (memory / MIB) < space + BESIDES;
    if (little) {
        space = (long) (memory / MIB) - BESIDES;
        heap = (space - COMPILED_HEAP) / 2;
        heap = heap < LEAST_HEAP ? LEAST_HEAP : heap;
        space = space < heap ? heap : space;
    }
    add_option("-XX:ReservedAddressSpaceSize=%ldm", space);
    add_option("-Xmx%ldm", heap);
    // New objects: with more of them, collections are rarer and the memory grows. With half of this a million audiences take
    // nearly twice as long, with twice of it more memory than the image.
    add_option("-Xmn%ldm", heap / 3 < 32 ? heap / 3 : 32);
    add_option("-Xss%dm", STACK);
    return little || limit(RLIMIT_NOFILE) < 100 || limit(RLIMIT_NPROC) < 1000 || few_processes_in_container();
}

// --- Java

static void *entry(const char *name) {
    char place[PATH_MAX], library[PATH_MAX + 32];
    ssize_t length = readlink("/proc/self/exe", place, sizeof place - 1);
    if (length > 0) {
        place[length] = '\0';
    } else if (realpath((const char *) getauxval(AT_EXECFN), place) == NULL) {
        fail("audiences: can't find out where this program lies: %s\n", strerror(errno));
    }
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(place, '/');
        *(slash == NULL ? place : slash) = '\0';
    }
    snprintf(library, sizeof library, "%s/lib/libaudiences.so", place);
    void *handle = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    void *function = handle == NULL ? NULL : dlsym(handle, name);
    if (function == NULL) {
        fail("audiences: can't load the program: %s\n  try: install it again\n", dlerror());
    }
    return function;
}

static jobjectArray strings(JNIEnv *env, int count, char **texts) {
    jclass type = (*env)->FindClass(env, "java/lang/String");
    jmethodID decode = type == NULL ? NULL : (*env)->GetMethodID(env, type, "<init>", "([BLjava/lang/String;)V");
    jstring encoding = decode == NULL ? NULL : (*env)->NewStringUTF(env, "UTF-8");
    jobjectArray array = encoding == NULL ? NULL : (*env)->NewObjectArray(env, count, type, NULL);
    for (int i = 0; array != NULL && i < count; i++) {
        jsize length = (jsize) strlen(texts[i]);
        jbyteArray bytes = (*env)->NewByteArray(env, length);
        if (bytes == NULL) {
            return NULL;
        }
        (*env)->SetByteArrayRegion(env, bytes, 0, length, (const jbyte *) texts[i]);
        jobject string = (*env)->NewObject(env, type, decode, bytes, encoding);
        if (string == NULL) {
            return NULL;
        }
        (*env)->SetObjectArrayElement(env, array, i, string);
        (*env)->DeleteLocalRef(env, bytes);
        (*env)->DeleteLocalRef(env, string);
    }
    return array;
}

// Calls a static method, with an argument if it is not NULL. Returns whether it went well.
static bool call(JNIEnv *env, const char *class_name, const char *name, const char *signature, jobject argument) {
    jclass type = (*env)->FindClass(env, class_name);
    jmethodID method = type == NULL ? NULL : (*env)->GetStaticMethodID(env, type, name, signature);
    if (method != NULL) {
        (*env)->CallStaticVoidMethod(env, type, method, argument);
    }
    return !(*env)->ExceptionCheck(env);
}

typedef struct {
    int count;
    char **texts;
} Arguments;

// Returns only when it fails: Main ends the process.
static void *run_main(void *of_thread) {
    Arguments *arguments = of_thread;
    JavaVM *vm;
    JNIEnv *env;
    JavaVMInitArgs settings = {JNI_VERSION_10, option_count, options, JNI_FALSE};
    jint (*create)(JavaVM **, void **, void *) = entry("JNI_CreateJavaVM");
    jint error = create(&vm, (void **) &env, &settings);
    if (error != JNI_OK) {
        fail("audiences: the program can't start here (%d)\n", error);
    }
    // Installs the handlers of signals, among others.
    if (call(env, "org/graalvm/nativeimage/VMRuntime", "initialize", "()V", NULL)) {
        jobjectArray values = strings(env, arguments->count, arguments->texts);
        if (values != NULL) {
            call(env, "dev/audiences/Main", "main", "([Ljava/lang/String;)V", values);
        }
    }
    (*env)->ExceptionDescribe(env);
    exit(1);
}

// On a thread of its own, as Java does: the stack of the first one depends on ulimit -s, and is measured by /proc.
__attribute__((noreturn)) static void run_on_thread(int count, char **texts) {
    Arguments arguments = {count, texts};
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK * MIB);
    int error = pthread_create(&thread, &attributes, run_main, &arguments);
    if (error != 0) {
        fail("audiences: can't start a thread: %s\n", strerror(error));
    }
    pthread_join(thread, NULL);
    exit(1);
}

// Whether the program can start within the limits, as another process finds out.
static bool can_start(void) {
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_RDWR);
        for (int stream = 0; stream <= 2; stream++) {
            dup2(nothing, stream);
        }
        char *arguments[] = {"--version", NULL};
        run_on_thread(1, arguments);
    }
    int status = -1;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

int main(int count, char **arguments) {
    open_closed_streams();
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("x86-64-v2")) {
        fail("audiences: this processor lacks instructions that the program was compiled for (x86-64-v2)\n"
                "  try: the form of the program that comes with a Java runtime\n");
    }
    // The locale of the user may lack UTF-8, or not be installed on this machine although it is named: letters outside
    // ASCII would be lost.
    setenv("LC_ALL", "C.UTF-8", 1);
    // Options for other Java programs.
    unsetenv("JAVA_TOOL_OPTIONS");
    unsetenv("JDK_JAVA_OPTIONS");
    unsetenv("_JAVA_OPTIONS");
    // glibc sets address space aside for each thread, more than a limit (ulimit -v) may leave.
    mallopt(M_ARENA_MAX, 1);
    add_option("-Daudiences.launcher=true");
    add_option("-Daudiences.compiled=true");
    describe_streams();
    prepare_prompt(count, arguments);
    char folder[PATH_MAX];
    if (getcwd(folder, sizeof folder) == NULL) {
        // Java can't start in a folder that was deleted. It starts in another one instead, and relative paths lead
        // nowhere.
        const char *deleted = getenv("PWD");
        add_option("-Duser.dir=%s", deleted == NULL ? "/nonexistent" : deleted);
        if (chdir("/") != 0) {
            fail("audiences: can't go to the root folder: %s\n", strerror(errno));
        }
    }
    if (set_memory() && !can_start()) {
        fail("audiences: the limits set here leave too little for the program to start\n"
                "  try: raise those on memory, processes and open files "
                "(ulimit -v, -u, -n; in a container, that on pids)\n");
    }
    // For tests: options of Java, as the image takes them too.
    const char *variable = getenv("AUDIENCES_JAVA_OPTIONS");
    char *more = variable == NULL ? NULL : strdup(variable);
    for (char *option = more == NULL ? NULL : strtok(more, " "); option != NULL; option = strtok(NULL, " ")) {
        if (strncmp(option, "-Xm", 3) == 0 || strncmp(option, "-D", 2) == 0) {
            add_option("%s", option);
        }
    }
    run_on_thread(count == 0 ? 0 : count - 1, arguments + (count == 0 ? 0 : 1));
}
