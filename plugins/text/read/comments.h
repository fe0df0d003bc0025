/* read/comments.h: comments of Markdown: <!-- ... -->. */
#ifndef TEXT_READ_COMMENTS_H
#define TEXT_READ_COMMENTS_H

#include "read/draft.h"

/* Makes each a comment of the document and blanks it in text, which is as long as the draft's. */
void cut_comments(Draft *draft, size_t from, char *text);

#endif
