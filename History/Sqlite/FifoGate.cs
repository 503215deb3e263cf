namespace Burnin.History.Sqlite;

/// <summary>Lets one in at a time, strictly in the order of arrival, whether they wait blocking or not.</summary>
internal sealed class FifoGate
{
    private readonly Lock _door = new();
    private readonly Queue<TaskCompletionSource> _turns = new();
    private bool _taken;

    /// <summary>How many stand in line now. Those who gave up do not count.</summary>
    public int Waiting
    {
        get
        {
            lock (_door)
            {
                return _turns.Count(turn => !turn.Task.IsCompleted);
            }
        }
    }

    /// <summary>The place in line is taken before this returns, not when it is awaited.</summary>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        TaskCompletionSource turn;
        lock (_door)
        {
            if (!_taken)
            {
                _taken = true;
                return ValueTask.CompletedTask;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _turns.Enqueue(turn);
        }

        return new ValueTask(ComeAsync(turn, cancellationToken));
    }

    /// <summary>Hands the gate to the first who still waits: it never stands open while there is a line.</summary>
    public void Leave()
    {
        lock (_door)
        {
            while (_turns.TryDequeue(out var turn))
            {
                // Either this wins or the cancellation does, never both: so the gate is neither lost nor held twice.
                if (turn.TrySetResult())
                {
                    return;
                }
            }

            _taken = false;
        }
    }

    private static async Task ComeAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var givingUp = cancellationToken.UnsafeRegister(
            static (waiting, token) => ((TaskCompletionSource)waiting!).TrySetCanceled(token), turn);

        await turn.Task.ConfigureAwait(false);
    }
}
