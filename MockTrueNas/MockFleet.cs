using System.Collections.Immutable;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Hosting;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas;

/// <summary>Many pretend NAS boxes in one process; those of real products share one web server.</summary>
public sealed class MockFleet : IAsyncDisposable
{
    private readonly BoxHost? _host;

    private MockFleet(ImmutableArray<MockNas> boxes, BoxHost? host)
    {
        Boxes = boxes;
        _host = host;
    }

    public ImmutableArray<MockNas> Boxes { get; }

    public static async Task<MockFleet> StartAsync(MockFleetOptions options, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ImmutableArray<MockNasProfile> known = [.. KnownProducts.All.Select(product => product.Profile)];
        var all = Enumerable.Range(0, options.Boxes).Select(place => options.Of(place, known)).ToList();
        var boxes = all.Where(box => box.Profile is not MockNasProfile.Original).Select(box => new Box(box, KnownProducts.Of(box.Profile)!, clock)).ToImmutableArray();
        var host = boxes.IsEmpty ? null : await BoxHost.StartAsync(boxes, options.Address, cancellationToken);
        var made = boxes.Select((box, place) => MockNas.Of(box, host!, place, Nothing.ToDispose)).ToList();

        foreach (var original in all.Where(box => box.Profile is MockNasProfile.Original))
        {
            made.Add(await MockNas.StartAsync(original, clock, cancellationToken));
        }

        return new MockFleet([.. made.OrderBy(nas => nas.Options.Name, StringComparer.Ordinal)], host);
    }

    public async ValueTask DisposeAsync()
    {
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        var failures = new List<Exception>();

        foreach (var box in Boxes)
        {
            try
            {
                await box.DisposeAsync();
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw failures.Count == 1 ? failures[0] : new AggregateException(failures);
        }
    }

    /// <summary>The web server goes with the fleet, not with a box.</summary>
    private sealed class Nothing : IAsyncDisposable
    {
        public static Nothing ToDispose { get; } = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
