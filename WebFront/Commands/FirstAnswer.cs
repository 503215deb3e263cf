namespace Burnin.WebFront.Commands;

/// <summary>The answer to the first request with a key, or the wait for it.</summary>
internal sealed class FirstAnswer(string key, string body, DateTimeOffset at)
{
    private readonly TaskCompletionSource<object?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Key => key;

    /// <summary>Hash of the body it came with.</summary>
    public string Body => body;

    public DateTimeOffset At => at;

    public Task<object?> Answer => answer.Task;

    public void Set(object? result) => answer.TrySetResult(result);

    public void Fail(Exception failure)
    {
        answer.TrySetException(failure);

        // Observed here: mostly nobody else waits for it.
        _ = answer.Task.Exception;
    }
}
