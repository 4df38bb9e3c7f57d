// The parts of the GNU Scientific Library (GPL-3.0-or-later) that Nostro calls.
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_spline.h>
#include <gsl/gsl_version.h>

// The library's variables are not declared constant, so that Swift cannot read them safely.
static inline gsl_qrng *nostro_sobol_alloc(unsigned int dimension) {
  return gsl_qrng_alloc(gsl_qrng_sobol, dimension);
}
static inline const char *nostro_gsl_version(void) { return gsl_version; }
