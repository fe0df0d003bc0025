/* write/letterhead.h: the masthead, the emblem and the running head. */
#ifndef HTML_WRITE_LETTERHEAD_H
#define HTML_WRITE_LETTERHEAD_H

#include <letterpress/sink.h>
#include <letterpress/style.h>

struct HtmlWriter;

/* Writes the page's one header: emblem, name, tagline; mark and classification where there are any. */
void letterhead_write(struct HtmlWriter *writer);

/* The rules for it on screen. */
void letterhead_write_rules(struct HtmlWriter *writer);

/* Writes an SVG of the running head of following pages, of the measure's width, for a margin box: emblem,
   name and tagline, rule and accent stand where the letterhead has them, and the name has its small capitals,
   which margin boxes do not give. */
void letterhead_write_running_head(struct HtmlWriter *writer, LpSink *sink);

/* The top edge of that SVG, and its height. */
int32_t letterhead_running_top(const struct HtmlWriter *writer);
int32_t letterhead_running_height(const struct HtmlWriter *writer);

/* The width of text, from margin to margin. */
int32_t letterhead_measure(const struct HtmlWriter *writer);

/* The top of a line of a style whose baseline is given: the inverse of LpLetterhead's "first baseline = top +
   half the leading + .33 of the size". */
int32_t line_top(const LpStyle *style, int32_t baseline);

#endif
