"""What NumPy, SciPy and PyTorch do with our inputs.

A request is a line of JSON on standard input, the answer a line of JSON on
standard output. Numbers that must keep their last digit, and those that JSON does
not know, go as the bytes of float64 in base64.
"""

import base64
import importlib
import json
import platform
import sys
import time

CHUNK_SECONDS = 0.005


def load(name):
    """A module, or None where it cannot be imported."""
    try:
        return importlib.import_module(name)
    except Exception:
        return None


np = load("numpy")
special = load("scipy.special")
torch = load("torch")
if torch:
    torch.set_num_threads(1)


def check_peer(name):
    """Raises when a peer is not installed."""
    needed = [np] if name == "NumPy" else [np, special if name == "SciPy" else torch]
    if not all(needed):
        raise ImportError("not in this Python; set PYTHON to another")


def versions(_):
    found = {"Python": platform.python_version()}
    for label, name in {"NumPy": "numpy", "SciPy": "scipy", "PyTorch": "torch"}.items():
        module = load(name)
        if module:
            found[label] = module.__version__
    return found


# Values, one prediction after the other


def scipy_values(logits, target):
    return {
        "softmax": special.softmax(logits),
        "logSoftmax": special.log_softmax(logits),
        "crossEntropy": [special.logsumexp(logits) - logits[target]],
    }


def torch_values(logits, target):
    z = torch.tensor(logits, dtype=torch.float64, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(z[None], torch.tensor([target]))
    loss.backward()
    return {
        "softmax": z.detach().softmax(0).numpy(),
        "logSoftmax": z.detach().log_softmax(0).numpy(),
        "crossEntropy": [loss.item()],
        "gradient": z.grad.numpy(),
    }


def values(request):
    """Softmax and its losses of many predictions, by one peer."""
    function = {"SciPy": scipy_values, "PyTorch": torch_values}[request["peer"]]
    numbers = np.frombuffer(base64.b64decode(request["logits"]))
    found = {}
    first = 0
    for size, target in zip(request["sizes"], request["targets"]):
        with np.errstate(all="ignore"):
            one = function(numbers[first : first + size], target)
        for name, result in one.items():
            found.setdefault(name, []).append(np.asarray(result, dtype=np.float64))
        first += size
    return {
        name: base64.b64encode(np.concatenate(results).tobytes()).decode()
        for name, results in found.items()
    }


# Training


def numpy_loss(logits, targets):
    """The total, and its gradient in the logits."""
    rows = np.arange(len(logits))
    shifted = logits - logits.max(axis=1, keepdims=True)
    gradient = np.exp(shifted)
    sums = gradient.sum(axis=1, keepdims=True)
    loss = (np.log(sums[:, 0]) - shifted[rows, targets]).sum()
    gradient /= sums
    gradient[rows, targets] -= 1
    return loss, gradient


def numpy_step(parameters, inputs, targets, rate):
    hidden_weights, hidden_biases, output_weights, output_biases = parameters
    hidden = np.maximum(inputs @ hidden_weights.T + hidden_biases, 0)
    loss, deltas = numpy_loss(hidden @ output_weights.T + output_biases, targets)
    deltas /= len(inputs)
    hidden_deltas = (deltas @ output_weights) * (hidden > 0)
    hidden_weights -= rate * (hidden_deltas.T @ inputs)
    hidden_biases -= rate * hidden_deltas.sum(axis=0)
    output_weights -= rate * (deltas.T @ hidden)
    output_biases -= rate * deltas.sum(axis=0)
    return loss / len(inputs)


def torch_loss(w1, b1, w2, b2, inputs, targets):
    hidden = torch.relu(inputs @ w1.T + b1)
    return torch.nn.functional.cross_entropy(hidden @ w2.T + b2, targets)


def torch_step(loss_of, parameters, inputs, targets, rate):
    loss = loss_of(*parameters, inputs, targets)
    slopes = torch.autograd.grad(loss, parameters)
    with torch.no_grad():
        for parameter, slope in zip(parameters, slopes):
            parameter -= rate * slope
    return loss


def trainer(request):
    """A function that takes one step from where the last one ended."""
    peer, rate = request["peer"], request["rate"]
    if peer == "NumPy":
        parameters = [np.array(p, dtype=np.float64) for p in request["parameters"]]
        inputs = np.array(request["inputs"])
        targets = np.array(request["targets"])
        return lambda: numpy_step(parameters, inputs, targets, rate)
    parameters = [torch.tensor(p, dtype=torch.float64, requires_grad=True) for p in request["parameters"]]
    inputs = torch.tensor(request["inputs"], dtype=torch.float64)
    targets = torch.tensor(request["targets"])
    loss_of = torch_loss
    if peer == "PyTorch, TorchScript":
        loss_of = torch.jit.trace(torch_loss, (*parameters, inputs, targets))
    return lambda: torch_step(loss_of, parameters, inputs, targets, rate)


# The loss at scale


def torch_loss_of_rows(logits, targets):
    loss = torch.nn.functional.cross_entropy(logits, targets, reduction="sum")
    return loss, torch.autograd.grad(loss, logits)[0]


def loss_function(request):
    logits = np.fromfile(request["logits"]).reshape(-1, request["classes"])
    targets = np.fromfile(request["targets"], dtype=np.uint32).astype(np.int64)
    if request["peer"] == "NumPy":
        return lambda: numpy_loss(logits, targets)
    z = torch.tensor(logits, requires_grad=True)
    y = torch.tensor(targets)
    return lambda: torch_loss_of_rows(z, y)


# Work is prepared once, checked, and then timed again and again

prepared = {}


def prepare_training(request):
    """The loss after 20 steps: what step 21 starts from."""
    step = trainer(request)
    for _ in range(20):
        step()
    prepared[request["id"]] = step
    return [float(step())]


def prepare_loss(request):
    """The total, and the sum of the squares of the gradient."""
    work = loss_function(request)
    prepared[request["id"]] = work
    loss, gradient = work()
    return [float(loss), float((gradient * gradient).sum())]


def timed(request):
    """Seconds for one call, the best of several chunks."""
    work = prepared[request["id"]]
    end = time.perf_counter() + request["seconds"]
    best, calls = float("inf"), 1
    while True:
        start = time.perf_counter()
        for _ in range(calls):
            work()
        now = time.perf_counter()
        best = min(best, (now - start) / calls)
        calls = max(1, int(CHUNK_SECONDS / best))
        if now > end:
            return best


def forget(request):
    prepared.pop(request["id"], None)


ACTIONS = {
    action.__name__: action
    for action in (versions, values, prepare_training, prepare_loss, timed, forget)
}

for line in sys.stdin:
    request = json.loads(line)
    try:
        if "peer" in request:
            check_peer(request["peer"])
        answer = {"result": ACTIONS[request["do"]](request)}
    except Exception as error:
        answer = {"error": f"{error}"}
    print(json.dumps(answer), flush=True)
