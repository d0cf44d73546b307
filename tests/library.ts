/**
 * What plain `deno test` runs, with two files that need a worker of their own: loaded
 * one by one, forty files take longer to load than to run. `tests/system/house.ts`
 * names a file that is missing here.
 *
 * @module
 */

import "./exercises/exercises_test.ts";
import "./explorables/explorables_test.ts";
import "./figures/figures_test.ts";
import "./flowers/flowers_test.ts";
import "./handouts/answers_notebook_test.ts";
import "./handouts/data_table_test.ts";
import "./handouts/frame_test.ts";
import "./handouts/host_links_test.ts";
import "./handouts/slim_svg_test.ts";
import "./i18n/language_test.ts";
import "./kernel/assert_test.ts";
import "./kernel/format_value_test.ts";
import "./math/batch_loss_test.ts";
import "./math/central_difference_test.ts";
import "./math/cross_entropy_soft_test.ts";
import "./math/cross_entropy_test.ts";
import "./math/double_double_test.ts";
import "./math/exactness_test.ts";
import "./math/linspace_test.ts";
import "./math/loss_curves_test.ts";
import "./math/one_hot_target_test.ts";
import "./math/properties_test.ts";
import "./math/random_test.ts";
import "./math/rounding_test.ts";
import "./math/softmax_jacobian_test.ts";
import "./math/softmax_test.ts";
import "./math/squared_residual_test.ts";
import "./network/backpropagation_test.ts";
import "./network/batch_gradient_test.ts";
import "./network/example_test.ts";
import "./network/gradient_descent_test.ts";
import "./network/network_test.ts";
import "./network/random_network_test.ts";
import "./network/scaling_test.ts";
import "./network/total_loss_test.ts";
import "./notebook/html_figure_test.ts";
import "./notebook/html_table_test.ts";
import "./notebook/live_plot_test.ts";
import "./notebook/show_test.ts";
