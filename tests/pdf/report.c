#include "config.h"

#include "pdf/statement.h"

#include <letterpress/number.h>

static void numbered(Statement *statement, const char *marker, const char *text) {
  lp_builder_open(statement->builder, LP_KIND_LIST_ITEM, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_MARKER, marker);
  statement_paragraph(statement, LP_ROLE_BODY, text);
}

static void open_list(Statement *statement, bool ordered, LpNumberStyle style) {
  lp_builder_open(statement->builder, LP_KIND_LIST, NULL);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_ORDERED, ordered);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_NUMBER_STYLE, style);
}

static void note_reference(Statement *statement, const char *name) {
  lp_builder_leaf(statement->builder, LP_KIND_NOTE_REFERENCE, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_TARGET, name);
}

static void row(Statement *statement, const char *const *cells, bool is_head) {
  lp_builder_open(statement->builder, LP_KIND_ROW, NULL);
  for (int i = 0; cells[i] != NULL; i++)
    statement_cell(statement, cells[i], i == 0 ? LP_ALIGN_START : LP_ALIGN_END, is_head, 1, 1);
  statement_close(statement, LP_KIND_ROW);
}

static void table(Statement *statement, int copies) {
  static const char *const head[] = {"Airport", "Officers", "Identified", "Referred", "Share", NULL};
  static const char *const body[][6] = {
      {"Port Amrita", "42", "118", "97", "82.2 %", NULL},
      {"Sri Cempaka, including the seaplane terminal on the lagoon", "35", "64", "61", "95.3 %", NULL},
      {"Lembah Biru", "18", "9", "9", "100.0 %", NULL},
      {"Kota Seruni", "27", "41", "12", "29.3 %", NULL}};
  static const char *const foot[] = {"**All airports**", "**122**", "**232**", "**179**", "**77.2 %**", NULL};
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  statement_open(statement, LP_KIND_CAPTION, LP_ROLE_CAPTION);
  statement_text(statement, "Table 1. Persons identified and referred, March to July 2024", NULL);
  statement_close(statement, LP_KIND_CAPTION);
  lp_builder_open(statement->builder, LP_KIND_ROW_GROUP, NULL);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_HEADER, 1);
  row(statement, head, true);
  statement_close(statement, LP_KIND_ROW_GROUP);
  lp_builder_open(statement->builder, LP_KIND_ROW_GROUP, NULL);
  for (int copy = 0; copy < copies; copy++)
    for (size_t i = 0; i < G_N_ELEMENTS(body); i++)
      row(statement, body[i], false);
  row(statement, foot, false);
  statement_close(statement, LP_KIND_ROW_GROUP);
  statement_close(statement, LP_KIND_TABLE);
}

static void signature(Statement *statement, const char *name) {
  lp_builder_open(statement->builder, LP_KIND_SIGNATURE_BLOCK, NULL);
  statement_paragraph(statement, LP_ROLE_SIGNATURE_NAME, name);
  statement_paragraph(statement, LP_ROLE_SIGNATURE_ROLE, "Co-Chair");
  statement_paragraph(statement, LP_ROLE_SIGNATURE_ROLE, "30 August 2024");
  statement_close(statement, LP_KIND_SIGNATURE_BLOCK);
}

static void recommendations(Statement *statement) {
  statement_heading(statement, 3, LP_ROLE_HEADING_2, "Recommendations");
  open_list(statement, true, LP_NUMBER_DECIMAL);
  numbered(statement, "3.", "The Working Group recommends that member states:");
  open_list(statement, true, LP_NUMBER_LOWER_ROMAN);
  static const char *const items[][2] = {
      {"(i)",
       "place a trained officer at every arrival gate that handles night flights, and give that officer the "
       "authority to halt a transfer;"},
      {"(ii)",
       "publish, in the languages of the passengers, one telephone number that is answered at all hours;"},
      {"(iii)", "report the outcome of each referral within thirty days."}};
  for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
    numbered(statement, items[i][0], items[i][1]);
    statement_close(statement, LP_KIND_LIST_ITEM);
  }
  statement_close(statement, LP_KIND_LIST);
  statement_close(statement, LP_KIND_LIST_ITEM);
  statement_close(statement, LP_KIND_LIST);
}

static void voices(Statement *statement) {
  statement_heading(statement, 3, LP_ROLE_HEADING_2, "The voice of those concerned");
  open_list(statement, true, LP_NUMBER_DECIMAL);
  numbered(statement, "4.", "One witness told the Group:");
  statement_close(statement, LP_KIND_LIST_ITEM);
  statement_close(statement, LP_KIND_LIST);
  statement_open(statement, LP_KIND_QUOTE, LP_ROLE_QUOTE);
  statement_paragraph(
      statement, LP_ROLE_QUOTE,
      "“I had been told to say that he was my uncle. The officer did not ask who he was. She asked "
      "me what I would like to drink, and then she asked again when he had gone to fetch the bags.”");
  statement_close(statement, LP_KIND_QUOTE);
  open_list(statement, true, LP_NUMBER_DECIMAL);
  numbered(statement, "5.",
           "Members thanked the witness and agreed that *the second question* should become part of the "
           "training. The pilot will continue until December.");
  statement_close(statement, LP_KIND_LIST_ITEM);
  statement_close(statement, LP_KIND_LIST);
}

