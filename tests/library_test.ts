// The tests of the library in one file, for Deno takes longer to open a file than
// to run it.
import "./library/central_difference.ts";
import "./library/cross_entropy.ts";
import "./library/cross_entropy_gradient.ts";
import "./library/example.ts";
import "./library/figures.ts";
import "./library/fixed.ts";
import "./library/flowers.ts";
import "./library/full_cross_entropy.ts";
import "./library/full_cross_entropy_gradient.ts";
import "./library/html_figure.ts";
import "./library/html_table.ts";
import "./library/linear_space.ts";
import "./library/log_softmax.ts";
import "./library/log_sum_exp.ts";
import "./library/loss_curves.ts";
import "./library/network.ts";
import "./library/one_hot_target.ts";
import "./library/round_to.ts";
import "./library/scaling.ts";
import "./library/show.ts";
import "./library/softmax.ts";
import "./library/softmax_jacobian.ts";
import "./library/squared_residual.ts";
import "./library/squared_residual_gradient.ts";
import "./library/total_loss.ts";
