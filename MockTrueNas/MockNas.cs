using System.Net;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Debugging;
using Burnin.MockTrueNas.Faults;
using Burnin.MockTrueNas.Hosting;
using Burnin.MockTrueNas.Original;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas;

/// <summary>
/// A pretend NAS inside this process, on loopback ports of its own. It reads neither the host's settings nor its environment,
/// and leaves Ctrl+C to the host. Where a client did to it what no client may do, it throws when it is disposed of.
/// </summary>
public sealed class MockNas : IAsyncDisposable
{
    private readonly IAsyncDisposable _host;
    private readonly Box? _box;

    private MockNas(IAsyncDisposable host, MockNasOptions options, Uri baseUrl, Uri? secureUrl, string? fingerprint, Box? box)
    {
        _host = host;
        _box = box;
        Options = options;
        BaseUrl = baseUrl;
        SecureUrl = secureUrl ?? baseUrl;
        CertificateSha256 = fingerprint;
    }

    public MockNasOptions Options { get; }

    /// <summary>Without TLS. Over it, a key of a real product is a violation.</summary>
    public Uri BaseUrl { get; }

    /// <summary>With TLS and a self-signed certificate; the original has the plain one alone.</summary>
    public Uri SecureUrl { get; }

    /// <summary>In hexadecimal; null for the original.</summary>
    public string? CertificateSha256 { get; }

    /// <summary>The key that may do everything.</summary>
    public string ApiKey => _box?.ApiKey ?? Options.ApiKey;

    /// <summary>The user that the key belongs to, where the product asks for one.</summary>
    public string User => BoxKeys.AdminUser;

    /// <summary>What clients did that is forbidden, oldest first.</summary>
    public IReadOnlyList<Violation> Violations => _box?.Violations.All ?? [];

    /// <summary>How often each method was called.</summary>
    public IReadOnlyDictionary<string, int> CallCounts => Of(box => box.Calls.Counts());

    /// <summary>The last calls, oldest first.</summary>
    public IReadOnlyList<CallRecord> RecentCalls => Of(box => box.Calls.Recent());

    /// <summary>Every drive on the shelf, pulled out or not.</summary>
    public IReadOnlyList<MockDrive> Drives => Of(box => box.Look()) is { } moment ? [.. moment.State.Drives.Select(drive => MockDrive.Of(drive, moment))] : [];

    /// <summary>How it misbehaves; <see cref="BoxFaults.None"/> mends it.</summary>
    public BoxFaults Faults
    {
        get => Of(box => box.Look().State.Faults);
        set => Of(box =>
        {
            box.Change(moment => moment.State with { Faults = value });
            return true;
        });
    }

    internal Box? Box => _box;

    public static async Task<MockNas> StartAsync(MockNasOptions options, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        if (KnownProducts.Of(options.Profile) is not { } product)
        {
            var (app, url) = await OriginalHost.StartAsync(options, clock, cancellationToken);

            return new MockNas(app, options, url, null, null, null);
        }

        var box = new Box(options, product, clock);
        var host = await BoxHost.StartAsync([box], IPAddress.Loopback, cancellationToken);

        return Of(box, host, 0, host);
    }

    /// <summary>Gives the violations out, and forgets them: for a test that provokes one.</summary>
    public IReadOnlyList<Violation> TakeViolations() => Of(box => box.Violations.Take());

    /// <summary>Jobs count from 1 again, tests are interrupted, drives have other names, connections are gone.</summary>
    public void Reboot() => Of(box =>
    {
        box.Reboot();
        return true;
    });

    /// <summary>Cuts every connection.</summary>
    public void Disconnect() => Of(box =>
    {
        box.Disconnect();
        return true;
    });

    /// <summary>Brings every self-test at once to where time would have brought it.</summary>
    public void CompleteTests() => Of(box =>
    {
        BoxLevers.CompleteAllTests(box);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();

        if (_box is { Options.ThrowsOnViolation: true, Violations.All: { IsEmpty: false } violations })
        {
            throw new MockNasViolatedException(Options.Name, violations);
        }

        if (_box?.Bug is { } bug)
        {
            throw new InvalidOperationException($"The pretend NAS {Options.Name} itself has failed.", bug);
        }
    }

    /// <param name="box">The box.</param>
    /// <param name="host">Which serves it.</param>
    /// <param name="place">Its place among the boxes of that host.</param>
    /// <param name="owned">What goes with it when it is disposed of.</param>
    internal static MockNas Of(Box box, BoxHost host, int place, IAsyncDisposable owned) =>
        new(owned, box.Options, host.Addresses[place].Plain, host.Addresses[place].Secure, host.Fingerprint(place), box);

    private T Of<T>(Func<Box, T> ask) =>
        ask(_box ?? throw new NotSupportedException("The original's contract has its levers under /debug only."));
}