static void link_and_box(Statement *statement) {
  statement_open(statement, LP_KIND_PARAGRAPH, LP_ROLE_BODY);
  statement_text(statement, "The training material stands at ", NULL);
  lp_builder_open(statement->builder, LP_KIND_LINK, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_HREF, "https://www.baliprocess.net/");
  statement_text(
      statement,
      "the website of the Regional Support Office, where every member finds it in its own language", NULL);
  statement_close(statement, LP_KIND_LINK);
  statement_text(statement, "; what ", NULL);
  const LpStyle *underlined =
      lp_style_with_integer(statement->document, NULL, LP_PROPERTY_UNDERLINE, LP_UNDERLINE_SINGLE);
  statement_text(statement, "must be kept", underlined);
  statement_text(statement, ", what ", NULL);
  statement_text(statement, "may be left out",
                 lp_style_with_integer(statement->document, NULL, LP_PROPERTY_STRIKE, 1));
  statement_text(statement, " and what is ", NULL);
  statement_text(statement, "still open",
                 lp_style_with_integer(statement->document, NULL, LP_PROPERTY_BACKGROUND, 0xFFF2A8));
  statement_text(statement, " is marked in it. See also ", NULL);
  lp_builder_open(statement->builder, LP_KIND_LINK, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_TARGET, "results");
  statement_text(statement, "the results", NULL);
  statement_close(statement, LP_KIND_LINK);
  statement_text(statement, ", and in French ", NULL);
  statement_text(statement, "les résultats du projet",
                 lp_style_with_string(statement->document, NULL, LP_PROPERTY_LANGUAGE, "fr"));
  statement_text(statement, ".", NULL);
  statement_close(statement, LP_KIND_PARAGRAPH);
  lp_builder_open(statement->builder, LP_KIND_TEXT_BOX, NULL);
  statement_paragraph(
      statement, LP_ROLE_BODY,
      "A box: what is said here was not discussed by the Group, and stands for information only.");
  statement_close(statement, LP_KIND_TEXT_BOX);
}

void report_build(Statement *statement, int copies) {
  statement->occasion = (LpOccasion){.title = "Progress Report of the Co-Chairs",
                                     .date = "30 August 2024",
                                     .classification = "Official use"};
  statement_heading(statement, 1, LP_ROLE_TITLE, "Progress Report of the Co-Chairs");
  statement_paragraph(statement, LP_ROLE_MEETING, "Working Group on Airport Screening");
  statement_paragraph(statement, LP_ROLE_DATE, "30 August 2024");
  statement_open(statement, LP_KIND_HEADING, LP_ROLE_HEADING_1);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_LEVEL, 2);
  lp_builder_leaf(statement->builder, LP_KIND_ANCHOR, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_NAME, "results");
  statement_text(statement, "Results of the pilot", NULL);
  statement_close(statement, LP_KIND_HEADING);
  open_list(statement, true, LP_NUMBER_DECIMAL);
  lp_builder_open(statement->builder, LP_KIND_LIST_ITEM, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_MARKER, "1.");
  statement_open(statement, LP_KIND_PARAGRAPH, LP_ROLE_BODY);
  statement_text(statement,
                 "The Working Group reviewed the pilot that ran at four airports from March to July 2024. "
                 "Members recalled that ",
                 NULL);
  statement_text(statement, "a referral without a service is not a referral",
                 lp_style_with_integer(statement->document, NULL, LP_PROPERTY_WEIGHT, 700));
  statement_text(statement, " and asked that figures be read together with the number of places in shelters.",
                 NULL);
  note_reference(statement, "a");
  statement_close(statement, LP_KIND_PARAGRAPH);
  lp_builder_open(statement->builder, LP_KIND_NOTE, NULL);
  lp_builder_string(statement->builder, LP_ATTRIBUTE_NAME, "a");
  statement_paragraph(
      statement, LP_ROLE_NOTE,
      "Figures are those reported by the airports. A person who was identified twice is counted once.");
  statement_close(statement, LP_KIND_NOTE);
  statement_close(statement, LP_KIND_LIST_ITEM);
  numbered(statement, "2.", "Members noted the following differences between the four sites:");
  statement_close(statement, LP_KIND_LIST_ITEM);
  statement_close(statement, LP_KIND_LIST);
  table(statement, copies);
  recommendations(statement);
  voices(statement);
  link_and_box(statement);
  signature(statement, "For the Ministry of Foreign Affairs of Serunia");
  signature(statement, "For the Department of Border Affairs of Amrita");
}
