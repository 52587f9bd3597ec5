#pragma once
#include <stddef.h>
#include <stdint.h>

// What libFuzzer's runtime offers to a program with a main of its own; no header of LLVM's declares it for C.
typedef int (*fuzz_test)(const uint8_t *data, size_t size);
int LLVMFuzzerRunDriver(int *argc, char ***argv, fuzz_test test);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
