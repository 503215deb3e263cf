using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Hosts;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Methods.Smart;
using Burnin.MockTrueNas.Pools;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>A pretend NAS of a real product: holds its one current state, in memory; each change swaps the whole of it.</summary>
internal sealed class Box
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private BoxState _state;

    public Box(MockNasOptions options, Product product, TimeProvider clock)
    {
        Options = options;
        Product = product;
        _clock = clock;
        Violations = new ViolationBook(clock);
        RateLimit = new RateLimit(clock);
        ApiKey = options.ApiKey == MockNasOptions.DefaultApiKey ? BoxKeys.Text(1) : options.ApiKey;
        _state = Fresh(boots: 0);
    }

    public MockNasOptions Options { get; }

    public Product Product { get; }

    public TimeProvider Clock => _clock;

    /// <summary>Of the user that may do everything.</summary>
    public string ApiKey { get; }

    public ViolationBook Violations { get; }

    public CallBook Calls { get; } = new();

    public RateLimit RateLimit { get; }

    /// <summary>Null where nobody made a shell of it.</summary>
    public MockHost? Host { get; set; }

    /// <summary>An exception that was ours, and not pretended; the first of them.</summary>
    public Exception? Bug { get; private set; }

    /// <summary>Raised after each change, outside of the lock.</summary>
    public event Action? Changed;

    /// <summary>Raised when every open connection dies.</summary>
    public event Action? WentDown;

    public BoxMoment Look()
    {
        lock (_gate)
        {
            return Settled();
        }
    }

    public void Change(Func<BoxMoment, BoxState> change) => Change(moment => (change(moment), true));

    /// <summary>Changes the state and says something about it.</summary>
    public T Change<T>(Func<BoxMoment, (BoxState State, T Said)> change)
    {
        T said;

        lock (_gate)
        {
            (_state, said) = change(Settled());
        }

        Changed?.Invoke();

        return said;
    }

    /// <summary>Jobs are forgotten and counted from 1 again, tests cut short, drives found in another order, connections gone.</summary>
    public void Reboot()
    {
        Change(moment => moment.State with
        {
            BootedAt = moment.Now,
            Boots = moment.State.Boots + 1,
            BootId = BootId(moment.State.Boots + 1),
            Drives = DeviceNames.Assign(
                [.. moment.State.Drives.Select(drive => drive with { Tests = [.. drive.Tests.Select(test => test.Cut(SelfTestEnd.Interrupted, moment.Now))] })],
                Product.IsCore,
                moment.State.Boots + 1),
            Jobs = [],
            NextJobId = 1,
            Temperatures = moment.State.Temperatures.Clear(),
        });
        Disconnect();
    }

    /// <summary>The background work of a connection has failed: that must not be lost.</summary>
    public void Failed(Exception bug) => Bug ??= bug;

    public void Disconnect() => WentDown?.Invoke();

    /// <summary>As it was delivered.</summary>
    public void Reset()
    {
        Change(_ => Fresh(boots: 0));
        Disconnect();
    }

    private BoxMoment Settled()
    {
        var now = _clock.GetUtcNow();
        _state = JobClerk.Settle(new BoxMoment(Product, _state, now, Options.SpeedUp));

        return new BoxMoment(Product, _state, now, Options.SpeedUp);
    }

    private BoxState Fresh(int boots)
    {
        var now = _clock.GetUtcNow();
        var drives = Shelf.Of(Options, Product, now);

        return new BoxState
        {
            SwitchedOnAt = now,
            BootedAt = now,
            BootId = BootId(boots),
            Drives = drives,
            Pools = PoolPlan.Of(Options.Name, drives),
            Keys = BoxKeys.Of(ApiKey, now),
            Schedules = TestSchedules.Usual(drives),
        };
    }

    private string BootId(int boots) => SerialNumbers.Uuid($"boot/{Options.Name}/{boots}");
}
