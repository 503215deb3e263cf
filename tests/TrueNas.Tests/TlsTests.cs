using Burnin.Domain.Nases;
using Burnin.MockTrueNas;

namespace Burnin.TrueNas.Tests;

public sealed class TlsTests
{
    [Fact]
    public async Task The_pinned_certificate_is_believed_whoever_signed_it()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2404);

        Assert.NotEmpty((await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled)).Drives);
    }

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_not()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2404);

        await IsNotBelievedAsync(bed, new TlsTrust.Pin(new string('0', 64)));
    }

    [Fact]
    public async Task A_certificate_that_nobody_signed_is_not_believed_unless_it_is_pinned()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2404);

        await IsNotBelievedAsync(bed, new TlsTrust.Verify());
    }

    [Fact]
    public async Task The_check_can_be_switched_off()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2404);

        Assert.NotEmpty((await bed.Nas(bed.Connection with { Tls = new TlsTrust.Ignore() }).ReadInventoryAsync(TrueNasBed.Cancelled)).Drives);
    }

    private static async Task IsNotBelievedAsync(TrueNasBed bed, TlsTrust trust)
    {
        var refusal = await Assert.ThrowsAsync<NasException>(() => bed.Nas(bed.Connection with { Tls = trust }).ReadInventoryAsync(TrueNasBed.Cancelled));

        Assert.Equal(NasFault.Unreachable, refusal.Fault);
        Assert.Contains("certificate", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(bed.Server.RecentCalls);
    }
}
