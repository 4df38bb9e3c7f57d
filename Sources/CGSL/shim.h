// The parts of the GNU Scientific Library (GPL-3.0-or-later) that Nostro calls.
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_spline.h>
