#include "config.h"

#include "statement_text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void give_up(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static void *grown(void *memory, size_t count, size_t size) {
  void *more = reallocarray(memory, count, size);
  if (more == NULL)
    give_up("memory");
  return more;
}

/* The whole file, ended by a 0. */
static char *file_text(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL)
    give_up(path);
  size_t length = 0, room = 1 << 14;
  char *text = grown(NULL, room, 1);
  for (size_t n; (n = fread(text + length, 1, room - length - 1, file)) > 0;) {
    length += n;
    if (room - length < 2)
      text = grown(text, room *= 2, 1);
  }
  fclose(file);
  text[length] = '\0';
  return text;
}

static void add_emphasis(Paragraph *paragraph, size_t start, size_t end, bool bold) {
  paragraph->emphases =
      grown(paragraph->emphases, paragraph->emphasis_count + 1, sizeof *paragraph->emphases);
  paragraph->emphases[paragraph->emphasis_count++] = (Emphasis){start, end, bold};
}

/* One block of n bytes: marks out, line ends to spaces. */
static Paragraph paragraph_of(const char *block, size_t n) {
  Paragraph paragraph = {.text = grown(NULL, n + 1, 1), .heading = n > 0 && block[0] == '#'};
  size_t length = 0, bold_from = 0, italic_from = 0;
  bool bold = false, italic = false;
  for (size_t i = 0; i < n; i++) {
    const char c = block[i];
    if (paragraph.heading && c == '#')
      continue;
    if (c != '*') {
      const bool space = c == '\n' || c == ' ';
      if (!space || (length > 0 && paragraph.text[length - 1] != ' '))
        paragraph.text[length++] = (char)(space ? ' ' : c);
    } else if (i + 1 < n && block[i + 1] == '*') {
      i++;
      if (bold)
        add_emphasis(&paragraph, bold_from, length, true);
      bold = !bold;
      bold_from = length;
    } else {
      if (italic)
        add_emphasis(&paragraph, italic_from, length, false);
      italic = !italic;
      italic_from = length;
    }
  }
  paragraph.text[length] = '\0';
  return paragraph;
}

StatementText statement_text_read(const char *path) {
  StatementText statement = {0};
  char *text = file_text(path);
  size_t room = 0;
  for (const char *at = text; *at != '\0';) {
    at += strspn(at, "\f\r\n");
    const char *end = strstr(at, "\n\n");
    const size_t n = end == NULL ? strlen(at) : (size_t)(end - at);
    if (n > 0) {
      if (statement.count == room)
        statement.paragraphs =
            grown(statement.paragraphs, room = room * 2 + 64, sizeof *statement.paragraphs);
      statement.paragraphs[statement.count++] = paragraph_of(at, n);
    }
    at += n;
  }
  free(text);
  return statement;
}

void statement_text_free(StatementText *statement) {
  for (size_t i = 0; i < statement->count; i++) {
    free(statement->paragraphs[i].text);
    free(statement->paragraphs[i].emphases);
  }
  free(statement->paragraphs);
  *statement = (StatementText){0};
}

FloorArguments floor_arguments(int argc, char **argv) {
  FloorArguments arguments = {.times = 1};
  for (int option; (option = getopt(argc, argv, "n:f")) != -1;) {
    if (option == 'n')
      arguments.times = strtol(optarg, NULL, 10);
    else if (option == 'f')
      arguments.faces = true;
    else
      optind = argc; /* the usage, below */
  }
  if (argc - optind != 2 || arguments.times < 1) {
    fprintf(stderr, "usage: %s [-n N] [-f] IN OUT\n", argv[0]);
    exit(2);
  }
  arguments.in = argv[optind];
  arguments.out = argv[optind + 1];
  return arguments;
}
