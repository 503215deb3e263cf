using System.Collections.Concurrent;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Burnin.Nas.Tests.Shell;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostStatusTests
{
    [Fact]
    public async Task All_runs_are_looked_at_over_one_session_that_is_closed_when_none_is_left()
    {
        var shell = new RecordingShell(new LocalShell());
        await using var nas = new HostNas(
            new NasConnection { Name = "here", Kind = NasKind.Local, RunDirectory = "/nowhere" }, shell, TimeProvider.System, NullLogger<HostNas>.Instance);
        ConcurrentQueue<RunSnapshot> first = [], second = [];
        using (nas.Watch(Order("a"), Into(first)))
        using (nas.Watch(Order("b"), Into(second)))
        {
            await Eventually.TrueAsync(() => first.Count >= 3 && second.Count >= 3, "three looks", cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(1, shell.OpenSessions);
        }

        await Eventually.TrueAsync(() => shell.OpenSessions == 0, "the end of the session", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Single(shell.Sessions);
        Assert.Empty(shell.Scripts);
        Assert.Contains("a:0 b:0", shell.Questions);
        Assert.All([.. first, .. second], snapshot => Assert.IsType<RunSnapshot.Lost>(snapshot));
    }

    private static Func<RunSnapshot, Task> Into(ConcurrentQueue<RunSnapshot> heard) => snapshot =>
    {
        heard.Enqueue(snapshot);
        return Task.CompletedTask;
    };

    private static RunOrder Order(string runId) => new()
    {
        RunId = runId,
        Stage = StageName.SurfaceValidate,
        Target = new DriveTarget { Serial = "S", SizeBytes = 1 << 30, Model = "M" },
        Epoch = 1,
        OrderedAt = DateTimeOffset.UnixEpoch,
        Surface = new SurfaceOrder { Shape = new SurfaceShape() },
    };
}
