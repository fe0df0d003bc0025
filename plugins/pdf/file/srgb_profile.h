#ifndef LP_PDF_FILE_SRGB_PROFILE_H
#define LP_PDF_FILE_SRGB_PROFILE_H

#include <stdint.h>

/* The colours that DeviceRGB and DeviceGray of our files mean: an ICC profile of version 4.2 of sRGB. */
#define PDF_SRGB_PROFILE_BYTES 496
extern const uint8_t pdf_srgb_profile[PDF_SRGB_PROFILE_BYTES];

#endif
