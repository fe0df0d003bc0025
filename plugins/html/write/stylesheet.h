/* write/stylesheet.h: the style sheet, made from the letterhead's styles. */
#ifndef HTML_WRITE_STYLESHEET_H
#define HTML_WRITE_STYLESHEET_H

struct HtmlWriter;

/* Writes the rules for screen and paper onto the sink. Lengths are in rem, the size of body text: 18 px on
   screen and the letterhead's on paper. Two numbers tell the media apart: --k, how much of a size's distance
   from body text is kept (screens three quarters: their display sizes are calmer), and --l, the factor on the
   leading of running text (screens are set wider, to 1.5 for Latin). */
void stylesheet_write(struct HtmlWriter *writer);

#endif
