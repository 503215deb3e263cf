using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Jobs;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>Runs the calls of a connection with what may go wrong on a wire: answers that are slow, and connections that die.</summary>
internal sealed class SocketCalls(SocketConnection connection, Box box)
{
    private readonly CallLimit _limit = new();

    /// <summary>Null where the connection died over it.</summary>
    public async Task<ApiAnswer?> RunAsync(ApiMethod method, ApiCall call, bool waitsForJobs, Func<ApiAnswer> tooMany)
    {
        var faults = box.Look().State.Faults;

        if (faults.TooManyCalls || !_limit.TryEnter())
        {
            return tooMany();
        }

        try
        {
            if (faults.SlowMs > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(faults.SlowMs), box.Clock, connection.Ended);
            }

            if (faults.Drop)
            {
                connection.Cut();
                return null;
            }

            if (await Dispatcher.RefusalAsync(method, call) is { } refusal)
            {
                Dispatcher.Note(method, call, refusal);
                return refusal;
            }

            var answer = await Dispatcher.RunAsync(method, call);

            if (faults.DropAfterCall)
            {
                connection.Cut();
                return null;
            }

            return waitsForJobs && answer is ApiAnswer.Started started ? await EndOfAsync(started.JobId) : answer;
        }
        catch (OperationCanceledException) when (connection.Ended.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _limit.Leave();
        }
    }

    /// <summary>For what goes on in the background, where nobody would see it fail.</summary>
    public async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception bug)
        {
            box.Failed(bug);
            connection.Cut();
        }
    }

    private async Task<ApiAnswer> EndOfAsync(int id)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), box.Clock);

        while (true)
        {
            if (box.Look().State.Jobs.FirstOrDefault(job => job.Id == id) is not { } job)
            {
                return new ApiAnswer.Crashed("KeyError", $"{id}");
            }

            if (job.IsOver)
            {
                return job.State is JobState.Success
                    ? ApiAnswer.Of(JsonNode.Parse(job.Result ?? "null"))
                    : new ApiAnswer.Refused(job.Errno ?? Errno.Fault, job.Error ?? "Aborted");
            }

            await timer.WaitForNextTickAsync(connection.Ended);
        }
    }
}
