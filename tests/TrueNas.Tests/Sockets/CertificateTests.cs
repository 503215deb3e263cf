using Burnin.Domain.Nases;

namespace Burnin.TrueNas.Tests.Sockets;

public sealed class CertificateTests
{
    [Fact]
    public async Task The_pinned_certificate_is_believed_whoever_has_signed_it()
    {
        await using var bench = await SocketBench.StartAsync();

        await bench.ReadAsync("system.version");
    }

    [Fact]
    public async Task Another_than_the_pinned_one_gets_no_key()
    {
        await using var bench = await SocketBench.StartAsync(change: connection => connection with { Tls = new TlsTrust.Pin(new string('a', 64)) });

        var failure = await bench.FailureAsync();

        Assert.Equal(NasFault.HostKeyChanged, failure.Fault);
        Assert.Contains(bench.Nas.CertificateSha256!.ToLowerInvariant(), failure.Message);
        Assert.Empty(bench.Nas.RecentCalls);
    }

    [Fact]
    public async Task One_that_nobody_vouches_for_gets_no_key_and_is_shown_to_be_pinned()
    {
        await using var bench = await SocketBench.StartAsync(change: connection => connection with { Tls = new TlsTrust.Verify() });

        var failure = await bench.FailureAsync();

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains($"pin:{bench.Nas.CertificateSha256!.ToLowerInvariant()}", failure.Message);
        Assert.Empty(bench.Nas.RecentCalls);
    }

    [Fact]
    public async Task Any_is_believed_where_the_check_is_switched_off()
    {
        await using var bench = await SocketBench.StartAsync(change: connection => connection with { Tls = new TlsTrust.Ignore() });

        await bench.ReadAsync("system.version");
    }
}
