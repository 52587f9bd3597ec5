// The floor of reading a docx: what libzip and libxml2 take when nobody asks them for more than the text.
//
// usage: floor FILE...
//
// Inflates word/document.xml of each file in pieces of 64 KiB into libxml2's SAX2 push parser, gathers the text in a
// buffer that is used again, and prints how many bytes of text all files hold. No tree, no tables, no checks, no limits.

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { PIECE = 64 << 10 };

struct text {
    char *bytes;
    size_t count, room;
};

static void gather(void *context, const xmlChar *characters, int count) {
    struct text *text = context;
    if (text->room - text->count < (size_t)count) {
        text->room = (text->room + (size_t)count) * 2;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes) abort();
    }
    memcpy(text->bytes + text->count, characters, (size_t)count);
    text->count += (size_t)count;
}

// Whether the file was read to its end.
static int read_docx(const char *path, xmlSAXHandler *handler, struct text *text) {
    static char piece[PIECE];
    int error = 0, is_whole = 0;
    zip_t *archive = zip_open(path, ZIP_RDONLY, &error);
    if (!archive) return 0;
    zip_file_t *part = zip_fopen(archive, "word/document.xml", 0);
    xmlParserCtxtPtr parser = part ? xmlCreatePushParserCtxt(handler, text, NULL, 0, NULL) : NULL;
    if (parser) {
        zip_int64_t count;
        xmlCtxtUseOptions(parser, XML_PARSE_NONET);
        while ((count = zip_fread(part, piece, PIECE)) > 0 && !xmlParseChunk(parser, piece, (int)count, 0)) {}
        is_whole = count == 0 && !xmlParseChunk(parser, NULL, 0, 1);
        xmlFreeParserCtxt(parser);
    }
    if (part) zip_fclose(part);
    zip_discard(archive);
    return is_whole;
}

int main(int count, char **paths) {
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .characters = gather};
    struct text text = {0};
    unsigned long long total = 0;
    xmlInitParser();
    for (int i = 1; i < count; i++) {
        text.count = 0;
        if (!read_docx(paths[i], &handler, &text)) {
            fprintf(stderr, "floor: %s is not read to its end\n", paths[i]);
            return 1;
        }
        total += text.count;
    }
    printf("%llu\n", total);
    free(text.bytes);
    return 0;
}
