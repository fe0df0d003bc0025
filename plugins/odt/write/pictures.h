/* write/pictures.h: pictures, in the package's own folder. */
#ifndef ODT_WRITE_PICTURES_H
#define ODT_WRITE_PICTURES_H

#include <letterpress/walk.h>

struct OdtWriter;

/* A picture that is in the package. */
typedef struct Picture {
  int32_t resource;
  LpMediaType type;
  char name[40];
} Picture;

typedef struct Pictures {
  Picture *all; /* in the order met */
  size_t count;
  size_t capacity;
} Pictures;

LpWalkInto image_enter(void *state, const LpNode *node);

/* The media type of a picture for the manifest. */
const char *picture_mime_type(LpMediaType type);

#endif
